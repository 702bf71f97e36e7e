import type { Intent } from './intent.ts'
import type { Direction, TroubleReason } from './keys.ts'
import { inOrder, type PlannedLogin, type PlannedService, type RotationPlan } from './plan.ts'

/** null: not known. 0: what held before; n: the n-th generated password. */
export type Generation = number | null

export interface LoginLedger {
  /** the generation that everything shall hold in the end */
  readonly wanted: number
  /** the newest generation that was stored */
  readonly generated: number
  /** what the login itself takes; of a move to a new user: what the new user takes */
  readonly held: Generation
  readonly changedAt: string | null
  readonly verified: Generation
  readonly created: boolean
  readonly rightsGranted: boolean
  readonly remoteDesktopDenied: boolean
  readonly holders: { readonly [holder: string]: Generation }
  readonly holdersVerified: { readonly [holder: string]: Generation }
  readonly handedOver: { readonly [holder: string]: Generation }
  /** sign-ins that failed or of which nobody knows how they ended */
  readonly failedSignIns: number
  readonly oldAvailable: boolean
  readonly retired: boolean
  readonly oldDeleted: boolean
  readonly newDeleted: boolean
}

export interface ServiceLedger {
  readonly state: PlannedService['state'] | 'unknown'
  readonly startMode: PlannedService['startMode'] | 'unknown'
}

export type Question =
  | { readonly about: 'password'; readonly login: string; readonly by: 'password-age' | 'password-age-and-sign-in' }
  | { readonly about: 'user'; readonly login: string }
  | { readonly about: 'service'; readonly service: string }
  | { readonly about: 'secret'; readonly login: string; readonly generation: number }

export interface Trouble {
  readonly reason: TroubleReason
  readonly intent: Intent | null
  readonly login: string | null
  readonly code: string | null
}

/** Everything that is known of a rotation: the plan and what its events came to. */
export interface Ledger {
  /** its logins in the order of their change */
  readonly plan: RotationPlan
  readonly direction: Direction
  readonly scheduled: boolean
  readonly chosen: boolean
  readonly preflight: 'open' | 'passed' | 'failed'
  readonly preflightProblems: readonly string[]
  readonly session: 'none' | 'joined' | 'remains' | 'gone'
  readonly callEndedAt: string | null
  readonly logins: { readonly [login: string]: LoginLedger }
  readonly services: { readonly [service: string]: ServiceLedger }
  readonly pausedSince: string | null
  /** pauses that are over */
  readonly pausedBeforeMs: number
  readonly syncPaused: boolean
  readonly watched: boolean
  readonly vendorConfirmedBy: string | null
  readonly outcome: 'open' | 'provisional' | 'complete' | 'cancelled'
  readonly pending: { readonly intent: Intent; readonly at: string } | null
  readonly questions: readonly Question[]
  readonly trouble: Trouble | null
  readonly lastAt: string | null
}

const fromHolders = (login: PlannedLogin, value: Generation): { readonly [holder: string]: Generation } =>
  Object.fromEntries(login.holders.map(({ key }) => [key, value]))

function loginAtFirst(login: PlannedLogin): LoginLedger {
  return {
    wanted: 1,
    generated: 0,
    held: login.change.kind === 'new-user' ? null : 0,
    changedAt: null,
    verified: 0,
    created: false,
    rightsGranted: false,
    remoteDesktopDenied: false,
    holders: fromHolders(login, 0),
    holdersVerified: fromHolders(login, null),
    handedOver: fromHolders(login, null),
    failedSignIns: 0,
    oldAvailable: login.oldPasswordKnown,
    retired: false,
    oldDeleted: false,
    newDeleted: false,
  }
}

/** What is known before anything happened. */
export function ledgerAtFirst(plan: RotationPlan): Ledger {
  return {
    plan: { ...plan, logins: inOrder(plan) },
    direction: 'forward',
    scheduled: false,
    chosen: false,
    preflight: 'open',
    preflightProblems: [],
    session: 'none',
    callEndedAt: null,
    logins: Object.fromEntries(plan.logins.map((login) => [login.key, loginAtFirst(login)])),
    services: Object.fromEntries(plan.services.map(({ name, state, startMode }) => [name, { state, startMode }])),
    pausedSince: null,
    pausedBeforeMs: 0,
    syncPaused: false,
    watched: false,
    vendorConfirmedBy: null,
    outcome: 'open',
    pending: null,
    questions: [],
    trouble: null,
    lastAt: null,
  }
}

/** The ledger of a login of the plan; that it is missing is a bug. */
export function loginOf(ledger: Ledger, key: string): LoginLedger {
  const login = ledger.logins[key]
  if (login === undefined) throw new Error(`no login ${key} in the plan`)
  return login
}

/** The plan of a login; that it is missing is a bug. */
export function plannedLogin(ledger: Ledger, key: string): PlannedLogin {
  const login = ledger.plan.logins.find((planned) => planned.key === key)
  if (login === undefined) throw new Error(`no login ${key} in the plan`)
  return login
}

export const isNewUser = (login: PlannedLogin): boolean => login.change.kind === 'new-user'

/** Each login in the order of its change, with what is known of it. */
export const loginsInOrder = (ledger: Ledger): readonly (readonly [PlannedLogin, LoginLedger])[] =>
  ledger.plan.logins.map((planned) => [planned, loginOf(ledger, planned.key)])

/** The same, but a login that was changed and not verified yet comes before all others: two are never in change at once. */
export function openOnesFirst(logins: ReturnType<typeof loginsInOrder>): ReturnType<typeof loginsInOrder> {
  const isOpen = ([, login]: (typeof logins)[number]): boolean => login.verified === null
  return [...logins.filter(isOpen), ...logins.filter((login) => !isOpen(login))]
}

/** Whether anything that holds the password was given a new one, or may have been. */
export const isTouched = (planned: PlannedLogin, login: LoginLedger): boolean =>
  (isNewUser(planned) ? login.created : login.held !== 0) || Object.values(login.holders).some((held) => held !== 0)

export const withLogin = (ledger: Ledger, key: string, known: Partial<LoginLedger>): Ledger => ({
  ...ledger,
  logins: { ...ledger.logins, [key]: { ...loginOf(ledger, key), ...known } },
})

export function withService(ledger: Ledger, name: string, known: Partial<ServiceLedger>): Ledger {
  const service = ledger.services[name]
  if (service === undefined) throw new Error(`no service ${name} in the plan`)
  return { ...ledger, services: { ...ledger.services, [name]: { ...service, ...known } } }
}
