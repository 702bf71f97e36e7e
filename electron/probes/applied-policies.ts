import type { Registry, RegistryKey } from '../win32/registry.ts'
import { errorCodes, succeeded, type Win32Result } from '../win32/result.ts'

/** A group policy that this machine applied; what could not be told is null. */
export interface AppliedPolicy {
  /** `{GUID}` of a domain's policy, other text for the local one. */
  readonly id: string | null
  /** As its administrators named it. */
  readonly displayName: string | null
  readonly linkedToDomain: boolean | null
  /** Whether it holds security settings. */
  readonly hasSecuritySettings: boolean | null
}

const GPO_LIST = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Group Policy\\State\\Machine\\GPO-List'

/** GPLinkDomain of gpedit's GPO_LINK. */
const LINKED_TO_DOMAIN = 3n

/** The extension of Windows that applies security settings. */
const SECURITY_EXTENSION = '{827d319e-6eac-11d2-a4ea-00c04f79f83a}'

const DOMAIN_POLICY_ID = /^\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/i

/**
 * The group policies of this machine in the order in which they were applied: a later one wins.
 *
 * Source: the numbered keys of GPO-List, which Windows writes at each refresh. Where the list does not exist no policy was ever applied.
 * The path of a policy's files is not read: it leads to a server of the domain, and nothing is fetched from there.
 */
export function readAppliedPolicies(registry: Registry): Win32Result<readonly AppliedPolicy[]> {
  const list = registry.key({ root: 'HKEY_LOCAL_MACHINE', path: GPO_LIST, view: '64-bit' }, readList)
  if (list.ok) return list.value
  return list.failure.code === errorCodes.fileNotFound ? succeeded([]) : list
}

function readList(key: RegistryKey): Win32Result<readonly AppliedPolicy[]> {
  const names = key.subkeyNames()
  if (!names.ok) return names
  const numbers = names.value.filter((name) => /^\d+$/.test(name)).sort((left, right) => Number(left) - Number(right))
  return succeeded(numbers.map((name) => readPolicy(key, name)))
}

function readPolicy(list: RegistryKey, name: string): AppliedPolicy {
  const policy = list.subkey(name, (key) => {
    const extensions = textOf(key, 'Extensions')
    const link = key.value('GPOLink')
    return {
      id: textOf(key, 'GPOName'),
      displayName: textOf(key, 'DisplayName'),
      linkedToDomain: link.ok && link.value?.kind === 'number' ? link.value.number === LINKED_TO_DOMAIN : null,
      hasSecuritySettings: extensions === null ? null : extensions.toLowerCase().includes(SECURITY_EXTENSION),
    }
  })
  return policy.ok ? policy.value : { id: null, displayName: null, linkedToDomain: null, hasSecuritySettings: null }
}

function textOf(key: RegistryKey, name: string): string | null {
  const answer = key.value(name)
  return answer.ok && answer.value?.kind === 'text' ? answer.value.text : null
}

/** The policy of this machine itself: those of a domain are named by a GUID. */
export function isLocalPolicy({ id }: AppliedPolicy): boolean {
  return id !== null && !DOMAIN_POLICY_ID.test(id)
}
