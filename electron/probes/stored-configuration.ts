import type { Registry, RegistryKey } from '../win32/registry.ts'
import { type ServiceConfiguration, startModeOf } from '../win32/service-manager.ts'

const SERVICES_KEY = 'SYSTEM\\CurrentControlSet\\Services'

/** What the service control manager takes where no account is stored. */
const DEFAULT_ACCOUNT = 'LocalSystem'

/**
 * The configuration of a service as the registry stores it, for a service that refuses to be asked.
 *
 * A service's own access list may lock an administrator out while its key stays readable. Null: the key refuses too, or lacks a
 * part that every service has.
 */
export function readStoredConfiguration(registry: Registry, serviceName: string): ServiceConfiguration | null {
  const location = { root: 'HKEY_LOCAL_MACHINE', path: `${SERVICES_KEY}\\${serviceName}`, view: '64-bit' } as const
  const key = registry.key(location, readValues)
  return key.ok ? key.value : null
}

function readValues(key: RegistryKey): ServiceConfiguration | null {
  const start = key.value('Start')
  const imagePath = key.value('ImagePath')
  const account = key.value('ObjectName')
  const delayed = key.value('DelayedAutostart')
  if (!start.ok || !imagePath.ok || !account.ok) return null
  const startMode = start.value?.kind === 'number' ? startModeOf(Number(start.value.number)) : undefined
  if (startMode === undefined || imagePath.value?.kind !== 'text') return null
  return {
    startMode,
    imagePath: imagePath.value.text,
    account: account.value?.kind === 'text' ? account.value.text : DEFAULT_ACCOUNT,
    ...(startMode === 'auto' && delayed.ok ? { delayedStart: delayed.value?.kind === 'number' && delayed.value.number === 1n } : {}),
  }
}
