import { assertNever } from '../../assert-never.ts'
import type { Params } from '../../checks/check.ts'
import type { Answer, EventOf, RotationEvent } from '../../rotation/events.ts'
import type { Intent } from '../../rotation/intent.ts'
import type { ActKind, Decision } from '../../rotation/keys.ts'
import type { Translator } from '../../texts/translator.ts'
import { visibleText } from '../../visible-text.ts'
import { type CourseStep, isBeginning } from './course.ts'
import type { RotationNames } from './names.ts'

/** What sentences about a change are made with. */
export interface RotationWords {
  readonly translator: Translator
  readonly names: RotationNames
}

/** These acts are about the old login, also where a new user takes over. */
const ABOUT_THE_OLD_LOGIN: ReadonlySet<ActKind> = new Set([
  'create-user',
  'grant-rights',
  'retire-old-login',
  'delete-old-generation',
  'remove-new-user',
])

/** Acts that on the way back do the opposite of what their name says. */
const TURNED_AROUND: ReadonlySet<ActKind> = new Set([
  'change-password',
  'set-service-account',
  'update-task',
  'update-by-hand',
  'hand-over',
])

/** Acts about passwords that a person keeps are other ones than those about the keychain. */
export function actKey({ act, owner }: Pick<Intent, 'act' | 'owner'>): string {
  const isHeld = owner === 'you' && (act === 'generate' || act === 'delete-new-generation')
  return isHeld ? `rotation-act/${act}/held` : `rotation-act/${act}`
}

/** An act as an instruction, with its full stop. */
export function actInWords(
  { act, owner, generation, holder = '', login = '', service = '' }: Intent,
  { names, translator }: RotationWords,
): string {
  const { login: old, user } = names.ofLogin(login)
  const held = holder === '' ? '' : names.ofHolder(login, holder)
  if (generation === 0 && TURNED_AROUND.has(act)) {
    return translator.text('report/rotation/act-back', { subject: held || old, act: translator.text(`rotation-back/${act}`) })
  }
  const about = generation === 0 || ABOUT_THE_OLD_LOGIN.has(act) ? old : user
  return translator.text(actKey({ act, owner }), { login: about, holder: held, service: visibleText(service) })
}

/** What a person decided, in the words of the button. */
export function decisionInWords(decision: Decision | 'chosen', translator: Translator): string {
  return translator.text(decision === 'chosen' ? 'report/rotation/decision/chosen' : `rotation-decision/${decision}`)
}

/** One event of the journal as a sentence. */
export function eventInWords(step: CourseStep, words: RotationWords): string {
  const { event, intent } = step
  if (isBeginning(event)) return words.translator.text('report/rotation/begun', { act: intent === null ? '' : actInWords(intent, words) })
  if (event.type === 'went-back') return wentBack(intent, words)
  const [key, params] = keyOf(event, step, words)
  return words.translator.text(`report/rotation/${key}`, params)
}

type Keyed = readonly [key: string, params: Params]

/** Acts of a pause look the same in both directions. */
const sameBothWays: { readonly [act in ActKind]?: string } = {
  'stop-service': 'event/service-stopped',
  'disable-service': 'event/service-disabled',
  'confirm-paused': 'event/sync-paused',
  'pause-by-hand': 'event/sync-paused',
  'restore-start-mode': 'event/start-mode-restored',
  'start-service': 'event/service-started',
  'confirm-resumed': 'event/sync-resumed',
  'resume-by-hand': 'event/sync-resumed',
}

const UNDONE: ReadonlySet<ActKind> = new Set([
  ...TURNED_AROUND,
  'confirm-entered',
  'verify-login',
  'remove-new-user',
  'delete-new-generation',
])

function wentBack(intent: Intent | null, words: RotationWords): string {
  if (intent === null) throw new Error('an act was undone where there is none to do')
  const { act, holder = '', login = '', service = '' } = intent
  const key = sameBothWays[act] ?? (UNDONE.has(act) ? `back/${act}` : null)
  if (key === null) return words.translator.text('report/rotation/done', { act: actInWords(intent, words) })
  const held = words.names.ofHolder(login, holder)
  return words.translator.text(`report/rotation/${key}`, { ...words.names.ofLogin(login), holder: held, service: visibleText(service) })
}

function keyOf(event: Exclude<RotationEvent, EventOf<'went-back'>>, step: CourseStep, words: RotationWords): Keyed {
  const { names, translator } = words
  switch (event.type) {
    case 'retry-chosen':
    case 'back-chosen':
    case 'forward-chosen':
      return ['decided', { decision: decisionInWords(event.type, translator) }]
    case 'renewal-chosen':
      return [
        'decided-for',
        { decision: decisionInWords(event.type, translator), logins: event.logins.map((login) => names.ofLogin(login).user) },
      ]
    case 'cancelled':
      return [step.before.direction === 'back' ? 'event/closed' : 'event/cancelled', {}]
    case 'act-failed':
    case 'password-refused':
    case 'verification-failed':
    case 'preflight-failed':
    case 'watch-failed':
      return failureOf(event, step.intent, words)
    case 'generated':
      return [`event/generated/${event.storedIn}`, paramsOf(event, names)]
    case 'call-ended':
      return [`event/call-ended/${event.session}`, {}]
    case 'finished':
      return [`event/finished/${event.outcome}`, {}]
    case 'verified':
      return event.holder === null
        ? ['event/verified', paramsOf(event, names)]
        : ['event/verified-holder', { ...paramsOf(event, names), holder: names.ofHolderInFull(event.login, event.holder) }]
    case 'world-asked':
      return answerOf(event.answer, step, names, translator)
    default:
      return [`event/${event.type}`, paramsOf(event, names)]
  }
}

/** The names that an event brings. */
function paramsOf(event: RotationEvent, names: RotationNames): Params {
  const login = 'login' in event && event.login !== null ? event.login : ''
  return {
    ...names.ofLogin(login),
    ...('holder' in event && event.holder !== null ? { holder: names.ofHolder(login, event.holder) } : {}),
    ...('service' in event ? { service: visibleText(event.service) } : {}),
    ...('by' in event ? { by: visibleText(event.by) } : {}),
  }
}

type Failure = EventOf<'act-failed' | 'password-refused' | 'verification-failed' | 'preflight-failed' | 'watch-failed'>

function failureOf(event: Failure, intent: Intent | null, words: RotationWords): Keyed {
  const { names } = words
  if (event.type === 'preflight-failed') return ['event/preflight-failed', { problems: event.problems.map(visibleText) }]
  const code = visibleText(event.code)
  switch (event.type) {
    case 'act-failed':
      return [`event/act-failed/${event.outcome}`, { code, act: intent === null ? visibleText(event.act) : actInWords(intent, words) }]
    case 'password-refused': {
      const { login, user } = names.ofLogin(event.login)
      return ['event/password-refused', { code, user: event.generation === 0 ? login : user }]
    }
    case 'verification-failed': {
      const { login, user } = names.ofLogin(event.login)
      const who = { code, user: intent?.generation === 0 ? login : user }
      if (event.holder === null) return [`event/verification-failed/${event.proves}`, who]
      return [`event/verification-failed-holder/${event.proves}`, { ...who, holder: names.ofHolderInFull(event.login, event.holder) }]
    }
    case 'watch-failed':
      return event.login === null
        ? ['event/watch-failed', { code }]
        : ['event/watch-failed-login', { code, user: names.ofLogin(event.login).user }]
    default:
      return assertNever(event)
  }
}

const told = (value: boolean | null): string => (value === null ? 'unknown' : value ? 'yes' : 'no')

function answerOf(answer: Answer, { before }: CourseStep, names: RotationNames, translator: Translator): Keyed {
  switch (answer.about) {
    case 'password': {
      const { holds, login } = answer
      const newest = before.logins[login]?.generated ?? 0
      const which = holds === null ? 'unknown' : holds === 0 ? 'old' : holds === newest ? 'new' : 'superseded'
      return [`seen/password/${which}`, { ...names.ofLogin(login) }]
    }
    case 'user':
      return [`seen/user/${told(answer.exists)}`, { ...names.ofLogin(answer.login) }]
    case 'service': {
      const state = translator.text(`report/rotation/seen/state/${answer.state}`)
      const mode = translator.text(`report/rotation/seen/mode/${answer.startMode}`)
      return ['seen/service', { service: visibleText(answer.service), state, mode }]
    }
    case 'secret':
      return [`seen/${answer.generation === 0 ? 'old' : 'new'}-secret/${told(answer.present)}`, { ...names.ofLogin(answer.login) }]
    default:
      return assertNever(answer)
  }
}
