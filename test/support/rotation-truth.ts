import { accountFor, heldBy, type RotationWorld, secretOf, works } from '#electron/rotation/rehearsal/world.ts'
import type { RotationEvent } from '#shared/rotation/events.ts'
import type { Holding } from '#shared/rotation/holders.ts'
import { type Ledger, loginOf } from '#shared/rotation/ledger.ts'
import type { RotationPlan } from '#shared/rotation/plan.ts'
import type { RotationState } from '#shared/rotation/state.ts'

/** What is held against the world. */
export interface Told {
  readonly plan: RotationPlan
  readonly world: RotationWorld
  readonly journal: readonly RotationEvent[]
  readonly rotation: { readonly ledger: Ledger }
}

/** What the state says and the world does not bear out; empty when it is honest. */
export function untruths(state: RotationState, session: Told): readonly string[] {
  return [...aboutHolders(state, session), ...aboutServices(state, session), ...aboutSecrets(session), ...aboutNextSteps(state)]
}

function aboutHolders(state: RotationState, { world, rotation }: Told): readonly string[] {
  const secretFor = (login: string, holds: Holding): string | undefined => {
    if (holds === 'old') return `practice-old-${login}`
    return holds === 'new' ? secretOf(world, login, loginOf(rotation.ledger, login).generated) : undefined
  }
  const told = (holds: Holding): boolean => holds === 'old' || holds === 'new'
  return state.holders.flatMap(({ login, takes, holders }) => {
    const planned = rotation.ledger.plan.logins.find(({ key }) => key === login)
    const account = planned === undefined ? '' : accountFor(planned, takes === 'old' ? 0 : 1)
    const { retired } = loginOf(rotation.ledger, login)
    const own = told(takes) && !(retired && takes === 'old') && world.accounts.get(account) !== secretFor(login, takes)
    return [
      ...(own ? [`${login} is said to take the ${takes} password`] : []),
      ...holders
        .filter(({ holder, holds }) => told(holds) && heldBy(world, login, holder) !== secretFor(login, holds))
        .map(({ holder, holds }) => `${holder} of ${login} is said to have the ${holds} password`),
    ]
  })
}

function aboutServices({ questions }: RotationState, { world, rotation }: Told): readonly string[] {
  const { services } = rotation.ledger
  return Object.entries(services).flatMap(([name, { state, startMode }]) => {
    const now = world.services.get(name)
    const wrong = (state !== 'unknown' && state !== now?.state) || (startMode !== 'unknown' && startMode !== now?.startMode)
    return wrong && questions.length === 0 ? [`${name} is said to be ${state} and ${startMode}`] : []
  })
}

/** A password that an account takes has to be stored somewhere, unless nobody knew it from the beginning. */
function aboutSecrets({ world, plan, rotation }: Told): readonly string[] {
  const stored = new Set<string>(world.stored.values())
  const unknown = new Set(plan.logins.filter(({ oldPasswordKnown }) => !oldPasswordKnown).map(({ key }) => `practice-old-${key}`))
  const lost = [...world.accounts].filter(([account, secret]) => {
    const old = plan.logins.find(({ key }) => key === account)
    const left = old !== undefined && old.change.kind === 'new-user' && loginOf(rotation.ledger, old.key).retired
    return !(stored.has(secret) || unknown.has(secret) || left)
  })
  return lost.map(([account]) => `nobody has the password of ${account}`)
}

function aboutNextSteps({ disagreements, hands, outcome, decisions, intent, questions }: RotationState): readonly string[] {
  const over = outcome === 'complete' || outcome === 'cancelled'
  const helpless = !over && intent === null && questions.length === 0 && decisions.length === 0
  const unnamed = disagreements.some(({ nextAct }) => nextAct === null) && hands !== 'asking' && hands !== 'deciding'
  return [...(helpless ? ['nothing can be done: a dead end'] : []), ...(unnamed ? ['a disagreement has no next step'] : [])]
}

/** What is not as it should be once the rotation is over. */
export function leftovers({ world, plan, rotation, journal }: Told): readonly string[] {
  const { outcome } = rotation.ledger
  const back = outcome === 'cancelled'
  return [
    ...(outcome === 'complete' || back ? [] : [`it ended ${outcome}`]),
    ...(JSON.stringify([journal, rotation.ledger]).includes('practice-') ? ['a password is written down'] : []),
    ...plan.services
      .filter(
        ({ name, state, startMode }) => world.services.get(name)?.state !== state || world.services.get(name)?.startMode !== startMode,
      )
      .map(({ name }) => `${name} is not as it was`),
    ...plan.logins.flatMap(({ key, holders }) =>
      holders.filter((holder) => !works(world, plan, key, holder.key)).map((holder) => `${holder.key} cannot sign in`),
    ),
    ...plan.logins.flatMap(({ key, holders }) =>
      holders
        .filter((holder) => (heldBy(world, key, holder.key) === `practice-old-${key}`) !== back)
        .map((holder) => `${holder.key} has the wrong generation`),
    ),
    ...(back ? [...world.stored.keys()].filter((name) => !name.endsWith('|0')).map((name) => `${name} is still stored`) : []),
  ]
}
