import { succeeded, type Win32Result } from '../win32/result.ts'
import type { Windows } from '../win32/windows.ts'

/** Whether the accounts of this machine are those of a whole domain: by its directory role, else by its product type. */
export function isDomainController(windows: Windows): Win32Result<boolean> {
  const role = windows.membership.role()
  if (role.ok) return succeeded(role.value.kind === 'domain-controller')
  const version = windows.system.version()
  return version.ok ? succeeded(version.value.kind === 'domain-controller') : role
}
