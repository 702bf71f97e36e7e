import { done, type Outcome, oneLine } from '#electron/core/outcome.ts'
import { acceptingInstances, type VaultProblem } from '#electron/core/sql-keychain.ts'
import type { SqlRequest, SqlUser } from '#electron/core/sql-sign-in.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { oneLineError, remark, type Session } from '../session.ts'
import type { Say } from '../speech.ts'
import type { SqlOptions, SqlPlan } from './sql-options.ts'

/** SECURITY: it lives as long as the reading. */
export interface GivenPassword {
  readonly text: string
  readonly isStored: boolean
}

/** The problem that SQL Server has with a password that is not the login's any more. */
const NOT_ITS_PASSWORD = 'wrong-password'

/**
 * The password of a sign-in: from the environment, else from the keychain, else typed unseen.
 *
 * Who wants it kept gives it anew. Where the keychain cannot be asked, a person hears why and may still type.
 */
export async function passwordOf(session: Session, options: SqlOptions, plan: SqlPlan, user: SqlUser): Promise<Outcome<GivenPassword>> {
  const { core, say, sqlPassword } = session
  if (plan.keepsPassword) {
    const possible = await core.sqlKeychain.canKeep()
    if (!possible.ok) return { ok: false, line: say('cli/sql/refused/keep', wordsOf(say, possible.problem)) }
  }
  if (sqlPassword !== undefined) return sqlPassword === '' ? refusedAs(say, 'empty') : given(sqlPassword)
  const stored: Stored = plan.keepsPassword ? { kind: 'none' } : await storedPassword(session, plan, user)
  if (stored.kind === 'password') return done({ text: stored.text, isStored: true })
  if (!core.passwords.canAsk) {
    return stored.kind === 'none' ? refusedAs(say, 'no-terminal') : { ok: false, line: `--sql-login: ${stored.line}` }
  }
  if (stored.kind === 'unusable') await remark(session, options, stored.line)
  return await typedPassword(session, user)
}

type Stored =
  | { readonly kind: 'password'; readonly text: string }
  | { readonly kind: 'none' }
  /** why, and what to do */
  | { readonly kind: 'unusable'; readonly line: string }

async function storedPassword({ core, say }: Session, plan: SqlPlan, user: SqlUser): Promise<Stored> {
  if (user.kind !== 'sql-login') return { kind: 'none' }
  const found = await core.sqlKeychain.find(plan.server, user.login)
  if (!found.ok) return { kind: 'unusable', line: say('cli/sql/keychain', wordsOf(say, found.problem)) }
  switch (found.value.kind) {
    case 'none':
      return { kind: 'none' }
    case 'found':
      return { kind: 'password', text: found.value.password }
    case 'several': {
      const instances = found.value.instances.map(oneLine).join(', ')
      return { kind: 'unusable', line: say('cli/sql/several', { login: oneLine(user.login), instances }) }
    }
  }
}

async function typedPassword({ core, say, terminal }: Session, user: SqlUser): Promise<Outcome<GivenPassword>> {
  const login = oneLine(user.kind === 'sql-login' ? user.login : `${user.domain}\\${user.user}`)
  const secret = await core.passwords.readSecret({
    ask: () => terminal.errors.write(say('cli/sql/ask', { login })),
    answered: () => terminal.errors.write('\n'),
  })
  if (secret.kind === 'line') return given(secret.text)
  if (secret.kind === 'unreadable') return refusedAs(say, 'unusable')
  const { reason } = secret
  return refusedAs(say, reason === 'empty' || reason === 'cancelled' || reason === 'not-hidden' ? reason : 'unusable')
}

const given = (text: string): Outcome<GivenPassword> => done({ text, isStored: false })

function refusedAs(say: Say, reason: 'empty' | 'cancelled' | 'not-hidden' | 'no-terminal' | 'unusable'): Outcome<never> {
  return { ok: false, line: say(`cli/sql/refused/${reason}`) }
}

function wordsOf(say: Say, { kind, ...details }: VaultProblem): { readonly problem: string; readonly next: string } {
  const visible = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, oneLine(value)]))
  return { problem: say(`vault/problem/${kind}`, visible), next: say(`vault/next/${kind}`, visible) }
}

/** After the reading: keeps the password where that was asked for and the server took it, and says what to do about a stored one that it did not take. */
export async function settlePassword(
  session: Session,
  options: SqlOptions,
  plan: SqlPlan,
  request: SqlRequest,
  { isStored, snapshot }: { readonly isStored: boolean; readonly snapshot: Snapshot },
): Promise<void> {
  const { core, say } = session
  const { signIn, server } = request
  if (signIn.kind !== 'sql-login') return
  const login = oneLine(signIn.login)
  const tell = async (line: string): Promise<void> => {
    if (options.quiet !== true) await oneLineError(session, line)
  }
  if (isStored && hasProblem(snapshot, NOT_ITS_PASSWORD)) await tell(say('cli/sql/stored-refused', { login }))
  if (!plan.keepsPassword) return
  const instances = acceptingInstances(snapshot, server)
  if (instances.length === 0) return await tell(say('cli/sql/not-accepted', { login }))
  const kept = await core.sqlKeychain.keep(instances, signIn.login, signIn.password)
  if (kept.ok) await remark(session, options, say('cli/sql/kept', { login, instances: instances.map(oneLine).join(', ') }))
  else await tell(say('cli/sql/not-kept', { login, ...wordsOf(say, kept.problem) }))
}

function hasProblem({ probes }: Snapshot, kind: string): boolean {
  const record = probes['sql-server']
  return record?.status === 'ok' && record.facts.instances.some(({ problem }) => problem === kind)
}
