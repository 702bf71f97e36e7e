import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { win32 } from 'node:path'

/** The program with which this system opens a file the way its user wants. */
export interface Opener {
  readonly program: string
  argumentsFor(file: string): readonly string[]
}

/** SECURITY: whole paths. The search path may lead to a program of somebody else. */
const LINUX_OPENERS = ['/usr/bin/xdg-open', '/usr/local/bin/xdg-open']

/** Null: there is none, or nothing that it could show a page on. */
export function findOpener(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): Opener | null {
  if (platform === 'win32') return windowsOpener(environment.SystemRoot ?? environment.SYSTEMROOT ?? '')
  if (platform === 'darwin') return { program: '/usr/bin/open', argumentsFor: (file) => [file] }
  // Without a desktop xdg-open starts a browser for text inside this terminal.
  if ((environment.DISPLAY ?? '') === '' && (environment.WAYLAND_DISPLAY ?? '') === '') return null
  const program = LINUX_OPENERS.find((path) => existsSync(path))
  return program === undefined ? null : { program, argumentsFor: (file) => [file] }
}

/** The variable is the user's own to change, which is no danger here: nothing is opened with more rights than that user has. */
function windowsOpener(systemRoot: string): Opener | null {
  if (!/^[A-Za-z]:\\/.test(systemRoot)) return null
  return { program: win32.join(systemRoot, 'System32', 'rundll32.exe'), argumentsFor: (file) => ['url.dll,FileProtocolHandler', file] }
}

/** Starts the program and leaves it alone; false: it cannot be started. `onFailed` is called where it says later that it could not. */
export async function open({ program, argumentsFor }: Opener, file: string, onFailed: () => void): Promise<boolean> {
  const child = spawn(program, argumentsFor(file), { shell: false, detached: true, stdio: 'ignore', windowsHide: true })
  child.once('exit', (status) => {
    if (status !== 0) onFailed()
  })
  return await new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
