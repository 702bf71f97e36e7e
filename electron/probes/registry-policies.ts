import { lastChangeOf, type RegistryChange, registryChanges } from '../policy/registry-changes.ts'
import { parseRegistryPolicy, type RegistryPolicyFile } from '../policy/registry-pol.ts'
import { describeFailure } from '../win32/result.ts'
import { isLocalPolicy, readAppliedPolicies } from './applied-policies.ts'
import { openPolicyFiles, type PolicyFiles } from './policy-files.ts'
import { LOCAL_POLICY, policyTitle } from './policy-titles.ts'
import type { ProbeContext } from './probe.ts'

/** Registry settings of the policies of this machine, in the order in which they were applied. */
export interface RegistryPolicies {
  readonly policies: readonly { readonly title: string; readonly changes: readonly RegistryChange[] }[]
  /** One line for each file or folder that could not be read, or not to its end. */
  readonly unread: readonly string[]
}

/**
 * What Registry.pol of the local policy and of the domain's policies asks for, as far as these lie on this machine.
 *
 * A domain's policy of which no copy is kept here is not listed: that is usual on a server and no fault.
 */
export async function readRegistryPolicies(context: Pick<ProbeContext, 'windows' | 'environment'>): Promise<RegistryPolicies> {
  const files = openPolicyFiles(context)
  if (files === null) return { policies: [], unread: ['the Windows folder is not known'] }
  const unread: string[] = []
  const policies: RegistryPolicies['policies'][number][] = []
  const take = (title: string, file: Awaited<ReturnType<PolicyFiles['ofLocalPolicy']>>): void => {
    if (file === null) return
    if ('refused' in file) unread.push(file.refused)
    else {
      const parsed = parseRegistryPolicy(file.bytes)
      const fault = faultOf(parsed)
      if (fault !== null) unread.push(`${file.path}: ${fault}`)
      if (parsed.kind === 'read') policies.push({ title, changes: registryChanges(parsed.entries) })
    }
  }
  take(LOCAL_POLICY, await files.ofLocalPolicy('registry'))
  const applied = readAppliedPolicies(context.windows.registry)
  if (!applied.ok) unread.push(describeFailure(applied.failure))
  for (const policy of applied.ok ? applied.value.filter((one) => !isLocalPolicy(one)) : []) {
    take(policyTitle(policy), await files.ofDomainPolicy(policy, 'registry'))
  }
  return { policies, unread: [...new Set(unread)] }
}

function faultOf(parsed: RegistryPolicyFile): string | null {
  if (parsed.kind === 'refused') return parsed.reason
  return parsed.fault === null ? null : `${parsed.fault.problem} at byte ${parsed.fault.atByte}`
}

/** The policy whose word on a value is the last, and what it sets; null: none sets it. */
export function whoSets(
  { policies }: RegistryPolicies,
  key: string,
  name: string,
): { readonly title: string; readonly type: number; readonly data: Uint8Array } | null {
  for (const { title, changes } of policies.toReversed()) {
    const change = lastChangeOf(changes, key, name)
    if (change === null) continue
    return change.kind === 'set' ? { title, type: change.type, data: change.data } : null
  }
  return null
}
