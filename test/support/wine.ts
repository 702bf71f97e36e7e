import { cp, link, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'

import { fetchWindowsRuntime } from '#build/wine/fetch.ts'
import { createWinePrefix, type WineOutcome, type WinePrefix } from '#build/wine/prefix.ts'
import { bundlePrograms } from './bundle-programs.ts'

const root = join(import.meta.dirname, '..', '..')

/** Windows programs, the template prefix and the folders of running tests; kept between runs, never committed. */
const cache = join(root, 'node_modules', '.cache', 'erp-checkup', 'wine')

/** A throw-away Windows with a folder that holds node.exe, its packages and the scripts under test. */
export interface WineWorkspace {
  readonly prefix: WinePrefix
  /** The folder of node.exe and the scripts, which is also the working folder. */
  readonly folder: string
  /** Runs `node.exe` with these arguments; scripts and files by their name in the folder. */
  runWine(args: readonly string[]): Promise<WineOutcome>
}

/** Where scripts come from: source files to bundle, by the name of what becomes of them, or a folder that is built already (such as `out/cli`). */
export type WineScripts = { readonly bundle: Readonly<Record<string, URL>> } | { readonly folder: string }

/** Opens a workspace; `close` ends its Windows and removes it. */
export async function openWineWorkspace(scripts: WineScripts): Promise<WineWorkspace & { close(): Promise<void> }> {
  const runtime = await fetchWindowsRuntime(cache)
  const prefix = await createWinePrefix(cache)
  const folder = await mkdtemp(join(cache, 'workspace-'))
  const close = async (): Promise<void> => {
    await prefix.remove()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await link(runtime.nodeProgram, join(folder, 'node.exe'))
    await symlink(runtime.modules, join(folder, 'node_modules'))
    if ('folder' in scripts) await copyInto(scripts.folder, folder)
    else await bundlePrograms(scripts.bundle, folder)
  } catch (error) {
    await close()
    throw error
  }
  return { prefix, folder, close, runWine: (args) => prefix.run(join(folder, 'node.exe'), args, folder) }
}

/** Opens a workspace for as long as `use` runs. */
export async function withPrefix<Value>(scripts: WineScripts, use: (workspace: WineWorkspace) => Promise<Value>): Promise<Value> {
  const workspace = await openWineWorkspace(scripts)
  try {
    return await use(workspace)
  } finally {
    await workspace.close()
  }
}

async function copyInto(source: string, folder: string): Promise<void> {
  for (const name of await readdir(source)) {
    if (name !== 'node_modules') await cp(join(source, name), join(folder, name), { recursive: true })
  }
}
