import type { Registry, RegistryKey, RegistryLocation } from '#electron/win32/registry.ts'
import type { RegistryValue } from '#electron/win32/registry-values.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import type { ListedService, ServiceConfiguration, ServiceManager } from '#electron/win32/service-manager.ts'
import type { Windows } from '#electron/win32/windows.ts'

/** A key of the stand-in registry: values by name, subkeys by name, or the code that opening it gives. */
export interface StandInKey {
  readonly values?: Readonly<Record<string, RegistryValue | number>>
  readonly subkeys?: Readonly<Record<string, StandInKey | number>>
  /** Code with which listing the subkeys fails. */
  readonly listing?: number
}

/** Keys by `view root\path`; a number is the code that opening gives. What is not listed does not exist. */
export type StandInRegistry = Readonly<Record<string, StandInKey | number>>

export function text(content: string, expandable = false): RegistryValue {
  return { kind: 'text', text: content, expandable }
}

export function number(content: number): RegistryValue {
  return { kind: 'number', number: BigInt(content) }
}

function keyOf(key: StandInKey): RegistryKey {
  return {
    subkeyNames: () => (key.listing === undefined ? succeeded(Object.keys(key.subkeys ?? {})) : refused('RegEnumKeyExW', key.listing)),
    subkey: (name, reader) => {
      const found = key.subkeys?.[name] ?? 2
      return typeof found === 'number' ? refused('RegOpenKeyExW', found, { subject: name }) : succeeded(reader(keyOf(found)))
    },
    value: (name) => {
      const found = key.values?.[name]
      if (typeof found === 'number') return refused('RegQueryValueExW', found, { subject: name })
      return succeeded(found ?? null)
    },
  }
}

export function registryOf(keys: StandInRegistry): Registry {
  return {
    key: (location: RegistryLocation, reader) => {
      const path = location.path === '' ? location.root : `${location.root}\\${location.path}`
      const found = keys[`${location.view} ${path}`] ?? 2
      return typeof found === 'number' ? refused('RegOpenKeyExW', found, { subject: path }) : succeeded(reader(keyOf(found)))
    },
  }
}

export interface StandInService {
  readonly listed: ListedService
  /** A number is the code that asking for it gives. */
  readonly configuration: ServiceConfiguration | number
  readonly delayedStart?: boolean | number | null
}

export function serviceManagerOf(services: readonly StandInService[]): ServiceManager {
  const find = (name: string): StandInService | undefined => services.find((service) => service.listed.name === name)
  return {
    connect: (reader) =>
      succeeded(
        reader({
          list: () => succeeded(services.map((service) => service.listed)),
          configuration: (name) => {
            const found = find(name)?.configuration ?? 1060
            return typeof found === 'number' ? refused('OpenServiceW', found, { subject: name }) : succeeded(found)
          },
          delayedStart: (name) => {
            const found = find(name)?.delayedStart ?? null
            return typeof found === 'number' ? refused('QueryServiceConfig2W', found) : succeeded(found)
          },
        }),
      ),
  }
}

/** A workgroup server where every part that a test does not replace answers. */
export function windowsOf(parts: Partial<Windows> = {}): Windows {
  return {
    registry: registryOf({}),
    services: serviceManagerOf([]),
    accounts: { sidOf: () => succeeded(null), nameOf: () => succeeded(null) },
    system: {
      computerName: () => succeeded('ERP01'),
      version: () => succeeded({ build: 20348, kind: 'server' }),
      uptimeMs: () => succeeded(60_000),
    },
    membership: {
      role: () => succeeded({ kind: 'workgroup', dnsName: null, netbiosName: null }),
      join: () => succeeded({ kind: 'workgroup', dnsName: null, netbiosName: null }),
    },
    token: { elevated: () => succeeded(true), userSid: () => succeeded('S-1-5-18') },
    ...parts,
  }
}
