import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, cp, mkdir, mkdtemp, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Longest that one program may run under Wine, in milliseconds: a hang must not hold up the tests for ever. */
const PROGRAM_LIMIT_MS = 90_000

/**
 * How long the server of a prefix stays without a program, in seconds.
 *
 * By itself it goes after three, and a program that starts in that moment ends at once without a word. Much longer would leave it behind
 * when a test run is ended from outside.
 */
const SERVER_LINGERS_S = 60

/** How a program under Wine ended and what it wrote. */
export interface WineOutcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A Windows of its own on this machine: registry, drive C: and services, until it is removed. */
export interface WinePrefix {
  readonly folder: string
  /** Drive C: as a folder of this machine. */
  readonly driveC: string
  /** Runs a Windows program to its end; output goes through files because Node for Windows cannot write to this machine's pipes. */
  run(program: string, args: readonly string[], workingFolder?: string): Promise<WineOutcome>
  /** Ends every program of this Windows. */
  stop(): Promise<void>
  remove(): Promise<void>
}

/**
 * A fresh prefix in `cache`, with Windows 10 as its version.
 *
 * Making one takes seconds, so the first is kept as a template. Copies share its files by hard links: Wine writes the registry to new
 * files, and the registry files themselves are copied.
 */
export async function createWinePrefix(cache: string): Promise<WinePrefix> {
  const template = join(cache, `prefix-${(await wineVersion()).replaceAll(/[^\w.]+/g, '-')}`)
  await ensureTemplate(cache, template)
  const folder = await mkdtemp(join(cache, 'prefix-run-'))
  await run('cp', ['-al', `${template}/.`, folder])
  for (const name of await readdir(template)) {
    if (!name.endsWith('.reg')) continue
    await rm(join(folder, name))
    await cp(join(template, name), join(folder, name))
  }
  return await openPrefix(cache, folder)
}

async function wineVersion(): Promise<string> {
  const { stdout } = await run('wine', ['--version'])
  return stdout.trim()
}

async function ensureTemplate(cache: string, template: string): Promise<void> {
  const isThere = (): Promise<boolean> => access(template).then(...answers)
  if (await isThere()) return
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'prefix-new-'))
  const prefix = await openPrefix(cache, folder)
  const made = [await prefix.run('wineboot.exe', ['-i']), await prefix.run('winecfg.exe', ['-v', 'win10'])]
  await prefix.stop()
  if (made.some((outcome) => outcome.status !== 0))
    throw new Error(`Wine could not make a prefix: ${made.map((one) => one.stderr).join('\n')}`)
  await rename(folder, template).catch(async (error: unknown) => {
    await rm(folder, { recursive: true, force: true })
    if (!(await isThere())) throw error
  })
}

const answers = [() => true, () => false] as const

/**
 * Only what Wine needs: variables of this machine would turn up in the tested process. HOME is a folder of the cache, because Wine
 * links the user's folders to it.
 */
function wineEnvironment(cache: string, folder: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: join(cache, 'home'),
    LANG: 'C.UTF-8',
    WINEPREFIX: folder,
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'winemenubuilder.exe=d;mscoree=d;mshtml=d',
  }
}

async function openPrefix(cache: string, folder: string): Promise<WinePrefix> {
  const env = wineEnvironment(cache, folder)
  await mkdir(join(cache, 'home'), { recursive: true })
  // It goes into the background: with pipes of ours it would keep them open.
  await once(spawn('wineserver', [`-p${SERVER_LINGERS_S}`], { env, stdio: 'ignore' }), 'exit')
  const stop = async (): Promise<void> => {
    // Status 1: no server was running.
    await run('wineserver', ['-k'], { env }).catch(() => undefined)
    await run('wineserver', ['-w'], { env })
  }
  return {
    folder,
    driveC: join(folder, 'drive_c'),
    run: (program, args, workingFolder) => runProgram(env, cache, [program, ...args], workingFolder ?? folder),
    stop,
    remove: async () => {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function runProgram(env: NodeJS.ProcessEnv, cache: string, command: readonly string[], workingFolder: string): Promise<WineOutcome> {
  await mkdir(join(cache, 'home'), { recursive: true })
  const folder = await mkdtemp(join(cache, 'output-'))
  const output = await open(join(folder, 'stdout'), 'w')
  const errors = await open(join(folder, 'stderr'), 'w')
  try {
    const child = spawn('wine', command, { env, cwd: workingFolder, stdio: ['ignore', output.fd, errors.fd], timeout: PROGRAM_LIMIT_MS })
    const [status] = await once(child, 'exit')
    return { status, stdout: await readFile(join(folder, 'stdout'), 'utf8'), stderr: await readFile(join(folder, 'stderr'), 'utf8') }
  } finally {
    await output.close()
    await errors.close()
    await rm(folder, { recursive: true, force: true })
  }
}
