import type { Account } from '../../accounts/account.ts'
import { isWindowsMadeUser, wellKnownSids } from '../../accounts/well-known.ts'
import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'
import { readsLikeVendor } from './vendor-names.ts'

type Input = Parameters<RuleOf<typeof definition>>[0]
type Found = ReturnType<RuleOf<typeof definition>>[number]

/** An account that nobody named, but whose name reads like one made for the vendor. */
export interface Suspect {
  readonly account: Account
  readonly finding: Found
}

/** Enabled local users, and domain users directly in a group that opens the door, judged by their names alone. */
export function candidates(input: Input, named: readonly Account[]): readonly Suspect[] {
  const { facts, accounts, syncTools } = input
  const isCandidate = (account: Account): boolean =>
    !isWindowsMadeUser(account.sid) && !syncTools.isSyncToolAccount(account) && !named.some((known) => accounts.same(known, account))
  const suspects: Suspect[] = []
  for (const user of facts['local-users']?.users ?? []) {
    if (!user.enabled || !(readsLikeVendor(user.name) || readsLikeVendor(user.fullName) || readsLikeVendor(user.comment))) continue
    const account = accounts.resolve(user.name, user.sid)
    if (!isCandidate(account)) continue
    const details = { fullName: user.fullName || '–', comment: user.comment || '–' }
    suspects.push({ account, finding: suspicion({ probe: 'local-users', subject: user.name, kind: 'candidate', params: details }) })
  }
  for (const account of domainUsersWithAccess(input)) {
    if (!readsLikeVendor(userPart(account.name)) || !isCandidate(account)) continue
    suspects.push({ account, finding: suspicion({ probe: 'local-groups', subject: account.name, kind: 'candidate-domain' }) })
  }
  return suspects
}

/** The domain's own name says nothing about its users. */
function userPart(name: string): string {
  return name.includes('\\') ? name.slice(name.indexOf('\\') + 1) : name.replace(/@.*$/, '')
}

function suspicion(evidence: NonNullable<Found['evidence']>[number]): Found {
  return { verdict: 'attention', message: { id: 'candidate', params: { users: [evidence.subject] } }, evidence: [evidence] }
}

/** Domain users directly in Administrators or Remote Desktop Users, each once. */
function domainUsersWithAccess({ accounts }: Input): readonly Account[] {
  const byKey = new Map<string, Account>()
  for (const sid of [wellKnownSids.administrators, wellKnownSids.remoteDesktopUsers]) {
    for (const member of accounts.group(sid)?.members ?? []) {
      const account = accounts.resolve(member.name, member.sid)
      if (member.kind === 'user' && account.kind === 'domain') byKey.set(account.key, account)
    }
  }
  return [...byKey.values()]
}
