import { serverQueries } from '../../sql/catalogue-queries.ts'
import type { SqlConnected, SqlFailure, SqlResult, SqlRow, SqlSession } from '../../sql/session.ts'
import { type Acted, acted, notDone } from './acted.ts'
import type { SecretText } from './secret-text.ts'
import { loginQuestions } from './sql-login-questions.ts'
import { codeOf, isPasswordRefused, noSession, refusedOrNotDone, unknown } from './sql-outcomes.ts'
import { passwordFault } from './sql-statements.ts'

/** Where the sessions come from. Every one is of its own, for one act, and closed after it. */
export interface SqlPorts {
  /** as whoever may change logins */
  readonly open: (instance: string) => Promise<SqlConnected>
  /** as a SQL login; the password only ever goes over an encrypted connection, or over none that leaves this machine */
  readonly openAs: (instance: string, login: string, password: string) => Promise<SqlConnected>
  readonly now: () => Date
  /** of this password change, the same in each of its tries: the SIDs of the logins that it makes come of it */
  readonly run: string
}

/** A login, or whatever else has its name. */
export interface LoginState {
  readonly isSqlLogin: boolean
  /** `0x…` */
  readonly sid: string | null
  readonly isDisabled: boolean
  readonly isPolicyChecked: boolean
  /** who is signed in to make the change */
  readonly isOwn: boolean
  /** holds a role or a permission of the server */
  readonly hasMore: boolean
  /** ISO 8601 in the server's local time, as is the next */
  readonly setAt: string | null
  readonly askedAt: string | null
}

/** One act in a session of its own, which waits for nobody else's lock without end. */
export async function inSession({ open }: SqlPorts, instance: string, act: (session: SqlSession) => Promise<Acted>): Promise<Acted> {
  const connected = await open(instance)
  if (!connected.ok) return noSession(connected.problem)
  const { session } = connected
  try {
    const prepared = await session.query(serverQueries.lockTimeout)
    return prepared.ok ? await act(session) : notDone(codeOf(prepared.failure))
  } finally {
    session.close()
  }
}

/** One question in a session of its own; null: there is none, or it does not tell. */
export async function ask<Value>(
  { open }: SqlPorts,
  instance: string,
  question: (session: SqlSession) => Promise<Value | null>,
): Promise<Value | null> {
  const connected = await open(instance)
  if (!connected.ok) return null
  try {
    return await question(connected.session)
  } finally {
    connected.session.close()
  }
}

/** Null: nothing has this name, as far as the session sees. */
export async function loginState(session: SqlSession, login: string): Promise<SqlResult<LoginState | null>> {
  const answer = await session.query(loginQuestions.login, { login })
  if (!answer.ok) return answer
  const [row] = answer.value
  return { ok: true, value: row === undefined ? null : stateIn(row) }
}

function stateIn({ type, sid, disabled, policy, own, more, set_at, asked_at }: SqlRow): LoginState {
  return {
    isSqlLogin: type === 'S',
    sid: sid ?? null,
    isDisabled: disabled !== '0',
    isPolicyChecked: policy === '1',
    isOwn: own !== '0',
    hasMore: more !== '0',
    setAt: set_at ?? null,
    askedAt: asked_at ?? null,
  }
}

/** Numbers of sys.messages that say "you may not": on an object, in a database, on the server's state. */
const DENIED: ReadonlySet<number> = new Set([229, 297, 300, 371])

const SHARED_MEMORY = 'shared memory'

/**
 * Why a password may not go over this connection; null: it may.
 *
 * SECURITY: SQL Server itself has to see the connection encrypted: one that is decrypted on the way looks encrypted to the client alone.
 * Through shared memory nothing leaves the machine; that counts where the client chose this way and the server sees the same, because
 * either of them alone could be told so by whoever stands in between. Where the account may not ask, the client's own knowledge decides.
 */
async function whyReadable(session: SqlSession): Promise<string | null> {
  const answer = await session.query(loginQuestions.connection)
  if (!answer.ok) {
    if (answer.failure.number === undefined || !DENIED.has(answer.failure.number)) return codeOf(answer.failure)
    return session.protection === undefined ? 'sql-encryption-unseen' : null
  }
  const isInside = (row: SqlRow): boolean => session.protection === 'inside' && row.transport?.toLowerCase() === SHARED_MEMORY
  const isSafe = answer.value.length > 0 && answer.value.every((row) => row.encrypted?.toUpperCase() === 'TRUE' || isInside(row))
  return isSafe ? null : 'sql-not-encrypted'
}

/** A statement that holds a password, and how it is known whether it was done. */
export interface PasswordStatement {
  readonly password: SecretText
  readonly statement: (password: string) => string
  readonly login: string
  readonly hasHappened: (after: LoginState | null) => boolean
}

/**
 * Sends a password in one batch and reads back what came of it.
 *
 * SECURITY: SQL Server keeps the text of a batch out of its traces where the batch sets a password, so nothing else is in it, and the
 * password is in no other. Only numbers of errors are kept. The text cannot be wiped: it is made at the last moment and dropped.
 */
export async function setSecret(session: SqlSession, { password, statement, login, hasHappened }: PasswordStatement): Promise<Acted> {
  const readable = await whyReadable(session)
  if (readable !== null) return notDone(readable)
  const sent = await password.use((utf16le) => session.query(statement(textOf(utf16le))))
  const failure = sent.ok ? null : sent.failure
  if (failure !== null && failure.kind !== 'server') return unknown(codeOf(failure))
  const after = await loginState(session, login)
  if (!after.ok) return failure === null ? unknown(NOT_READ_BACK) : unlessRefused(failure)
  if (hasHappened(after.value)) return failure === null ? acted : unknown(codeOf(failure))
  return failure === null ? unknown(NOT_READ_BACK) : refusedOrNotDone(failure)
}

export const NOT_READ_BACK = 'sql-not-read-back'

/** A password that was refused is set nowhere, whether that can be read or not. */
const unlessRefused = (failure: SqlFailure): Acted => (isPasswordRefused(failure) ? refusedOrNotDone(failure) : unknown(codeOf(failure)))

/** Null: the password can be sent. */
export const faultOf = (password: SecretText): string | null => password.use((utf16le) => passwordFault(textOf(utf16le)))

/** Without its zero at the end. */
export const textOf = (utf16le: Buffer): string => utf16le.toString('utf16le', 0, utf16le.byteLength - 2)

/** Changes something that is no secret. `isSo` reads it back; null: that cannot be told. */
export async function change(session: SqlSession, statement: string, isSo: () => Promise<boolean | null>): Promise<Acted> {
  const sent = await session.query(statement)
  if (!sent.ok && sent.failure.kind !== 'server') return unknown(codeOf(sent.failure))
  const so = await isSo()
  if (so === true) return acted
  if (sent.ok) return unknown(NOT_READ_BACK)
  return so === false ? notDone(codeOf(sent.failure)) : unknown(codeOf(sent.failure))
}
