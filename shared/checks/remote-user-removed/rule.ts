import type { Account } from '../../accounts/account.ts'
import { isWindowsMadeUser, wellKnownSids } from '../../accounts/well-known.ts'
import type { RuleOf } from '../check.ts'
import { candidates, type Suspect } from './candidates.ts'
import type { definition } from './definition.ts'

type Rule = RuleOf<typeof definition>
type Input = Parameters<Rule>[0]
type Found = ReturnType<Rule>[number]

export const rule: Rule = (input) => {
  const { profile } = input
  const named = namedAccounts(input)
  const suspects = candidates(input, named)
  return [
    ...named.flatMap((account) => judgeNamed(account, input)),
    ...suspects.map((suspect) => suspect.finding),
    ...(profile.remoteAccessUsers === undefined ? [notAsked, ...otherMembers(input, suspects)] : []),
    ...(profile.remoteAccessUsers !== undefined && named.length === 0 ? [noneMade] : []),
  ]
}

const notAsked: Found = {
  verdict: 'attention',
  message: { id: 'not-asked' },
  evidence: [{ probe: 'profile', subject: 'remoteAccessUsers', kind: 'not-asked' }],
}

const noneMade: Found = {
  verdict: 'pass',
  message: { id: 'none-made' },
  evidence: [{ probe: 'profile', subject: 'remoteAccessUsers', kind: 'none-made' }],
}

/** Each named account once; a bare name is a local one even where Windows would look in the domain first. */
function namedAccounts({ profile, accounts }: Input): readonly Account[] {
  const byKey = new Map<string, Account>()
  for (const name of (profile.remoteAccessUsers ?? []).map((entry) => entry.trim()).filter((entry) => entry !== '')) {
    const account = { ...accounts.resolve(/[\\@]/.test(name) ? name : `.\\${name}`), name }
    if (!byKey.has(account.key)) byKey.set(account.key, account)
  }
  return [...byKey.values()]
}

function judgeNamed(account: Account, { accounts, syncTools }: Input): readonly Found[] {
  const user = accounts.localUser(account)
  const name = user?.name ?? account.name
  const params = { users: [name] }
  if (syncTools.isSyncToolAccount(account)) {
    const evidence = [{ probe: 'profile', subject: name, kind: 'sync-account' } as const]
    return [{ verdict: 'fail', message: { id: 'sync-account', params }, evidence, evenWhileDeploying: true }]
  }
  if (account.kind !== 'local') {
    const id = account.kind === 'domain' || account.kind === 'managed' ? 'domain' : 'not-a-user'
    return [{ verdict: 'attention', message: { id, params }, evidence: [{ probe: 'profile', subject: name, kind: id }] }]
  }
  if (user !== undefined) {
    const kind = user.enabled ? 'enabled' : 'disabled'
    const details = { fullName: user.fullName || '–', lastLogon: user.lastLogon ?? '–' }
    const evidence = [{ probe: 'local-users', subject: name, kind, params: details } as const]
    return [{ verdict: user.enabled ? 'fail' : 'attention', message: { id: kind, params }, evidence }]
  }
  if (account.exists === undefined) return []
  return [{ verdict: 'pass', message: { id: 'gone', params }, evidence: [{ probe: 'local-users', subject: name, kind: 'gone' }] }]
}

function otherMembers({ accounts, syncTools }: Input, suspects: readonly Suspect[]): readonly Found[] {
  const group = accounts.group(wellKnownSids.remoteDesktopUsers)
  const others = (group === undefined ? [] : accounts.members(group)).filter(
    (account) =>
      account.kind !== 'built-in' &&
      !isWindowsMadeUser(account.sid) &&
      !syncTools.isSyncToolAccount(account) &&
      !suspects.some((suspect) => accounts.same(suspect.account, account)),
  )
  return others.map((account) => {
    const name = accounts.localUser(account)?.name ?? account.name
    const evidence = [{ probe: 'local-groups', subject: name, kind: 'member' } as const]
    return { verdict: 'attention', message: { id: 'other-member', params: { users: [name] } }, evidence }
  })
}
