import type { ServerParts } from '#electron/core/rotation/server-site.ts'
import type { Hands } from '#electron/rotation/hands.ts'
import { answerFrom, applyIntent, type RotationWorld } from '#electron/rotation/rehearsal/world.ts'
import { readSecret } from '#electron/rotation/run-secrets.ts'
import type { SecretPorts } from '#electron/rotation/secret-hands.ts'
import type { AccountHands } from '#electron/rotation/server/accounts.ts'
import { type Acted, acted, notDone } from '#electron/rotation/server/acted.ts'
import type { RightsHands } from '#electron/rotation/server/rights.ts'
import { type SecretText, secretText } from '#electron/rotation/server/secret-text.ts'
import { createServerHands } from '#electron/rotation/server/server-hands.ts'
import type { ServiceHands } from '#electron/rotation/server/services.ts'
import type { SqlHands } from '#electron/rotation/server/sql-logins.ts'
import { createSqlServerLogins } from '#electron/rotation/server/sql-server-logins.ts'
import type { WhichPassword } from '#electron/rotation/server/which-password.ts'
import { createWindowsLogins } from '#electron/rotation/server/windows-logins.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import type { PlannedHolder, PlannedLogin, RotationPlan } from '#shared/rotation/plan.ts'

/** A server in memory that does what Windows and SQL Server do: it keeps passwords, compares them and knows nothing of generations. */
interface ServerInMemory {
  readonly plan: RotationPlan
  readonly world: RotationWorld
}

type Secret = `practice-${string}`

const textOf = (secret: SecretText): Secret =>
  secret.use((utf16le) => utf16le.subarray(0, utf16le.byteLength - 2).toString('utf16le')) as Secret

const WRONG: Acted = { kind: 'no-sign-in', code: '1326', proves: 'wrong-password' }
const NO_USER = notDone('windows-2221')

/** Keys of every login, old and new, by the part that the system calls it. */
function keyNamed({ plan }: ServerInMemory, name: string, kind: PlannedLogin['kind']): string {
  const keys = plan.logins.flatMap(({ key, change }) => (change.kind === 'new-user' ? [key, change.newKey] : [key]))
  const found = keys.filter((key) => key.startsWith(`${kind}:`)).find((key) => key === `${kind}:${name}` || key.endsWith(`\\${name}`))
  if (found === undefined) throw new Error(`nobody is called ${name}`)
  return found
}

function setPassword({ world }: ServerInMemory, key: string, next: SecretText): Acted {
  if (!world.accounts.has(key)) return NO_USER
  world.accounts.set(key, textOf(next))
  return acted
}

function holderNamed({ plan }: ServerInMemory, kind: PlannedHolder['kind'], name: string): readonly [PlannedLogin, PlannedHolder] {
  for (const login of plan.logins) {
    const holder = login.holders.find((each) => each.kind === kind && each.name === name)
    if (holder !== undefined) return [login, holder]
  }
  throw new Error(`nothing of a login is called ${name}`)
}

function give(server: ServerInMemory, kind: PlannedHolder['kind'], name: string, password: SecretText): Acted {
  const [login, holder] = holderNamed(server, kind, name)
  server.world.holders.set(`${login.key}|${holder.key}`, textOf(password))
  return acted
}

function servicesOf(server: ServerInMemory): ServiceHands {
  const { plan, world } = server
  const change = (name: string, now: { state?: 'running' | 'stopped'; startMode?: 'auto' | 'manual' | 'disabled' }): Acted => {
    const before = world.services.get(name)
    if (before === undefined) return notDone('service-1060')
    world.services.set(name, { ...before, ...now })
    return acted
  }
  const signsIn = (name: string): boolean =>
    plan.logins.every(({ key, change: moved, holders }) =>
      holders
        .filter((holder) => holder.kind === 'service' && holder.name === name)
        .every((holder) => {
          const secret = world.holders.get(`${key}|${holder.key}`)
          const accounts = moved.kind === 'new-user' ? [key, moved.newKey] : [key]
          return accounts.some((account) => world.accounts.get(account) === secret)
        }),
    )
  return {
    stop: async (name) => change(name, { state: 'stopped' }),
    start: async (name) => {
      if (world.services.get(name)?.startMode === 'disabled') return notDone('service-1058')
      return signsIn(name) ? change(name, { state: 'running' }) : { kind: 'no-sign-in', code: 'service-1069', proves: 'wrong-password' }
    },
    disable: async (name) => change(name, { startMode: 'disabled' }),
    restoreStartMode: async (name, startMode) => change(name, { startMode }),
    setAccount: async (name, _account, password) => give(server, 'service', name, password),
    look: async (name) => world.services.get(name) ?? { state: 'unknown', startMode: 'unknown' },
    accountOf: async () => 'whoever',
    processesLeft: async (names) => names.filter((name) => world.services.get(name)?.state === 'running'),
  }
}

function accountsOf(server: ServerInMemory): AccountHands {
  const { world } = server
  const keyOf = (user: string): string => keyNamed(server, user, 'windows')
  return {
    changePassword: async (user, old, next) =>
      world.accounts.get(keyOf(user)) === textOf(old) ? setPassword(server, keyOf(user), next) : { kind: 'refused', code: 'windows-86' },
    resetPassword: async (user, next) => setPassword(server, keyOf(user), next),
    createUser: async (user, next) => {
      world.accounts.set(keyOf(user), textOf(next))
      return acted
    },
    removeUser: async (user) => {
      world.accounts.delete(keyOf(user))
      return acted
    },
    disableUser: async (user) => {
      world.accounts.delete(keyOf(user))
      return acted
    },
    exists: async (user) => world.accounts.has(keyOf(user)),
    passwordAge: async () => null,
    signIn: async (user, password) => (world.accounts.get(keyOf(user)) === textOf(password) ? acted : WRONG),
  }
}

function sqlOf(server: ServerInMemory): SqlHands {
  const { world } = server
  const keyOf = (instance: string, login: string): string => keyNamed(server, `${instance}/${login}`, 'sql-server')
  const remove = (key: string): Acted => {
    world.accounts.delete(key)
    return acted
  }
  return {
    setPassword: async (instance, login, next) => setPassword(server, keyOf(instance, login), next),
    createLogin: async (instance, login, next) => {
      world.accounts.set(keyOf(instance, login), textOf(next))
      return acted
    },
    grantRights: async () => acted,
    removeLogin: async (instance, login) => remove(keyOf(instance, login)),
    disableLogin: async (instance, login) => remove(keyOf(instance, login)),
    exists: async (instance, login) => world.accounts.has(keyOf(instance, login)),
    passwordSetAt: async () => null,
    signIn: async (instance, login, password) => (world.accounts.get(keyOf(instance, login)) === textOf(password) ? acted : WRONG),
    liveSessions: async () => 0,
    replicas: async () => [],
  }
}

const rights: RightsHands = {
  holds: async () => false,
  grant: async () => acted,
  denyRemoteDesktop: async () => acted,
  revoke: async () => acted,
}

/** Whether a holder has what the login takes at this generation. */
function hasTheSame(
  { world }: ServerInMemory,
  { key, kind, change }: PlannedLogin,
  holder: { readonly key: string },
  generation: number,
): boolean {
  if (kind === 'erp') return true
  const account = change.kind === 'new-user' && generation > 0 ? change.newKey : key
  return world.holders.get(`${key}|${holder.key}`) === world.accounts.get(account)
}

/** What the product's hands change there; which password holds is seen as somebody does who may look into accounts. */
export function areasOf(server: ServerInMemory, now: () => Date): ServerParts {
  const { plan, world } = server
  const whichPassword: WhichPassword = async ({ question }) => answerFrom(world, plan, question)
  return {
    services: servicesOf(server),
    rights,
    tasks: {
      updateTask: async (path, _account, password) => give(server, 'scheduled-task', path, password),
      accountOf: async () => 'whoever',
    },
    watch: { watch: async () => ({ ...acted, unread: [], login: null }) },
    // Who presses the buttons of a test does nothing else: there is nothing to be seen of a person's work.
    byHand: { look: async () => 'not-told' },
    session: async () => 'gone',
    logins: (secretOf) => ({
      windows: createWindowsLogins({
        ...{ accounts: accountsOf(server), domainAccounts: accountsOf(server), rights },
        ...{ secretOf, whichPassword, mark: 'made by this change', now },
      }),
      'sql-server': createSqlServerLogins({ secretOf, whichPassword, sql: sqlOf(server) }),
    }),
  }
}

/** Acts that a person does on the server; the product only hears of them. */
const BY_PERSON: ReadonlySet<Intent['act']> = new Set([
  'change-password',
  'create-user',
  'update-by-hand',
  'hand-over',
  'remove-new-user',
  'retire-old-login',
])

/** The hands of the product on a server in memory, and the person at it. */
export function handsOnMemory(server: ServerInMemory, secrets: SecretPorts, now: () => Date): Hands {
  const secretOf = async (login: string, generation: number) => {
    const read = await readSecret(secrets, login, generation)
    return read.ok ? ({ ok: true, secret: secretText(read.value) } as const) : read
  }
  const { logins, ...parts } = areasOf(server, now)
  const hands = createServerHands({
    ...parts,
    plan: server.plan,
    events: secrets.events,
    now,
    secretOf,
    byHand: { look: async ({ login, holder, generation }) => (hasTheSame(server, login, holder, generation) ? 'changed' : 'unchanged') },
    logins: logins(secretOf),
    preflight: async () => [],
  })
  return {
    ...hands,
    act: async (intent, said, signal) => {
      const isTheirs = intent.owner !== 'app' || intent.act === 'hand-over'
      if (isTheirs && BY_PERSON.has(intent.act)) applyIntent(server.world, server.plan, intent)
      return await hands.act(intent, said, signal)
    },
  }
}
