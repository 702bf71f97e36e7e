import type { Intent } from '#shared/rotation/intent.ts'
import type { RotationPlan } from '#shared/rotation/plan.ts'
import { type Done, done, failed } from '../hands.ts'
import type { SecretProblem } from '../run-secrets.ts'
import type { Acted } from './acted.ts'
import type { SecretText } from './secret-text.ts'

/** A password for one act, or why there is none. */
export type SecretOf = (login: string, generation: number) => Promise<{ readonly ok: true; readonly secret: SecretText } | Refused>

interface Refused {
  readonly ok: false
  readonly problem: SecretProblem
}

/** Does something with the password of a generation; where there is none, nothing was done. */
export async function withSecret(
  secretOf: SecretOf,
  { login = '', generation = 0 }: Pick<Intent, 'login' | 'generation'>,
  work: (secret: SecretText) => Promise<Acted>,
): Promise<Acted> {
  const found = await secretOf(login, generation)
  if (found.ok) return await work(found.secret)
  const { kind } = found.problem
  return { kind: 'failed', code: kind === 'not-typed' ? 'held-not-typed' : `keychain-${kind}`, outcome: 'not-done' }
}

/** What an act came to, as the journal says it. */
export function outcomeOf(plan: RotationPlan, intent: Intent, result: Acted): Done {
  switch (result.kind) {
    case 'done':
      return done()
    case 'failed':
      return failed({ type: 'act-failed', act: intent.id, code: result.code, outcome: result.outcome })
    case 'refused':
      return refusedPassword(intent, result.code)
    case 'no-sign-in':
      return notSignedIn(plan, intent, result)
    default:
      return result satisfies never
  }
}

function refusedPassword({ id, act, login, generation }: Intent, code: string): Done {
  const isSet = (act === 'change-password' || act === 'create-user') && login !== undefined && generation !== undefined
  return isSet
    ? failed({ type: 'password-refused', login, generation, code })
    : failed({ type: 'act-failed', act: id, code, outcome: 'not-done' })
}

/** A service that cannot sign in as it starts says of its holder what a sign-in says of the login. */
function notSignedIn(plan: RotationPlan, intent: Intent, { code, proves }: Extract<Acted, { readonly kind: 'no-sign-in' }>): Done {
  const { id, act, login, holder = null, service } = intent
  if ((act === 'verify-login' || act === 'verify-holder') && login !== undefined)
    return failed({ type: 'verification-failed', login, holder, code, proves })
  const held = act === 'start-service' ? holderOf(plan, service) : null
  return held === null
    ? failed({ type: 'act-failed', act: id, code, outcome: 'not-done' })
    : failed({ type: 'verification-failed', ...held, code, proves })
}

function holderOf({ logins }: RotationPlan, service: string | undefined): { readonly login: string; readonly holder: string } | null {
  for (const { key, holders } of logins) {
    const found = holders.find(({ kind, name }) => kind === 'service' && name === service)
    if (found !== undefined) return { login: key, holder: found.key }
  }
  return null
}
