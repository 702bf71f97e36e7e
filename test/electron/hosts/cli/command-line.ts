import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..', '..', '..')
export const starter = join(root, 'build', 'bin', 'erp-checkup.cjs')

/** The page of the slowest format has to come well within this. */
const TIMEOUT_MS = 50_000

export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  readonly bytes: Buffer
}

export interface Start {
  readonly input?: string | Uint8Array
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  readonly node?: string
  readonly nodeArguments?: readonly string[]
  readonly uid?: number
}

/** A folder for one test file, with a home of its own inside, so that nothing touches the real one. */
export interface Workplace {
  readonly folder: string
  /** where the log of a fault goes */
  readonly logs: string
  /** starts the built command line and waits for its end */
  run(args: readonly string[], start?: Start): Ended
  /** the same, with the arguments put in a shell line behind `$ERP` */
  shell(line: string): Ended
  remove(): void
}

export function createWorkplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'command-line-'))
  const environment: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: join(folder, 'home'),
    LOCALAPPDATA: join(folder, 'home'),
    XDG_STATE_HOME: join(folder, 'state'),
    SYSTEMROOT: process.env.SYSTEMROOT,
  }
  const options = { cwd: folder, timeout: TIMEOUT_MS, maxBuffer: 256 * 1024 * 1024 }
  return {
    folder,
    logs: join(folder, 'state', 'erp-checkup'),
    run: (args, start = {}) => {
      const { status, stdout, stderr } = spawnSync(start.node ?? process.execPath, [...(start.nodeArguments ?? []), starter, ...args], {
        ...options,
        cwd: start.cwd ?? folder,
        env: { ...environment, ...start.env },
        input: start.input ?? '',
        ...(start.uid === undefined ? {} : { uid: start.uid, gid: start.uid }),
      })
      return { status, stdout: stdout.toString(), stderr: stderr.toString(), bytes: stdout }
    },
    shell: (line) => {
      const { status, stdout, stderr } = spawnSync('bash', ['-c', `erp() { "${process.execPath}" "${starter}" "$@"; }\n${line}`], {
        ...options,
        env: environment,
      })
      return { status, stdout: stdout.toString(), stderr: stderr.toString(), bytes: stdout }
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Starts the command line with an open standard input, writes to it and waits for its end. */
export function runWhileReading(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  nodeArguments: readonly string[],
): Promise<{ readonly status: number | null; readonly stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...nodeArguments, starter, ...args], {
      env,
      timeout: TIMEOUT_MS,
      stdio: ['pipe', 'ignore', 'pipe'],
    })
    let stderr = ''
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, stderr }))
  })
}
