import { companyDatabasesSeen } from '#shared/checks/sql-read-only/databases.ts'
import type { Suggestion } from '#shared/contract/index.ts'
import type { World } from '#shared/evaluation/world.ts'
import { accountOf, type Instance, type Login } from '#shared/sql-login/login.ts'
import type { Suggest } from './suggestions.ts'

/** Every database of Sage 100 Premium, the system's own among them. */
const ERP_DATABASE = /^MAS_(?:[A-Z0-9]{3}|System)$/i

/** Logins that SQL Server makes for itself begin so. */
const INTERNAL_LOGIN = /^##/

/** Logins that the ERP makes for itself begin as its databases do. */
const ERP_LOGIN = /^MAS_/i

/** Company databases that were seen, and the login that the sync tool most likely uses. */
export function sqlSuggestions(world: World, suggest: Suggest): Suggestion[] {
  const { profile, facts } = world
  const instances = facts['sql-server']?.instances ?? []
  const known = (profile.erp.companyDatabases ?? []).map((name) => name.toLowerCase())
  const companies = companyDatabasesSeen(instances)
  const hasLogin = profile.syncTools.some((tool) => (tool.sqlLogin ?? '').trim() !== '')
  return [
    ...suggest(
      'companyDatabases',
      companies.filter((name) => !known.includes(name.toLowerCase())),
      'company-databases',
    ),
    ...(hasLogin ? [] : loginSuggestions(world, instances, suggest)),
  ]
}

/** The sync tool's own account first; else logins with a password that are mapped in databases of the ERP. */
function loginSuggestions({ accounts, syncTools }: World, instances: readonly Instance[], suggest: Suggest): Suggestion[] {
  const logins = instances.flatMap((instance) => instance.logins).filter((login) => login.enabled)
  const own = logins.filter((login) => login.kind === 'windows-user' && syncTools.isSyncToolAccount(accountOf(login, accounts)))
  const byAccount = suggest(
    'sqlLogin',
    own.map(({ name }) => name),
    'sql-login-account',
  )
  if (byAccount.length > 0) return byAccount
  return logins
    .filter(isLikely)
    .flatMap((login) => suggest('sqlLogin', [login.name], 'sql-login-databases', { databases: erpDatabases(login) }))
}

function isLikely(login: Login): boolean {
  const isOfServer = login.sid === '0x01' || INTERNAL_LOGIN.test(login.name) || ERP_LOGIN.test(login.name)
  return login.kind === 'sql' && !isOfServer && erpDatabases(login).length > 0
}

function erpDatabases(login: Login): string[] {
  return login.databases.map(({ database }) => database).filter((name) => ERP_DATABASE.test(name))
}
