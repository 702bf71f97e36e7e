import type { Registry, RegistryKey } from '../win32/registry.ts'
import { succeeded, type Win32Result } from '../win32/result.ts'
import { type OpenServiceManager, type ServiceConfiguration, startModeOf } from '../win32/service-manager.ts'

const SERVICES_KEY = 'SYSTEM\\CurrentControlSet\\Services'

/**
 * How a service is set up: from its key, or as the service control manager tells it.
 *
 * The manager keeps these values in the registry itself and needs three to four calls for each service to tell them; a key also stays
 * readable where the access list of its service locks an administrator out. Only a value that somebody wrote into the key by hand shows here
 * before the next start of Windows, from which it counts. A key that lacks a part, has it in another type or cannot be read is no answer: a
 * service of one person's session has no account there, for one. Then the manager is asked, whose refusal is the failure.
 */
export function readServiceConfiguration(registry: Registry, manager: OpenServiceManager, name: string): Win32Result<ServiceConfiguration> {
  const location = { root: 'HKEY_LOCAL_MACHINE', path: `${SERVICES_KEY}\\${name}`, view: '64-bit' } as const
  const stored = registry.key(location, readStored)
  return stored.ok && stored.value !== null ? succeeded(stored.value) : manager.configuration(name)
}

function readStored(key: RegistryKey): ServiceConfiguration | null {
  const start = numberOf(key, 'Start')
  const startMode = start === null ? undefined : startModeOf(start)
  const imagePath = textOf(key, 'ImagePath')
  const account = textOf(key, 'ObjectName')
  if (startMode === undefined || imagePath === null || account === null) return null
  if (startMode !== 'auto') return { startMode, imagePath, account }
  const delayed = key.value('DelayedAutostart')
  if (!delayed.ok) return null
  return { startMode, imagePath, account, delayedStart: delayed.value?.kind === 'number' && delayed.value.number !== 0n }
}

function numberOf(key: RegistryKey, name: string): number | null {
  const read = key.value(name)
  return read.ok && read.value?.kind === 'number' ? Number(read.value.number) : null
}

/** Null: nothing of this type, or nothing in it. */
function textOf(key: RegistryKey, name: string): string | null {
  const read = key.value(name)
  return read.ok && read.value?.kind === 'text' && read.value.text !== '' ? read.value.text : null
}
