import type { Snapshot } from '#shared/formats/snapshot.ts'
import type { PlannedLogin, RotationPlan } from '#shared/rotation/plan.ts'

/**
 * A sample server as a new look would find it after the rehearsal of a change.
 *
 * A sample cannot be read, so what a change of passwords does to its facts is written into them: the time at which each was set. Of a move
 * to a new user nothing is made up: its facts would be those of a server that nobody described.
 */
export function sampleReadAgain(snapshot: Snapshot, { logins, server }: RotationPlan, at: string): Snapshot {
  const changed = logins.filter(({ change }) => change.kind === 'new-password')
  const { 'local-users': users, 'sql-server': sqlServer } = snapshot.probes
  return {
    ...snapshot,
    probes: {
      ...snapshot.probes,
      ...(users?.status === 'ok' ? { 'local-users': { ...users, facts: { ...users.facts, users: users.facts.users.map(setAgain) } } } : {}),
      ...(sqlServer?.status === 'ok'
        ? { 'sql-server': { ...sqlServer, facts: { ...sqlServer.facts, instances: sqlServer.facts.instances.map(withSqlLogins) } } }
        : {}),
    },
  } as Snapshot

  function setAgain<User extends { readonly name: string }>(user: User): User {
    const isIt = ({ key }: PlannedLogin): boolean => key.toLowerCase() === `windows:${server}\\${user.name}`.toLowerCase()
    return changed.some(isIt) ? { ...user, passwordLastSet: at } : user
  }

  function withSqlLogins<Instance extends { readonly name: string; readonly logins: readonly { readonly name: string }[] }>(
    instance: Instance,
  ): Instance {
    const isIt = (name: string, { key }: PlannedLogin): boolean => key.toLowerCase() === `sql-server:${instance.name}/${name}`.toLowerCase()
    const setNow = instance.logins.map((login) =>
      changed.some((planned) => isIt(login.name, planned)) ? { ...login, passwordLastSet: at } : login,
    )
    return { ...instance, logins: setNow }
  }
}
