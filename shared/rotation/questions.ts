import { afterUnknown, pausedFrom, unwatched } from './effects.ts'
import type { Answer } from './events.ts'
import type { Intent } from './intent.ts'
import {
  isNewUser,
  isTouched,
  type Ledger,
  loginOf,
  loginsInOrder,
  plannedLogin,
  type Question,
  type Trouble,
  withLogin,
  withService,
} from './ledger.ts'
import { signInAllowed } from './sign-ins.ts'

const passwordQuestion = (ledger: Ledger, login: string): Question => ({
  about: 'password',
  login,
  by: signInAllowed(ledger, login) ? 'password-age-and-sign-in' : 'password-age',
})

/** What has to be seen after an act of which nobody knows whether it happened. */
export function questionsAbout(ledger: Ledger, { act, login, service, generation = 0 }: Intent): readonly Question[] {
  if (service !== undefined) return [{ about: 'service', service }]
  if (login === undefined) return []
  if (act === 'create-user' || act === 'remove-new-user') return [{ about: 'user', login }]
  if (act === 'generate') return [{ about: 'secret', login, generation }]
  return act === 'change-password' ? [passwordQuestion(ledger, login)] : []
}

/** After the call a person may have moved the passwords elsewhere: that one is gone from here proves nothing then. */
function aboutSecrets(ledger: Ledger): readonly Question[] {
  if (ledger.session === 'gone') return []
  return loginsInOrder(ledger).flatMap(([{ key }, login]) => [
    ...(login.oldAvailable && !login.oldDeleted ? [{ about: 'secret' as const, login: key, generation: 0 }] : []),
    ...(login.generated > 0 && !login.newDeleted ? [{ about: 'secret' as const, login: key, generation: login.generated }] : []),
  ])
}

const aboutPasswords = (ledger: Ledger): readonly Question[] =>
  loginsInOrder(ledger)
    .filter(([planned, login]) => login.held === null && (!isNewUser(planned) || login.created))
    .map(([{ key }]) => passwordQuestion(ledger, key))

/** A server that was restarted may have other services running than the journal says. */
const aboutServices = (ledger: Ledger): readonly Question[] => {
  const begun = ledger.session !== 'none' && ledger.session !== 'gone' && ledger.plan.pause === 'app'
  return begun ? ledger.plan.stopOrder.map((service) => ({ about: 'service' as const, service })) : []
}

const sameQuestion = (one: Question, other: Question): boolean => questionKey(one) === questionKey(other)

const questionKey = (question: Question | Answer): string =>
  [
    question.about,
    question.about === 'service' ? question.service : question.login,
    question.about === 'secret' ? question.generation : '',
  ].join(' ')

/** Trouble that is over as soon as its question has an answer. */
const ANSWERABLE: ReadonlySet<Trouble['reason']> = new Set(['password-unknown', 'user-unknown', 'old-password-gone'])

/** The ledger when an interrupted rotation is taken up again: nothing goes on before its questions are answered. */
export function afterInterruption(ledger: Ledger): Ledger {
  const intent = ledger.pending?.intent
  const settled = intent === undefined ? ledger : unsettled(ledger, intent)
  const again = questionsAgain(settled)
  const all = [...settled.questions, ...again, ...aboutSecrets(settled), ...aboutPasswords(settled), ...aboutServices(settled)]
  const questions = all.filter((question, index) => all.findIndex((other) => sameQuestion(question, other)) === index)
  const answerable = settled.trouble !== null && ANSWERABLE.has(settled.trouble.reason)
  return { ...settled, questions, trouble: answerable ? null : settled.trouble }
}

/** The ledger after an act that may have happened, with the questions that tell. */
export function unsettled(ledger: Ledger, intent: Intent): Ledger {
  const unknown = afterUnknown(ledger, intent)
  const changedAt = ledger.pending?.at ?? null
  // Until the answer is known the change counts as made: what a minimum age forbids is then never offered too early.
  const dated = intent.act === 'change-password' && intent.login !== undefined ? withLogin(unknown, intent.login, { changedAt }) : unknown
  return { ...dated, questions: questionsAbout(dated, intent) }
}

export const isAsked = (ledger: Ledger, answer: Answer): boolean =>
  ledger.questions.some((question) => questionKey(question) === questionKey(answer)) && isPossible(ledger, answer)

/** A generation that was never made cannot be what a login holds. */
const isPossible = (ledger: Ledger, answer: Answer): boolean =>
  answer.about !== 'password' || answer.holds === null || answer.holds <= loginOf(ledger, answer.login).generated

/** The ledger with one question answered. */
export function afterAnswer(ledger: Ledger, answer: Answer, at: string): Ledger {
  const questions = ledger.questions.filter((question) => questionKey(question) !== questionKey(answer))
  return answered({ ...ledger, questions }, answer, at)
}

function answered(ledger: Ledger, answer: Answer, at: string): Ledger {
  switch (answer.about) {
    case 'password': {
      const { login, holds, failedSignIns = 0 } = answer
      const counted = withLogin(ledger, login, { failedSignIns: loginOf(ledger, login).failedSignIns + failedSignIns })
      return holds === null ? troubled(counted, 'password-unknown', login) : withLogin(counted, login, { held: holds })
    }
    case 'user':
      return aboutUser(ledger, answer.login, answer.exists)
    case 'service': {
      const { service, state, startMode } = answer
      const next = withService(ledger, service, { state, startMode })
      const ran = ledger.plan.services.some((planned) => planned.name === service && planned.state === 'running')
      // What ran while it was watched and stands still now was watched in vain.
      return ran && state === 'stopped' ? { ...next, ...unwatched, pausedSince: pausedFrom(next, at) } : next
    }
    case 'secret':
      return aboutSecret(ledger, answer)
    default:
      return answer satisfies never
  }
}

/** A user that is there got its password as it was made, which its sign-in then has to prove. */
function aboutUser(ledger: Ledger, login: string, exists: boolean | null): Ledger {
  if (exists === null) return troubled(ledger, 'user-unknown', login)
  const { wanted, held } = loginOf(ledger, login)
  return withLogin(ledger, login, exists ? { created: true, held: held ?? wanted, verified: null } : { created: false, held: null })
}

function aboutSecret(ledger: Ledger, { login, generation, present }: Extract<Answer, { readonly about: 'secret' }>): Ledger {
  const known = loginOf(ledger, login)
  const { generated, wanted } = known
  if (generation === 0) {
    const next = withLogin(ledger, login, { oldAvailable: present })
    const needed = ledger.direction === 'back' && isTouched(plannedLogin(ledger, login), known)
    return needed && !present ? troubled(next, 'old-password-gone', login) : next
  }
  if (present) return withLogin(ledger, login, { generated: Math.max(generated, generation) })
  // A password that nobody has any more is replaced, whether or not the login takes it already.
  const lost = generation === generated
  if (ledger.direction === 'back') return lost ? withLogin(ledger, login, { newDeleted: true }) : ledger
  return lost ? withLogin(ledger, login, { wanted: Math.max(wanted, generated + 1) }) : ledger
}

function troubled(ledger: Ledger, reason: Trouble['reason'], login: string): Ledger {
  return { ...ledger, trouble: { reason, intent: null, login, code: null } }
}

/** The questions that a person wants to have asked once more. */
export function questionsAgain(ledger: Ledger): readonly Question[] {
  const { trouble } = ledger
  // What failed while it was watched may have stopped.
  if (trouble?.reason === 'watch-failed' || trouble?.intent?.act === 'verify-holder') return aboutServices(ledger)
  if (trouble?.login == null) return []
  if (trouble.reason === 'password-unknown') return [passwordQuestion(ledger, trouble.login)]
  if (trouble.reason === 'user-unknown') return [{ about: 'user', login: trouble.login }]
  return trouble.reason === 'old-password-gone' ? [{ about: 'secret', login: trouble.login, generation: 0 }] : []
}
