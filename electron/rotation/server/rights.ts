import type { PolicyRights, Reading } from '#shared/rotation/preflight/readings.ts'
import type { AccountRights } from '../../win32/account-rights.ts'
import type { Authorization } from '../../win32/authorization.ts'
import type { LocalPolicy } from '../../win32/local-policy.ts'
import type { Win32Failure } from '../../win32/result.ts'
import { type Acted, acted, notDone } from './acted.ts'
import { type AccountPorts, sidOfAccount } from './services-account.ts'

/** Rights that the program gives and takes: to log on as a service or a task, and to be kept out of Remote Desktop. */
const OURS: readonly string[] = ['SeServiceLogonRight', 'SeBatchLogonRight', 'SeDenyRemoteInteractiveLogonRight']

/** What came of it; `policy` is the one that owns the right, as its administrators call it. */
export type RightActed = Acted & { readonly policy?: string }

/**
 * User rights of an account on this server, by their constants; each act is read back before it counts as done, and may be done twice.
 *
 * An account is one of this machine unless its name says otherwise.
 */
export interface RightsHands {
  /** Whether the account holds the right, itself or by a group; null: that could not be told. */
  holds(account: string, right: string): Promise<boolean | null>
  /** Gives the account the right; one that it holds by a group is not given again. */
  grant(account: string, right: string): Promise<RightActed>
  denyRemoteDesktop(account: string): Promise<RightActed>
  /** Takes away what the account holds itself. */
  revoke(account: string, right: string): Promise<RightActed>
}

export interface RightsPorts extends AccountPorts {
  readonly rights: AccountRights
  readonly localPolicy: LocalPolicy
  readonly authorization: Authorization
  /** the rights that policies set here: what is granted against one is gone at its next refresh */
  readonly policyRights: () => Promise<Reading<readonly PolicyRights[]>>
}

/** Accounts of this machine or a domain. */
const ACCOUNT_SID = /^S-1-5-21-/

/** Beyond 16 bits a code is an NTSTATUS or an HRESULT, which people know by their hexadecimal form. */
const codeOf = ({ code }: Win32Failure): string => `right-${code > 0xffff ? `0x${code.toString(16).toUpperCase()}` : code}`

export function createRightsHands(ports: RightsPorts): RightsHands {
  const { rights } = ports

  /** The SID of the account, or why nothing is done to it. */
  const withSid = async (account: string, act: (sid: string) => Promise<RightActed>): Promise<RightActed> => {
    const sid = sidOfAccount(ports, account)
    if (!sid.ok) return notDone(codeOf(sid.failure))
    if (sid.value === null) return notDone('right-account-not-found')
    return ACCOUNT_SID.test(sid.value) ? await act(sid.value) : notDone('right-account-not-ours')
  }

  const setByPolicy = async (right: string): Promise<RightActed | null> => {
    const read = await ports.policyRights()
    const policies = read.status === 'read' ? read.value : []
    const owner = policies.find((policy) => policy.rights.some((name) => name.toLowerCase() === right.toLowerCase()))
    if (owner !== undefined) return { kind: 'failed', code: 'right-set-by-policy', outcome: 'not-done', policy: owner.policy }
    return read.status === 'read' && read.gaps.length === 0 ? null : notDone('right-policy-not-known')
  }

  /** Changes nothing where it is as it has to be, or where a policy would change it back. */
  const change = async (sid: string, right: string, granted: boolean): Promise<RightActed> => {
    if (!OURS.includes(right)) return notDone('right-not-ours')
    const before = granted ? holdsAnyhow(ports, sid, right) : isHeldBy(ports, sid, right)
    if (before === granted) return acted
    const policy = await setByPolicy(right)
    if (policy !== null) return policy
    const changed = granted ? rights.add(sid, right) : rights.remove(sid, right)
    if (!changed.ok) return notDone(codeOf(changed.failure))
    const after = isHeldBy(ports, sid, right)
    if (after === granted) return acted
    const code = granted ? 'right-not-kept' : 'right-still-there'
    return after === null ? { kind: 'failed', code, outcome: 'unknown' } : notDone(code)
  }

  const grant = (account: string, right: string): Promise<RightActed> => withSid(account, (sid) => change(sid, right, true))

  return {
    holds: async (account, right) => {
      const sid = sidOfAccount(ports, account)
      return sid.ok && sid.value !== null ? holdsAnyhow(ports, sid.value, right) : null
    },
    grant,
    denyRemoteDesktop: (account) => grant(account, 'SeDenyRemoteInteractiveLogonRight'),
    revoke: (account, right) => withSid(account, (sid) => change(sid, right, false)),
  }
}

/** Whether the account itself holds the right; null: that could not be told. */
function isHeldBy({ rights }: RightsPorts, sid: string, right: string): boolean | null {
  const held = rights.of(sid)
  return held.ok ? held.value.includes(right) : null
}

/** Whether the account holds the right, itself or by a group; null: that could not be told. */
function holdsAnyhow(ports: RightsPorts, sid: string, right: string): boolean | null {
  const direct = isHeldBy(ports, sid, right)
  if (direct === true) return true
  const opened = ports.localPolicy.open((policy) => policy.holders(right))
  const holders = opened.ok ? opened.value : opened
  const groups = ports.authorization.groupsOf(sid)
  if (!holders.ok || holders.value === null) return null
  const holding = new Set(holders.value)
  if (holding.has(sid)) return true
  if (holding.size === 0) return direct
  if (!groups.ok) return null
  return groups.value.some((group) => holding.has(group)) ? true : direct
}
