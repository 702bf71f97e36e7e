import type { AppliedPolicy } from './applied-policies.ts'

export const LOCAL_POLICY = 'the local group policy'

/** How a note calls a policy of a domain: as its administrators named it, else by its GUID. */
export function policyTitle({ displayName, id }: Pick<AppliedPolicy, 'displayName' | 'id'>): string {
  return displayName === null || displayName === '' ? `the policy ${id ?? 'of the domain'}` : `the policy "${displayName}"`
}

/** The note on what a policy sets: whoever changes it here should know that it comes back. */
export function setByNote(names: readonly string[], title: string): string {
  return `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} set by ${title}; a change made on this server is undone`
}
