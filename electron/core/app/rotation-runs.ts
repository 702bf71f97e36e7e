import type { Language, RunAnswer } from '#shared/contract/index.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import type { RotationPlan } from '#shared/rotation/plan.ts'
import type { RotationState } from '#shared/rotation/state.ts'
import type { Conductor, Turn } from '../../rotation/conductor.ts'
import type { OpenRun, Runs } from '../rotation/runs.ts'
import type { ChangeServer } from '../rotation/server-site.ts'
import type { Site } from '../rotation/site.ts'
import type { App } from './app.ts'
import { AppFailure } from './failure.ts'
import { createAnswers, type DeskState } from './rotation-answers.ts'
import { stopsOf } from './rotation-facts-again.ts'

/** The runs of this program, and what a screen is told of them. */
export interface RotationDesk {
  readonly runs: () => Promise<Runs>
  begin(plan: RotationPlan, language: Language): Promise<RunAnswer>
  open(run: string, language: Language): Promise<RunAnswer>
  /** the run that is open here, or the failure that it is not */
  opened(run: string): Promise<OpenRun>
  answerNow(run: OpenRun, language: Language): Promise<RunAnswer>
  turn(run: OpenRun, language: Language, work: (conductor: Conductor) => Promise<Turn>): Promise<RunAnswer>
  /** Has the person type the password that the next act needs. */
  typeIn(run: string, language: Language): Promise<RunAnswer>
  /** names of the keychain entries that unfinished changes need; null: their journals cannot be seen from here */
  entriesInUse(): Promise<ReadonlySet<string> | null>
  /** Does the act and those of the program that follow in the same step; tells where the run is before and after each. */
  act(run: string, act: string, language: Language, tell: (answer: RunAnswer) => void): Promise<void>
}

const NOBODY = { by: null, session: null } as const

/** What was decided on the screen before the journal began. */
const BEFOREHAND = ['schedule', 'choose', 'preflight']

export function createRotationDesk(app: App): RotationDesk {
  const state: DeskState = { stops: new Map(), working: new Set(), spoken: 'en' }
  const runs = runsOf(app, state)
  const answers = createAnswers(app, state, runs)
  /** One thing at a time is done to a run. */
  const alone = async <Value>({ run }: OpenRun, language: Language, work: () => Promise<Value>): Promise<Value> => {
    const { working } = state
    if (working.has(run)) throw new AppFailure('BUSY', 'rotation/refused/running')
    working.add(run)
    state.spoken = language
    return await work().finally(() => working.delete(run))
  }
  const turn: RotationDesk['turn'] = async (run, language, work) => {
    const came = await alone(run, language, () => work(run.conductor))
    const answer = await answers.after(run, came, language)
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
    answerNow: answers.now,
    turn,
    typeIn: async (name, language) => {
      const run = await opened(name)
      const { intent } = run.conductor.state()
      const lacked = intent === null ? null : (run.secrets?.lackedBy(intent) ?? null)
      if (run.secrets === null || lacked === null) return await answers.now(run, language)
      const { secrets } = run
      const fault = await alone(run, language, () => secrets.typeIn(intent?.login ?? '', lacked))
      if (fault === null) return await answers.now(run, language)
      return { kind: 'problem', line: app.say(language).text(`rotation-code/held-${fault}`), next: null }
    },
    entriesInUse: () => entriesInUse(app, runs),
    begin: async (plan, language) => {
      const begun = await (await runs()).begin(plan)
      const taken = begun.kind === 'open' ? await decideBeforehand(begun.run) : null
      return taken?.kind === 'unwritten' && begun.kind === 'open'
        ? await answers.after(begun.run, taken, language)
        : await answers.of(begun, language)
    },
    open: async (run, language) => await answers.of(await (await runs()).open(run), language),
    act: async (name, first, language, tell) => {
      const run = await opened(name)
      const { intent } = run.conductor.state()
      if (intent?.id !== first) tell(await answers.now(run, language))
      for (let next = intent?.id === first ? intent : null; next !== null; ) {
        const { id } = next
        const answer = await turn(run, language, async (conductor) => {
          tell(await answers.now(run, language))
          return await conductor.act(id, NOBODY)
        })
        tell(answer)
        const later = answer.kind === 'run' ? following(next, run.conductor.state().intent, app.ports.core.now()) : null
        // What a person has to type in first is asked for before the act.
        next = later === null || (run.secrets?.lackedBy(later) ?? null) !== null ? null : later
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
function runsOf(app: App, state: DeskState): () => Promise<Runs> {
  let made: Promise<Runs> | null = null
  return () => {
    made ??= openRuns(app, state)
    return made
  }
}

async function openRuns(app: App, state: DeskState): Promise<Runs> {
  const { ports } = app
  const { createRuns } = await import('../rotation/runs.ts')
  const { rehearsalSite } = await import('../rotation/rehearsal-site.ts')
  const rehearsals = rehearsalSite(ports.dataFolder, ports.rotationTimes.actMs)
  return createRuns({
    platform: ports.platform,
    now: () => new Date(ports.core.now()),
    noteFault: (error) => ports.core.noteFault({ command: 'rotation', error }),
    sites: ports.changeServer === null ? [rehearsals] : [await siteOf(app, await ports.changeServer(), state), rehearsals],
  })
}

async function siteOf(app: App, server: ChangeServer, state: DeskState): Promise<Site> {
  const { serverSite } = await import('../rotation/server-site.ts')
  const { createTypeTwice } = await import('../rotation/type-twice.ts')
  const noteFault = (error: unknown): void => {
    app.ports.core.noteFault({ command: 'rotation', error })
  }
  return serverSite({
    server,
    vault: await app.ports.vault(),
    typeTwice: createTypeTwice(app.ports.askPassword, () => app.say(state.spoken), noteFault),
    now: () => new Date(app.ports.core.now()),
    preflight: async (plan) => {
      const found = await stopsOf(app, plan)
      state.stops.set(plan.id, found)
      return [...new Set(found.map(({ key }) => key))]
    },
  })
}
