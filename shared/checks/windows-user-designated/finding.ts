import type { Account } from '../../accounts/account.ts'
import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'

export type Rule = RuleOf<typeof definition>
export type Input = Parameters<Rule>[0]
export type Found = ReturnType<Rule>[number]
export type Proof = NonNullable<Found['evidence']>[number]

/** Two spellings of a local user are one subject, so that an answer outlives a change of spelling. */
export function nameOf(account: Account, { accounts }: Input): string {
  return accounts.localUser(account)?.name ?? account.name
}
