import type { RunView } from '#shared/contract/index.ts'
import { actInWords } from '#shared/report/rotation/sentences.ts'
import type { Answer } from '#shared/rotation/events.ts'
import { loginOf, type Question, type Trouble } from '#shared/rotation/ledger.ts'
import { hasCodeText } from '#shared/texts/rotation-codes.ts'
import { visibleText } from '#shared/visible-text.ts'
import type { ViewContext } from './run-view.ts'

/** What went wrong, what is known of it, and what to do. */
export function troubleView(context: ViewContext): RunView['trouble'] {
  const { translator, facts, words } = context
  const { trouble } = facts.state
  if (trouble === null) return null
  const { intent, reason, code } = trouble
  const what =
    intent === null
      ? `${translator.text(`rotation-trouble/${reason}`)}.`
      : translator.text('rotation-left/act-failed', { act: actInWords(intent, words) })
  return {
    line: what.charAt(0).toUpperCase() + what.slice(1),
    detail: code === null ? null : [codeLine(context, code), outcomeLine(context, trouble)].filter((line) => line !== null).join(' '),
    next: translator.text(`rotation-next/${reason}`),
    signInTo: signInTo(context, trouble),
  }
}

const OF_SQL_SERVER = /^sql-server:([^/]+)\//

/** What SQL Server refuses to one account it may allow to another. */
function signInTo({ facts: { plan, canType } }: ViewContext, { intent, code }: Trouble): string | null {
  const isRefused = canType && !plan.rehearsal && plan.caseId !== undefined && intent?.owner === 'app' && code?.startsWith('sql-') === true
  return isRefused ? (OF_SQL_SERVER.exec(intent.login ?? '')?.[1] ?? null) : null
}

const KEYCHAIN = 'keychain-'

/** Codes of our own whose lines stand beside the others of a run. */
const PLAIN: ReadonlySet<string> = new Set(['fault', 'told-by-person', 'account-not-read', 'task-not-read'])

/** A code may be followed by a colon and a name, such as that of the policy which sets a right. */
const CODE_WITH_NAME = /^([a-z0-9-]+):(.+)$/s

function codeLine({ translator, facts: { plan } }: ViewContext, given: string): string {
  const [, code = given, name = ''] = CODE_WITH_NAME.exec(given) ?? []
  if (code === 'time-out') return translator.text('rotation-code/time-out', { minutes: plan.times.actMinutes })
  if (PLAIN.has(code)) return translator.text(`rotation-code/${code}`)
  if (hasCodeText(code)) {
    const line = translator.text(`rotation-code/${code}`)
    return name === '' ? line : `${line} (${visibleText(name)})`
  }
  if (!code.startsWith(KEYCHAIN)) return translator.text('rotation-code/other', { code: visibleText(given) })
  const problem = translator.text(`vault/problem/${code.slice(KEYCHAIN.length)}`, { detail: '', generation: '', session: '', process: '' })
  return translator.text('rotation-code/keychain', { problem })
}

function outcomeLine({ translator, facts: { events } }: ViewContext, { reason }: Trouble): string | null {
  const last = events.findLast(({ type }) => type === 'act-failed')
  if (reason !== 'act-failed' || last?.type !== 'act-failed') return null
  return translator.text(`rotation-left/${last.outcome === 'unknown' ? 'maybe-changed' : 'nothing-changed'}`)
}

/** A question that only a person can answer. */
export function questionView(context: ViewContext): RunView['question'] {
  const { hands, owner, questions } = context.facts.state
  const [question] = questions
  if (hands !== 'asking' || owner !== 'you' || question === undefined || question.about === 'service') return null
  const { translator, words } = context
  const { user, login } = words.names.ofLogin(question.login)
  const isOld = question.about === 'secret' && question.generation === 0
  return {
    line: translator.text(`rotation-ask/${isOld ? 'secret-old' : question.about}`, {
      login: question.about === 'secret' && !isOld ? user : login,
    }),
    options: answersTo(context, question).map(({ id, key }) => ({ id, line: translator.text(`rotation-ask/${key}`) })),
  }
}

interface PossibleAnswer {
  readonly id: string
  readonly key: string
  readonly answer: Answer
}

/** What a person can answer to a question. */
export function answersTo({ facts: { ledger } }: Pick<ViewContext, 'facts'>, question: Question): readonly PossibleAnswer[] {
  switch (question.about) {
    case 'secret': {
      const { login, generation } = question
      const answer = (present: boolean): Answer => ({ about: 'secret', login, generation, present })
      return [
        { id: 'yes', key: 'yes', answer: answer(true) },
        { id: 'no', key: 'no', answer: answer(false) },
      ]
    }
    case 'password': {
      const { login } = question
      const { generated } = loginOf(ledger, login)
      const answer = (holds: number | null): Answer => ({ about: 'password', login, holds })
      return [
        { id: 'old', key: 'holds-old', answer: answer(0) },
        ...(generated > 0 ? [{ id: 'new', key: 'holds-new', answer: answer(generated) }] : []),
        { id: 'unknown', key: 'unknown', answer: answer(null) },
      ]
    }
    case 'user': {
      const { login } = question
      const answer = (exists: boolean | null): Answer => ({ about: 'user', login, exists })
      return [
        { id: 'yes', key: 'yes', answer: answer(true) },
        { id: 'no', key: 'no', answer: answer(false) },
        { id: 'unknown', key: 'unknown', answer: answer(null) },
      ]
    }
    case 'service':
      return []
    default:
      return question satisfies never
  }
}
