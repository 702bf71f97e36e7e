import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** A cold start on a busy machine; a host that says nothing by then does not start at all. */
const START_LIMIT_MS = 30_000

/** The app as `erp-checkup serve` shows it, in a process of its own. */
export interface RunningApp {
  /** opens the app once, in one browser */
  readonly link: string
  /** ends the process and waits until it is gone */
  readonly stop: () => Promise<void>
}

/**
 * Starts the built app over a data folder of its own.
 *
 * `home` holds everything that it keeps: a second start over the same folder finds it again. Throws with what the process said where it
 * does not start.
 */
export async function startApp(home: string): Promise<RunningApp> {
  const child = spawn(process.execPath, [join(root, 'build', 'bin', 'erp-checkup.cjs'), 'serve'], {
    cwd: home,
    env: { PATH: process.env.PATH, HOME: home, XDG_DATA_HOME: join(home, 'data'), LOCALAPPDATA: home, SYSTEMROOT: process.env.SYSTEMROOT },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close')
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
  }
  try {
    return { link: await linkOf(child), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function linkOf(child: ChildProcess): Promise<string> {
  let said = ''
  let complained = ''
  const link = Promise.withResolvers<string>()
  const fail = (reason: string): void => link.reject(new Error(`the app did not start (${reason}): ${complained.trim()}`))
  child.stdout?.on('data', (text) => {
    said += String(text)
    if (said.includes('\n')) link.resolve(said.trim())
  })
  child.stderr?.on('data', (text) => {
    complained += String(text)
  })
  child.once('error', (error) => fail(error.message))
  child.once('close', (status) => fail(`exit status ${status}`))
  const timer = setTimeout(fail, START_LIMIT_MS, 'it says nothing')
  try {
    return await link.promise
  } finally {
    clearTimeout(timer)
  }
}
