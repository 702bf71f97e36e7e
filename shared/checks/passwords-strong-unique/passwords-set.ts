import { findLogin } from '../../sql-login/login.ts'
import type { DesignatedLogin } from '../../sync-tool/designated-login.ts'
import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'

type Input = Pick<Parameters<RuleOf<typeof definition>>[0], 'facts' | 'accounts'>

/** What the server itself knows of a password. */
export interface PasswordSet {
  readonly probe: 'local-users' | 'sql-server'
  /** Windows, or the instance of SQL Server */
  readonly where: string
  /** milliseconds since 1970, UTC; null: never set, or not told */
  readonly atMs: number | null
  /** the policy of Windows is applied to it; null where that is not asked */
  readonly policyChecked: boolean | null
}

/** One entry for each place that knows the login; none for ERP users, for domain accounts and where the facts are missing. */
export function passwordsSet({ kind, login, account }: DesignatedLogin, { facts, accounts }: Input): readonly PasswordSet[] {
  const user = account === undefined ? undefined : accounts.localUser(account)
  if (user !== undefined) return [{ probe: 'local-users', where: 'Windows', atMs: timeOf(user.passwordLastSet), policyChecked: null }]
  if (kind !== 'sql-server') return []
  return findLogin(facts['sql-server']?.instances ?? [], login, accounts)
    .filter((found) => found.login.kind === 'sql')
    .map((found) => ({
      probe: 'sql-server',
      where: found.instance.name,
      atMs: timeOf(found.login.passwordLastSet),
      policyChecked: found.login.policyChecked,
    }))
}

function timeOf(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant)
}
