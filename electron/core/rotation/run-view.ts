import type { RunView } from '#shared/contract/index.ts'
import { momentInWords } from '#shared/report/dates.ts'
import { courseOf, isBeginning } from '#shared/report/rotation/course.ts'
import { rotationNames } from '#shared/report/rotation/names.ts'
import { openInWords } from '#shared/report/rotation/open-in-words.ts'
import { openPointsOf } from '#shared/report/rotation/open-points.ts'
import { actInWords, eventInWords, type RotationWords } from '#shared/report/rotation/sentences.ts'
import type { RotationEvent } from '#shared/rotation/events.ts'
import type { Holding } from '#shared/rotation/holders.ts'
import { type Ledger, loginOf } from '#shared/rotation/ledger.ts'
import { type Closed, openAt } from '#shared/rotation/open.ts'
import type { PlannedLogin, RotationPlan } from '#shared/rotation/plan.ts'
import type { PreflightFinding } from '#shared/rotation/preflight/findings.ts'
import { decisionsAt, type RotationState } from '#shared/rotation/state.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { visibleText } from '#shared/visible-text.ts'
import { actsView, actView, stepsView } from './act-view.ts'
import { closedLine, type WordsContext } from './change-words.ts'
import { recordedLines } from './credential-lines.ts'
import { findingView } from './preparation-view.ts'
import { questionView, troubleView } from './trouble-view.ts'

/** A run between two turns, with what its words need. */
export interface RunFacts {
  readonly run: string
  readonly plan: RotationPlan
  readonly events: readonly RotationEvent[]
  readonly startedAt: string
  readonly state: RotationState
  readonly ledger: Ledger
  readonly running: boolean
  /** what stood in the way at the last preflight; empty: nothing did, or it was before this start */
  readonly stops: readonly PreflightFinding[]
  /** generation of a password that a person holds and has to type in before the next act; null: none */
  readonly lacks: number | null
  /** there is a window in which they can */
  readonly canType: boolean
  readonly caseId: string | null
  /** whose answers get the credential records: none in a rehearsal, but for that of a sample server */
  readonly recordsGoTo: 'checkup' | 'sample' | 'nowhere'
}

/** What all parts of the view need. */
export interface ViewContext extends WordsContext {
  readonly facts: RunFacts
  readonly words: RotationWords
  readonly now: string
  readonly moment: (instant: string) => string
}

/** Where a password change is, in words. */
export function runView(facts: RunFacts, translator: Translator, timeZone: string, now: string): RunView {
  const { plan, state, ledger, events } = facts
  const words: RotationWords = { translator, names: rotationNames(plan, translator) }
  const moment = (instant: string): string => momentInWords(instant, translator, timeZone)
  const context: ViewContext = { translator, plan, collectedAt: facts.startedAt, timeZone, facts, words, now, moment }
  return {
    run: facts.run,
    caseId: facts.caseId,
    server: visibleText(plan.server),
    rehearsal: plan.rehearsal,
    startedAt: facts.startedAt,
    now,
    place: state.place,
    steps: stepsView(context),
    title: titleOf(context),
    owner: state.owner,
    ownerWord: state.owner === null ? null : translator.text(`rotation-owner/${state.owner}`),
    running: facts.running,
    act: actView(context),
    typeIn: typeInView(context),
    acts: actsView(context),
    question: questionView(context),
    trouble: troubleView(context),
    decisions: decisionsView(context),
    ways: waysView(context),
    clock: { pausedSince: state.pausedSince, pausedBeforeMs: state.pausedBeforeMs },
    logins: plan.logins.map((login) => loginView(context, login)),
    disagreements: disagreementLines(context),
    preflight: state.preflightProblems.length === 0 ? [] : facts.stops.map((finding) => findingView(context, finding)),
    outcome: state.outcome,
    reviewOn: plan.schedule.reviewOn,
    recorded: recordedLines(context),
    remains: [
      ...openPointsOf(ledger, events, now).map((point) => openInWords(point, { ledger, now, moment }, words)),
      ...unseenLines(context),
    ],
    timeline: timelineView(context),
  }
}

/** What has to be typed in before the next act; null: nothing. */
function typeInView({ translator, words, facts: { lacks, canType, state } }: ViewContext): RunView['typeIn'] {
  const login = state.intent?.login
  if (lacks === null || login === undefined) return null
  const age = lacks === 0 ? 'old' : 'new'
  return { line: translator.text(`rotation/type-in/${age}`, { ...words.names.ofLogin(login) }), possible: canType }
}

function titleOf({ translator, facts: { state } }: ViewContext): string {
  const { place, outcome } = state
  if (outcome === 'provisional') return translator.text('rotation-place/provisional')
  const isStep = place !== 'returning' && place !== 'complete' && place !== 'cancelled'
  return translator.text(isStep ? `rotation-step/${place}` : `rotation-place/${place}`)
}

function decisionsView({ translator, facts: { ledger, state }, now }: ViewContext): RunView['decisions'] {
  const mayFinish = state.place === 'end' && ledger.session === 'remains' && state.outcome === 'open' && state.hands === 'idle'
  const ids: RunView['decisions'][number]['id'][] = [...decisionsAt(ledger, now), ...(mayFinish ? (['finish-provisionally'] as const) : [])]
  return ids.map((id) => ({
    id,
    label: translator.text(`rotation-decision/${id}`),
    explanation: translator.text(`rotation-explain/${id}`),
  }))
}

/** As of now: what a minimum age forbids may have become possible since the last event. */
function waysView(context: ViewContext): RunView['ways'] {
  const { backClosed, forwardClosed } = openAt(context.facts.ledger, context.now)
  const side = (closed: readonly Closed[]) => ({
    open: closed.length === 0,
    closed: closed.map((reason) => ({ line: closedLine(context, reason), until: reason.until })),
  })
  return { back: side(backClosed), forward: side(forwardClosed) }
}

/** Of a move to a new user both logins go on working, so they are told apart by login and not by password. */
function holdsWord(translator: Translator, { change }: PlannedLogin, holds: Holding): string {
  const key = change.kind === 'new-user' && (holds === 'old' || holds === 'new') ? `${holds}-login` : holds
  return translator.text(`rotation-holds/${key}`)
}

function loginView({ translator, words, facts: { state } }: ViewContext, login: PlannedLogin): RunView['logins'][number] {
  const row = state.holders.find((each) => each.login === login.key)
  if (row === undefined) throw new Error(`the state has no row for ${login.key}`)
  return {
    key: login.key,
    kind: login.kind,
    kindWord: translator.text(`rotation-kind/${login.kind}`),
    name: visibleText(login.name),
    takes: row.takes,
    takesWord: holdsWord(translator, login, row.takes),
    agree: row.agree,
    holders: row.holders.map(({ holder, holds }) => ({
      name: words.names.ofHolder(login.key, holder),
      kindWord: words.names.ofHolderInFull(login.key, holder),
      holds,
      holdsWord: holdsWord(translator, login, holds),
    })),
  }
}

function disagreementLines({ translator, words, facts: { state } }: ViewContext): string[] {
  return state.disagreements.map(({ login, holders, nextAct }) => {
    const names = { login: words.names.ofLogin(login).login, holders: holders.map((holder) => words.names.ofHolderInFull(login, holder)) }
    if (holders.length === 0) return translator.text('rotation-disagree/alone', names)
    if (nextAct === null || state.intent === null) return translator.text('rotation-disagree/blocked', names)
    return translator.text('rotation-disagree/next', { ...names, next: actInWords(state.intent, words) })
  })
}

/** Logs that the watch could not read. */
function unseenLines({ translator, facts: { events } }: ViewContext): string[] {
  const last = events.findLast(({ type }) => type === 'watched')
  const unread = last?.type === 'watched' ? (last.unread ?? []) : []
  return unread.length === 0 ? [] : [translator.text('rotation-remains/unread', { logs: unread.map(visibleText) })]
}

/** What was done, decided and seen; an act that is under way is no entry yet. */
function timelineView({ words, facts: { plan, events, ledger } }: ViewContext): RunView['timeline'] {
  const { steps } = courseOf(plan, events)
  return steps
    .filter(({ event }, index) => !isBeginning(event) || (index === steps.length - 1 && ledger.pending !== null))
    .map((step) => ({ at: step.event.at, line: eventInWords(step, words) }))
}

/** Whether everything that the person can do now waits for this time; null: something can be done. */
export function waitsUntil({ intent, hands }: RotationState, ledger: Ledger, now: string): string | null {
  if (hands !== 'idle' || intent?.act !== 'delete-old-generation' || intent.notBefore === null) return null
  const isDone = intent.login !== undefined && loginOf(ledger, intent.login).verified !== null
  return isDone && intent.notBefore > now ? intent.notBefore : null
}
