import type { PlannedLogin } from '#shared/rotation/plan.ts'
import { accountOf, bareName } from './login-hands.ts'
import { type AccountPorts, isSameAccount, sidOfAccount } from './services-account.ts'

/** The login that a holder shall name, and of a move to a new user the one that it shall name no more. */
export interface WantedNames {
  readonly kind: PlannedLogin['kind']
  readonly wanted: string
  /** null: the login keeps its name */
  readonly other: string | null
}

/** Whom an entry names: the login, the other one of a move, somebody else, or nobody can tell. */
export type Named = 'wanted' | 'other' | 'elsewhere' | 'unclear'

const FIRST_NEW = 1

/** The names of a login at one generation. */
export function namesOf(login: PlannedLogin, generation: number): WantedNames {
  const nameAt = (which: number): string => {
    const account = accountOf(login, which)
    return login.kind === 'sql-server' ? account.slice(account.indexOf('/') + 1) : account
  }
  const isMove = login.change.kind === 'new-user'
  return { kind: login.kind, wanted: nameAt(generation), other: isMove ? nameAt(generation === 0 ? FIRST_NEW : 0) : null }
}

/** Whom `account`, as it is written in an entry, stands for. */
export function namedIn(ports: AccountPorts, account: string, { kind, wanted, other }: WantedNames): Named {
  const means = (name: string): boolean =>
    kind === 'windows' ? isWindowsAccount(ports, account, name) : account.toLowerCase() === name.toLowerCase()
  if (means(wanted)) return 'wanted'
  if (other !== null && means(other)) return 'other'
  return kind !== 'windows' || isSurelyAnother(ports, account, wanted) ? 'elsewhere' : 'unclear'
}

/** A name without authority counts as well: what reads it later may look it up on this server or in its domain. */
function isWindowsAccount(ports: AccountPorts, account: string, name: string): boolean {
  const isBare = !/[\\@]/.test(account)
  return isSameAccount(ports, account, name) || (isBare && account.toLowerCase() === bareName(name).toLowerCase())
}

/** Another spelling is another account only where Windows knows the login and answers for both. */
function isSurelyAnother(ports: AccountPorts, account: string, wanted: string): boolean {
  const [known, written] = [sidOfAccount(ports, wanted), sidOfAccount(ports, account)]
  return known.ok && known.value !== null && written.ok
}
