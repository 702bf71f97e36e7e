import { momentInWords } from '#shared/report/dates.ts'
import { actKey } from '#shared/report/rotation/sentences.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import type { ActKind } from '#shared/rotation/keys.ts'
import type { Closed } from '#shared/rotation/open.ts'
import type { PlannedHolder, PlannedLogin, RotationPlan } from '#shared/rotation/plan.ts'
import type { PreflightFinding, PreflightKey, PreflightParams } from '#shared/rotation/preflight/findings.ts'
import type { Preflight } from '#shared/rotation/preflight/preflight.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { visibleText } from '#shared/visible-text.ts'

/** What the words are about, and where times are shown; absent zone: UTC. */
export interface WordsContext {
  readonly translator: Translator
  readonly plan: Pick<RotationPlan, 'logins'>
  readonly collectedAt: string
  readonly timeZone?: string
}

/** What is about the old login where a new user takes over. */
const OF_OLD_LOGIN: ReadonlySet<ActKind> = new Set([
  'create-user',
  'grant-rights',
  'retire-old-login',
  'delete-old-generation',
  'remove-new-user',
])

/** Words of the facts that a finding names as they are. */
const TOKENS: ReadonlySet<unknown> = new Set(['rdp', 'console', 'active', 'disconnected', 'paused', 'pending'])

/** Logins that keep no password of their own. */
const WITHOUT_PASSWORD: ReadonlySet<PreflightKey> = new Set([
  'account-managed',
  'account-virtual',
  'account-built-in',
  'sql-login-of-windows',
])

const loginIn = ({ plan }: WordsContext, key: string | null | undefined): PlannedLogin | undefined =>
  plan.logins.find((planned) => planned.key === key)

/** A text with names from files, which steer neither terminal nor screen. */
const say = ({ translator }: WordsContext, key: string, params: PreflightParams = {}): string => visibleText(translator.text(key, params))

/** What is done, one sentence. */
export function actLine(context: WordsContext, { act, owner, login: key, holder, service = '' }: Intent): string {
  const login = loginIn(context, key)
  const name = login?.holders.find((planned) => planned.key === holder)?.name ?? ''
  const moves = login?.change.kind === 'new-user' && !OF_OLD_LOGIN.has(act)
  return say(context, actKey({ act, owner }), {
    login: (moves ? login.change.newName : login?.name) ?? '',
    holder: name === '?' ? say(context, 'cli/rotate/unnamed-tool') : name,
    service,
  })
}

/** How it is known to be done, one clause. A person looks into the ERP itself: nothing of it is read back. */
export function checkLine(context: WordsContext, { check, login }: Intent): string {
  const isErp = check === 'account-read-back' && loginIn(context, login)?.kind === 'erp'
  return say(context, `rotation-check/${isErp ? 'person-confirms' : check}`)
}

/** What would undo it, one clause; null: nothing. */
export function undoLine(context: WordsContext, { inverse }: Intent): string | null {
  return inverse === null ? null : say(context, `rotation-back/${inverse.act}`)
}

/** Why a way is closed, one clause. */
export function closedLine(context: WordsContext, { reason, login, until }: Closed): string {
  return say(context, `rotation-closed/${reason}`, {
    login: loginIn(context, login)?.name ?? '',
    until: until === null ? '' : momentInWords(until, context.translator, context.timeZone),
  })
}

/** What a preflight found, without its advice. */
export function findingLine(context: WordsContext, { key, login, params }: PreflightFinding): string {
  // These two speak of a program that runs on the server and has just read it.
  if (key === 'elevation-missing') return say(context, 'cli/rotate/elevation-missing')
  if (key === 'facts-old') {
    return say(context, 'cli/rotate/facts-old', { time: momentInWords(context.collectedAt, context.translator, context.timeZone) })
  }
  if (key === 'keychain-refuses') {
    const problem = say(context, `vault/problem/${String(params.reason)}`, { session: '', process: '', detail: '', generation: '' })
    return say(context, `preflight/${key}`, { reason: problem.replace(/\.$/, '') })
  }
  const words = Object.entries(params).map(([param, value]) => [param, paramInWords(context, param, value)] as const)
  return say(context, `preflight/${key}`, { login: loginIn(context, login)?.name ?? '', ...Object.fromEntries(words) })
}

function paramInWords(context: WordsContext, param: string, value: PreflightParams[string]): NonNullable<PreflightParams[string]> {
  if (param === 'place') return say(context, `preflight-place/${String(value)}`)
  if (param === 'possibleAt' || param === 'since') return momentInWords(String(value), context.translator, context.timeZone)
  const isToken = (param === 'session' || param === 'state') && TOKENS.has(value)
  return isToken ? say(context, `cli/rotate/token/${String(value)}`) : (value ?? '')
}

/** How a login changes and who does it. */
export function howLine(context: WordsContext, { key, change, changedBy }: PlannedLogin, findings: readonly PreflightFinding[]): string {
  if (change.kind === 'new-user') return say(context, `cli/rotate/change/new-user-${changedBy}`, { user: change.newName })
  const isWithout = findings.some((finding) => finding.login === key && WITHOUT_PASSWORD.has(finding.key))
  return say(context, `cli/rotate/change/${isWithout ? 'none' : changedBy}`)
}

/** A holder with what it is. */
export function holderLine(context: WordsContext, { kind, name }: PlannedHolder): string {
  return say(context, `cli/rotate/holder/${kind}`, { name: name === '?' ? say(context, 'cli/rotate/unnamed-tool') : name })
}

/** A dependant with what it is, where its name alone does not say so. */
export function dependantLine(context: WordsContext, { kind, name }: Preflight['dependants']['nodes'][number]): string {
  return kind === 'service' || kind === 'task' ? say(context, `cli/rotate/use/${kind}`, { name }) : visibleText(name)
}

/** What no file can tell, each once in one sentence; null: nothing. */
export function notReadLine(context: WordsContext, notRead: readonly PreflightFinding[]): string | null {
  if (notRead.length === 0) return null
  const names = notRead.map(({ key, params }) => {
    if (key !== 'uses-not-known') return say(context, `cli/rotate/reading/${key}`)
    return params.place === 'sql-server'
      ? say(context, 'cli/rotate/reading/sql-server')
      : say(context, `preflight-place/${String(params.place)}`)
  })
  return say(context, 'cli/rotate/not-known-line', { what: [...new Set(names)].join(', ') })
}
