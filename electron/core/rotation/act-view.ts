import type { RunView } from '#shared/contract/index.ts'
import { courseOf } from '#shared/report/rotation/course.ts'
import { actInWords } from '#shared/report/rotation/sentences.ts'
import type { RotationEvent } from '#shared/rotation/events.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import { type Step, steps } from '#shared/rotation/keys.ts'
import type { PlannedLogin, RotationPlan } from '#shared/rotation/plan.ts'
import { actsOf, actsUntilTheEnd } from '#shared/rotation/recover.ts'
import { rotationByHandTexts } from '#shared/texts/rotation-by-hand.ts'
import { visibleText } from '#shared/visible-text.ts'
import { checkLine, undoLine } from './change-words.ts'
import type { ViewContext } from './run-view.ts'

type ActView = NonNullable<RunView['act']>

/** The ten steps, and how far the change is; on the way back and after the end none is current. */
export function stepsView({ translator, facts: { plan, state }, now }: ViewContext): RunView['steps'] {
  const planned = new Set(actsOf(plan, now).map(({ place }) => place))
  const at = steps.indexOf(state.place as Step)
  const isOver = state.place === 'complete'
  const stateOf = (step: Step, index: number): RunView['steps'][number]['state'] => {
    if (!planned.has(step)) return 'left-out'
    if (isOver || (at >= 0 && index < at)) return 'done'
    return index === at ? 'current' : 'open'
  }
  return steps.map((id, index) => ({ id, title: translator.text(`rotation-step/${id}`), state: stateOf(id, index) }))
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
function handsOver({ facts: { plan } }: ViewContext, { act, owner, login: key }: Intent): boolean {
  if (act === 'hand-over') return true
  const isErp = plan.logins.some((login) => login.key === key && login.kind === 'erp')
  const enters = act === 'update-by-hand' || act === 'change-password' || act === 'create-user' || (act === 'verify-login' && isErp)
  return owner === 'you' && enters
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
  const done =
    place === 'returning' ? undoneActs(plan, events) : actsOf(plan, now).filter((act) => act.place === place && !open.has(act.id))
  const view = (act: Intent, actState: RunView['acts'][number]['state']): RunView['acts'][number] => ({
    id: act.id,
    line: actInWords(act, words),
    owner: act.owner,
    state: actState,
  })
  return [...done.map((act) => view(act, 'done')), ...left.map((act) => view(act, act.id === state.intent?.id ? 'current' : 'open'))]
}

/** Of the way back only the journal knows what is done. */
const undoneActs = (plan: RotationPlan, events: readonly RotationEvent[]): readonly Intent[] =>
  courseOf(plan, events).steps.flatMap(({ event, intent }) => (event.type === 'went-back' && intent !== null ? [intent] : []))

/** Texts of an act: those of its kind, or of its kind and what it is about. */
const LINES: { readonly [key: string]: number } = {
  schedule: 3,
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
  const byHand = act === 'update-by-hand' ? byHandLines(kind) : 0
  const topic = [act, `${act}/${subjectOf(login, holder)}`].find((each) => each in LINES)
  if (topic === undefined) return []
  const names = { ...words.names.ofLogin(key), holder: words.names.ofHolder(key, holder), rights: rightsOf(login) }
  const [place, count] = byHand === 0 ? [topic, LINES[topic] ?? 0] : [`${act}/${kind}`, byHand]
  const lines = Array.from({ length: count }, (_, index) => translator.text(`rotation-instruct/${place}/${index + 1}`, names))
  return act === 'hand-over' && plan.rehearsal ? [...lines, translator.text('rotation-instruct/hand-over/rehearsal')] : lines
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
