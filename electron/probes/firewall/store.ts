import type { Registry, RegistryLocation } from '../../win32/registry.ts'
import { errorCodes, succeeded, type Win32Result } from '../../win32/result.ts'

/** What is set on this machine itself. */
export const LOCAL_STORE = 'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy'

/** What Group Policy sets, be it of the domain or of this machine. */
export const POLICY_STORE = 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall'

export function storeKey(path: string): RegistryLocation {
  return { root: 'HKEY_LOCAL_MACHINE', path, view: '64-bit' }
}

/** A number of a key; null: the key or the value is not there, NaN: the value is no number. */
export function readNumber(registry: Registry, path: string, name: string): Win32Result<number | null> {
  const opened = registry.key(storeKey(path), (key) => key.value(name))
  if (!opened.ok) return opened.failure.code === errorCodes.fileNotFound ? succeeded(null) : opened
  const read = opened.value
  if (!read.ok) return read
  if (read.value === null) return succeeded(null)
  return succeeded(read.value.kind === 'number' ? Number(read.value.number) : Number.NaN)
}
