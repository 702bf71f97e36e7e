import { assertNever } from '#shared/assert-never.ts'
import type { Language, RunAnswer } from '#shared/contract/index.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import type { RotationPlan } from '#shared/rotation/plan.ts'
import type { PreflightFinding } from '#shared/rotation/preflight/findings.ts'
import type { RotationState } from '#shared/rotation/state.ts'
import type { Conductor, Turn } from '../../rotation/conductor.ts'
import { obstacleLine, unwrittenLines } from '../rotation/obstacle.ts'
import { type RunFacts, runView } from '../rotation/run-view.ts'
import type { OpenedRun, OpenRun, Runs } from '../rotation/runs.ts'
import type { ChangeServer } from '../rotation/server-site.ts'
import type { Site } from '../rotation/site.ts'
import type { App } from './app.ts'
import { AppFailure } from './failure.ts'
import { factsOf, factsOfRecord } from './rotation-facts.ts'
import { stopsOf } from './rotation-facts-again.ts'
import { keepRecords } from './rotation-records.ts'

/** The runs of this program, and what a screen is told of them. */
export interface RotationDesk {
  readonly runs: () => Promise<Runs>
  begin(plan: RotationPlan, language: Language): Promise<RunAnswer>
  open(run: string, language: Language): Promise<RunAnswer>
  /** the run that is open here, or the failure that it is not */
  opened(run: string): Promise<OpenRun>
  answerNow(run: OpenRun, language: Language): Promise<RunAnswer>
  turn(run: OpenRun, language: Language, work: (conductor: Conductor) => Promise<Turn>): Promise<RunAnswer>
  /** names of the keychain entries that unfinished changes need; null: their journals cannot be seen from here */
  entriesInUse(): Promise<ReadonlySet<string> | null>
  /** Does the act and those of the program that follow in the same step; tells where the run is before and after each. */
  act(run: string, act: string, language: Language, tell: (answer: RunAnswer) => void): Promise<void>
}

type Stops = Map<string, readonly PreflightFinding[]>

const NOBODY = { by: null, session: null } as const

/** What was decided on the screen before the journal began. */
const BEFOREHAND = ['schedule', 'choose', 'preflight']

export function createRotationDesk(app: App): RotationDesk {
  /** what a preflight found last, by the id of its plan; the journal keeps its keys alone */
  const stops: Stops = new Map()
  const runs = runsOf(app, stops)
  const working = new Set<string>()

  const shown = async (facts: RunFacts, language: Language): Promise<RunAnswer> => {
    const caseId = facts.caseId !== null && (await app.cases.brief(facts.caseId)) !== null ? facts.caseId : null
    return { kind: 'run', view: runView({ ...facts, caseId }, app.say(language), app.ports.timeZone, app.ports.core.now()) }
  }
  const answerNow: RotationDesk['answerNow'] = async (run, language) => {
    await keepRecords(app, run.conductor)
    return await shown({ ...factsOf(run), stops: stops.get(run.conductor.plan.id) ?? [], running: working.has(run.run) }, language)
  }
  const answered = async (run: OpenRun, turn: Turn | null, language: Language): Promise<RunAnswer> => {
    switch (turn?.kind) {
      case undefined:
      case 'moved':
      case 'stale':
      case 'waits':
        return await answerNow(run, language)
      case 'unwritten':
        // What may have happened is asked of the world when the run is opened again.
        if (turn.interrupted) await (await runs()).close(run.run)
        return unwrittenLines(app.say(language), turn)
      default:
        return assertNever(turn)
    }
  }
  const opening = async (opened: OpenedRun, language: Language): Promise<RunAnswer> => {
    if (opened.kind === 'obstacle') return { kind: 'problem', line: obstacleLine(app.say(language), opened.obstacle), next: null }
    if (opened.kind === 'record') return await shown(factsOfRecord(opened.record), language)
    return await answered(opened.run, opened.turn, language)
  }
  const turn: RotationDesk['turn'] = async (run, language, work) => {
    if (working.has(run.run)) throw new AppFailure('BUSY', 'rotation/refused/running')
    working.add(run.run)
    const came = await work(run.conductor).finally(() => working.delete(run.run))
    const answer = await answered(run, came, language)
    // What is over takes no more: its journal is let go, and can still be looked at.
    if (isOver(run.conductor.state())) await (await runs()).close(run.run)
    return answer
  }
  const opened: RotationDesk['opened'] = async (run) => {
    const open = (await runs()).current(run)
    if (open === null) throw new AppFailure('NOT_FOUND', 'rotation/refused/not-open')
    return open
  }
  return {
    runs,
    opened,
    answerNow,
    turn,
    entriesInUse: () => entriesInUse(app, runs),
    begin: async (plan, language) => {
      const begun = await (await runs()).begin(plan)
      const taken = begun.kind === 'open' ? await decideBeforehand(begun.run) : null
      return taken?.kind === 'unwritten' && begun.kind === 'open'
        ? await answered(begun.run, taken, language)
        : await opening(begun, language)
    },
    open: async (run, language) => await opening(await (await runs()).open(run), language),
    act: async (name, first, language, tell) => {
      const run = await opened(name)
      const { intent } = run.conductor.state()
      if (intent?.id !== first) tell(await answerNow(run, language))
      for (let next = intent?.id === first ? intent : null; next !== null; ) {
        const { id } = next
        const answer = await turn(run, language, async (conductor) => {
          tell(await answerNow(run, language))
          return await conductor.act(id, NOBODY)
        })
        tell(answer)
        next = answer.kind === 'run' ? following(next, run.conductor.state().intent, app.ports.core.now()) : null
      }
    },
  }
}

const isOver = ({ outcome }: RotationState): boolean => outcome === 'complete' || outcome === 'cancelled'

/** Only a system without real changes has none that could be hidden. */
async function entriesInUse({ ports }: App, open: () => Promise<Runs>): Promise<ReadonlySet<string> | null> {
  if (ports.changeServer === null) return ports.platform === 'win32' ? null : new Set()
  const runs = await open()
  const { journals, refusal } = await runs.list()
  if (refusal !== null) return null
  const entries = new Set<string>()
  for (const { name } of journals) {
    const record = await runs.record(name)
    if (record === null) return null
    for (const { oldEntry } of record.plan.logins) if (oldEntry !== undefined) entries.add(oldEntry)
    for (const event of record.events) if (event.type === 'generated' && event.entry !== null) entries.add(event.entry)
  }
  return entries
}

/** The act that the program goes on with by itself: the next one of its own in the same step, if its time has come. */
function following(last: Intent, next: Intent | null, now: string): Intent | null {
  const goesOn = next !== null && next.id !== last.id && next.place === last.place && next.owner === 'app'
  return goesOn && (next.notBefore === null || next.notBefore <= now) ? next : null
}

/** Written down first; then the journal alone counts. */
async function decideBeforehand({ conductor }: OpenRun): Promise<Turn | null> {
  for (const id of BEFOREHAND) {
    const turn = await conductor.act(id, NOBODY)
    if (turn.kind === 'unwritten') return turn
  }
  return null
}

/** The journals are opened when they are asked for first. */
function runsOf(app: App, stops: Stops): () => Promise<Runs> {
  let made: Promise<Runs> | null = null
  return () => {
    made ??= openRuns(app, stops)
    return made
  }
}

async function openRuns(app: App, stops: Stops): Promise<Runs> {
  const { ports } = app
  const { createRuns } = await import('../rotation/runs.ts')
  const { rehearsalSite } = await import('../rotation/rehearsal-site.ts')
  const rehearsals = rehearsalSite(ports.dataFolder, ports.rotationTimes.actMs)
  return createRuns({
    platform: ports.platform,
    now: () => new Date(ports.core.now()),
    noteFault: (error) => ports.core.noteFault({ command: 'rotation', error }),
    sites: ports.changeServer === null ? [rehearsals] : [await siteOf(app, await ports.changeServer(), stops), rehearsals],
  })
}

async function siteOf(app: App, server: ChangeServer, stops: Stops): Promise<Site> {
  const { serverSite } = await import('../rotation/server-site.ts')
  return serverSite({
    server,
    vault: await app.ports.vault(),
    now: () => new Date(app.ports.core.now()),
    preflight: async (plan) => {
      const found = await stopsOf(app, plan)
      stops.set(plan.id, found)
      return [...new Set(found.map(({ key }) => key))]
    },
  })
}
