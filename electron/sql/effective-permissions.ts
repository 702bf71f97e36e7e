import { effectiveQueries } from './catalogue-queries.ts'
import { describeSqlFailure, type SqlSession } from './session.ts'

/** What a login really holds in one database; null: not determined. */
export interface EffectivePermissions {
  readonly effective: readonly string[] | null
  readonly writable: number | null
}

/** The login may not be impersonated, or the auditor may not do that. */
const CANNOT_IMPERSONATE = 15406
const NOT_ALLOWED = 15151

/** Asks SQL Server as that login. `refused`: no other database needs to be tried with it. */
export async function readEffective(
  session: SqlSession,
  database: string,
  login: string,
  note: (line: string) => void,
): Promise<EffectivePermissions & { readonly refused: boolean }> {
  const queries = effectiveQueries(database)
  const permissions = await session.query(queries.permissions, { login })
  if (!permissions.ok) {
    const { failure } = permissions
    const refused = failure.kind === 'server' && (failure.number === CANNOT_IMPERSONATE || failure.number === NOT_ALLOWED)
    note(
      refused
        ? `what ${login} really may do is not known: ${describeSqlFailure(failure)}; missing right: IMPERSONATE on the login`
        : `what ${login} really may do in ${database} is not known: ${describeSqlFailure(failure)}`,
    )
    return { effective: null, writable: null, refused }
  }
  const writable = await session.query(queries.writable, { login })
  if (!writable.ok) note(`what ${login} may write in ${database} is not known: ${describeSqlFailure(writable.failure)}`)
  const count = writable.ok ? Number(writable.value[0]?.objects ?? Number.NaN) : Number.NaN
  return {
    effective: permissions.value.flatMap((row) => (row.permission === null || row.permission === undefined ? [] : [row.permission])),
    writable: Number.isInteger(count) ? count : null,
    refused: false,
  }
}
