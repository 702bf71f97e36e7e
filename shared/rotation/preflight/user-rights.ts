import type { Account } from '../../accounts/account.ts'
import { isOfDomain } from './account.ts'
import { found, type PreflightFinding } from './findings.ts'
import type { LoginToChange } from './input.ts'
import { type PreflightWorld, sameName } from './world.ts'

/** A right to log on in some way, and the one that takes it away again whoever gave it. */
interface LogonRight {
  readonly right: string
  readonly denied: string
}

export const SERVICE_RIGHT: LogonRight = { right: 'SeServiceLogonRight', denied: 'SeDenyServiceLogonRight' }
export const BATCH_RIGHT: LogonRight = { right: 'SeBatchLogonRight', denied: 'SeDenyBatchLogonRight' }

/**
 * Whether an account may log on as a service or a task does, or can be given that right.
 *
 * A right that is missing can only be given where every group, every holder and every policy that sets it are known.
 */
export function judgeRight(
  world: PreflightWorld,
  login: LoginToChange,
  account: Account,
  { right, denied }: LogonRight,
): readonly PreflightFinding[] {
  const facts = world.facts('user-rights')
  const params = { right }
  const notKnown = [found('warn', 'right-not-known', login.key, params)]
  if (facts === undefined) return notKnown
  const groups = world.accounts.groupsOf(account)
  const holds = (name: string): boolean => (facts.rights[name] ?? []).some(({ sid }) => groups.has(sid))
  if (holds(denied)) return [found('stop', 'right-denied', login.key, { right: denied })]
  if (!isGroupsKnown(world, account) || facts.rights[denied] === undefined) return notKnown
  if (holds(right)) return [found('ok', 'right-held', login.key, params)]
  if (facts.rights[right] === undefined) return notKnown
  const { policyRights } = world.input.readings
  const seen = [...(facts.setByPolicy ?? []), ...(policyRights?.status === 'read' ? policyRights.value : [])]
  const policy = seen.find(({ rights }) => rights.some((name) => sameName(name, right)))?.policy
  if (policy !== undefined) return [found('stop', 'right-set-by-policy', login.key, { ...params, policy })]
  const isPolicyKnown = policyRights?.status === 'read' && policyRights.gaps.length === 0
  return isPolicyKnown ? [found('warn', 'right-will-be-granted', login.key, params)] : notKnown
}

/** Every group that could hold a right is known. */
function isGroupsKnown(world: PreflightWorld, account: Account): boolean {
  return isOfDomain(world, account) ? world.accounts.groupsComplete(account) : world.isWhole('local-groups')
}
