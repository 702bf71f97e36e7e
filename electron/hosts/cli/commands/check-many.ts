import type { JudgedFile } from '#electron/core/portfolio/messages.ts'
import type { PortfolioFormat, PortfolioRequest } from '#electron/core/portfolio/portfolio.ts'
import type { PortfolioRow } from '#shared/report/portfolio/row.ts'
import { type ExitStatus, exitStatus } from '../exit-status.ts'
import { oneLineError, refuse, refuseUsage, type Session, usesColour } from '../session.ts'
import { untilStopped } from '../stop-signal.ts'
import { type CheckOptions, type CheckPlan, FILE_COLUMNS, planCheck, readTold } from './check-options.ts'
import { createProgress } from './progress.ts'
import { saved } from './saved.ts'

/** What remains of the files when their checkups have gone where they were wanted. */
interface Tally {
  readonly rows: PortfolioRow[]
  /** refusals, for standard error */
  readonly lines: string[]
  readonly faults: Error[]
  readonly statuses: Set<JudgedFile['status']>
}

/** `check` of several snapshots, or of a folder. */
export async function runCheckMany(session: Session, paths: readonly string[], options: CheckOptions): Promise<ExitStatus> {
  const { core, say } = session
  const plan = planCheck(say, options, paths[0])
  if (!plan.ok) return await refuseUsage(session, plan.line)
  const { format } = plan.value
  if (format === 'pdf') return await refuseUsage(session, say('cli/error/portfolio-pdf'))
  if (paths.includes('-')) return await refuseUsage(session, say('cli/error/portfolio-standard-input'))
  const told = await readTold(session, options)
  if (!told.ok) return await refuse(session, told.line)
  const found = await core.portfolio.find(paths)
  if (!found.ok) return await refuse(session, found.line)
  if (found.value.candidates.length === 0) {
    for (const { file, reason } of found.value.unread) await oneLineError(session, `${file}: ${reason}`)
    return exitStatus.wrongUsage
  }
  const progress = createProgress(session, options, 'cli/check/judging')
  const request: PortfolioRequest = {
    ...told.value,
    found: found.value,
    language: session.language,
    now: plan.value.now ?? core.now(),
    withCheckups: format === 'json',
    onProgress: progress.show,
  }
  const tally: Tally = { rows: [], lines: [], faults: [], statuses: new Set() }
  const deliver = format === 'json' ? deliverArray : deliverReport(format)
  const refused = await deliver(session, request, tally, plan.value, options, progress.clear)
  return await ending(session, tally, refused)
}

/** Writes what is wanted; the value is why it could not be written, or null. */
type Deliver = (
  session: Session,
  request: PortfolioRequest,
  tally: Tally,
  plan: CheckPlan,
  options: CheckOptions,
  clearProgress: () => Promise<void>,
) => Promise<string | null>

/** The checkups go out as they come; no more than a few are held. */
const deliverArray: Deliver = async (session, request, tally, plan, options, clearProgress) => {
  const { portfolio } = session.core
  const { out } = plan
  if (out === undefined) {
    for await (const piece of portfolio.array(checkupsOf(session, request, tally))) await session.terminal.output.write(piece)
    await clearProgress()
    return null
  }
  const file = await untilStopped((signal) => portfolio.saveArray(out, checkupsOf(session, { ...request, signal }, tally)))
  await clearProgress()
  if (!file.ok) return file.line
  await saved(session, options, file.value)
  return null
}

async function* checkupsOf({ core }: Session, request: PortfolioRequest, tally: Tally): AsyncGenerator<Uint8Array> {
  for await (const judged of core.portfolio.judge(request)) {
    count(tally, judged)
    if (judged.checkup !== null) yield judged.checkup
  }
}

/** A table is sorted: every row has to be there first. */
function deliverReport(format: PortfolioFormat): Deliver {
  return async (session, request, tally, plan, options, clearProgress) => {
    const { core, language, terminal, say } = session
    for await (const judged of core.portfolio.judge(request)) count(tally, judged)
    await clearProgress()
    const bytes = await core.portfolio.render(tally.rows, format, {
      language,
      now: request.now,
      width: plan.out === undefined ? terminal.output.columns : FILE_COLUMNS,
      colour: plan.out === undefined && usesColour(session, options),
    })
    if (plan.out === undefined) {
      await terminal.output.write(bytes)
      const isWatched = format === 'table' && terminal.output.isTerminal && options.quiet !== true
      if (isWatched) await terminal.output.write(`\n${say('cli/check/one-of-them')}\n`)
      return null
    }
    const file = await core.saveReport(plan.out, format, bytes)
    if (!file.ok) return file.line
    await saved(session, options, file.value)
    return null
  }
}

function count(tally: Tally, { row, line, status, fault }: JudgedFile): void {
  tally.rows.push(row)
  tally.statuses.add(status)
  if (line !== null) tally.lines.push(line)
  if (fault !== undefined) tally.faults.push(fault)
}

/** One line for each file that gave no checkup, in the order of the arguments; then what a script has to know first: a fault is thrown. */
async function ending(session: Session, { lines, faults, statuses }: Tally, refused: string | null): Promise<ExitStatus> {
  for (const line of lines) await oneLineError(session, line)
  const [fault] = faults
  if (fault !== undefined) throw fault
  if (refused !== null) return await refuse(session, refused)
  if (statuses.has('unread')) return exitStatus.wrongUsage
  if (statuses.has('fails')) return exitStatus.gaps
  return statuses.has('open') ? exitStatus.open : exitStatus.done
}
