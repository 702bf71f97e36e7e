import type { SyncTool } from '../../formats/profile.ts'
import { ERP_DRIVER_NAME } from '../../sync-tool/patterns.ts'
import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'
import { isNamedAfter, isSharedByNature } from './user-names.ts'

type Rule = RuleOf<typeof definition>
type Input = Parameters<Rule>[0]
type Found = ReturnType<Rule>[number]
type Proof = NonNullable<Found['evidence']>[number]

export const rule: Rule = (input) => {
  const { profile, syncTools } = input
  const named = profile.syncTools.filter((tool) => tool.kind !== 'connector')
  const onlySeen = syncTools.tools.filter((tool) => tool.named.length === 0)
  const findings = [...named.map((tool) => judge(tool, input)), ...onlySeen.map((tool) => unset(tool.label))]
  if (findings.length > 0) return findings
  if (profile.syncTools.length === 0) return [unset(ERP_DRIVER_NAME)]
  return [{ verdict: 'not-applicable', message: { id: 'only-connectors' }, byProfile: true }]
}

function judge(tool: SyncTool, { profile }: Input): Found {
  const user = tool.erpUser?.trim() ?? ''
  if (user === '') return unset(tool.name)
  if (isSharedByNature(user)) return about('fail', 'shared', user)
  if ([profile.consultant, profile.preparedBy].some((person) => person !== undefined && isNamedAfter(user, person)))
    return about('fail', 'personal', user)
  return about('attention', 'to-confirm', user)
}

function unset(tool: string): Found {
  const evidence: Proof[] = [{ probe: 'profile', subject: tool, kind: 'unset' }]
  return { verdict: 'attention', message: { id: 'unset', params: { tools: [tool] } }, evidence }
}

function about(verdict: Found['verdict'], id: 'shared' | 'personal' | 'to-confirm', user: string): Found {
  return { verdict, message: { id, params: { users: [user] } }, evidence: [{ probe: 'profile', subject: user, kind: id }] }
}
