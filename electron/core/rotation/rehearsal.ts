import { emptyProfile, type Profile } from '#shared/formats/profile.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { type Chosen, chooseLogin, chooseLogins, type LoginRefusal } from './choose-logins.ts'
import { type ChangeRequest, composeChange, type Rehearsal } from './compose-change.ts'
import { type RehearsalServer, rehearsalServerOf } from './rehearsal-logins.ts'
import { loginsToChange, type NewUsers } from './rehearsal-plan.ts'

export interface RehearsalRequest {
  readonly snapshot: Snapshot
  /** null: nobody told anything */
  readonly profile: Profile | null
  /** logins as a person typed them; none: all that the sync tool uses */
  readonly logins: readonly string[]
  /** a login as a person typed it, and the name of the user that takes over */
  readonly newUsers: readonly { readonly login: string; readonly name: string }[]
  /** ISO 8601 UTC */
  readonly now: string
}

export type Rehearsed =
  | { readonly kind: 'rehearsal'; readonly rehearsal: Rehearsal }
  | { readonly kind: 'no-login' }
  | { readonly kind: 'refused'; readonly refusal: LoginRefusal }

/** Composes the plan of a password change from files; nothing is read beside them, and nothing is touched. */
export function rehearse(request: RehearsalRequest): Rehearsed {
  const { snapshot, now } = request
  const profile = request.profile ?? emptyProfile
  const server = rehearsalServerOf(snapshot, profile)
  if (server.logins.length === 0) return { kind: 'no-login' }
  const chosen = chooseLogins(request.logins, server.logins)
  if (!chosen.ok) return { kind: 'refused', refusal: chosen.refusal }
  const newUsers = newUsersOf(request, chosen.value)
  if (!newUsers.ok) return { kind: 'refused', refusal: newUsers.refusal }
  const logins = loginsToChange(chosen.value, newUsers.value, server, profile)
  return { kind: 'rehearsal', rehearsal: composeChange({ snapshot, server, logins, now, ...asRehearsed }) }
}

/** Nobody told anything of how the change shall go. */
const asRehearsed: Omit<ChangeRequest, 'snapshot' | 'server' | 'logins' | 'now'> = {
  readings: {},
  takenByHand: [],
  pause: 'app',
  oldPasswords: new Set(),
  schedule: { callAt: null, reviewOn: null },
}

function newUsersOf({ newUsers }: RehearsalRequest, logins: RehearsalServer['logins']): Chosen<NewUsers> {
  const moved = new Map<string, string>()
  for (const { login, name } of newUsers) {
    const chosen = chooseLogin(login, logins)
    if (!chosen.ok) return chosen
    moved.set(chosen.value.key, name)
  }
  return { ok: true, value: moved }
}
