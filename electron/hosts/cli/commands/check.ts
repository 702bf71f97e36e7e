import type { Command } from 'commander'
import type { JudgeRequest } from '#electron/core/judge.ts'
import { oneLine } from '#electron/core/outcome.ts'
import type { Checkup } from '#shared/formats/checkup.ts'
import { type ExitStatus, statusOf } from '../exit-status.ts'
import { nearest } from '../nearest.ts'
import { refuse, refuseUsage, type Session, usesColour } from '../session.ts'
import { type CheckOptions, type CheckPlan, FILE_COLUMNS, planCheck, quoted, readTold } from './check-options.ts'
import { collectWithProgress, reasonNotCollected, remarkOnSnapshot } from './collect.ts'
import { helpAfter, indented } from './help-after.ts'
import { saved } from './saved.ts'
import { addSqlOptions } from './sql-options.ts'

type Finish = (status: Promise<ExitStatus>) => Promise<void>

export function addCheck(program: Command, session: Session, finish: Finish): Command {
  const { say } = session
  const command = program
    .command('check')
    .summary(say('cli/short/check'))
    .description(say('cli/about/check'))
    .argument('[SNAPSHOT...]', say('cli/argument/snapshot'))
    .option('--sample <NAME>', say('cli/option/sample'))
    .option('--profile <FILE>', say('cli/option/profile'))
    .option('--answers <FILE>', say('cli/option/answers'))
    .option('--format <FORMAT>', say('cli/option/format-check'))
    .option('--out <FILE>', say('cli/option/out'))
    .option('--now <ISO>', say('cli/option/now'))
    .option('--paper <SIZE>', say('cli/option/paper'))
  return addSqlOptions(command, say)
    .addHelpText('after', `\n${say('cli/help/several')}\n${indented(say('cli/help/several-says'))}`)
    .addHelpText('after', helpAfter(say, 'cli/exit/check', 'cli/examples/check'))
    .action((snapshots: readonly string[], _options: CheckOptions, own: Command) =>
      finish(runCheck(session, snapshots, own.optsWithGlobals())),
    )
}

/** One file is judged as it is; several, or a folder even of one, are a portfolio. */
async function runCheck(session: Session, snapshots: readonly string[], options: CheckOptions): Promise<ExitStatus> {
  const [only] = snapshots
  const isOne =
    snapshots.length <= 1 && (only === undefined || options.sample !== undefined || !(await session.core.portfolio.isFolder(only)))
  if (isOne) return await runCheckOne(session, only, options)
  const { runCheckMany } = await import('./check-many.ts')
  return await runCheckMany(session, snapshots, options)
}

async function runCheckOne(session: Session, snapshot: string | undefined, options: CheckOptions): Promise<ExitStatus> {
  const { core, say, terminal } = session
  const plan = planCheck(say, options, snapshot)
  if (!plan.ok) return await refuseUsage(session, plan.line)
  if (plan.value.format === 'pdf' && plan.value.out === undefined && terminal.output.isTerminal) {
    return await refuseUsage(session, say('cli/error/pdf-on-terminal'))
  }
  const request = await inputsOf(session, snapshot, options, plan.value)
  if (typeof request === 'number') return request
  const checkup = await core.judge(request)
  const refused = await deliver(session, checkup, plan.value, options)
  if (refused !== null) return refused
  await hint(session, snapshot, options, plan.value)
  return statusOf(checkup)
}

/** What is to be judged; a status where the person was told why not. */
async function inputsOf(
  session: Session,
  snapshot: string | undefined,
  options: CheckOptions,
  plan: CheckPlan,
): Promise<JudgeRequest | ExitStatus> {
  const { core } = session
  const told = await readTold(session, options)
  if (!told.ok) return await refuse(session, told.line)
  const given = { ...told.value, source: 'file' } as const
  if (options.sample !== undefined) {
    const sample = await core.openSample(options.sample)
    if (sample === null) return await refuseUsage(session, await reasonNoSample(session, options.sample))
    return {
      ...given,
      snapshot: sample.snapshot,
      profile: given.profile ?? sample.profile,
      answers: given.answers ?? sample.answers,
      now: plan.now ?? sample.now,
      sample: options.sample,
    }
  }
  if (snapshot !== undefined) {
    const file = await core.readSnapshot(snapshot)
    return file.ok ? { ...given, snapshot: file.value, now: plan.now ?? core.now() } : await refuse(session, file.line)
  }
  const collected = await collectWithProgress(session, options, { profile: given.profile?.value, sql: plan.sql })
  if (collected.kind !== 'snapshot') return await refuseUsage(session, reasonNotCollected(session, collected))
  await remarkOnSnapshot(session, options, collected.snapshot.value)
  return { ...given, source: 'live', snapshot: collected.snapshot, now: plan.now ?? core.now() }
}

async function reasonNoSample({ core, say }: Session, given: string): Promise<string> {
  const known = (await core.samples()).map((sample) => sample.id)
  const near = nearest(given, known)
  if (near !== undefined) return say('cli/error/nearest-sample', { given: quoted(given), nearest: near })
  return say('cli/error/unknown-sample', { given: quoted(given), known: known.join(', ') })
}

/** Null: it is where it was wanted. */
async function deliver(session: Session, checkup: Checkup, plan: CheckPlan, options: CheckOptions): Promise<ExitStatus | null> {
  const { core, language, terminal } = session
  const toFile = plan.out !== undefined
  const bytes = await core.render(checkup, plan.format, {
    language,
    paper: plan.paper,
    timeZone: fixedTime(plan, options) ? undefined : Intl.DateTimeFormat().resolvedOptions().timeZone,
    width: toFile ? FILE_COLUMNS : terminal.output.columns,
    colour: !toFile && usesColour(session, options),
  })
  if (plan.out === undefined) {
    await terminal.output.write(bytes)
    return null
  }
  const file = await core.saveReport(plan.out, plan.format, bytes)
  if (!file.ok) return await refuse(session, file.line)
  await saved(session, options, file.value)
  return null
}

/** A fixed clock asks for the same bytes on every computer, and a sample has a time of its own: both are told in UTC alone. */
function fixedTime(plan: CheckPlan, options: CheckOptions): boolean {
  return plan.now !== undefined || options.sample !== undefined
}

/** Below a table that a person reads: what else there is. */
async function hint(session: Session, snapshot: string | undefined, options: CheckOptions, plan: CheckPlan): Promise<void> {
  const { say, terminal } = session
  if (plan.format !== 'table' || plan.out !== undefined || options.quiet === true || !terminal.output.isTerminal) return
  const lines = [say('cli/check/more', { input: inputInWords(snapshot, options) })]
  if (options.sample === undefined && options.profile === undefined) {
    lines.push(say('cli/check/profile', { example: say('cli/check/profile-example') }))
  }
  await terminal.output.write(`\n${lines.join('\n')}\n`)
}

function inputInWords(snapshot: string | undefined, options: CheckOptions): string {
  if (options.sample !== undefined) return `--sample ${options.sample}`
  const files = [snapshot, ...(options.profile === undefined ? [] : ['--profile', options.profile])]
  if (options.answers !== undefined) files.push('--answers', options.answers)
  return files.flatMap((word) => (word === undefined ? [] : [shellWord(oneLine(word))])).join(' ')
}

function shellWord(word: string): string {
  return /^[\w./\\:=+-]+$/.test(word) ? word : `"${word}"`
}
