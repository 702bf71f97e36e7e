import { assertNever } from '#shared/assert-never.ts'
import type { Language, RunAnswer } from '#shared/contract/index.ts'
import type { PreflightFinding } from '#shared/rotation/preflight/findings.ts'
import type { Turn } from '../../rotation/conductor.ts'
import { obstacleLine, unwrittenLines } from '../rotation/obstacle.ts'
import { type RunFacts, runView } from '../rotation/run-view.ts'
import type { OpenedRun, OpenRun, Runs } from '../rotation/runs.ts'
import type { App } from './app.ts'
import { factsOf, factsOfRecord } from './rotation-facts.ts'
import { keepRecords } from './rotation-records.ts'

/** What is known of runs beside their journals, for as long as this program lives. */
export interface DeskState {
  /** what a preflight found last, by the id of its plan; the journal keeps its keys alone */
  readonly stops: Map<string, readonly PreflightFinding[]>
  /** runs to which something is being done */
  readonly working: Set<string>
  /** what the person who is at it speaks: a window of the system asks in it */
  spoken: Language
}

/** What a screen is told of a run. */
export interface Answers {
  /** where it is */
  now(run: OpenRun, language: Language): Promise<RunAnswer>
  /** where a turn has brought it, or why the journal took nothing more */
  after(run: OpenRun, turn: Turn | null, language: Language): Promise<RunAnswer>
  /** what opening it came to */
  of(opened: OpenedRun, language: Language): Promise<RunAnswer>
}

export function createAnswers(app: App, { stops, working }: DeskState, runs: () => Promise<Runs>): Answers {
  const { askPassword, timeZone, core } = app.ports
  const shown = async (facts: RunFacts, language: Language): Promise<RunAnswer> => {
    const caseId = facts.caseId !== null && (await app.cases.brief(facts.caseId)) !== null ? facts.caseId : null
    return { kind: 'run', view: runView({ ...facts, caseId }, app.say(language), timeZone, core.now()) }
  }
  const now: Answers['now'] = async (run, language) => {
    await keepRecords(app, run.conductor)
    const known = { stops: stops.get(run.conductor.plan.id) ?? [], running: working.has(run.run), canType: askPassword !== null }
    return await shown({ ...factsOf(run), ...known }, language)
  }
  const after: Answers['after'] = async (run, turn, language) => {
    switch (turn?.kind) {
      case undefined:
      case 'moved':
      case 'stale':
      case 'waits':
        return await now(run, language)
      case 'unwritten':
        // What may have happened is asked of the world when the run is opened again.
        if (turn.interrupted) await (await runs()).close(run.run)
        return unwrittenLines(app.say(language), turn)
      default:
        return assertNever(turn)
    }
  }
  return {
    now,
    after,
    of: async (opened, language) => {
      if (opened.kind === 'obstacle') return { kind: 'problem', line: obstacleLine(app.say(language), opened.obstacle), next: null }
      if (opened.kind === 'record') return await shown(factsOfRecord(opened.record), language)
      return await after(opened.run, opened.turn, language)
    },
  }
}
