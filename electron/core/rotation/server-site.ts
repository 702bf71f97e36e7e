import type { EventOf, RotationEvent } from '#shared/rotation/events.ts'
import type { PlannedLogin, RotationPlan } from '#shared/rotation/plan.ts'
import { createHeldPasswords, type TypeTwice } from '../../rotation/held-passwords.ts'
import type { JournalPlace } from '../../rotation/journal-place.ts'
import { createRunSecrets, readSecret } from '../../rotation/run-secrets.ts'
import { type SecretPorts, withSecrets } from '../../rotation/secret-hands.ts'
import type { SecretOf } from '../../rotation/server/outcome.ts'
import { secretText } from '../../rotation/server/secret-text.ts'
import { createServerHands, type ServerPorts } from '../../rotation/server/server-hands.ts'
import type { Vault } from '../../vault/vault.ts'
import { makePassword } from './make-password.ts'
import type { RunHands, Site } from './site.ts'

/** The parts of a server that are changed; each is made anew for a change. */
export interface ServerParts extends Pick<ServerPorts, 'services' | 'rights' | 'tasks' | 'watch' | 'byHand'> {
  readonly logins: (secretOf: SecretOf) => ServerPorts['logins']
  readonly session: () => Promise<EventOf<'call-ended'>['session'] | null>
}

/** A server that can be changed: where its journals lie, and what changes it. */
export interface ChangeServer {
  readonly place: () => JournalPlace
  readonly parts: (plan: RotationPlan, events: () => readonly RotationEvent[]) => ServerParts
}

export interface ServerSitePorts {
  readonly server: ChangeServer
  readonly vault: Vault
  /** for passwords that a person holds */
  readonly typeTwice: TypeTwice
  readonly now: () => Date
  /** keys of what stands in the way of a plan now */
  readonly preflight: (plan: RotationPlan) => Promise<readonly string[]>
}

/** Where this server is changed: journals for all its administrators, passwords in the keychain, hands of Windows and SQL Server. */
export function serverSite({ server, vault, typeTwice, now, preflight }: ServerSitePorts): Site {
  return {
    place: server.place(),
    heads: vault.heads,
    takes: (plan) => !plan.rehearsal,
    handsOf: async ({ plan, events }): Promise<RunHands> => {
      const secrets: SecretPorts = {
        plan,
        events,
        keychain: vault,
        held: createHeldPasswords(),
        typeTwice,
        make: (login: PlannedLogin) => makePassword(vault, plan.server, login),
      }
      const secretOf: SecretOf = async (login, generation) => {
        const read = await readSecret(secrets, login, generation)
        return read.ok ? { ok: true, secret: secretText(read.value) } : read
      }
      const { logins, ...parts } = server.parts(plan, events)
      const hands = createServerHands({
        ...parts,
        plan,
        events,
        now,
        secretOf,
        logins: logins(secretOf),
        preflight: () => preflight(plan),
      })
      return { hands: withSecrets(secrets, hands), secrets: createRunSecrets(secrets) }
    },
    remove: null,
  }
}
