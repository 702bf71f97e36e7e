import type { SqlServerReading } from '#shared/rotation/preflight/readings.ts'
import type { SqlSignIn } from '../../sql/sign-in.ts'

/**
 * Who signs in to each instance of SQL Server to change its logins: whoever runs this, unless a person has signed in as another.
 *
 * SECURITY: memory of this program alone; after a start a person signs in anew.
 */
export interface SqlAdministrators {
  of(instance: string): SqlSignIn
  set(instance: string, signIn: SqlSignIn): void
  /** whoever runs this again */
  forget(instance: string): void
  /** changes with each of them */
  version(): number
}

export function createSqlAdministrators(): SqlAdministrators {
  const known = new Map<string, SqlSignIn>()
  let changes = 0
  return {
    of: (instance) => known.get(instance.toLowerCase()) ?? { kind: 'integrated' },
    set: (instance, signIn) => {
      known.set(instance.toLowerCase(), signIn)
      changes += 1
    },
    forget: (instance) => {
      known.delete(instance.toLowerCase())
      changes += 1
    },
    version: () => changes,
  }
}

/** Whether whoever is signed in may change logins. */
export function rightsOn(rights: SqlServerReading['rights'] | undefined): 'done' | 'no-right' | 'refused' {
  if (rights?.status !== 'read') return 'refused'
  const { controlServer, alterAnyLogin } = rights.value
  return controlServer || alterAnyLogin ? 'done' : 'no-right'
}

/** Names of the instances to which nobody is signed in who may change logins, as far as they were asked. */
export const instancesToSignInTo = (readings: readonly SqlServerReading[]): readonly string[] =>
  readings.filter(({ rights }) => rightsOn(rights) !== 'done').map(({ instance }) => instance)
