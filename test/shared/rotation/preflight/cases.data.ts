import type { PreflightKey, PreflightLevel, PreflightParams } from '#shared/rotation/preflight/findings.ts'
import type { DomainAccountState } from '#shared/rotation/preflight/readings.ts'
import { localUser, service, sqlInstance, sqlLogin, testHost } from '../../../support/builders.ts'
import {
  denied,
  erpLogin,
  MACHINE,
  policy,
  read,
  rights,
  type Situation,
  SYNC_SID,
  soundFacts,
  sqlLoginToChange,
  sqlReading,
  syncUser,
  task,
  toNewUser,
  windowsLogin,
  withChange,
} from './situation.ts'

/** What a situation is to say, among everything else that it says. */
export interface PreflightCase {
  readonly name: string
  readonly situation: Situation
  readonly key: PreflightKey
  readonly level: PreflightLevel
  readonly params?: PreflightParams
}

const of = (name: string, situation: Situation, level: PreflightLevel, key: PreflightKey, params?: PreflightParams): PreflightCase => ({
  name,
  situation,
  key,
  level,
  ...(params === undefined ? {} : { params }),
})

const named = (account: string): Situation => ({ logins: [{ ...windowsLogin, name: account }] })
const user = (...[more]: Parameters<typeof syncUser>): Situation => ({ facts: { 'local-users': { users: [syncUser(more)] } } })
const ruled = (more: Parameters<typeof policy>[0], bad = 0): Situation => ({
  facts: { ...user({ badPasswordCount: bad }).facts, 'account-policy': policy(more) },
})
const changing: Situation = { logins: [withChange(windowsLogin)] }
const renamed: Situation = { logins: [toNewUser(windowsLogin, 'ERP01\\erpsync2')] }
const running = (...services: ReturnType<typeof service>[]): Situation => ({
  facts: { services: { services: [service('WSPSync', '.\\erpsync'), ...services] } },
})
const domainHost = { ...testHost, membership: 'domain', domain: 'acme.example', netbiosDomain: 'ACME' } as const
type DomainAccount = NonNullable<DomainAccountState['account']>
/** The account in its domain, as the domain tells of it; the domain itself locks after ten. */
export const inDomain = (account: Partial<DomainAccount> | null = {}, lockoutThreshold: number | null = 10): Situation => ({
  ...named('ACME\\erpsync'),
  facts: { host: domainHost },
  readings: {
    domainAccounts: {
      'acme\\ERPsync': read({
        lockoutThreshold,
        account: account === null ? null : { enabled: true, lockedOut: false, badPasswords: 0, expiresAt: null, ...account },
      }),
    },
  },
})
const signedIn = { account: 'erpsync', accountSid: SYNC_SID, kind: 'rdp', state: 'disconnected' } as const

const machine: readonly PreflightCase[] = [
  of('administrator rights', {}, 'ok', 'elevation-held'),
  of('no administrator rights', { collector: { elevated: false } }, 'stop', 'elevation-missing'),
  of('nobody knows who runs the program', { collector: { elevated: true } }, 'warn', 'session-not-known'),
  of('facts of more than an hour', { input: { now: '2026-03-01T09:31:00Z' } }, 'warn', 'facts-old', { minutes: 61 }),
  of('no host facts', { facts: { host: undefined } }, 'stop', 'host-not-known'),
  of('nothing chosen', { logins: [] }, 'stop', 'no-login-chosen'),
  of('a keychain', {}, 'ok', 'keychain-works'),
  of('a locked keychain', { readings: { keychain: { status: 'failed', reason: 'locked' } } }, 'stop', 'keychain-refuses', {
    reason: 'locked',
  }),
  of('a keychain that nobody tried', { readings: { keychain: undefined } }, 'warn', 'keychain-not-known'),
  of('just enough room', { readings: { journalSpace: read(64 * 1024 * 1024) } }, 'ok', 'journal-space-enough', { megabytes: 64 }),
  of('a byte too little', { readings: { journalSpace: read(64 * 1024 * 1024 - 1) } }, 'stop', 'journal-space-short', {
    megabytes: 63,
    needed: 64,
  }),
  of('unknown room', { readings: { journalSpace: denied } }, 'warn', 'journal-space-not-known'),
]

const twoServices: Situation = {
  ...running(service('WSPAgent', 'LocalSystem')),
  input: { syncTool: { services: ['WSPSync', 'wspagent'], tasks: [] } },
}
const needing = (...pairs: readonly (readonly [string, string])[]): Situation['readings'] => ({
  serviceDependencies: read(pairs.map(([name, needed]) => ({ name, needs: [needed] }))),
})

const services: readonly PreflightCase[] = [
  of('services that need each other', { ...twoServices, readings: needing(['WSPAgent', 'WSPSYNC']) ?? {} }, 'ok', 'sync-services-found', {
    services: ['WSPAgent', 'WSPSync'],
  }),
  of('no service named', { input: { syncTool: { services: [], tasks: [] } } }, 'by-hand', 'sync-services-none'),
  of('a service that is not there', { input: { syncTool: { services: ['Gone'], tasks: [] } } }, 'stop', 'sync-services-missing', {
    services: ['Gone'],
  }),
  of(
    'a circle of services',
    { ...twoServices, readings: needing(['WSPAgent', 'WSPSync'], ['WSPSync', 'WSPAgent']) ?? {} },
    'stop',
    'service-order-circular',
    { services: ['WSPSync', 'WSPAgent'] },
  ),
  of('an unknown order', { readings: { serviceDependencies: denied } }, 'warn', 'service-order-not-known'),
  of('an order that is not whole', { readings: { serviceDependencies: read([], ['one refused']) } }, 'warn', 'service-order-not-known'),
  of(
    'a disabled service',
    { facts: { services: { services: [service('WSPSync', '.\\erpsync', { startMode: 'disabled' })] } } },
    'warn',
    'service-disabled',
    { service: 'WSPSync' },
  ),
  of(
    'a service in between',
    { facts: { services: { services: [service('WSPSync', '.\\erpsync', { state: 'pending' })] } } },
    'warn',
    'service-busy',
    {
      service: 'WSPSync',
      state: 'pending',
    },
  ),
  of(
    'a stranger that needs them through another',
    {
      ...running(service('Middle', 'LocalSystem'), service('Top', 'LocalSystem')),
      readings: needing(['Top', 'Middle'], ['Middle', 'wspsync']) ?? {},
    },
    'warn',
    'dependents-stop-too',
    { services: ['Middle', 'Top'] },
  ),
  of('a running service', {}, 'warn', 'restart-follows', { service: 'WSPSync' }),
]

const accounts: readonly PreflightCase[] = [
  of('a local account', {}, 'ok', 'account-found'),
  of('a name that nobody bears', named('.\\gone'), 'stop', 'account-missing'),
  of('users that were not read', { facts: { 'local-users': undefined } }, 'stop', 'account-not-known'),
  of('users of which one is missing', { ...named('.\\gone'), partly: ['local-users'] }, 'stop', 'account-not-known'),
  of('an account of the domain', { ...named('ACME\\erpsync'), facts: { host: domainHost } }, 'by-hand', 'account-of-domain'),
  of('a domain controller', { facts: { host: { ...domainHost, membership: 'domain-controller' } } }, 'by-hand', 'account-of-domain'),
  of('an account that the domain has', inDomain(), 'ok', 'account-found'),
  of('an account that the domain does not have', inDomain(null), 'stop', 'account-missing-in-domain'),
  of('an account that the domain has disabled', inDomain({ enabled: false }), 'stop', 'account-disabled'),
  of('an account that the domain has locked', inDomain({ lockedOut: true }), 'stop', 'account-locked'),
  of('an account of the domain that expires now', inDomain({ expiresAt: '2026-03-01T09:00:00.000Z' }), 'stop', 'account-expired', {
    since: '2026-03-01T09:00:00.000Z',
  }),
  of('a disabled account', user({ enabled: false }), 'stop', 'account-disabled'),
  of('a locked account', user({ lockedOut: true }), 'stop', 'account-locked'),
  of('an account that expires now', { readings: { accountExpiry: { ERPSync: read('2026-03-01T09:00:00Z') } } }, 'stop', 'account-expired', {
    since: '2026-03-01T09:00:00Z',
  }),
  of('an unknown end', { readings: { accountExpiry: { erpsync: denied } } }, 'warn', 'account-expiry-not-known'),
  of('an end that nobody asked for', { readings: { accountExpiry: {} } }, 'warn', 'account-expiry-not-known'),
  of('LocalSystem', named('LocalSystem'), 'stop', 'account-built-in'),
  of('the built-in administrator', user({ sid: `${MACHINE}-500` }), 'stop', 'account-built-in'),
  of('the guest', user({ sid: `${MACHINE}-501` }), 'stop', 'account-built-in'),
  of('a virtual account', named('NT SERVICE\\WSPSync'), 'stop', 'account-virtual'),
  of('a managed account', { ...named('ACME\\gmsa$'), facts: { host: domainHost } }, 'stop', 'account-managed'),
  of('the account of SQL Server', running(service('MSSQL$SAGE', '.\\erpsync')), 'stop', 'account-of-sql-server', {
    services: ['MSSQL$SAGE'],
  }),
  of('the own account', { collector: { elevated: true, userSid: SYNC_SID } }, 'stop', 'account-of-this-session'),
  of(
    'somebody who is signed in',
    { facts: { logons: { since: '2026-01-01T00:00:00Z', remote: [], sessions: [signedIn] } } },
    'stop',
    'account-signed-in',
    { session: 'rdp', state: 'disconnected' },
  ),
  of('sessions that were not read', { facts: { logons: undefined } }, 'warn', 'sessions-not-known'),
  of('sessions of which one is missing', { partly: ['logons'] }, 'warn', 'sessions-not-known'),
  of('a free name', renamed, 'ok', 'new-user-free', { user: 'ERP01\\erpsync2' }),
  of('a taken name', { logins: [toNewUser(windowsLogin, '.\\ANNA')] }, 'stop', 'new-user-exists', { user: '.\\ANNA' }),
  of('a name among users that were not read', { ...renamed, facts: { 'local-users': undefined } }, 'stop', 'new-user-not-known'),
  of(
    'a new user of the domain',
    { logins: [toNewUser(windowsLogin, 'ACME\\new')], facts: { host: domainHost } },
    'by-hand',
    'new-user-of-domain',
  ),
]

const aged = (lastSet: string | null, how: Situation = changing): Situation => ({
  ...how,
  facts: { 'local-users': { users: [syncUser({ passwordLastSet: lastSet })] }, 'account-policy': policy({ minPasswordAgeDays: 1 }) },
})
const long = (length: number): Situation => ({ logins: [{ ...windowsLogin, length }] })

const rules: readonly PreflightCase[] = [
  of('no policy', { facts: { 'account-policy': undefined } }, 'warn', 'policy-not-known'),
  of('no policy, no lock-out', { facts: { 'account-policy': undefined } }, 'warn', 'lock-out-not-known'),
  of('the policy of a domain', { ...named('ACME\\erpsync'), facts: { host: domainHost } }, 'warn', 'policy-of-domain'),
  of('a domain that was not asked', { ...named('ACME\\erpsync'), facts: { host: domainHost } }, 'warn', 'lock-out-not-known'),
  of(
    'a domain that refused to tell',
    { ...inDomain(), readings: { domainAccounts: { 'ACME\\erpsync': denied } } },
    'warn',
    'lock-out-not-known',
  ),
  of('a domain that does not tell its policy', inDomain({}, null), 'warn', 'lock-out-not-known'),
  of('a domain that does not tell failures', inDomain({ badPasswords: null }), 'warn', 'lock-out-not-known'),
  of('no failures in a domain that locks', inDomain(), 'ok', 'domain-sign-in-open', { threshold: 3, badPasswords: 0 }),
  of('no failures in a domain that never locks', inDomain({}, 0), 'ok', 'domain-sign-in-open', { threshold: 3, badPasswords: 0 }),
  of('one failure in a domain that never locks', inDomain({ badPasswords: 1 }, 0), 'warn', 'domain-sign-in-closed', {
    threshold: 3,
    badPasswords: 1,
  }),
  of('a domain that locks at two', inDomain({}, 2), 'warn', 'domain-sign-in-closed', { threshold: 2, badPasswords: 0 }),
  of('as long as is asked for', ruled({ minPasswordLength: 25 }), 'ok', 'password-length-fits', { length: 25, minimum: 25 }),
  of('one too short', ruled({ minPasswordLength: 26 }), 'stop', 'password-too-short', { length: 25, minimum: 26 }),
  of('one too long', long(128), 'stop', 'password-too-long', { length: 128, longest: 127 }),
  of('complexity', {}, 'ok', 'complexity-met'),
  of('unknown complexity', ruled({ complexity: undefined }), 'warn', 'complexity-not-known'),
  of('a password of a day less a millisecond', aged('2026-02-28T09:00:00.001Z'), 'stop', 'minimum-age', {
    count: 1,
    possibleAt: '2026-03-01T09:00:00.001Z',
  }),
  of('a password of a day', aged('2026-02-28T09:00:00.000Z'), 'ok', 'minimum-age-passed'),
  of('a young password that is reset', aged('2026-03-01T08:59:00Z', {}), 'warn', 'minimum-age'),
  of('a password of unknown age', aged(null), 'warn', 'minimum-age-not-known'),
  of('an unknown minimum age', ruled({ minPasswordAgeDays: undefined }), 'warn', 'minimum-age-not-known'),
  of('the way back within a day', aged('2026-01-01T00:00:00Z'), 'warn', 'minimum-age-closes-back', { count: 1 }),
  of('a history', { ...changing, ...ruled({ passwordHistory: 1 }) }, 'warn', 'history-closes-back', { count: 1 }),
  of(
    'passwords that expire',
    { facts: { ...user({ passwordExpires: true }).facts, 'account-policy': policy({ maxPasswordAgeDays: 42 }) } },
    'warn',
    'password-will-expire',
    { count: 42 },
  ),
  of('who may not change it', { ...changing, ...user({ cannotChangePassword: true }) }, 'stop', 'cannot-change-password'),
  of('who perhaps may', { ...changing, ...user({ cannotChangePassword: undefined }) }, 'warn', 'change-permission-not-known'),
  of('a reset', {}, 'warn', 'reset-loses-secrets'),
  of('no lock-out', {}, 'ok', 'sign-ins-never-lock'),
  of('three attempts left', ruled({ lockoutThreshold: 5 }, 2), 'ok', 'sign-in-tests-open', { count: 3, threshold: 5 }),
  of('two attempts left', ruled({ lockoutThreshold: 5 }, 3), 'warn', 'sign-in-tests-closed', { count: 2, threshold: 5 }),
  of('more failures than are allowed', ruled({ lockoutThreshold: 3 }, 9), 'warn', 'sign-in-tests-closed', { count: 0, threshold: 3 }),
  of(
    'unknown failures',
    { facts: { ...user({ badPasswordCount: undefined }).facts, 'account-policy': policy({ lockoutThreshold: 5 }) } },
    'warn',
    'lock-out-not-known',
  ),
]

const SERVICE = { right: 'SeServiceLogonRight' }
const withoutRight: Situation = { facts: { 'user-rights': rights({ SeServiceLogonRight: [] }) } }
const setBy = { policyRights: read([{ policy: 'Servers', rights: ['seservicelogonright'] }]) }

const userRights: readonly PreflightCase[] = [
  of('the right to be a service', {}, 'ok', 'right-held', SERVICE),
  of('the right to be a task', {}, 'ok', 'right-held', { right: 'SeBatchLogonRight' }),
  of('a right that is missing', withoutRight, 'warn', 'right-will-be-granted', SERVICE),
  of('the right of a new user', renamed, 'warn', 'right-will-be-granted', SERVICE),
  of('a right that a policy sets', { ...withoutRight, readings: setBy }, 'stop', 'right-set-by-policy', { ...SERVICE, policy: 'Servers' }),
  of('a right that is held under a policy', { readings: setBy }, 'ok', 'right-held', SERVICE),
  of(
    'a right that is denied to everybody',
    { facts: { 'user-rights': rights({ SeDenyServiceLogonRight: [{ sid: 'S-1-1-0', name: null }] }) } },
    'stop',
    'right-denied',
    { right: 'SeDenyServiceLogonRight' },
  ),
  of('rights that were not read', { facts: { 'user-rights': undefined } }, 'warn', 'right-not-known', SERVICE),
  of('groups that were not read', { facts: { 'local-groups': undefined } }, 'warn', 'right-not-known', SERVICE),
  of('policies that were not read', { ...withoutRight, readings: { policyRights: undefined } }, 'warn', 'right-not-known', SERVICE),
  of(
    'policies that were read in part',
    { ...withoutRight, readings: { policyRights: read([], ['one']) } },
    'warn',
    'right-not-known',
    SERVICE,
  ),
]

const inSql = (more: Partial<ReturnType<typeof sqlLogin>> = {}, instance: Parameters<typeof sqlInstance>[2] = {}): Situation => ({
  logins: [sqlLoginToChange],
  facts: { 'sql-server': { instances: [sqlInstance('erp01\\sage', [sqlLogin('WSP_sync', more)], instance)] } },
})
const asked = (more: Parameters<typeof sqlReading>[0], situation = inSql()): Situation => ({
  ...situation,
  readings: { sqlServers: [sqlReading(more)] },
})
const state = (more: object, sessions = read<readonly string[]>([])): Situation =>
  asked({
    logins: [{ name: 'wsp_sync', state: read({ locked: false, expired: false, mustChange: false, badPasswords: 0, ...more }), sessions }],
  })
const absent = (visibility: 'full' | 'partial'): Situation => ({
  logins: [sqlLoginToChange],
  facts: { 'sql-server': { instances: [sqlInstance('ERP01\\SAGE', [], { visibility })] } },
})
const unasked: Situation = { ...inSql(), readings: { sqlServers: [] } }
const controlled = (controlServer: boolean, situation: Situation) =>
  asked({ rights: read({ controlServer, alterAnyLogin: true }) }, situation)

const sql: readonly PreflightCase[] = [
  of('an instance that was not read', { logins: [sqlLoginToChange], facts: { 'sql-server': undefined } }, 'stop', 'sql-not-known', {
    instance: 'ERP01\\SAGE',
  }),
  of('a login', inSql(), 'ok', 'sql-login-found'),
  of('no login', absent('full'), 'stop', 'sql-login-missing'),
  of('perhaps no login', absent('partial'), 'stop', 'sql-login-not-known'),
  of('a login of Windows', inSql({ kind: 'windows-user' }), 'stop', 'sql-login-of-windows'),
  of('a disabled login', inSql({ enabled: false }), 'stop', 'sql-login-disabled'),
  of('a locked login', state({ locked: true }), 'stop', 'sql-login-locked'),
  of('an expired login', state({ expired: true }), 'warn', 'sql-login-must-change'),
  of('a login that must be changed', state({ mustChange: true }), 'warn', 'sql-login-must-change'),
  of('an unknown state', unasked, 'warn', 'sql-login-state-not-known'),
  of('no rules', inSql({ policyChecked: false }), 'warn', 'sql-policy-off'),
  of('rules of Windows', inSql(), 'ok', 'sql-policy-on'),
  of('unknown rules', inSql({ policyChecked: null }), 'warn', 'sql-policy-not-known'),
  of(
    'a password that the rules refuse',
    { ...inSql(), facts: { ...inSql().facts, 'account-policy': policy({ minPasswordLength: 26 }) } },
    'stop',
    'password-too-short',
  ),
  of('one too long for SQL Server', { ...inSql(), logins: [{ ...sqlLoginToChange, length: 129 }] }, 'stop', 'password-too-long'),
  of(
    'two attempts left',
    { ...state({ badPasswords: 3 }), facts: { ...inSql().facts, 'account-policy': policy({ lockoutThreshold: 5 }) } },
    'warn',
    'sign-in-tests-closed',
    { count: 2, threshold: 5 },
  ),
  of('Windows accounts alone', asked({ windowsOnly: read(true) }), 'stop', 'sql-windows-only'),
  of('both kinds', inSql(), 'ok', 'sql-mixed-mode'),
  of('an unknown mode', unasked, 'warn', 'sql-mode-not-known'),
  of('the right to alter logins', inSql(), 'ok', 'sql-right-held', { right: 'ALTER ANY LOGIN' }),
  of('no right', asked({ rights: read({ controlServer: false, alterAnyLogin: false }) }), 'stop', 'sql-right-missing', {
    right: 'ALTER ANY LOGIN',
  }),
  of('sa, by its SID', controlled(false, inSql({ sid: '0x01' })), 'stop', 'sql-right-missing', { right: 'CONTROL SERVER' }),
  of('a sysadmin', controlled(false, inSql({ serverRoles: ['sysadmin'] })), 'stop', 'sql-right-missing', { right: 'CONTROL SERVER' }),
  of('a sysadmin by one', controlled(true, inSql({ serverRoles: ['sysadmin'] })), 'ok', 'sql-right-held', { right: 'CONTROL SERVER' }),
  of('unknown rights', unasked, 'warn', 'sql-right-not-known'),
  of('replicas', inSql({}, { replicas: ['ERP02'] }), 'warn', 'sql-replicas', { replicas: ['ERP02'] }),
  of('no availability group', inSql(), 'ok', 'sql-replicas-none'),
  of('replicas that are not listed', asked({ highAvailability: read(true) }), 'warn', 'sql-replicas-not-known'),
  of('open connections', state({}, read(['Sync', 'Sync'])), 'warn', 'sql-sessions', { count: 2, programs: ['Sync'] }),
  of('no connections', inSql(), 'ok', 'sql-sessions-none'),
  of('connections of which only the own is seen', state({}, read([], ['VIEW SERVER STATE'])), 'warn', 'sql-sessions-not-known'),
  of('a new login', { logins: [toNewUser(sqlLoginToChange, 'wsp_new')] }, 'ok', 'new-user-free', { user: 'wsp_new' }),
  of('a new login under a taken name', { logins: [toNewUser(sqlLoginToChange, 'WSP_SYNC')] }, 'stop', 'new-user-exists'),
  of(
    'a new login of which nobody knows',
    { ...absent('partial'), logins: [toNewUser(sqlLoginToChange, 'wsp_new')] },
    'stop',
    'new-user-not-known',
  ),
  of('a login of the ERP', { logins: [erpLogin] }, 'by-hand', 'erp-by-hand'),
]

const use = (kind: 'iis-pool' | 'iis-virtual-directory' | 'iis-anonymous-user' | 'iis-configuration') => ({
  readings: { webServer: read([{ kind, name: 'Web', account: 'ERP01\\ERPSYNC' }]) },
})
const inside = (kind: 'sql-credential' | 'linked-server' | 'agent-proxy' | 'agent-job', account = 'erp01\\erpsync'): Situation => ({
  readings: { sqlServers: [sqlReading({ uses: read([{ kind, name: 'Old', account }]) })] },
})
const kept = 'ERP01\\SAGE: Old'

const uses: readonly PreflightCase[] = [
  of('its own service', {}, 'ok', 'updated-service', { name: 'WSPSync' }),
  of('its own task', {}, 'ok', 'updated-task', { name: '\\Sync\\Nightly' }),
  of('the service of another', running(service('Backup', 'erpsync@ERP01')), 'stop', 'used-by-service', {
    name: 'Backup',
    id: 'service:Backup',
  }),
  of('the task of another', { facts: { 'scheduled-tasks': { tasks: [task('\\Copy', '.\\erpsync')] } } }, 'stop', 'used-by-task', {
    name: '\\Copy',
    id: 'task:\\Copy',
  }),
  of(
    'a task that a person takes',
    { facts: { 'scheduled-tasks': { tasks: [task('\\Copy', '.\\erpsync')] } }, input: { takenByHand: ['task:\\Copy'] } },
    'by-hand',
    'used-by-task',
  ),
  of('the service of another under the old user', { ...renamed, ...running(service('Backup', '.\\erpsync')) }, 'warn', 'used-by-service'),
  of('a pool', use('iis-pool'), 'stop', 'used-by-iis-pool', { name: 'Web', id: 'iis-pool:Web' }),
  of('a virtual directory', use('iis-virtual-directory'), 'stop', 'used-by-iis-virtual-directory'),
  of('anonymous visitors', use('iis-anonymous-user'), 'stop', 'used-by-iis-anonymous-user'),
  of('a shared configuration', use('iis-configuration'), 'stop', 'used-by-iis-configuration'),
  of(
    'DCOM',
    { readings: { distributedComponents: read([{ kind: 'dcom-application', name: '{1}', account: 'erpsync' }]) } },
    'stop',
    'used-by-dcom-application',
  ),
  of(
    'COM+',
    { readings: { componentApplications: read([{ kind: 'com-plus-application', name: 'Sage', account: '.\\erpsync' }]) } },
    'stop',
    'used-by-com-plus-application',
  ),
  of(
    'Credential Manager',
    { readings: { storedCredentials: read([{ kind: 'stored-credential', name: 'nas', account: 'ERP01\\erpsync' }]) } },
    'stop',
    'used-by-stored-credential',
  ),
  of(
    'a drive',
    { readings: { mappedDrives: read([{ kind: 'mapped-drive', name: 'Z: (S-1-5-21-9)', account: 'ERP01\\erpsync' }]) } },
    'stop',
    'used-by-mapped-drive',
  ),
  of('a credential of SQL Server', inside('sql-credential'), 'stop', 'used-by-sql-credential', {
    name: kept,
    id: 'sql-credential:ERP01\\SAGE/Old',
  }),
  of('a linked server', { ...inside('linked-server', 'WSP_SYNC'), logins: [sqlLoginToChange] }, 'stop', 'used-by-linked-server', {
    name: kept,
    id: 'linked-server:ERP01\\SAGE/Old',
  }),
  of('a proxy', inside('agent-proxy'), 'stop', 'used-by-agent-proxy'),
  of('a job, which keeps the name alone', inside('agent-job'), 'warn', 'used-by-agent-job'),
  of('nothing else', {}, 'ok', 'uses-none'),
  of('services that were not read', { facts: { services: undefined } }, 'stop', 'uses-not-known', { place: 'services' }),
  of('tasks that were not read', { facts: { 'scheduled-tasks': undefined } }, 'stop', 'uses-not-known', { place: 'scheduled-tasks' }),
  of('tasks that were read in part', { partly: ['scheduled-tasks'] }, 'warn', 'uses-partly-known', { place: 'scheduled-tasks' }),
  of('IIS refused', { readings: { webServer: denied } }, 'warn', 'uses-not-known', { place: 'web-server', ...denied }),
  of('COM+ that was not asked', { readings: { componentApplications: undefined } }, 'warn', 'uses-not-known', {
    place: 'component-applications',
  }),
  of('credentials of the own account alone', { readings: { storedCredentials: read([], ['own']) } }, 'warn', 'uses-partly-known', {
    place: 'stored-credentials',
    gaps: ['own'],
  }),
  of('an instance that was not asked', { readings: { sqlServers: [] } }, 'warn', 'uses-not-known', {
    place: 'sql-server',
    instance: 'ERP01\\SAGE',
  }),
  of('an instance that shows a part', asked({ uses: read([], ['part']) }, {}), 'warn', 'uses-partly-known', {
    place: 'sql-server',
    instance: 'ERP01\\SAGE',
    gaps: ['part'],
  }),
  of('SQL Server that was not read', { facts: { 'sql-server': undefined }, readings: { sqlServers: [] } }, 'warn', 'uses-not-known', {
    place: 'sql-server',
  }),
]

export const preflightCases: readonly PreflightCase[] = [...machine, ...services, ...accounts, ...rules, ...userRights, ...sql, ...uses]

/** Users by the dozen for orders that nobody thought of. */
export const manyUsers = Array.from({ length: 6 }, (_, index) => localUser(`sync${index}`, { enabled: index % 2 === 0 }))
export const manyFacts = { ...soundFacts, 'local-users': { users: [syncUser(), ...manyUsers] } }
