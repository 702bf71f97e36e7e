import type { RotationChoices } from '#shared/contract/index.ts'
import type { Profile } from '#shared/formats/profile.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { DEFAULT_LENGTH } from '#shared/passwords/policy.ts'
import type { LoginToChange } from '#shared/rotation/preflight/input.ts'
import { composeChange, type Rehearsal } from './compose-change.ts'
import { type KnownLogin, type RehearsalServer, rehearsalServerOf } from './rehearsal-logins.ts'
import { loginsToChange } from './rehearsal-plan.ts'

/** What a change of a case would be. */
export interface Preparation {
  readonly server: RehearsalServer
  readonly choices: RotationChoices
  /** of the chosen logins; null: none is chosen */
  readonly change: Rehearsal | null
  /** as if every login were chosen */
  readonly all: Rehearsal
}

export interface PreparationRequest {
  readonly snapshot: Snapshot
  readonly profile: Profile
  /** null: nothing was chosen yet */
  readonly choices: RotationChoices | null
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

/** Null: no login of a sync tool is known. What names a login that is not known any more is dropped. */
export function prepareChange({ snapshot, profile, choices, now }: PreparationRequest): Preparation | null {
  const server = rehearsalServerOf(snapshot, profile)
  if (server.logins.length === 0) return null
  const known = new Set(server.logins.map(({ key }) => key))
  const counted: RotationChoices =
    choices === null
      ? { logins: server.logins.map(choiceOf), takenByHand: [], pause: 'app', callAt: null, reviewOn: null }
      : { ...choices, logins: choices.logins.filter(({ key }) => known.has(key)) }
  const composed = (chosen: readonly LoginChoice[]): Rehearsal =>
    composeChange({
      snapshot,
      server,
      now,
      logins: changesOf(chosen, server, profile),
      takenByHand: counted.takenByHand,
      pause: counted.pause,
      oldPasswords: new Set(chosen.flatMap(({ key, oldPasswordAtHand }) => (oldPasswordAtHand ? [key] : []))),
      schedule: { callAt: counted.callAt, reviewOn: counted.reviewOn },
    })
  const missing = server.logins.filter(({ key }) => counted.logins.every((choice) => choice.key !== key)).map(choiceOf)
  return {
    server,
    choices: counted,
    change: counted.logins.length === 0 ? null : composed(counted.logins),
    all: composed([...counted.logins, ...missing]),
  }
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
