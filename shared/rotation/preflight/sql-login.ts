import type { Facts } from '../../facts/index.ts'
import { instanceOf } from './dependants.ts'
import { found, type PreflightFinding, type PreflightKey } from './findings.ts'
import type { LoginToChange } from './input.ts'
import { judgeLength, judgePolicy } from './password-rules.ts'
import type { Reading, SqlServerReading } from './readings.ts'
import { type PreflightWorld, sameName } from './world.ts'

type Instance = Facts['sql-server']['instances'][number]
type Login = Instance['logins'][number]

/** A login of SQL Server: whether it can be changed, by whom, and what it means for the servers beside. */
export function judgeSqlLogin(world: PreflightWorld, login: LoginToChange): readonly PreflightFinding[] {
  const name = instanceOf(login)
  const instance = world.facts('sql-server')?.instances.find((known) => sameName(known.name, name))
  const reading = world.input.readings.sqlServers?.find((known) => sameName(known.instance, name))
  const server = [...judgeMode(login, reading), ...judgeReplicas(login, instance, reading), ...judgeLength(login)]
  if (instance === undefined) return [found('stop', 'sql-not-known', login.key, { instance: name }), ...server]
  if (login.change.kind === 'new-user') return [...judgeNewLogin(world, login, login.change.newName, instance, reading), ...server]
  const known = instance.logins.find((other) => sameName(other.name, login.name))
  if (known === undefined) return [found('stop', absence(instance), login.key), ...server]
  if (known.kind !== 'sql') return [found('stop', 'sql-login-of-windows', login.key), ...server]
  return [
    found('ok', 'sql-login-found', login.key),
    ...(known.enabled ? [] : [found('stop', 'sql-login-disabled', login.key)]),
    ...judgeState(login, reading),
    ...judgeRules(world, login, known, reading),
    ...judgeRights(login, isAdministrator(known) ? 'CONTROL SERVER' : 'ALTER ANY LOGIN', reading),
    ...judgeSessions(login, reading),
    ...server,
  ]
}

/** What is not seen is proven absent only where every row is seen. */
function absence(instance: Instance): PreflightKey {
  return instance.visibility === 'full' && instance.error === undefined ? 'sql-login-missing' : 'sql-login-not-known'
}

/** `sa` by the SID that it keeps under every name, sysadmin, or as good as that: only CONTROL SERVER may set its password. */
function isAdministrator({ sid, serverRoles, serverPermissions }: Login): boolean {
  return /^0x0*1$/.test(sid) || serverRoles.includes('sysadmin') || serverPermissions.includes('CONTROL SERVER')
}

function judgeNewLogin(
  world: PreflightWorld,
  login: LoginToChange,
  newName: string,
  instance: Instance,
  reading: SqlServerReading | undefined,
): readonly PreflightFinding[] {
  const params = { user: newName }
  const exists = instance.logins.some(({ name }) => sameName(name, newName))
  const isFree = absence(instance) === 'sql-login-missing'
  const name = exists
    ? found('stop', 'new-user-exists', login.key, params)
    : found(isFree ? 'ok' : 'stop', isFree ? 'new-user-free' : 'new-user-not-known', login.key, params)
  return [
    name,
    // The app makes logins whose password Windows' rules apply to.
    found('ok', 'sql-policy-on', login.key),
    ...judgePolicy(world, login, { lastSet: null, badPasswords: null, isChange: false, isNew: true }),
    ...judgeRights(login, 'ALTER ANY LOGIN', reading),
  ]
}

function stateOf(login: LoginToChange, reading: SqlServerReading | undefined): SqlServerReading['logins'][number] | undefined {
  return reading?.logins.find(({ name }) => sameName(name, login.name))
}

function judgeState(login: LoginToChange, reading: SqlServerReading | undefined): readonly PreflightFinding[] {
  const state = stateOf(login, reading)?.state
  if (state?.status !== 'read') return [found('warn', 'sql-login-state-not-known', login.key)]
  return [
    ...(state.value.locked === true ? [found('stop', 'sql-login-locked', login.key)] : []),
    ...(state.value.mustChange === true || state.value.expired === true ? [found('warn', 'sql-login-must-change', login.key)] : []),
  ]
}

function judgeRules(
  world: PreflightWorld,
  login: LoginToChange,
  known: Login,
  reading: SqlServerReading | undefined,
): readonly PreflightFinding[] {
  if (known.policyChecked === null) return [found('warn', 'sql-policy-not-known', login.key)]
  if (!known.policyChecked) return [found('warn', 'sql-policy-off', login.key), found('ok', 'sign-ins-never-lock', login.key)]
  const state = stateOf(login, reading)?.state
  const isChange = login.change.kind === 'new-password' && login.change.how === 'change'
  const rules = { lastSet: known.passwordLastSet, badPasswords: state?.status === 'read' ? state.value.badPasswords : null }
  return [found('ok', 'sql-policy-on', login.key), ...judgePolicy(world, login, { ...rules, isChange, isNew: false })]
}

function judgeRights(login: LoginToChange, right: 'CONTROL SERVER' | 'ALTER ANY LOGIN', reading: SqlServerReading | undefined) {
  const rights = reading?.rights
  if (rights?.status !== 'read') return [found('warn', 'sql-right-not-known', login.key, { right })]
  const { controlServer, alterAnyLogin } = rights.value
  const isHeld = controlServer || (right === 'ALTER ANY LOGIN' && alterAnyLogin)
  return [found(isHeld ? 'ok' : 'stop', isHeld ? 'sql-right-held' : 'sql-right-missing', login.key, { right })]
}

function judgeMode(login: LoginToChange, reading: SqlServerReading | undefined): readonly PreflightFinding[] {
  const mode = reading?.windowsOnly
  if (mode?.status !== 'read') return [found('warn', 'sql-mode-not-known', login.key)]
  return [mode.value ? found('stop', 'sql-windows-only', login.key) : found('ok', 'sql-mixed-mode', login.key)]
}

/** Each replica keeps logins of its own: the app changes the one that it is connected to. */
function judgeReplicas(
  login: LoginToChange,
  instance: Instance | undefined,
  reading: SqlServerReading | undefined,
): readonly PreflightFinding[] {
  const replicas = instance?.replicas ?? []
  if (replicas.length > 0) return [found('warn', 'sql-replicas', login.key, { replicas })]
  const available: Reading<boolean> | undefined = reading?.highAvailability
  if (available?.status === 'read' && !available.value) return [found('ok', 'sql-replicas-none', login.key)]
  return [found('warn', 'sql-replicas-not-known', login.key)]
}

function judgeSessions(login: LoginToChange, reading: SqlServerReading | undefined): readonly PreflightFinding[] {
  const sessions = stateOf(login, reading)?.sessions
  if (sessions?.status !== 'read' || sessions.gaps.length > 0) return [found('warn', 'sql-sessions-not-known', login.key)]
  const programs = [...new Set(sessions.value)]
  if (programs.length === 0) return [found('ok', 'sql-sessions-none', login.key)]
  return [found('warn', 'sql-sessions', login.key, { count: sessions.value.length, programs })]
}
