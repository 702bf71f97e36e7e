import type { Account } from '../../accounts/account.ts'
import { isWindowsMadeUser } from '../../accounts/well-known.ts'
import { judgeDomainAccount } from './domain-account.ts'
import { found, type PreflightFinding } from './findings.ts'
import type { LoginToChange } from './input.ts'
import { isSqlServerService, type PreflightWorld } from './world.ts'

/** A local user name without authority, as the account database has it. */
const bareName = (account: Account): string => account.name.split('\\').at(-1)?.split('@')[0] ?? account.name

/** Whether the account may get another password by this app at all, and who else is signed in with it. */
export function judgeAccount(world: PreflightWorld, login: LoginToChange): readonly PreflightFinding[] {
  if (world.facts('host') === undefined) return [found('stop', 'host-not-known', login.key)]
  const account = world.accountOf(login)
  switch (account.kind) {
    case 'built-in':
      return [found('stop', 'account-built-in', login.key)]
    case 'virtual':
      return [found('stop', 'account-virtual', login.key)]
    case 'managed':
      return [found('stop', 'account-managed', login.key)]
    case 'domain':
    case 'local':
      return [
        ...(isOfDomain(world, account)
          ? [found('by-hand', 'account-of-domain', login.key), ...judgeDomainAccount(world, login)]
          : existence(world, login, account)),
        ...refusals(world, login, account),
      ]
  }
}

/** On a domain controller the accounts of the server are those of the domain. */
export function isOfDomain(world: PreflightWorld, account: Account): boolean {
  return account.kind === 'domain' || world.facts('host')?.membership === 'domain-controller'
}

function existence(world: PreflightWorld, login: LoginToChange, account: Account): readonly PreflightFinding[] {
  const user = world.accounts.localUser(account)
  if (user === undefined) {
    const isProven = account.exists === false && world.isWhole('local-users')
    return [found('stop', isProven ? 'account-missing' : 'account-not-known', login.key)]
  }
  return [
    found('ok', 'account-found', login.key),
    ...(user.enabled ? [] : [found('stop', 'account-disabled', login.key)]),
    ...(user.lockedOut ? [found('stop', 'account-locked', login.key)] : []),
    ...expiry(world, login, bareName(account)),
  ]
}

function expiry(world: PreflightWorld, login: LoginToChange, name: string): readonly PreflightFinding[] {
  const readings = Object.entries(world.input.readings.accountExpiry ?? {})
  const reading = readings.find(([user]) => user.toLowerCase() === name.toLowerCase())?.[1]
  if (reading?.status !== 'read') return [found('warn', 'account-expiry-not-known', login.key)]
  if (reading.value === null || Date.parse(reading.value) > world.nowMs) return []
  return [found('stop', 'account-expired', login.key, { since: reading.value })]
}

/** Accounts that are refused whatever their state: of Windows itself, of SQL Server, of somebody who is signed in. */
function refusals(world: PreflightWorld, login: LoginToChange, account: Account): readonly PreflightFinding[] {
  const sqlServices = (world.facts('services')?.services ?? []).filter(
    (service) =>
      isSqlServerService(service.name) && world.accounts.same(world.accounts.resolve(service.account, service.accountSid), account),
  )
  return [
    ...(isWindowsMadeUser(account.sid) ? [found('stop', 'account-built-in', login.key)] : []),
    ...(sqlServices.length > 0
      ? [found('stop', 'account-of-sql-server', login.key, { services: sqlServices.map(({ name }) => name) })]
      : []),
    ...signedIn(world, login, account),
  ]
}

function signedIn(world: PreflightWorld, login: LoginToChange, account: Account): readonly PreflightFinding[] {
  const { userSid } = world.input.snapshot.collector
  const isOwn = userSid !== undefined && account.sid === userSid
  const sessions = (world.facts('logons')?.sessions ?? []).filter((session) =>
    world.accounts.same(world.accounts.resolve(session.account, session.accountSid), account),
  )
  const isKnown = world.isWhole('logons')
  return [
    ...(isOwn ? [found('stop', 'account-of-this-session', login.key)] : []),
    ...sessions.map(({ kind, state }) => found('stop', 'account-signed-in', login.key, { session: kind, state })),
    ...(isKnown || sessions.length > 0 ? [] : [found('warn', 'sessions-not-known', login.key)]),
  ]
}

/** Whether the name of a new Windows user is free on this server. */
export function judgeNewUser(world: PreflightWorld, login: LoginToChange, newName: string): readonly PreflightFinding[] {
  if (world.facts('host') === undefined) return [found('stop', 'host-not-known', login.key)]
  const account = world.accounts.resolve(newName)
  const params = { user: newName }
  if (account.kind === 'domain' || isOfDomain(world, account)) return [found('by-hand', 'new-user-of-domain', login.key, params)]
  if (account.kind !== 'local' || account.exists === true) return [found('stop', 'new-user-exists', login.key, params)]
  const isFree = account.exists === false && world.isWhole('local-users')
  return [isFree ? found('ok', 'new-user-free', login.key, params) : found('stop', 'new-user-not-known', login.key, params)]
}
