import { type Account, hasOwnPassword } from '../../accounts/account.ts'
import type { AccountDirectory } from '../../accounts/directory.ts'
import { wellKnownSids } from '../../accounts/well-known.ts'
import type { Facts } from '../../facts/index.ts'
import type { InstalledTool } from '../../sync-tool/installed-tool.ts'
import { ERP_DRIVER_NAME } from '../../sync-tool/patterns.ts'
import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'

type Rule = RuleOf<typeof definition>
type Input = Parameters<Rule>[0]
type Found = ReturnType<Rule>[number]
type Proof = NonNullable<Found['evidence']>[number]

/** Messages of an account that still has to be denied. */
const OPEN: readonly string[] = ['open', 'right-held']

const DENIED = 'SeDenyRemoteInteractiveLogonRight'

export const rule: Rule = (input) => {
  const { tools } = input.syncTools
  const judged = distinctAccounts(tools, input.accounts).flatMap((account) => judge(account, input))
  const findings = [...tools.flatMap(judgeTool), ...judged]
  if (tools.length === 0) findings.push(accountUnknown(ERP_DRIVER_NAME))
  else if (findings.length === 0 && connectorsOnly(tools) && input.facts.services !== undefined) findings.push(notAsked)
  return withRemoteDesktop(withPolicy(findings, input.facts['user-rights']), input.facts['remote-desktop'])
}

const notAsked: Found = { verdict: 'not-applicable', message: { id: 'not-asked' } }

function connectorsOnly(tools: readonly InstalledTool[]): boolean {
  return tools.every((tool) => tool.kind === 'connector')
}

/** Two tools may share an account: it is judged once. */
function distinctAccounts(tools: readonly InstalledTool[], accounts: AccountDirectory): readonly Account[] {
  const kept: Account[] = []
  for (const account of tools.flatMap((tool) => tool.accounts)) {
    if (!kept.some((known) => accounts.same(known, account))) kept.push(account)
  }
  return kept
}

function judgeTool(tool: InstalledTool): readonly Found[] {
  if (tool.accounts.length === 0) return tool.kind === 'erp-driver' ? [accountUnknown(tool.label)] : []
  if (!tool.accountsDiffer) return []
  const params = { tool: tool.label, named: tool.namedAccounts.map(nameOf), used: tool.serviceAccounts.map(nameOf) }
  const evidence: Proof[] = [{ probe: 'services', subject: tool.label, kind: 'accounts-differ', params }]
  return [{ verdict: 'attention', message: { id: 'accounts-differ', params }, evidence }]
}

function nameOf(account: Account): string {
  return account.name
}

function accountUnknown(tool: string): Found {
  const evidence: Proof[] = [{ probe: 'services', subject: tool, kind: 'account-unknown' }]
  return { verdict: 'attention', message: { id: 'account-unknown', params: { tools: [tool] } }, evidence }
}

function judge(account: Account, input: Input): readonly Found[] {
  const { accounts } = input
  if (account.exists === false) return [say('attention', 'no-such-account', account, 'local-users')]
  if (!hasOwnPassword(account)) return [say('pass', 'no-sign-in', account, 'services')]
  const rights = input.facts['user-rights']?.rights
  if (rights === undefined) return []
  const denied = holders(rights.SeDenyRemoteInteractiveLogonRight, account, accounts)
  if (denied.length > 0) return [say('pass', 'denied', account, 'user-rights', { holders: denied })]
  const allowed = holders(rights.SeRemoteInteractiveLogonRight, account, accounts)
  if (allowed.length === 0) return [withoutRight(account, accounts)]
  const doors = doorsOf(account, accounts)
  if (doors.length === 0) return [say('attention', 'right-held', account, 'user-rights', { holders: allowed })]
  return [say('fail', 'open', account, 'user-rights', { holders: allowed }, doors)]
}

function withoutRight(account: Account, accounts: AccountDirectory): Found {
  const visible = account.kind === 'local' || accounts.groupsComplete(account)
  return visible ? say('pass', 'no-way-in', account, 'user-rights') : say('attention', 'groups-not-visible', account, 'account-groups')
}

/** Membership that opens Remote Desktop to whoever holds the right, direct or nested. */
function doorsOf(account: Account, accounts: AccountDirectory): readonly Proof[] {
  const groups = accounts.groupsOf(account)
  const proofs: Proof[] = []
  const subject = account.name
  if (groups.has(wellKnownSids.administrators)) proofs.push({ probe: 'local-groups', subject, kind: 'administrator' })
  if (groups.has(wellKnownSids.remoteDesktopUsers)) proofs.push({ probe: 'local-groups', subject, kind: 'remote-desktop-user' })
  return proofs
}

/** Names of those holders of a right that are the account or one of its groups; a right that the facts leave out is held by nobody. */
function holders(
  right: Facts['user-rights']['rights'][string] | undefined,
  account: Account,
  accounts: AccountDirectory,
): readonly string[] {
  const groups = accounts.groupsOf(account)
  return (right ?? [])
    .filter((holder) => groups.has(holder.sid) || accounts.same(accounts.resolve(holder.name ?? holder.sid, holder.sid), account))
    .map((holder) => holder.name ?? holder.sid)
}

function say(
  verdict: Found['verdict'],
  id: Proof['kind'] & Found['message']['id'],
  account: Account,
  probe: Proof['probe'],
  params?: Proof['params'],
  more: readonly Proof[] = [],
): Found {
  const subject = account.name
  return { verdict, message: { id, params: { accounts: [subject] } }, evidence: [{ probe, subject, kind: id, params }, ...more] }
}

/** Whoever closes the gap on this server, while a policy sets the list, sees it open again within two hours. */
function withPolicy(findings: readonly Found[], rights: Facts['user-rights'] | undefined): readonly Found[] {
  const policies = (rights?.setByPolicy ?? []).filter(({ rights: set }) => set.includes(DENIED)).map(({ policy }) => policy)
  if (policies.length === 0) return findings
  const owned: Proof = { probe: 'user-rights', subject: DENIED, kind: 'set-by-policy', params: { policies }, context: true }
  return findings.map((found) => (OPEN.includes(found.message.id) ? { ...found, evidence: [...(found.evidence ?? []), owned] } : found))
}

/** Remote Desktop can be switched on again at any time: whether it is on today changes no verdict. */
function withRemoteDesktop(findings: readonly Found[], remoteDesktop: Facts['remote-desktop'] | undefined): readonly Found[] {
  const [first, ...rest] = findings
  if (first === undefined || remoteDesktop === undefined) return findings
  const kind = remoteDesktop.enabled ? 'remote-desktop-on' : 'remote-desktop-off'
  const today: Proof = { probe: 'remote-desktop', subject: 'rdp', kind, params: { port: remoteDesktop.port }, context: true }
  return [{ ...first, evidence: [...(first.evidence ?? []), today] }, ...rest]
}
