import type { AccountDirectory } from '../accounts/directory.ts'
import type { Facts } from '../facts/index.ts'
import { windowsSid } from './windows-sid.ts'

export type Instance = Facts['sql-server']['instances'][number]
export type Login = Instance['logins'][number]
export type DatabaseAccess = Login['databases'][number]

/** A login where it was seen: the same name on two instances is two logins. */
export interface FoundLogin {
  readonly instance: Instance
  readonly login: Login
}

/** SQL Server compares names by the collation of the server: without case unless somebody chose otherwise. */
export function sameSqlName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}

/** Every row of the instance could be seen: only there is something that was not seen not there. */
export function isFullyVisible(instance: Instance): boolean {
  return instance.visibility === 'full' && instance.error === undefined
}

/** The login on every instance that knows it: by name, a Windows user also under another spelling of the account. */
export function findLogin(instances: readonly Instance[], name: string, accounts: AccountDirectory): readonly FoundLogin[] {
  return instances.flatMap((instance) =>
    instance.logins.filter((login) => isCalled(login, name, accounts)).map((login) => ({ instance, login })),
  )
}

function isCalled(login: Login, name: string, accounts: AccountDirectory): boolean {
  if (sameSqlName(login.name, name)) return true
  return login.kind === 'windows-user' && /[\\@]/.test(name) && accounts.same(accounts.resolve(name), accountOf(login, accounts))
}

/** The Windows account behind a login of kind `windows-user`. */
export function accountOf(login: Login, accounts: AccountDirectory): ReturnType<AccountDirectory['resolve']> {
  return accounts.resolve(login.name, windowsSid(login.sid))
}

/** Not there, or only not seen: without an instance, or with one that did not show everything, nobody can tell. */
export function verdictOfAbsence(instances: readonly Instance[]): 'attention' | 'unknown' {
  return instances.length > 0 && instances.every(isFullyVisible) ? 'attention' : 'unknown'
}

/** Server roles beyond `public`, which everybody has. */
export function excessServerRoles(login: Login): readonly string[] {
  return login.serverRoles.filter((role) => !sameSqlName(role, 'public'))
}

/** Server permissions beyond `CONNECT SQL`, without which no login could sign in. */
export function excessServerPermissions(login: Login): readonly string[] {
  return login.serverPermissions.filter((permission) => !sameSqlName(permission, 'CONNECT SQL'))
}
