import type { Answer } from '#shared/rotation/events.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import type { Question } from '#shared/rotation/ledger.ts'
import type { PlannedHolder, PlannedLogin } from '#shared/rotation/plan.ts'
import type { Acted } from './acted.ts'

export type PasswordQuestion = Extract<Question, { readonly about: 'password' }>

/** What is done to the logins of one kind; `login` is as planned, the intent says which generation. */
export interface LoginHands {
  setPassword(login: PlannedLogin, intent: Intent): Promise<Acted>
  create(login: PlannedLogin, intent: Intent): Promise<Acted>
  grantRights(login: PlannedLogin): Promise<Acted>
  denyRemoteDesktop(login: PlannedLogin): Promise<Acted>
  /** By a real sign-in where the intent's check says so, else by what can be read back. */
  verify(login: PlannedLogin, intent: Intent): Promise<Acted>
  /** Disables the login that is no longer used. */
  retire(login: PlannedLogin): Promise<Acted>
  remove(login: PlannedLogin): Promise<Acted>
  /** Whether the new user exists; null: it could not be told. */
  exists(login: PlannedLogin): Promise<boolean | null>
  whichPassword(login: PlannedLogin, question: PasswordQuestion): Promise<Answer>
}

/** Name of the login that a generation is of: of a move to a new user the old one is generation 0. */
export function accountOf({ key, change, kind }: PlannedLogin, generation: number | undefined): string {
  const own = change.kind === 'new-user' && generation !== 0 ? change.newKey : key
  return own.slice(`${kind}:`.length)
}

/** The account that a holder gets with a generation: that of before exactly as it was read, and any other by its name. */
export function holderAccountOf(login: PlannedLogin, holder: PlannedHolder, generation: number | undefined): string {
  const account = accountOf(login, generation)
  return account === accountOf(login, 0) ? (holder.account ?? account) : account
}

/** The part of an account that Windows itself calls the user. */
export const bareName = (account: string): string => account.split('\\').at(-1) ?? account
