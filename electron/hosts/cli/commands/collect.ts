import type { Command } from 'commander'
import type { Collected } from '#electron/core/collect-server.ts'
import type { Profile } from '#shared/formats/profile.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { probeNames } from '#shared/texts/probes.ts'
import { type ExitStatus, exitStatus } from '../exit-status.ts'
import { nearest } from '../nearest.ts'
import { refuse, refuseUsage, remark, type Session } from '../session.ts'
import { helpAfter } from './help-after.ts'
import { saved } from './saved.ts'
import { addSqlOptions, planSql, remarkOnSql, type SqlOptions, type SqlPlan, sqlRequest } from './sql-options.ts'
import { settlePassword } from './sql-password.ts'

interface CollectOptions extends SqlOptions {
  readonly out?: string
  readonly only?: string
  readonly profile?: string
}

export function addCollect(program: Command, session: Session, finish: (status: Promise<ExitStatus>) => Promise<void>): Command {
  const { say } = session
  const command = program
    .command('collect')
    .summary(say('cli/short/collect'))
    .description(say('cli/about/collect'))
    .option('--out <FILE>', say('cli/option/out-snapshot'))
    .option('--only <PROBE,…>', say('cli/option/only'))
    .option('--profile <FILE>', say('cli/option/profile-collect'))
  return addSqlOptions(command, say)
    .addHelpText('after', helpAfter(say, 'cli/exit/other', 'cli/examples/collect'))
    .action((_options: CollectOptions, own: Command) => finish(runCollect(session, own.optsWithGlobals())))
}

async function runCollect(session: Session, options: CollectOptions): Promise<ExitStatus> {
  const { core, terminal, say } = session
  const only = options.only?.split(',').map((name) => name.trim())
  const plan = planSql(say, options, only)
  if (!plan.ok) return await refuseUsage(session, plan.line)
  const profile = options.profile === undefined ? null : await core.readProfile(options.profile)
  if (profile !== null && !profile.ok) return await refuse(session, profile.line)
  const collected = await collectWithProgress(session, options, { only, profile: profile?.value.value, sql: plan.value })
  if (collected.kind !== 'snapshot') return await refuseUsage(session, reasonNotCollected(session, collected))
  if (options.out === undefined || options.out === '-') await terminal.output.write(collected.text)
  else {
    const file = await core.saveSnapshot(options.out, collected.text)
    if (!file.ok) return await refuse(session, file.line)
    await saved(session, options, file.value)
  }
  await remarkOnSnapshot(session, options, collected.snapshot.value)
  if (options.out !== undefined && options.out !== '-') await remark(session, options, say('cli/collect/next', { file: options.out }))
  return exitStatus.done
}

interface CollectWanted {
  readonly only?: readonly string[] | undefined
  readonly profile: Profile | undefined
  /** null: nothing was said of SQL Server */
  readonly sql: SqlPlan | null
}

/** A password that is not to be had; the line says why. */
type NotCollected = Exclude<Collected, { kind: 'snapshot' }> | { readonly kind: 'no-password'; readonly line: string }

/** Reads this server; how far it is stands in one line of a terminal that is wiped afterwards. */
export async function collectWithProgress(session: Session, options: SqlOptions, wanted: CollectWanted): Promise<Collected | NotCollected> {
  const { core, terminal, say } = session
  // Nobody types a password for nothing.
  if (wanted.sql !== null && !core.canCollect) return { kind: 'not-windows' }
  const sql = wanted.sql === null ? null : await sqlRequest(session, options, wanted.sql)
  if (sql?.ok === false) return { kind: 'no-password', line: sql.line }
  const isWatched = terminal.errors.isTerminal && options.quiet !== true
  const drawn: Promise<void>[] = []
  const draw = (text: string): void => {
    if (isWatched) drawn.push(terminal.errors.write(`\r\u001B[K${text}`))
  }
  const collected = await core.collect({
    ...(wanted.only === undefined ? {} : { only: wanted.only }),
    profile: wanted.profile,
    ...(sql === null ? {} : { sql: sql.value.request }),
    onProgress: (done, total) => draw(say('cli/collect/reading', { done, total })),
  })
  if (drawn.length > 0) draw('')
  await Promise.all(drawn)
  if (collected.kind === 'snapshot' && wanted.sql !== null && sql !== null) {
    const { request, isStored } = sql.value
    await settlePassword(session, options, wanted.sql, request, { isStored, snapshot: collected.snapshot.value })
  }
  return collected
}

export function reasonNotCollected({ say }: Session, collected: NotCollected): string {
  if (collected.kind === 'no-password') return collected.line
  if (collected.kind === 'not-windows') return say('cli/error/no-windows')
  const { given, known } = collected
  const near = nearest(given, known)
  if (near !== undefined) return say('cli/error/nearest-probe', { given: given === '' ? '""' : given, nearest: near })
  return say('cli/error/unknown-probe', { given: given === '' ? '""' : given, known: known.join(', ') })
}

/** What is missing from a snapshot must not be found out only from its report. */
export async function remarkOnSnapshot(session: Session, options: SqlOptions, snapshot: Snapshot): Promise<void> {
  const { language, say } = session
  const names: { readonly [id: string]: string } = probeNames[language]
  const unread = Object.entries(snapshot.probes).flatMap(([id, record]) => (record?.status === 'ok' ? [] : [names[id] ?? id]))
  if (unread.length > 0) await remark(session, options, say('cli/collect/unread', { probes: unread.join(', ') }))
  await remarkOnSql(session, options, snapshot)
  if (!snapshot.collector.elevated) await remark(session, options, say('cli/collect/not-elevated'))
}
