import type { Facts } from '#shared/facts/index.ts'
import type { RegistryKey } from '../win32/registry.ts'
import type { RegistryValue } from '../win32/registry-values.ts'
import type { Win32Failure } from '../win32/result.ts'
import { maskCredentials } from './credential-masking.ts'
import { expandVariables } from './environment-variables.ts'
import { readInstallDate } from './install-date.ts'

type Program = Facts['programs']['programs'][number]

/** One Uninstall subkey: a program, something that is none, or the first value that refused. */
export type UninstallEntry =
  | { readonly kind: 'program'; readonly program: Omit<Program, 'scope' | 'user'>; readonly masked: boolean }
  | { readonly kind: 'hidden' | 'none' }
  | { readonly kind: 'refused'; readonly failure: Win32Failure }

const VALUE_NAMES = [
  'DisplayName',
  'SystemComponent',
  'ParentKeyName',
  'Publisher',
  'DisplayVersion',
  'InstallDate',
  'InstallLocation',
  'UninstallString',
] as const

/**
 * Reads one entry.
 *
 * `none`: no DisplayName, or a part of another program (ParentKeyName: an update). `hidden`: SystemComponent is 1. `environment`
 * expands a folder of REG_EXPAND_SZ; null leaves it, because another user's variables are not ours.
 */
export function readUninstallEntry(key: RegistryKey, environment: Readonly<Record<string, string | undefined>> | null): UninstallEntry {
  const values = new Map<string, RegistryValue | null>()
  for (const name of VALUE_NAMES) {
    const value = key.value(name)
    if (!value.ok) return { kind: 'refused', failure: value.failure }
    values.set(name, value.value)
  }
  const text = (name: (typeof VALUE_NAMES)[number]): string => textOf(values.get(name) ?? null)
  if (text('DisplayName').trim() === '' || text('ParentKeyName') !== '') return { kind: 'none' }
  if (isOne(values.get('SystemComponent') ?? null)) return { kind: 'hidden' }
  const command = maskCredentials(text('UninstallString'))
  const location = values.get('InstallLocation')
  const expandable = location?.kind === 'text' && location.expandable && environment !== null
  return {
    kind: 'program',
    masked: command.masked,
    program: {
      name: text('DisplayName'),
      publisher: text('Publisher'),
      version: text('DisplayVersion'),
      installedOn: readInstallDate(text('InstallDate')),
      location: folderOf(expandable ? expandVariables(text('InstallLocation'), environment) : text('InstallLocation')),
      uninstallCommand: command.text === '' ? null : command.text,
    },
  }
}

function textOf(value: RegistryValue | null): string {
  return value?.kind === 'text' ? value.text : ''
}

/** Installers write the mark as a number, some as text. */
function isOne(value: RegistryValue | null): boolean {
  return value?.kind === 'number' ? value.number === 1n : value?.kind === 'text' && value.text.trim() === '1'
}

/** Some installers put the folder in quotation marks. */
function folderOf(text: string): string | null {
  const plain = text.trim().replace(/^"(.*)"$/, '$1')
  return plain === '' ? null : plain
}
