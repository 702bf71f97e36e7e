import type { Profile } from '#shared/formats/profile.ts'
import { DEFAULT_LENGTH, limitOf } from '#shared/passwords/policy.ts'
import {
  type PlannedHolder,
  type PlannedLogin,
  type PlannedService,
  type RotationPlan,
  rotationPlanSchema,
  rotationPlanSchemaId,
} from '#shared/rotation/plan.ts'
import type { LoginToChange } from '#shared/rotation/preflight/input.ts'
import type { Preflight } from '#shared/rotation/preflight/preflight.ts'
import type { ChangeRequest } from './compose-change.ts'
import type { KnownLogin, RehearsalServer } from './rehearsal-logins.ts'

/** Long enough for a service that starts slowly; Windows itself waits half a minute. */
const ACT_MINUTES = 5

/** A service that signs in wrongly mostly ends at once; this leaves time for its second try. */
const WATCH_MINUTES = 10

/** Two weeks hold at least one whole round of everything that runs weekly. */
const GRACE_DAYS = 14

/** A role that reads and does nothing else. */
const READER_ROLE = 'db_datareader'

/** What moves to a new user, by the key of the old login. */
export type NewUsers = ReadonlyMap<string, string>

/** How each login changes: an administrator sets it, because nobody is asked for an old password before the change itself. */
export function loginsToChange(
  logins: readonly KnownLogin[],
  newUsers: NewUsers,
  server: RehearsalServer,
  profile: Profile,
): readonly LoginToChange[] {
  return logins.map((login) => {
    const newName = newUsers.get(login.key)
    const change: LoginToChange['change'] =
      newName === undefined
        ? { kind: 'new-password', how: 'reset' }
        : { kind: 'new-user', newKey: newKeyOf(login, newName, server), newName, rights: rightsOf(login, profile) }
    return { ...login, change, length: DEFAULT_LENGTH, longest: limitOf(login.kind), keptIn: 'keychain' }
  })
}

/** The key with another name: the place before the name stays. */
function newKeyOf({ key, kind, name }: KnownLogin, newName: string, server: RehearsalServer): string {
  if (kind !== 'windows') return `${key.slice(0, key.length - name.length)}${newName}`
  return /[\\@]/.test(newName) ? `windows:${newName}` : `windows:${server.name ?? '.'}\\${newName}`
}

function rightsOf({ kind }: KnownLogin, profile: Profile): string[] {
  if (kind === 'windows') return ['SeServiceLogonRight']
  return kind === 'erp' ? [] : (profile.erp.companyDatabases ?? []).map((database) => `${READER_ROLE}: ${database}`)
}

type PlanRequest = Pick<ChangeRequest, 'server' | 'logins' | 'now' | 'pause' | 'oldPasswords' | 'schedule'>

/** What would be done, as the hands would get it; nothing of it is secret. */
export function rehearsalPlanOf({ server, logins, now, pause, oldPasswords, schedule }: PlanRequest, preflight: Preflight): RotationPlan {
  const services = plannedServices(server)
  const names = services.map(({ name }) => name)
  // Without a known order they stop as they are listed; that the order is not known is a finding.
  const stopOrder = preflight.stopOrder ?? names
  return rotationPlanSchema.parse({
    schema: rotationPlanSchemaId,
    id: `rehearsal ${now}`,
    server: server.name ?? '?',
    rehearsal: true,
    pause: pause === 'app' && services.length === 0 ? 'by-hand' : pause,
    logins: logins.map((login) => plannedLogin(server, preflight, login, oldPasswords.has(login.key))),
    services,
    folders: [...server.folders],
    stopOrder,
    startOrder: [...stopOrder].reverse(),
    times: { actMinutes: ACT_MINUTES, watchMinutes: WATCH_MINUTES, graceDays: GRACE_DAYS },
    schedule,
  })
}

function plannedServices(server: RehearsalServer): readonly PlannedService[] {
  const wanted = new Set(server.services.map((name) => name.toLowerCase()))
  return (server.facts.services?.services ?? [])
    .filter(({ name }) => wanted.has(name.toLowerCase()))
    .map(({ name, startMode, delayedStart, state }) => ({
      name,
      // A service of the sync tool is no driver: those two start modes are not offered for it.
      startMode: startMode === 'manual' || startMode === 'disabled' ? startMode : 'auto',
      delayedStart: delayedStart === true,
      state: state === 'stopped' ? 'stopped' : 'running',
    }))
}

function plannedLogin(server: RehearsalServer, preflight: Preflight, login: LoginToChange, oldPasswordKnown: boolean): PlannedLogin {
  const rules = preflight.rules.find(({ key }) => key === login.key)
  if (rules === undefined) throw new Error(`the preflight has no rules for ${login.key}`)
  const { kind, name, change, keptIn, length } = login
  const usedByOthers = othersOf(preflight, login.key).length > 0
  return {
    ...rules,
    kind,
    name,
    change,
    keptIn,
    length,
    oldPasswordKnown,
    usedByOthers,
    holders: holdersOf(server, preflight, login),
  }
}

/** Names of what goes on with the login, because nobody brings anything new there. */
export function othersOf({ dependants: { nodes, edges } }: Preflight, key: string): readonly string[] {
  const users = edges.filter(({ to, handledBy }) => to === key && (handledBy === 'nobody' || handledBy === 'not-needed'))
  return nodes.filter(({ id }) => users.some(({ from }) => from === id)).map(({ name }) => name)
}

/** As the service spells it: `.\name` and `SERVER\name` are one account, and it gets back the one that it had. */
function accountRead({ facts }: RehearsalServer, service: string): Pick<PlannedHolder, 'account'> {
  const read = facts.services?.services.find(({ name }) => name === service)?.account
  return read === undefined || read === '' ? {} : { account: read }
}

function holdersOf(server: RehearsalServer, { dependants }: Preflight, { key, kind }: LoginToChange): PlannedHolder[] {
  const handled = (by: 'app' | 'hand') => {
    const ids = dependants.edges.filter(({ to, handledBy }) => to === key && handledBy === by).map(({ from }) => from)
    return dependants.nodes.filter(({ id }) => ids.includes(id))
  }
  const own = handled('app').flatMap((node): PlannedHolder[] => {
    if (node.kind === 'service') return [{ key: node.id, kind: 'service', name: node.name, ...accountRead(server, node.name) }]
    return node.kind === 'task' ? [{ key: node.id, kind: 'scheduled-task', name: node.name }] : []
  })
  const names = server.tools.length === 0 ? ['?'] : server.tools
  const windows = names.map((name): PlannedHolder => ({ key: `window:${kind}:${name}`, kind: 'sync-tool-window', name }))
  const byHand = handled('hand').map(({ id, name }): PlannedHolder => ({ key: id, kind: 'by-hand', name }))
  return [...(own.length > 0 ? own : windows), ...byHand]
}
