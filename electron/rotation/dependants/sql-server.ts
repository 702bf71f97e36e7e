import type { Reading, SqlLoginState, SqlServerReading, SqlUse } from '#shared/rotation/preflight/readings.ts'
import { describeSqlFailure, type SqlFailure, type SqlRow, type SqlSession } from '../../sql/session.ts'
import { read } from './reading.ts'
import { preflightQuestions } from './sql-questions.ts'

type Unread = Extract<Reading<never>, { readonly reason: string }>

/** Errors of sys.messages that say "you may not": on an object, in a database. */
const DENIED: readonly number[] = [229, 230, 262, 297, 300, 371, 916]

/** Where names are kept, with the question and what it lists. */
const USES: readonly { readonly kind: SqlUse['kind']; readonly question: string }[] = [
  { kind: 'sql-credential', question: preflightQuestions.credentials },
  { kind: 'linked-server', question: preflightQuestions.linkedServers },
  { kind: 'agent-proxy', question: preflightQuestions.agentProxies },
  { kind: 'agent-job', question: preflightQuestions.agentJobs },
]

const NAMELESS_PROGRAM = '?'

/** Asks one instance who else depends on its logins and what may be done with them; nothing is changed. */
export async function readSqlServer(session: SqlSession, instance: string, logins: readonly string[]): Promise<SqlServerReading> {
  const answer = await session.query(preflightQuestions.server)
  const server = answer.ok ? answer.value[0] : undefined
  const refused = answer.ok ? NO_ANSWER : unreadSql(answer.failure)
  const flag = (name: string): Reading<boolean> => {
    const value = server?.[name]
    return value === '0' || value === '1' ? read(value === '1') : refused
  }
  const [control, alter] = [flag('control_server'), flag('alter_any_login')]
  const seesAll = control.status === 'read' && (control.value || server?.view_definitions === '1')
  const seesSessions = server?.view_state === '1'
  return {
    instance,
    windowsOnly: flag('windows_only'),
    highAvailability: flag('high_availability'),
    rights:
      control.status === 'read' && alter.status === 'read' ? read({ controlServer: control.value, alterAnyLogin: alter.value }) : refused,
    uses: await readUses(session, seesAll),
    logins: await inTurn(logins, async (name) => ({
      name,
      state: await readState(session, name),
      sessions: await readSessions(session, name, seesSessions),
    })),
  }
}

const NO_ANSWER: Unread = { status: 'failed', reason: 'SQL Server did not tell' }

function unreadSql(failure: SqlFailure): Unread {
  const status = failure.number !== undefined && DENIED.includes(failure.number) ? 'denied' : 'failed'
  return { status, reason: describeSqlFailure(failure) }
}

/** One connection answers one question at a time. */
async function inTurn<Item, Value>(items: readonly Item[], ask: (item: Item) => Promise<Value>): Promise<readonly Value[]> {
  const values: Value[] = []
  for (const item of items) values.push(await ask(item))
  return values
}

/** What one place refuses is a gap: the names of the others still count. Where nothing could be asked, nothing was read. */
async function readUses(session: SqlSession, seesAll: boolean): Promise<Reading<readonly SqlUse[]>> {
  const gaps: string[] = seesAll ? [] : ['only a part of the credentials and linked servers is shown; missing right: VIEW ANY DEFINITION']
  const failures: SqlFailure[] = []
  const uses = await inTurn(USES, async ({ kind, question }): Promise<readonly SqlUse[]> => {
    const answer = await session.query(question)
    if (answer.ok) return answer.value.flatMap((row) => useOf(kind, row))
    failures.push(answer.failure)
    gaps.push(`${kind}: ${describeSqlFailure(answer.failure)}`)
    return []
  })
  const [first] = failures
  return first !== undefined && failures.length === USES.length ? unreadSql(first) : read(uses.flat(), gaps)
}

function useOf(kind: SqlUse['kind'], { name, account }: SqlRow): readonly SqlUse[] {
  return name && account ? [{ kind, name, account }] : []
}

async function readState(session: SqlSession, login: string): Promise<Reading<SqlLoginState>> {
  const answer = await session.query(preflightQuestions.loginState, { login })
  if (!answer.ok) return unreadSql(answer.failure)
  const [row] = answer.value
  if (row === undefined) return NO_ANSWER
  const flag = (value: string | null | undefined): boolean | null => (value === null || value === undefined ? null : value === '1')
  return read({
    locked: flag(row.locked),
    expired: flag(row.expired),
    mustChange: flag(row.must_change),
    badPasswords: row.bad_passwords === null || row.bad_passwords === undefined ? null : Number(row.bad_passwords),
  })
}

async function readSessions(session: SqlSession, login: string, seesAll: boolean): Promise<Reading<readonly string[]>> {
  const answer = await session.query(preflightQuestions.sessions, { login })
  if (!answer.ok) return unreadSql(answer.failure)
  const gaps = seesAll ? [] : ['only the own session is shown; missing right: VIEW SERVER STATE']
  return read(
    answer.value.map(({ program }) => program?.trim() || NAMELESS_PROGRAM),
    gaps,
  )
}
