import type { Dependant } from './dependants.ts'
import type { PreflightFinding, PreflightKey } from './findings.ts'
import type { LoginToChange } from './input.ts'
import { handledBy } from './judge-dependants.ts'
import type { PreflightWorld } from './world.ts'

/** Parts of the change that the app or a person does. */
export const preflightPhases = ['pause', 'change', 'update', 'enter', 'resume', 'verify'] as const
export type PreflightPhase = (typeof preflightPhases)[number]

/** Who does one part; a part with two doers has two entries, one that nobody has to do has none. */
export interface PhaseDoer {
  readonly phase: PreflightPhase
  /** key of the login; null: of all */
  readonly login: string | null
  readonly by: 'app' | 'hand'
}

const CHANGED_BY_HAND: ReadonlySet<PreflightKey> = new Set(['account-of-domain', 'new-user-of-domain', 'erp-by-hand'])

/** Signing in to see whether a password holds would cost one of the last attempts before a lock-out, or its cost is not known. */
const VERIFIED_BY_HAND: ReadonlySet<PreflightKey> = new Set([
  'sign-in-tests-closed',
  'lock-out-not-known',
  'domain-sign-in-closed',
  'sql-policy-not-known',
  'erp-by-hand',
])

/** Which parts the app can do and which are done by hand, as far as nothing stands in the way. */
export function phasesOf(
  world: PreflightWorld,
  findings: readonly PreflightFinding[],
  dependants: ReadonlyMap<string, readonly Dependant[]>,
): readonly PhaseDoer[] {
  const pauses = findings.some(({ key }) => key === 'sync-services-found') ? 'app' : 'hand'
  const by = (login: LoginToChange, keys: ReadonlySet<PreflightKey>): 'app' | 'hand' =>
    findings.some((finding) => finding.login === login.key && keys.has(finding.key)) ? 'hand' : 'app'
  const { logins } = world.input
  return [
    { phase: 'pause', login: null, by: pauses },
    ...logins.map((login): PhaseDoer => ({ phase: 'change', login: login.key, by: by(login, CHANGED_BY_HAND) })),
    ...logins.flatMap((login) => updates(world, login, dependants.get(login.key) ?? [])),
    ...logins.map((login): PhaseDoer => ({ phase: 'enter', login: login.key, by: 'hand' })),
    { phase: 'resume', login: null, by: pauses },
    ...logins.map((login): PhaseDoer => ({ phase: 'verify', login: login.key, by: by(login, VERIFIED_BY_HAND) })),
  ]
}

function updates(world: PreflightWorld, login: LoginToChange, dependants: readonly Dependant[]): readonly PhaseDoer[] {
  const doers = new Set(dependants.map((dependant) => handledBy(world, login, dependant)))
  return (['app', 'hand'] as const).filter((by) => doers.has(by)).map((by) => ({ phase: 'update', login: login.key, by }))
}
