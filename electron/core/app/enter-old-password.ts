import type { Language } from '#shared/contract/index.ts'
import { intentFor } from '#shared/rotation/intent.ts'
import type { PlannedLogin, RotationPlan } from '#shared/rotation/plan.ts'
import { begin } from '#shared/rotation/replay.ts'
import { provesPassword } from '../../rotation/server/account-codes.ts'
import type { Acted } from '../../rotation/server/acted.ts'
import type { SecretOf } from '../../rotation/server/outcome.ts'
import { secretText } from '../../rotation/server/secret-text.ts'
import type { VaultProblem } from '../../vault/problem.ts'
import type { Vault } from '../../vault/vault.ts'
import { createTypeTwice } from '../rotation/type-twice.ts'
import type { App } from './app.ts'
import { AppFailure } from './failure.ts'
import type { Prepared } from './prepare-rotation.ts'
import { problemLines } from './vault.ts'

interface Wanted {
  /** key of the login */
  readonly login: string
  readonly language: Language
}

interface Entered {
  readonly done: boolean
  readonly line: string
}

/**
 * The password that a login takes now goes from a person's keyboard into the keychain, so that it can be changed with it and gone back to.
 *
 * One sign-in proves it where the lock-out leaves room for one; what is proven wrong is not kept. SECURITY: it comes through a window of
 * the system, and passes no page.
 */
export async function enterOldPassword(app: App, { preparation, oldEntries }: Prepared, wanted: Wanted): Promise<Entered> {
  const { askPassword, changeServer } = app.ports
  const plan = preparation?.all.plan
  const login = plan?.logins.find(({ key }) => key === wanted.login)
  const isPossible = oldEntries !== null && askPassword !== null && changeServer !== null
  if (plan === undefined || login === undefined || !isPossible) throw new AppFailure('REFUSED', 'rotation/refused/only-rehearsal')
  const translator = app.say(wanted.language)
  const noteFault = (error: unknown): void => {
    app.ports.core.noteFault({ command: 'rotation', error })
  }
  const typed = await createTypeTwice(askPassword, () => translator, noteFault)(login, 0)
  if (typed.kind === 'not-typed') return { done: false, line: translator.text(`rotation-code/held-${typed.reason}`) }
  const proof = await prove(app, plan, login, typed.password)
  if (proof === 'wrong') return { done: false, line: translator.text('rotation/old-entered/wrong') }
  const problem = await keep(await app.ports.vault(), plan.server, login.key, typed.password)
  if (problem !== null) return { done: false, line: problemLines(app, problem, wanted.language).line }
  return { done: true, line: translator.text(`rotation/old-entered/${proof}`) }
}

/** `unproven`: no sign-in was tried, or it failed for another reason than the password. */
async function prove(app: App, plan: RotationPlan, login: PlannedLogin, password: string): Promise<'proven' | 'unproven' | 'wrong'> {
  const { changeServer } = app.ports
  const intent = intentFor(begin(plan).ledger, 'verify-login', 'app', { login: login.key, generation: 0 })
  if (changeServer === null || login.kind === 'erp' || intent.check !== 'sign-in') return 'unproven'
  const secretOf: SecretOf = async () => ({ ok: true, secret: secretText(password) })
  const hands = (await changeServer()).parts(plan, () => []).logins(secretOf)[login.kind]
  return outcomeOf(await hands.verify(login, intent))
}

function outcomeOf(result: Acted): 'proven' | 'unproven' | 'wrong' {
  if (provesPassword(result)) return 'proven'
  return result.kind === 'no-sign-in' && result.proves === 'wrong-password' ? 'wrong' : 'unproven'
}

/** Null: the keychain has it, as the one that the login takes. */
async function keep(vault: Vault, server: string, login: string, password: string): Promise<VaultProblem | null> {
  const listed = await vault.list()
  if (!listed.ok) return listed.problem
  const own = listed.value.generations.filter((each) => each.server === server && each.login === login)
  const staged = await vault.stage(
    { server, login },
    password,
    own.map(({ generation }) => generation),
  )
  if (!staged.ok) return staged.problem
  const promoted = await vault.promote(staged.value)
  return promoted.ok ? null : promoted.problem
}
