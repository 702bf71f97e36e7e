import type { SqlUse } from '#shared/rotation/preflight/readings.ts'
import type { SqlRow } from '../../sql/session.ts'
import { type Entry, type Judge, type Seen, worstOf } from './by-hand-entries.ts'
import { type Moments, TOLERANCE_MS } from './by-hand-moments.ts'
import { ask, type SqlPorts } from './sql-acts.ts'

export interface SqlByHandPorts {
  readonly sql: SqlPorts
}

/** The last change and now, both by the clock of the server in its local time. */
const times = (modified: string): string =>
  `CONVERT(nvarchar(33), ${modified}, 126) AS written_at, CONVERT(nvarchar(33), GETDATE(), 126) AS asked_at`

/**
 * What is asked of SQL Server 2012 to 2025 of one holder; parameter: name. Nothing is changed by asking, and no secret is in any answer.
 *
 * Source: Microsoft, sys.credentials, sys.linked_logins, sys.servers, msdb.dbo.sysproxies, msdb.dbo.sysjobs, HAS_PERMS_BY_NAME.
 */
export const byHandQuestions = {
  'sql-credential': `SELECT credential_identity AS account, ${times('modify_date')} FROM sys.credentials WHERE name = @name`,
  'agent-proxy': `SELECT c.credential_identity AS account, ${times('c.modify_date')}
FROM msdb.dbo.sysproxies AS p JOIN sys.credentials AS c ON c.credential_id = p.credential_id WHERE p.name = @name`,
  /** A server without a sign-in of its own has one row without account. */
  'linked-server': `SELECT l.remote_name AS account, ${times('l.modify_date')}
FROM sys.servers AS s LEFT JOIN sys.linked_logins AS l ON l.server_id = s.server_id AND l.remote_name IS NOT NULL
WHERE s.is_linked = 1 AND s.name = @name`,
  /** A job keeps the name of its owner alone. */
  'agent-job': 'SELECT SUSER_SNAME(owner_sid) AS account FROM msdb.dbo.sysjobs WHERE name = @name',
  /** Only who may do everything surely sees everything. */
  sight: `SELECT CONVERT(int, HAS_PERMS_BY_NAME(NULL, NULL, 'CONTROL SERVER')) AS control`,
} as const

/**
 * Looks at what an instance keeps under a name, `HOST\INSTANCE/name`.
 *
 * The age of an entry is taken on the server's own clock and counted back from now, so that a wrong clock or another zone there makes no
 * difference. It may be off by two seconds, and by an hour where summer time began or ended since the login has the wanted password.
 */
export async function lookAtSql({ sql }: SqlByHandPorts, kind: SqlUse['kind'], id: string, judge: Judge, moments: Moments): Promise<Seen> {
  const at = id.indexOf('/')
  const [instance, name] = [id.slice(0, at), id.slice(at + 1)]
  const toleranceMs = TOLERANCE_MS + shiftMs(moments.given, sql.now())
  const seen = await ask(sql, instance, async (session) => {
    const answer = await session.query(byHandQuestions[kind], { name })
    if (!answer.ok) return null
    const entries = answer.value.flatMap((row) => entryIn(row, sql.now(), toleranceMs))
    if (entries.length > 0) return worstOf(entries, judge, 'not-told')
    const sight = await session.query(byHandQuestions.sight)
    if (!sight.ok || sight.value[0]?.control !== '1') return null
    return answer.value.length === 0 ? 'not-there' : ABSENT_ACCOUNT[kind]
  })
  return seen ?? 'not-told'
}

/** What it means that something is there and names nobody; the owner of a job may be one whom SQL Server cannot look up. */
const ABSENT_ACCOUNT: Readonly<Record<SqlUse['kind'], Seen>> = {
  'sql-credential': 'gone-elsewhere',
  'agent-proxy': 'gone-elsewhere',
  'linked-server': 'gone-elsewhere',
  'agent-job': 'not-told',
}

function entryIn({ account, written_at, asked_at }: SqlRow, now: Date, toleranceMs: number): readonly Entry[] {
  if (!account) return []
  const ageMs = Date.parse(`${asked_at}Z`) - Date.parse(`${written_at}Z`)
  return [{ account, toleranceMs, writtenAt: Number.isNaN(ageMs) ? null : new Date(now.getTime() - ageMs) }]
}

const MINUTE_MS = 60_000

/** How far the local time was set on or back in between; an instance that is changed lies on this machine and has its zone. */
function shiftMs(from: Date | null, to: Date): number {
  return from === null ? 0 : Math.abs(from.getTimezoneOffset() - to.getTimezoneOffset()) * MINUTE_MS
}
