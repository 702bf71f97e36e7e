import type { RegistryPolicyEntry } from './registry-pol.ts'

/** What a policy does to the registry, in the order of its file. */
export type RegistryChange =
  | { readonly kind: 'set'; readonly key: string; readonly name: string; readonly type: number; readonly data: Uint8Array }
  /** The value is written only where there is none. */
  | { readonly kind: 'suggest'; readonly key: string; readonly name: string; readonly type: number; readonly data: Uint8Array }
  | { readonly kind: 'create-key' | 'delete-key' | 'delete-values'; readonly key: string }
  | { readonly kind: 'delete-value'; readonly key: string; readonly name: string }

/** Begins the name of an instruction that is no plain value. */
const DIRECTIVE = '**'

/**
 * The changes that the entries of a policy ask for.
 *
 * Source: "Registry Policy File Format" and "Control Codes" of the Windows SDK. A directive that is not known changes nothing, and a key
 * that is one is skipped with all its values, as Windows does. `**SecureKey` and comments change no value.
 */
export function registryChanges(entries: readonly RegistryPolicyEntry[]): readonly RegistryChange[] {
  return entries.flatMap((entry) => (entry.key.split('\\').some((part) => part.startsWith(DIRECTIVE)) ? [] : changesOf(entry)))
}

function changesOf({ key, valueName, type, data }: RegistryPolicyEntry): readonly RegistryChange[] {
  if (valueName === '' && data.byteLength === 0) return [{ kind: 'create-key', key }]
  if (!valueName.startsWith(DIRECTIVE)) return [{ kind: 'set', key, name: valueName, type, data }]
  const directive = valueName.slice(DIRECTIVE.length)
  const deleted = after('del.', directive)
  if (deleted !== null) return [{ kind: 'delete-value', key, name: deleted }]
  const suggested = after('soft.', directive)
  if (suggested !== null) return [{ kind: 'suggest', key, name: suggested, type, data }]
  switch (directive.toLowerCase()) {
    case 'delvals':
    case 'delvals.':
      return [{ kind: 'delete-values', key }]
    case 'deletevalues':
      return namesIn(data).map((name) => ({ kind: 'delete-value', key, name }))
    case 'deletekeys':
      return namesIn(data).map((name) => ({ kind: 'delete-key', key: `${key}\\${name}` }))
    default:
      return []
  }
}

function after(prefix: string, text: string): string | null {
  return text.toLowerCase().startsWith(prefix) ? text.slice(prefix.length) : null
}

/** `NoRun;NoFind` in UTF-16, with or without a NUL. */
function namesIn(data: Uint8Array): readonly string[] {
  const [text = ''] = Buffer.from(data).toString('utf16le').split('\0')
  return text
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** The last change that decides on a value, compared without case; null: the policy leaves it alone. */
export function lastChangeOf(changes: readonly RegistryChange[], key: string, name: string): RegistryChange | null {
  return changes.findLast((change) => decidesOn(change, key.toLowerCase(), name.toLowerCase())) ?? null
}

function decidesOn(change: RegistryChange, key: string, name: string): boolean {
  const changedKey = change.key.toLowerCase()
  switch (change.kind) {
    case 'set':
    case 'delete-value':
      return changedKey === key && change.name.toLowerCase() === name
    case 'delete-values':
      return changedKey === key
    case 'delete-key':
      return `${key}\\`.startsWith(`${changedKey}\\`)
    default:
      return false
  }
}
