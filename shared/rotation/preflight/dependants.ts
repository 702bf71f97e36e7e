import { type Account, hasOwnPassword } from '../../accounts/account.ts'
import type { DependantKind, UsePlace } from './findings.ts'
import type { LoginToChange } from './input.ts'
import type { NamedUse, PreflightReadings, Reading, SqlUse } from './readings.ts'
import { type PreflightWorld, sameName } from './world.ts'

/** Something that keeps a login's password, or its name. */
export interface Dependant {
  /** kind and name: how a person takes it onto the list of what is done by hand */
  readonly id: string
  readonly kind: DependantKind
  readonly name: string
  /** key of the login */
  readonly login: string
  /** False: only the name stands there, and a new password changes nothing. */
  readonly keepsPassword: boolean
  readonly ownedBy: 'sync-tool' | 'other'
  readonly running: boolean
}

const NAMED_USE_PLACES = ['webServer', 'distributedComponents', 'componentApplications', 'storedCredentials', 'mappedDrives'] as const

/** The readings of names of Windows accounts, by the place that a person knows. */
const PLACES: Readonly<Record<(typeof NAMED_USE_PLACES)[number], UsePlace>> = {
  webServer: 'web-server',
  distributedComponents: 'distributed-components',
  componentApplications: 'component-applications',
  storedCredentials: 'stored-credentials',
  mappedDrives: 'mapped-drives',
}

export function namedUseReadings(
  readings: PreflightReadings,
): readonly { readonly place: UsePlace; readonly reading: Reading<readonly NamedUse[]> | undefined }[] {
  return NAMED_USE_PLACES.map((id) => ({ place: PLACES[id], reading: readings[id] }))
}

/** Instance of a SQL Server login by its key: `sql-server:ERP01\SAGE/wsp_sync`. */
export function instanceOf({ key }: LoginToChange): string {
  return key.slice(key.indexOf(':') + 1).split('/', 1)[0] ?? ''
}

/**
 * Everything that is known to depend on a login, each once.
 *
 * What Windows keeps the password of is everybody's: of those only the sync tool's own services count.
 */
export function dependantsOf(world: PreflightWorld, login: LoginToChange): readonly Dependant[] {
  const all = login.kind === 'windows' ? ofWindows(world, login) : login.kind === 'sql-server' ? ofSqlServer(world, login) : []
  const isShared = login.kind === 'windows' && !hasOwnPassword(world.accountOf(login))
  const counted = isShared ? all.filter(({ ownedBy }) => ownedBy === 'sync-tool') : all
  return [...new Map(counted.map((dependant) => [dependant.id, dependant])).values()]
}

function ofWindows(world: PreflightWorld, login: LoginToChange): readonly Dependant[] {
  const account = world.accountOf(login)
  const isSame = (name: string, sid: string | null = null): boolean => isNamed(world, account, name, sid)
  const { services, tasks } = world.input.syncTool
  const owned = (names: readonly string[], name: string): Dependant['ownedBy'] =>
    names.some((own) => sameName(own, name)) ? 'sync-tool' : 'other'
  const named = namedUseReadings(world.input.readings).flatMap(({ reading }) => (reading?.status === 'read' ? reading.value : []))
  const plain: Omit<Dependant, 'id' | 'kind' | 'name'> = { login: login.key, keepsPassword: true, ownedBy: 'other', running: false }
  return [
    ...(world.facts('services')?.services ?? [])
      .filter((service) => isSame(service.account, service.accountSid))
      .map((service) => ({
        ...plain,
        id: `service:${service.name}`,
        kind: 'service' as const,
        name: service.name,
        ownedBy: owned(services, service.name),
        running: service.state !== 'stopped',
      })),
    ...(world.facts('scheduled-tasks')?.tasks ?? [])
      .filter((task) => task.storesPassword && isSame(task.account, task.accountSid))
      .map((task) => ({ ...plain, id: `task:${task.path}`, kind: 'task' as const, name: task.path, ownedBy: owned(tasks, task.path) })),
    ...named
      .filter((use) => isSame(use.account))
      .map((use) => ({ ...plain, id: `${use.kind}:${use.name}`, kind: use.kind, name: use.name })),
    ...sqlUses(
      world,
      // A bare name is one that the other server keeps itself.
      (use) => use.kind !== 'linked-server' || /[\\@]/.test(use.account),
      (use) => isSame(use.account),
      login.key,
    ),
  ]
}

function ofSqlServer(world: PreflightWorld, login: LoginToChange): readonly Dependant[] {
  // A linked server names a login of another server: that may be this one, whichever instance keeps it.
  const isHere = (use: SqlUse, instance: string): boolean => use.kind === 'linked-server' || sameName(instance, instanceOf(login))
  return sqlUses(world, isHere, (use) => sameName(use.account, login.name), login.key)
}

function sqlUses(
  world: PreflightWorld,
  isHere: (use: SqlUse, instance: string) => boolean,
  isSame: (use: SqlUse) => boolean,
  login: string,
): readonly Dependant[] {
  return (world.input.readings.sqlServers ?? []).flatMap(({ instance, uses }) => {
    const listed = uses.status === 'read' ? uses.value : []
    return listed
      .filter((use) => isHere(use, instance) && isSame(use))
      .map(({ kind, name }) => ({
        id: `${kind}:${instance}/${name}`,
        kind,
        name: `${instance}: ${name}`,
        login,
        keepsPassword: kind !== 'agent-job',
        ownedBy: 'other' as const,
        running: false,
      }))
  })
}

/**
 * A name that is written somewhere is the account's.
 *
 * Names without authority are compared as such too: what reads them later may look them up on this server or in its domain.
 */
function isNamed(world: PreflightWorld, account: Account, name: string, sid: string | null): boolean {
  if (world.accounts.same(world.accounts.resolve(name, sid), account)) return true
  const isBare = sid === null && !/[\\@]/.test(name)
  return isBare && sameName(name, account.name.split('\\').at(-1)?.split('@')[0] ?? '')
}
