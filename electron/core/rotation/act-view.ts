import type { RunView } from '#shared/contract/index.ts'
import { courseOf } from '#shared/report/rotation/course.ts'
import { actInWords } from '#shared/report/rotation/sentences.ts'
import type { RotationEvent } from '#shared/rotation/events.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import { backPhases, type Step, steps } from '#shared/rotation/keys.ts'
import type { PlannedLogin, RotationPlan } from '#shared/rotation/plan.ts'
import { actsOf, actsUntilTheEnd } from '#shared/rotation/recover.ts'
import { rotationByHandTexts } from '#shared/texts/rotation-by-hand.ts'
import { visibleText } from '#shared/visible-text.ts'
import { checkLine, undoLine } from './change-words.ts'
import type { ViewContext } from './run-view.ts'

type ActView = NonNullable<RunView['act']>

type StepView = RunView['steps'][number]

/** How far the change is, or the way back; after the end none is current. */
export function stepsView(context: ViewContext): RunView['steps'] {
  const { place } = context.facts.state
  return place === 'returning' || place === 'cancelled' ? stepsBack(context) : tenSteps(context)
}

function tenSteps({ translator, facts: { plan, state }, now }: ViewContext): StepView[] {
  const planned = new Set(actsOf(plan, now).map(({ place }) => place))
  const at = steps.indexOf(state.place as Step)
  const isOver = state.place === 'complete'
  const stateOf = (step: Step, index: number): StepView['state'] => {
    if (!planned.has(step)) return 'left-out'
    if (isOver || (at >= 0 && index < at)) return 'done'
    return index === at ? 'current' : 'open'
  }
  return steps.map((id, index) => ({ id, title: translator.text(`rotation-step/${id}`), state: stateOf(id, index) }))
}

/** Only what this change has to undo. */
function stepsBack({ translator, facts: { plan, ledger, events }, now }: ViewContext): StepView[] {
  const left = actsUntilTheEnd(ledger, now).map(({ phase }) => phase)
  const done = undoneActs(plan, events).map(({ phase }) => phase)
  const stateOf = (phase: string): StepView['state'] => (phase === left[0] ? 'current' : left.includes(phase) ? 'open' : 'done')
  return backPhases
    .filter((phase) => left.includes(phase) || done.includes(phase))
    .map((id) => ({ id, title: translator.text(`rotation-back-step/${id}`), state: stateOf(id) }))
}

/** The act that comes next, or is being done; null: a question or a decision comes first, or it is over. */
export function actView(context: ViewContext): RunView['act'] {
  const { intent } = context.facts.state
  if (intent === null) return null
  const { act, id, notBefore, owner } = intent
  return {
    id,
    kind: act,
    line: actInWords(intent, context.words),
    owner,
    ownerWord: context.translator.text(`rotation-owner/${owner}`),
    check: checkLine(context, intent),
    undo: undoLine(context, intent),
    action: owner === 'app' ? 'run' : 'confirm',
    asks: asksOf(intent),
    notBefore,
    handsOver: !context.facts.plan.rehearsal && handsOver(context, intent),
    instructions: instructionsOf(context, intent),
  }
}

/** Acts in which a person needs the password at hand: it is handed over without being drawn in the window. */
function handsOver({ facts: { plan } }: ViewContext, intent: Intent): boolean {
  const { act, owner, login: key } = intent
  if (act === 'hand-over') return true
  const isErp = plan.logins.some((login) => login.key === key && login.kind === 'erp')
  // The program makes a password of its own in any case but one: what a person is to hold, that person has to see.
  if (act === 'generate') return owner === 'you'
  const enters = bringsByHand(plan, intent) || act === 'change-password' || act === 'create-user' || (act === 'verify-login' && isErp)
  return owner === 'you' && enters
}

/** Whether a person brings the password somewhere, or sees that it is there and brings it once more where it is not. */
function bringsByHand({ logins }: RotationPlan, { act, login: key, holder }: Intent): boolean {
  if (act === 'update-by-hand') return true
  const login = logins.find((planned) => planned.key === key)
  return act === 'verify-holder' && login?.holders.some((planned) => planned.key === holder && planned.kind === 'by-hand') === true
}

function asksOf({ act }: Intent): ActView['asks'] {
  if (act === 'vendor-confirm') return 'name'
  return act === 'end-call' ? 'session' : 'nothing'
}

/** The acts of the current step: those that are done, then those to come. */
export function actsView({ words, facts: { plan, ledger, state, events }, now }: ViewContext): RunView['acts'] {
  const { place } = state
  const left = actsUntilTheEnd(ledger, now).filter((intent) => intent.place === place)
  const open = new Set(left.map(({ id }) => id))
  const known = place === 'returning' ? undoneActs(plan, events) : actsOf(plan, now).filter((act) => act.place === place)
  const done = known.filter(({ id }) => !open.has(id))
  const view = (act: Intent, actState: RunView['acts'][number]['state']): RunView['acts'][number] => ({
    id: act.id,
    line: actInWords(act, words),
    owner: act.owner,
    state: actState,
  })
  return [...done.map((act) => view(act, 'done')), ...left.map((act) => view(act, act.id === state.intent?.id ? 'current' : 'open'))]
}

/** Of the way back only the journal knows what is done; each act once, and none of an earlier way back that was left again. */
function undoneActs(plan: RotationPlan, events: readonly RotationEvent[]): readonly Intent[] {
  const { steps: course } = courseOf(plan, events)
  const turned = course.findLastIndex(({ event: { type } }) => type === 'back-chosen' || type === 'forward-chosen')
  if (course[turned]?.event.type !== 'back-chosen') return []
  const acts = course
    .slice(turned + 1)
    .flatMap(({ event: { type }, intent }) => ((type === 'went-back' || type === 'cancelled') && intent !== null ? [intent] : []))
  return [...new Map(acts.map((act) => [act.id, act])).values()]
}

/** Texts of an act: those of its kind, or of its kind and what it is about. */
const LINES: { readonly [key: string]: number } = {
  schedule: 3,
  generate: 2,
  'join-call': 2,
  'pause-by-hand': 1,
  'resume-by-hand': 1,
  'change-password/windows': 2,
  'change-password/erp': 2,
  'create-user/windows': 1,
  'create-user/erp': 1,
  'grant-rights/windows': 1,
  'grant-rights/erp': 1,
  'update-by-hand': 1,
  'hand-over': 2,
  'confirm-entered': 1,
  'verify-login/erp': 1,
  'verify-holder/window': 1,
  'vendor-confirm': 1,
  'end-call': 1,
  'retire-old-login': 1,
}

/** These the program does itself, but for what a person has to do beside it. */
const TOLD_FOR_THE_APP: ReadonlySet<Intent['act']> = new Set(['hand-over'])

function instructionsOf({ translator, words, facts: { plan } }: ViewContext, intent: Intent): string[] {
  const { act, owner, login: key = '', holder = '' } = intent
  if (owner === 'app' && !TOLD_FOR_THE_APP.has(act)) return []
  const login = plan.logins.find((planned) => planned.key === key)
  const [kind = ''] = holder.split(':')
  const isByHand = bringsByHand(plan, intent)
  const byHand = isByHand ? byHandLines(kind) : 0
  const topic = isByHand ? 'update-by-hand' : [act, `${act}/${subjectOf(login, holder)}`].find((each) => each in LINES)
  if (topic === undefined) return []
  const names = { ...words.names.ofLogin(key), holder: words.names.ofHolder(key, holder), rights: rightsOf(login) }
  const [place, count] = byHand === 0 ? [topic, LINES[topic] ?? 0] : [`update-by-hand/${kind}`, byHand]
  const lines = Array.from({ length: count }, (_, index) => translator.text(`rotation-instruct/${place}/${index + 1}`, names))
  return (act === 'hand-over' || act === 'generate') && plan.rehearsal
    ? [...lines, translator.text('rotation-instruct/hand-over/rehearsal')]
    : lines
}

/** How many steps there are for a kind of dependant; the key of a holder begins with its kind. */
const byHandLines = (kind: string): number =>
  Object.keys(rotationByHandTexts.en).filter((key) => key.startsWith(`rotation-instruct/update-by-hand/${kind}/`)).length

function subjectOf(login: PlannedLogin | undefined, holder: string): string {
  const kind = login?.holders.find(({ key }) => key === holder)?.kind
  return kind === 'sync-tool-window' ? 'window' : (login?.kind ?? '')
}

const rightsOf = (login: PlannedLogin | undefined): readonly string[] =>
  login?.change.kind === 'new-user' ? login.change.rights.map(visibleText) : []
