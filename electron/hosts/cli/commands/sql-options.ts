import type { Command } from 'commander'
import type { Outcome } from '#electron/core/outcome.ts'
import { done } from '#electron/core/outcome.ts'
import { isServerName, type SqlRequest, type SqlUser, sqlUserNamed } from '#electron/core/sql-sign-in.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { oneLineError, remark, type Session, type SharedOptions } from '../session.ts'
import { type Say, sayIfKnown } from '../speech.ts'
import { passwordOf } from './sql-password.ts'

/** How to sign in to SQL Server, on the command line. */
export interface SqlOptions extends SharedOptions {
  readonly sqlServer?: string
  readonly sqlLogin?: string
  readonly sqlTrustCertificate?: true
  readonly sqlKeepPassword?: true
}

/** What the options come to before a password is known; null: nothing was said of SQL Server. */
export interface SqlPlan {
  readonly server: string | null
  /** null: whoever runs this program */
  readonly user: SqlUser | null
  readonly trustCertificate: boolean
  /** the password is to be kept in the keychain, once the server took it */
  readonly keepsPassword: boolean
}

/** The part of a snapshot that needs a sign-in. */
const SQL_PART = 'sql-server'

export function addSqlOptions(command: Command, say: Say): Command {
  return command
    .option('--sql-server <NAME>', say('cli/option/sql-server'))
    .option('--sql-login <LOGIN>', say('cli/option/sql-login'))
    .option('--sql-keep-password', say('cli/option/sql-keep-password'))
    .option('--sql-trust-certificate', say('cli/option/sql-trust-certificate'))
}

/** The first of the options that was given; undefined: none was. */
export function sqlOptionGiven(options: SqlOptions): string | undefined {
  if (options.sqlServer !== undefined) return '--sql-server'
  if (options.sqlLogin !== undefined) return '--sql-login'
  if (options.sqlKeepPassword === true) return '--sql-keep-password'
  return options.sqlTrustCertificate === true ? '--sql-trust-certificate' : undefined
}

/** Checks what can be checked before anything is asked or read. What was given is not repeated: it may hold a password. */
export function planSql(say: Say, options: SqlOptions, only?: readonly string[]): Outcome<SqlPlan | null> {
  const option = sqlOptionGiven(options)
  if (option === undefined) return done(null)
  if (only !== undefined && !only.includes(SQL_PART)) return { ok: false, line: say('cli/error/sql-not-among', { option }) }
  const { sqlServer: server, sqlLogin: login } = options
  if (server !== undefined && !isServerName(server)) return { ok: false, line: say('cli/error/sql-server') }
  const user = login === undefined ? null : sqlUserNamed(login)
  if (login !== undefined && user === null) return { ok: false, line: say('cli/error/sql-login') }
  const keepsPassword = options.sqlKeepPassword === true
  if (keepsPassword && user?.kind !== 'sql-login') return { ok: false, line: say('cli/error/sql-keep') }
  return done({ server: server?.trim() ?? null, user, trustCertificate: options.sqlTrustCertificate === true, keepsPassword })
}

/** A request that is whole, and whether its password came out of the keychain. */
export interface AskedSql {
  readonly request: SqlRequest
  readonly isStored: boolean
}

/** Adds the password. */
export async function sqlRequest(session: Session, options: SqlOptions, plan: SqlPlan): Promise<Outcome<AskedSql>> {
  const { server, user, trustCertificate } = plan
  if (user === null) return done({ request: { server, signIn: { kind: 'integrated' }, trustCertificate }, isStored: false })
  const password = await passwordOf(session, options, plan, user)
  if (!password.ok) return password
  const { text, isStored } = password.value
  return done({ request: { server, signIn: { ...user, password: text }, trustCertificate }, isStored })
}

/** A line for each instance that could not be read, and the next step: for whoever watches, and for whoever asked for SQL Server. */
export async function remarkOnSql(session: Session, options: SqlOptions, { probes }: Snapshot): Promise<void> {
  const record = probes[SQL_PART]
  if (record?.status !== 'ok') return
  const { language, say } = session
  const isAsked = sqlOptionGiven(options) !== undefined
  const tell = async (line: string): Promise<void> => {
    if (!isAsked) await remark(session, options, line)
    else if (options.quiet !== true) await oneLineError(session, line)
  }
  for (const { name: instance, error, problem } of record.facts.instances) {
    if (error === undefined) continue
    const what = sayIfKnown(language, `sql-problem/${problem ?? ''}`)
    const next = sayIfKnown(language, `sql-next/${problem ?? ''}`)
    const isKnown = what !== undefined && next !== undefined
    await tell(isKnown ? say('cli/sql/problem', { instance, what, next }) : say('cli/sql/unread', { instance, line: error }))
  }
  if (isAsked && record.facts.instances.length === 0) await tell(say('cli/sql/none'))
}
