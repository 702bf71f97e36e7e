import { spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { posix, win32 } from 'node:path'

/** How starting the desktop app ended; `code` is the system's. */
export type AppStart =
  | { readonly kind: 'started' }
  | { readonly kind: 'not-installed' }
  | { readonly kind: 'failed'; readonly program: string; readonly code: string }

/** Name of the program file, as `build/desktop/electron-builder.yml` has it. */
const LINUX_PROGRAM = 'erp-sync-security-checkup'

/**
 * Where the installer puts the desktop app, best guess first.
 *
 * SECURITY: only folders that administrators alone may write to, and whole paths: whoever starts this may be elevated.
 */
export function installedAppPaths(productName: string, environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): readonly string[] {
  if (platform === 'win32') {
    const folders = [environment.ProgramW6432, environment.ProgramFiles].filter((folder) => /^[A-Za-z]:\\/.test(folder ?? ''))
    return [...new Set(folders)].map((folder) => win32.join(folder ?? '', productName, `${productName}.exe`))
  }
  return platform === 'linux' ? [posix.join('/opt', productName, LINUX_PROGRAM)] : []
}

/** Starts the first of these programs that is there, and leaves it alone. */
export async function startInstalledApp(paths: readonly string[]): Promise<AppStart> {
  const program = paths.find((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
  if (program === undefined) return { kind: 'not-installed' }
  return await new Promise((resolve) => {
    const child = spawn(program, [], { detached: true, stdio: 'ignore' })
    child.once('error', (error) => resolve({ kind: 'failed', program, code: 'code' in error ? String(error.code) : error.name }))
    child.once('spawn', () => {
      child.unref()
      resolve({ kind: 'started' })
    })
  })
}
