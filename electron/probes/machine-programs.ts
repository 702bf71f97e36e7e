import type { Registry } from '../win32/registry.ts'
import { errorCodes, succeeded, type Win32Result } from '../win32/result.ts'
import type { Notebook } from './reading.ts'
import { type Program, readUninstallKey } from './uninstall-key.ts'

export const UNINSTALL_KEY = 'Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall'

/**
 * Programs that are installed for everybody, of both views of HKLM.
 *
 * A view that cannot be read refuses the whole list, but for the 32-bit one where it does not exist. `environment` expands the folders
 * of the entries.
 */
export function readMachinePrograms(
  registry: Registry,
  environment: Readonly<Record<string, string | undefined>>,
  notebook: Notebook,
): Win32Result<readonly Program[]> {
  const programs: Program[] = []
  for (const view of ['64-bit', '32-bit'] as const) {
    const location = { root: 'HKEY_LOCAL_MACHINE', path: UNINSTALL_KEY, view } as const
    const opened = registry.key(location, (key) => readUninstallKey(key, { scope: 'machine', environment }, notebook))
    if (isAbsent(opened) && view === '32-bit') continue
    const read = flatten(opened)
    if (!read.ok) return read
    programs.push(...read.value)
  }
  return succeeded(programs)
}

/** Windows without 32-bit programs, and users without programs of their own, lack the key itself. */
export function isAbsent(opened: Win32Result<unknown>): boolean {
  return !opened.ok && opened.failure.code === errorCodes.fileNotFound
}

export function flatten<Value>(nested: Win32Result<Win32Result<Value>>): Win32Result<Value> {
  return nested.ok ? nested.value : nested
}
