import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/sql-read-only/definition.ts'
import { rule } from '#shared/checks/sql-read-only/rule.ts'
import type { CheckupItem } from '#shared/formats/checkup.ts'
import type { Profile } from '#shared/formats/profile.ts'
import type { DatabaseAccess, Instance, Login } from '#shared/sql-login/login.ts'
import { sqlInstance, sqlLogin } from '../../../support/builders.ts'
import { type FactsGiven, judge, testHost } from '../../../support/world.ts'

export const check = pair(definition, rule)
export const messages = (item: CheckupItem): string[] =>
  [item.message, ...(item.also ?? [])].map(({ id }) => id.replace('sql-read-only/', ''))

export const READING = ['CONNECT', 'SELECT', 'SHOWPLAN', 'UNMASK', 'VIEW ANY COLUMN ENCRYPTION KEY DEFINITION', 'view definition']
export const access = (name: string, more: Partial<DatabaseAccess> = {}): DatabaseAccess => ({
  database: name,
  user: 'wsp',
  owner: false,
  roles: ['public', 'db_datareader'],
  permissions: [],
  effective: READING,
  writable: 0,
  ...more,
})
export const needed = (more: Partial<DatabaseAccess> = {}): DatabaseAccess[] => [access('MAS_System'), access('MAS_ABC', more)]
export const login = (databases: readonly DatabaseAccess[], more: Partial<Login> = {}): Login =>
  sqlLogin('wsp', { serverPermissions: ['CONNECT SQL'], databases, ...more })
export const DATABASES = ['master', 'MAS_System', 'MAS_ABC', 'MAS_XYZ', 'Payroll', 'MAS_Old1']
export const instance = (logins: readonly Login[], more: Partial<Instance> = {}): Instance =>
  sqlInstance('ERP01', logins, { databases: DATABASES, ...more })
export const base: FactsGiven = { host: testHost, services: { services: [] }, 'local-users': { users: [] } }
export const erp: Profile['erp'] = { product: 'sage-100', edition: 'premium', database: 'sql-server', companyDatabases: ['MAS_ABC'] }
export const premium: Partial<Profile> = { erp, syncTools: [{ name: 'ERP Driver', sqlLogin: 'WSP' }] }
export const company = (...companyDatabases: string[]): Partial<Profile> => ({ ...premium, erp: { ...erp, companyDatabases } })

export const on = (instances: readonly Instance[], profile: Partial<Profile> | null = premium): CheckupItem =>
  judge(check, { facts: { ...base, 'sql-server': { instances } }, profile })
export const mapped = (...databases: DatabaseAccess[]): readonly Instance[] => [instance([login(databases)])]

export type Case = readonly [
  name: string,
  instances: readonly Instance[],
  profile: Partial<Profile> | null,
  verdict: string,
  said: readonly string[],
]
