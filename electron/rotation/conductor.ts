import type { Answer, Fact, RotationEvent } from '#shared/rotation/events.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import type { Decision } from '#shared/rotation/keys.ts'
import type { Ledger, Question } from '#shared/rotation/ledger.ts'
import type { RotationPlan } from '#shared/rotation/plan.ts'
import { view } from '#shared/rotation/replay.ts'
import type { RotationState } from '#shared/rotation/state.ts'
import type { Done, Failure, Hands, Said } from './hands.ts'
import type { Journal } from './journal.ts'
import { createRecord, NotWritten, type Unwritten, unknownOutcome } from './rotation-record.ts'
import { KeeperFailed } from './secret-hands.ts'

/**
 * What became of a turn.
 *
 * `stale`: the state does not take it any more, nothing happened. `waits`: it is too early. `unwritten`: the journal took nothing more;
 * with `interrupted` something may have happened that is not written down, so the run is opened again and the world is asked.
 */
export type Turn =
  | { readonly kind: 'moved' | 'stale' }
  | { readonly kind: 'waits'; readonly until: string }
  | { readonly kind: 'unwritten'; readonly fault: Unwritten; readonly interrupted: boolean }

export interface ConductorPorts {
  readonly journal: Pick<Journal<RotationPlan, RotationEvent>, 'append' | 'close' | 'content'>
  readonly hands: Hands
  readonly now: () => Date
  /** resolves after that many milliseconds, or when the signal is aborted */
  readonly wait: (durationMs: number, signal: AbortSignal) => Promise<void>
  /** notes down what the hands threw; it never crosses to a person */
  readonly noteFault: (error: unknown) => void
}

/** One open rotation: what is written down before an act, the act itself, and what came of it; one turn at a time. */
export interface Conductor {
  readonly plan: RotationPlan
  state(): RotationState
  ledger(): Ledger
  events(): readonly RotationEvent[]
  /** After an interruption: writes it down and asks the world. Does nothing where nothing has happened yet or all is over. */
  takeUp(): Promise<Turn>
  /** Does the act with this id, or takes it as done by a person. */
  act(id: string, said: Said): Promise<Turn>
  /** A person says that their act did not work. */
  notDone(id: string): Promise<Turn>
  answer(answer: Answer): Promise<Turn>
  decide(decision: Decision): Promise<Turn>
  /** Closes with what is left for after the call. */
  finishProvisionally(): Promise<Turn>
  /** Waits for the turn that goes on, then lets the journal go. */
  close(): Promise<void>
}

const MINUTE_MS = 60_000
const moved: Turn = { kind: 'moved' }
const stale: Turn = { kind: 'stale' }

export function createConductor(ports: ConductorPorts): Conductor {
  const { journal, hands } = ports
  const { plan } = journal.content
  const { events, rotation, append, mustAppend, startAct, conclude } = createRecord(ports)
  let last: Promise<unknown> = Promise.resolve()

  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }

  const guarded = (work: () => Promise<Turn>): Promise<Turn> =>
    inTurn(async () => {
      const before = events.length
      try {
        return await work()
      } catch (error) {
        if (!(error instanceof NotWritten)) throw error
        // Of an entry that may be on disk, or an act that was begun, only the world can tell; and only a journal whose head waits to be
        // kept is still open.
        const isOpen = error.fault.reason === 'head-not-kept'
        const interrupted = !isOpen || events.length > before || rotation().ledger.pending !== null
        return { kind: 'unwritten', fault: error.fault, interrupted }
      }
    })

  const askWorld = async (): Promise<void> => {
    for (let state = view(rotation()); state.hands === 'asking' && state.owner === 'app'; state = view(rotation())) {
      const [question] = state.questions
      if (question === undefined) throw new Error('the change asks, and there is no question')
      await mustAppend({ type: 'world-asked', answer: await answerOf(hands, question) })
    }
  }

  const after = async (work: () => Promise<boolean>): Promise<Turn> => {
    if (!(await work())) return stale
    await askWorld()
    return moved
  }

  const doAct = async (id: string, said: Said): Promise<Turn> => {
    const state = view(rotation())
    if (state.intent?.id !== id || state.hands !== 'idle') return stale
    const { intent } = state
    const early = intent.notBefore !== null && ports.now() < new Date(intent.notBefore)
    if (early && intent.notBefore !== null) return { kind: 'waits', until: intent.notBefore }
    if (intent.before !== null) await startAct(intent.before as Fact)
    // What is begun may know more: until when it has to be watched.
    const begun = view(rotation()).intent ?? intent
    const outcome = await inTime(ports, begun, plan, said)
    await conclude(begun, outcome.kind === 'failed' ? outcome.failure : ({ ...begun.after, ...outcome.learned } as Fact))
    await askWorld()
    return moved
  }

  return {
    plan,
    state: () => view(rotation()),
    ledger: () => rotation().ledger,
    events: () => [...events],
    // What is over refuses it.
    takeUp: () => guarded(async () => (events.length === 0 ? stale : await after(() => append({ type: 'resumed' })))),
    act: (id, said) => guarded(() => doAct(id, said)),
    notDone: (id) =>
      guarded(async () => {
        const { intent } = view(rotation())
        if (intent?.id !== id || intent.owner === 'app') return stale
        return await after(async () => {
          if (intent.before !== null && !(await append(intent.before as Fact))) return false
          return await append(notDoneOf(intent))
        })
      }),
    answer: (answer) => guarded(() => after(() => append({ type: 'world-asked', answer }))),
    decide: (decision) => guarded(() => after(() => append(factOf(decision, plan)))),
    finishProvisionally: () => guarded(() => after(() => append({ type: 'finished', outcome: 'provisional' }))),
    close: () => inTurn(() => journal.close()),
  }
}

function factOf(decision: Decision, plan: RotationPlan): Fact {
  return decision === 'renewal-chosen' ? { type: decision, logins: plan.logins.map(({ key }) => key) } : { type: decision }
}

async function answerOf(hands: Hands, question: Question): Promise<Answer> {
  try {
    return await hands.ask(question)
  } catch (error) {
    if (!(error instanceof KeeperFailed)) throw error
    throw new NotWritten({ ok: false, onDisk: 'no', reason: 'not-asked', problem: error.problem })
  }
}

/** What failed by a person's word: a sign-in that did not work proves nothing of the password alone. */
function notDoneOf(intent: Intent): Failure {
  const { id, act, login, holder = null } = intent
  const code = 'told-by-person'
  if ((act === 'verify-login' || act === 'verify-holder') && login !== undefined)
    return { type: 'verification-failed', login, holder, code, proves: 'nothing' }
  if (act === 'vendor-confirm') return { type: 'watch-failed', code, login: login ?? null }
  return { type: 'act-failed', act: id, code, outcome: 'not-done' }
}

/** Does an act within the time that the plan gives it, and waits for the time before which it may not be done. */
async function inTime({ hands, now, wait, noteFault }: ConductorPorts, intent: Intent, plan: RotationPlan, said: Said): Promise<Done> {
  const ended = new AbortController()
  const { actMinutes, watchMinutes } = plan.times
  const limitMs = (actMinutes + (intent.act === 'watch' ? watchMinutes : 0)) * MINUTE_MS
  // Whoever acts by hand takes the time that they take.
  const limit = intent.owner === 'app' ? wait(limitMs, ended.signal).then(() => unknownOutcome(intent, 'time-out')) : null
  const acted = (async (): Promise<Done> => {
    try {
      const outcome = await hands.act(intent, said, ended.signal)
      const leftMs = (): number => (intent.notBefore === null ? 0 : Date.parse(intent.notBefore) - now().getTime())
      // More than once: a timer may be early, and a clock may be set.
      while (outcome.kind === 'done' && leftMs() > 0 && !ended.signal.aborted) await wait(leftMs(), ended.signal)
      return outcome
    } catch (error) {
      noteFault(error)
      return unknownOutcome(intent, 'fault')
    }
  })()
  try {
    return await (limit === null ? acted : Promise.race([acted, limit]))
  } finally {
    ended.abort()
  }
}
