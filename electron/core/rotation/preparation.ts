import type { RotationChoices } from '#shared/contract/index.ts'
import type { Profile } from '#shared/formats/profile.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { DEFAULT_LENGTH } from '#shared/passwords/policy.ts'
import type { PreflightKey } from '#shared/rotation/preflight/findings.ts'
import type { LoginToChange } from '#shared/rotation/preflight/input.ts'
import type { PreflightReadings } from '#shared/rotation/preflight/readings.ts'
import { composeChange, type Rehearsal } from './compose-change.ts'
import { type KnownLogin, type RehearsalServer, rehearsalServerOf } from './rehearsal-logins.ts'
import { loginsToChange } from './rehearsal-plan.ts'

/** `keychain`: alone, because a person could type nothing here. `person`: alone, because policy forbids stored passwords. */
export type Keeping = 'either' | 'keychain' | 'person'

/** What a change of a case would be. */
export interface Preparation {
  readonly server: RehearsalServer
  readonly choices: RotationChoices
  /** of the chosen logins; null: none is chosen */
  readonly change: Rehearsal | null
  /** as if every login were chosen */
  readonly all: Rehearsal
  readonly rehearsal: boolean
}

export interface PreparationRequest {
  readonly snapshot: Snapshot
  readonly profile: Profile
  /** null: nothing was chosen yet */
  readonly choices: RotationChoices | null
  /** what the server told beside its facts; empty: nobody asked it */
  readonly readings: PreflightReadings
  /** names of the keychain entries that hold what logins take now, by key; null: a rehearsal, which needs none */
  readonly oldEntries: ReadonlyMap<string, string> | null
  /** where new passwords can be kept */
  readonly keeping: Keeping
  /** ISO 8601 UTC */
  readonly now: string
}

type LoginChoice = RotationChoices['logins'][number]

const choiceOf = ({ key }: KnownLogin): LoginChoice => ({
  key,
  newUser: null,
  length: DEFAULT_LENGTH,
  keptIn: 'keychain',
  oldPasswordAtHand: true,
})

/** These logins keep no password of their own, so nobody chooses them unasked. */
const WITHOUT_PASSWORD: ReadonlySet<PreflightKey> = new Set([
  'account-managed',
  'account-virtual',
  'account-built-in',
  'sql-login-of-windows',
])

/** What stands in the way of a real change, and not of rehearsing it: the facts of a file say no more. */
const ONLY_FOR_REAL: ReadonlySet<PreflightKey> = new Set([
  'elevation-missing',
  'uses-not-known',
  'host-not-known',
  'account-not-known',
  'new-user-not-known',
  'sql-not-known',
  'sql-login-not-known',
])

/** Whether a rehearsal can begin: what a person can solve on the screen has to be solved. */
export const mayRehearse = ({ preflight }: Rehearsal): boolean =>
  preflight.findings.every(({ key, level }) => level !== 'stop' || ONLY_FOR_REAL.has(key))

/** Names of the Windows accounts whose stored secrets a reset loses, as a person has to type them; null: there are none. */
export function namesToType({ plan }: Rehearsal): string | null {
  const names = plan.logins.flatMap(({ kind, account, name, change }) => {
    const isReset = kind === 'windows' && account === 'local' && change.kind === 'new-password' && change.how === 'reset'
    return isReset ? [name.split('\\').at(-1) ?? name] : []
  })
  return names.length === 0 ? null : names.join(', ')
}

/** Null: no login of a sync tool is known. What names a login that is not known any more is dropped. */
export function prepareChange(request: PreparationRequest): Preparation | null {
  const server = rehearsalServerOf(request.snapshot, request.profile)
  if (server.logins.length === 0) return null
  const known = new Set(server.logins.map(({ key }) => key))
  const asStored = (choice: LoginChoice): LoginChoice => asKept(choice, request)
  const every: RotationChoices = {
    logins: server.logins.map((login) => asStored(choiceOf(login))),
    takenByHand: [],
    pause: 'app',
    callAt: null,
    reviewOn: null,
  }
  const choices =
    request.choices === null
      ? withoutThose(every, composed(request, server, every, every.logins))
      : { ...request.choices, logins: request.choices.logins.filter(({ key }) => known.has(key)).map(asStored) }
  const missing = every.logins.filter(({ key }) => choices.logins.every((choice) => choice.key !== key))
  return {
    server,
    choices,
    change: choices.logins.length === 0 ? null : composed(request, server, choices, choices.logins),
    all: composed(request, server, choices, [...choices.logins, ...missing]),
    rehearsal: request.oldEntries === null,
  }
}

/** Of a real server the keychain tells whether it has the old password; of what a person holds, that person says so. */
function asKept(choice: LoginChoice, { oldEntries, keeping }: PreparationRequest): LoginChoice {
  if (oldEntries === null) return choice
  const keptIn = keeping === 'either' ? choice.keptIn : keeping
  return { ...choice, keptIn, ...(keptIn === 'keychain' ? { oldPasswordAtHand: oldEntries.has(choice.key) } : {}) }
}

function withoutThose(choices: RotationChoices, { findings }: Rehearsal): RotationChoices {
  const isWithout = ({ key }: LoginChoice): boolean =>
    findings.some((finding) => finding.login === key && WITHOUT_PASSWORD.has(finding.key))
  return { ...choices, logins: choices.logins.filter((choice) => !isWithout(choice)) }
}

function composed(
  { snapshot, profile, readings, now }: PreparationRequest,
  server: RehearsalServer,
  { takenByHand, pause, callAt, reviewOn }: RotationChoices,
  chosen: readonly LoginChoice[],
): Rehearsal {
  const compose = (logins: readonly LoginToChange[]): Rehearsal =>
    composeChange({
      snapshot,
      server,
      now,
      readings,
      logins,
      takenByHand,
      pause,
      oldPasswords: new Set(chosen.flatMap(({ key, oldPasswordAtHand }) => (oldPasswordAtHand ? [key] : []))),
      schedule: { callAt, reviewOn },
    })
  const logins = changesOf(chosen, server, profile)
  const first = compose(logins)
  // A user that may not change its own password gets it from an administrator, whoever has the old one.
  const barred = new Set(first.findings.flatMap(({ key, login }) => (key === 'cannot-change-password' ? [login] : [])))
  if (barred.size === 0) return first
  return compose(logins.map((login) => (barred.has(login.key) ? { ...login, change: { kind: 'new-password', how: 'reset' } } : login)))
}

function changesOf(chosen: readonly LoginChoice[], server: RehearsalServer, profile: Profile): readonly LoginToChange[] {
  const newUsers = new Map(chosen.flatMap(({ key, newUser }) => (newUser === null ? [] : [[key, newUser] as const])))
  const logins = server.logins.filter(({ key }) => chosen.some((choice) => choice.key === key))
  return loginsToChange(logins, newUsers, server, profile).map((login) => {
    const { length, keptIn, oldPasswordAtHand } = chosen.find(({ key }) => key === login.key) ?? choiceOf(login)
    // SQL Server and the ERP are changed by an administrator in any case; only Windows loses something by that.
    const isChanged = login.change.kind === 'new-password' && login.kind === 'windows' && oldPasswordAtHand
    return { ...login, length, keptIn, ...(isChanged ? { change: { kind: 'new-password', how: 'change' } } : {}) }
  })
}
