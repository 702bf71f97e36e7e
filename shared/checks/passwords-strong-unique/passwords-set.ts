import { assertNever } from '../../assert-never.ts'
import { findLogin } from '../../sql-login/login.ts'
import type { DesignatedLogin } from '../../sync-tool/designated-login.ts'
import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'

type Input = Parameters<RuleOf<typeof definition>>[0]

/** What the server itself knows of a password. */
export interface PasswordSet {
  readonly probe: 'local-users' | 'sql-server'
  /** Windows, or the instance of SQL Server */
  readonly where: string
  /** ISO 8601 UTC; null: never set, or not told */
  readonly at: string | null
  /** the policy of Windows is applied to it; null where that is not asked */
  readonly policyChecked: boolean | null
}

/** One entry for each place that knows the login; none for ERP users, for domain accounts and where the facts are missing. */
export function passwordsSet(login: DesignatedLogin, { facts, accounts }: Input): readonly PasswordSet[] {
  switch (login.kind) {
    case 'erp':
      return []
    case 'windows': {
      const user = login.account === undefined ? undefined : accounts.localUser(login.account)
      return user === undefined ? [] : [{ probe: 'local-users', where: 'Windows', at: user.passwordLastSet, policyChecked: null }]
    }
    case 'sql-server':
      return findLogin(facts['sql-server']?.instances ?? [], login.login, accounts)
        .filter((found) => found.login.kind === 'sql')
        .map((found) => ({
          probe: 'sql-server',
          where: found.instance.name,
          at: found.login.passwordLastSet,
          policyChecked: found.login.policyChecked,
        }))
    default:
      return assertNever(login.kind)
  }
}
