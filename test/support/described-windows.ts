import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

import type { CollectResult } from '#electron/collector/collect.ts'
import type { Area } from '#electron/probes/probe.ts'
import type { ProbeId } from '#shared/facts/index.ts'
import { type Checkup, checkupSchema } from '#shared/formats/checkup.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import type { Sample } from '#shared/samples/index.ts'
import { describedFolders } from '../wine/described/folders.ts'
import { describedRegistry } from '../wine/described/registry.ts'
import type { DescribedSettings, WorkerTrace } from '../wine/described/settings.ts'
import { describedTables } from '../wine/described/tables.ts'
import { openWineWorkspace, type WineWorkspace } from './wine.ts'

const run = promisify(execFile)

const root = join(import.meta.dirname, '..', '..')
const sources = join(root, 'test', 'wine', 'described')

/** System libraries that are described, with what each of them links beside the memory that all share. */
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  advapi32: [],
  authz: [],
  iphlpapi: ['-lws2_32'],
  kernel32: [],
  netapi32: [],
  ntdll: [],
  ole32: [],
  oleaut32: [],
  shlwapi: [],
  wevtapi: [],
  wtsapi32: [],
}

/** What `build/bin/erp-checkup.cjs` does, for a folder that holds the built command line alone. */
const STARTER = `import { main } from './cli.mjs'
process.exitCode = await main(process.argv.slice(2))
`

/** What a collection left. */
export interface Collection {
  readonly snapshot: Snapshot
  /** by area; a worker that was ended left none, or what it had until then */
  readonly traces: Readonly<Record<string, WorkerTrace>>
}

/** A Windows that says what a snapshot says, at the time of the snapshot. */
export interface DescribedWindows {
  /** `erp-checkup collect`, as it is built. */
  collect(only: readonly ProbeId[]): Promise<Collection>
  /** The collector with libraries that are broken and time limits of the test's own. */
  collectBroken(
    only: readonly ProbeId[],
    faults: DescribedSettings['faults'],
    limitsMs: Readonly<Partial<Record<Area, number>>>,
  ): Promise<Collection>
  /** `erp-checkup check` of a snapshot with the sample's profile and answers. */
  check(snapshot: Snapshot, sample: Sample): Promise<Checkup>
  close(): Promise<void>
}

/** Makes the Windows: its libraries compiled, its registry and disk filled. */
export async function openDescribedWindows(snapshot: Snapshot, profile: Sample['profile']): Promise<DescribedWindows> {
  const workspace = await openWineWorkspace({
    bundle: {
      main: new URL('../wine/programs/collect-main.ts', import.meta.url),
      worker: new URL('../wine/programs/described-worker.ts', import.meta.url),
    },
  })
  try {
    await prepare(workspace, snapshot)
  } catch (error) {
    await workspace.close()
    throw error
  }
  const start = createStarter(workspace)
  const settingsOf = (faults: DescribedSettings['faults']): DescribedSettings => ({ now: snapshot.collectedAt, faults })
  return {
    collect: async (only) => {
      const args = ['collect', '--only', only.join(), '--profile', 'profile.json', '--out', 'server.json']
      return await untilStarted(async () => {
        const folder = await start('cli/start.mjs', args, { 'described.json': settingsOf({}), 'profile.json': profile })
        return { snapshot: await readJson(folder, 'server.json'), traces: await readTraces(folder) }
      })
    },
    collectBroken: async (only, faults, limitsMs) => {
      const options = JSON.stringify({ only, limitsMs, profile, workers: MOST_WORKERS })
      return await untilStarted(async () => {
        const folder = await start('main.mjs', ['worker.mjs', 'result.json', options], { 'described.json': settingsOf(faults) })
        const { result } = await readJson<{ result: CollectResult }>(folder, 'result.json')
        if (result.kind !== 'snapshot') throw new Error(`no snapshot but ${result.kind}`)
        return { snapshot: result.snapshot, traces: await readTraces(folder) }
      })
    },
    check: async (collected, sample) => {
      const files = { 'server.json': collected, 'profile.json': sample.profile, 'answers.json': sample.answers }
      const told = ['--profile', 'profile.json', '--answers', 'answers.json', '--now', sample.now]
      const args = ['check', 'server.json', ...told, '--format', 'json', '--out', 'checkup.json']
      const folder = await start('cli/start.mjs', args, files, GAPS_FOUND)
      return checkupSchema.parse(await readJson(folder, 'checkup.json')) as Checkup
    },
    close: workspace.close,
  }
}

/** Runs a script in a folder of its own, with these files in it; gives the folder. */
function createStarter({ folder, prefix }: WineWorkspace) {
  let runs = 0
  return async (script: string, args: readonly string[], files: Readonly<Record<string, unknown>>, status = 0): Promise<string> => {
    runs += 1
    const runFolder = join(folder, `run-${runs}`)
    await mkdir(runFolder)
    for (const [name, content] of Object.entries(files)) await writeFile(join(runFolder, name), JSON.stringify(content))
    const outcome = await prefix.run(join(folder, 'node.exe'), [`../${script}`, ...args], runFolder)
    if (outcome.status !== status) throw new Error(`${script} ended with ${outcome.status}: ${outcome.stdout}${outcome.stderr}`)
    return runFolder
  }
}

/** Wine fails to start a process once in some hundred times: a collection without one of its workers tells nothing, and is made again. */
async function untilStarted(collect: () => Promise<Collection>): Promise<Collection> {
  const collection = await collect()
  return JSON.stringify(collection.snapshot).includes(NOT_STARTED) ? await collect() : collection
}

const NOT_STARTED = 'the worker process could not be started: spawn UNKNOWN'

/** More than there are processor cores, because a worker that hangs needs none. */
const MOST_WORKERS = 6

/** Exit status of `check`. */
const GAPS_FOUND = 1

async function prepare({ folder, prefix }: WineWorkspace, snapshot: Snapshot): Promise<void> {
  await compileLibraries(folder, snapshot)
  await writeFile(join(folder, 'described.reg'), describedRegistry(snapshot))
  const imported = await prefix.run('reg.exe', ['import', 'described.reg'], folder)
  if (imported.status !== 0) throw new Error(`the registry was not taken: ${imported.stderr}`)
  for (const path of describedFolders(snapshot)) await mkdir(join(prefix.driveC, path), { recursive: true })
  await cp(join(root, 'out', 'cli'), join(folder, 'cli'), { recursive: true, filter: (source) => !source.endsWith('node_modules') })
  await writeFile(join(folder, 'cli', 'worker.mjs'), "import '../worker.mjs'\n")
  await writeFile(join(folder, 'cli', 'start.mjs'), STARTER)
}

async function compileLibraries(folder: string, snapshot: Snapshot): Promise<void> {
  await cp(sources, join(folder, 'sources'), { recursive: true })
  await writeFile(join(folder, 'sources', 'tables.h'), describedTables(snapshot))
  const compile = (name: string, libraries: readonly string[]) => {
    const output = ['-o', `described-${name}.dll`]
    return run('x86_64-w64-mingw32-gcc', ['-shared', '-w', join('sources', `${name}.c`), ...libraries, ...output], { cwd: folder })
  }
  await Promise.all([compile('memory', ['-ladvapi32']), compile('faults', [])])
  await Promise.all(Object.entries(LIBRARIES).map(([name, libraries]) => compile(name, ['described-memory.dll', ...libraries])))
}

async function readTraces(folder: string): Promise<Collection['traces']> {
  const names = (await readdir(folder)).filter((name) => /^calls-\w+\.json$/.test(name))
  const read = async (name: string) => [name.slice('calls-'.length, -'.json'.length), await readJson<WorkerTrace>(folder, name)] as const
  return Object.fromEntries(await Promise.all(names.map(read)))
}

async function readJson<Value>(folder: string, name: string): Promise<Value> {
  return JSON.parse(await readFile(join(folder, name), 'utf8'))
}
