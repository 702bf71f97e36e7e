import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { processesOf } from './canary.ts'
import type { VaultScript } from './programs/use-vault.ts'

/** Which keychain a session has; `unlocked` makes one at the first run, with `no-module` native code cannot be loaded. */
export type Keyring = 'unlocked' | 'wrong-password' | 'never-made' | 'no-service' | 'no-bus' | 'dead-bus' | 'no-module'

/** A bus whose socket lies in a folder; without `services`, nothing is started on it by itself. */
const busSettings = (folder: string, services: string): string =>
  `<busconfig><type>session</type><listen>unix:tmpdir=${folder}</listen><auth>EXTERNAL</auth>${services}
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
`

/** What Node forbids where it has to ask leave for everything else. */
const WITHOUT_NATIVE_CODE = ['--permission', '--allow-fs-read=*']

const PROGRAM = join(import.meta.dirname, 'programs', 'use-vault.ts')

/** A home of its own, in which sessions with a Secret Service of their own are started; nothing of the real one is reached. */
export interface KeyringHome {
  readonly folder: string
  /** Runs the calls in a process of their own; tells what each answered. `look` is called with the session while the process still lives. */
  run(keyring: Keyring, script: VaultScript, look?: (session: number) => void): Promise<Outcome>
  /** Starts a program in a session of its own; `end` ends all that was started in it. */
  start(keyring: Keyring, program: readonly string[]): { readonly child: ChildProcessWithoutNullStreams; readonly end: () => void }
  remove(): void
}

export interface Outcome {
  readonly answers: readonly unknown[]
  readonly stdout: Buffer
  readonly stderr: Buffer
}

export function createKeyringHome(): KeyringHome {
  const folder = mkdtempSync(join(tmpdir(), 'keyring-'))
  const environment = {
    PATH: process.env.PATH,
    HOME: folder,
    TMPDIR: join(folder, 'tmp'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
    XDG_DATA_HOME: join(folder, 'data'),
  }
  mkdirSync(environment.TMPDIR, { mode: 0o700 })
  mkdirSync(environment.XDG_RUNTIME_DIR, { mode: 0o700 })
  mkdirSync(join(environment.XDG_DATA_HOME, 'keyrings'), { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, 'bus.conf'), busSettings(folder, '<standard_session_servicedirs/>'))
  writeFileSync(join(folder, 'bare-bus.conf'), busSettings(folder, ''))
  const start: KeyringHome['start'] = (keyring, program) => {
    const dead = keyring === 'dead-bus' ? { DBUS_SESSION_BUS_ADDRESS: `unix:path=${folder}/nobody` } : {}
    const [command = '', ...args] = [...sessionCommand(keyring, folder), ...program]
    // A session of its own: all that is started in it can be found, and ended.
    const child = spawn(command, args, { env: { ...environment, ...dead }, cwd: folder, detached: true })
    const end = (): void => {
      for (const pid of processesOf(child.pid ?? -1)) endProcess(pid)
    }
    return { child, end }
  }
  return {
    folder,
    start,
    run: async (keyring, script, look) => {
      const flags = keyring === 'no-module' ? WITHOUT_NATIVE_CODE : []
      const { child, end } = start(keyring, [process.execPath, ...flags, PROGRAM])
      try {
        return await converse(child, script, look)
      } finally {
        end()
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** What runs a program in such a session, before its own command line. */
function sessionCommand(keyring: Keyring, folder: string): readonly string[] {
  const session = (bus: string): readonly string[] => ['dbus-run-session', `--config-file=${join(folder, bus)}`, '--']
  const unlocking = (password: string): readonly string[] => {
    const unlock = `printf ${password} | gnome-keyring-daemon --unlock --components=secrets >/dev/null`
    return [...session('bus.conf'), 'sh', '-c', `${unlock}; exec "$0" "$@"`]
  }
  switch (keyring) {
    case 'unlocked':
      return unlocking('one')
    case 'wrong-password':
      return unlocking('two')
    case 'never-made':
      return session('bus.conf')
    case 'no-service':
      return session('bare-bus.conf')
    case 'no-bus':
    case 'dead-bus':
    case 'no-module':
      return []
  }
}

/** The program answers in one line, and ends when its input does. */
export async function converse(child: ChildProcessWithoutNullStreams, script: unknown, look?: (session: number) => void): Promise<Outcome> {
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  const text = (): string => Buffer.concat(stdout).toString()
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (status, signal) => reject(new Error(`ended with ${status ?? signal}: ${Buffer.concat(stderr)}`)))
    child.stdout.on('data', (chunk: Buffer) => {
      stdout.push(chunk)
      if (text().includes('\nanswered\n')) resolve()
    })
    // SECURITY: the secret comes this way, because neither arguments nor environment may ever hold it.
    child.stdin.write(`${JSON.stringify(script)}\n`)
  })
  look?.(child.pid ?? -1)
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  child.stdin.end()
  await ended
  const [line = ''] = text().split('\nanswered\n', 1)
  return { answers: JSON.parse(line.slice(line.lastIndexOf('\n') + 1)), stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) }
}

/** It may have ended by itself. */
function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}
