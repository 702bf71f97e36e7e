import { hasOwnPassword } from '../accounts/account.ts'
import type { AccountDirectory } from '../accounts/directory.ts'
import type { Facts } from '../facts/index.ts'
import type { CredentialRecord } from '../formats/answers.ts'
import type { Profile } from '../formats/profile.ts'
import type { DesignatedLogin } from './designated-login.ts'
import type { SyncTools } from './installed-tool.ts'

export interface LoginSources {
  readonly profile: Profile
  readonly credentials: readonly CredentialRecord[]
  readonly accounts: AccountDirectory
  readonly syncTools: SyncTools
  readonly sqlServer?: Facts['sql-server'] | undefined
}

/**
 * Every login that a sync tool uses, each once: Windows accounts, ERP users, and SQL logins unless the ERP has no database server.
 *
 * A SQL login is kept by Windows where an instance knows it as a Windows login or, unseen, where its name has a domain part.
 */
export function listDesignatedLogins(sources: LoginSources): readonly DesignatedLogin[] {
  const { profile } = sources
  const drivers = profile.syncTools.filter((tool) => (tool.kind ?? 'erp-driver') === 'erp-driver')
  const erpUsers = distinctNames(drivers.map((tool) => tool.erpUser))
  const sqlLogins = profile.erp.database === 'none' ? [] : distinctNames(profile.syncTools.map((tool) => tool.sqlLogin))
  return [
    ...windowsLogins(sources),
    ...erpUsers.map((login) => plainLogin('erp', login, true, sources.credentials)),
    ...sqlLogins.map((login) => plainLogin('sql-server', login, !isWindowsLogin(login, sources.sqlServer), sources.credentials)),
  ]
}

function windowsLogins({ syncTools, accounts, credentials }: LoginSources): DesignatedLogin[] {
  const logins: DesignatedLogin[] = []
  for (const account of syncTools.tools.flatMap((tool) => tool.accounts)) {
    if (logins.some((login) => login.account !== undefined && accounts.same(login.account, account))) continue
    const records = credentials.filter((record) => record.kind === 'windows' && accounts.same(accounts.resolve(record.login), account))
    logins.push({
      kind: 'windows',
      login: account.name,
      account,
      hasOwnPassword: hasOwnPassword(account),
      missing: account.kind === 'local' && account.exists === false,
      record: newest(records),
    })
  }
  return logins
}

function plainLogin(
  kind: 'erp' | 'sql-server',
  login: string,
  ownPassword: boolean,
  credentials: readonly CredentialRecord[],
): DesignatedLogin {
  const records = credentials.filter((record) => record.kind === kind && record.login.trim().toLowerCase() === login.toLowerCase())
  return { kind, login, hasOwnPassword: ownPassword, missing: false, record: newest(records) }
}

function newest(records: readonly CredentialRecord[]): CredentialRecord | undefined {
  return records.reduce<CredentialRecord | undefined>(
    (best, record) => (best === undefined || Date.parse(record.changedAt) >= Date.parse(best.changedAt) ? record : best),
    undefined,
  )
}

function isWindowsLogin(login: string, facts: Facts['sql-server'] | undefined): boolean {
  const seen = (facts?.instances ?? []).flatMap((instance) =>
    instance.logins.filter((known) => known.name.toLowerCase() === login.toLowerCase()),
  )
  return seen.length > 0 ? seen.every((known) => known.kind !== 'sql') : login.includes('\\')
}

function distinctNames(names: readonly (string | undefined)[]): string[] {
  const kept = new Map<string, string>()
  for (const name of names) {
    const trimmed = name?.trim() ?? ''
    if (trimmed !== '' && !kept.has(trimmed.toLowerCase())) kept.set(trimmed.toLowerCase(), trimmed)
  }
  return [...kept.values()]
}
