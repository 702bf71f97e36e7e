import type { Facts } from '#shared/facts/index.ts'
import type { LoginToChange, PreflightInput, PreflightProbe } from '#shared/rotation/preflight/input.ts'
import { judgePreflight } from '#shared/rotation/preflight/preflight.ts'
import type { PreflightReadings, Reading, SqlServerReading } from '#shared/rotation/preflight/readings.ts'
import { localUser, service, sqlInstance, sqlLogin, testHost } from '../../../support/builders.ts'

export const NOW = '2026-03-01T09:00:00.000Z'
export const MACHINE = 'S-1-5-21-111-222-333'
export const SYNC_SID = `${MACHINE}-1900`
const ADMINISTRATORS = 'S-1-5-32-544'

export const read = <Value>(value: Value, gaps: readonly string[] = []): Reading<Value> => ({ status: 'read', value, gaps })
export const denied = { status: 'denied', reason: 'Call ended with error 5' } as const

export type PreflightFacts = { readonly [Id in PreflightProbe]?: Facts[Id] | undefined }
type User = Facts['local-users']['users'][number]
type Policy = Facts['account-policy']

export const syncUser = (more: Partial<User> = {}): User =>
  localUser('erpsync', {
    sid: SYNC_SID,
    passwordExpires: false,
    cannotChangePassword: false,
    badPasswordCount: 0,
    passwordLastSet: '2026-02-01T09:00:00.000Z',
    ...more,
  })

export const policy = (more: Partial<Policy> = {}): Policy => ({
  minPasswordLength: 8,
  minPasswordAgeDays: 0,
  complexity: true,
  passwordHistory: 0,
  maxPasswordAgeDays: null,
  lockoutThreshold: 0,
  lockoutMinutes: 30,
  ...more,
})

export const task = (path: string, account: string, storesPassword = true): Facts['scheduled-tasks']['tasks'][number] => ({
  path,
  account,
  accountSid: null,
  enabled: true,
  elevated: false,
  storesPassword,
  command: 'sync.exe',
})

export const rights = (more: Facts['user-rights']['rights'] = {}): Facts['user-rights'] => ({
  rights: {
    SeServiceLogonRight: [{ sid: SYNC_SID, name: 'ERP01\\erpsync' }],
    SeDenyServiceLogonRight: [],
    SeBatchLogonRight: [
      { sid: ADMINISTRATORS, name: null },
      { sid: SYNC_SID, name: null },
    ],
    SeDenyBatchLogonRight: [],
    ...more,
  },
})

/** A server on which nothing stands in the way of a reset. */
export const soundFacts: PreflightFacts = {
  host: testHost,
  'local-users': { users: [syncUser(), localUser('anna', { sid: `${MACHINE}-1901` })] },
  'local-groups': { groups: [{ name: 'Administrators', sid: ADMINISTRATORS, members: [] }] },
  'account-policy': policy(),
  'user-rights': rights(),
  services: { services: [service('WSPSync', '.\\erpsync'), service('Spooler', 'LocalSystem')] },
  'scheduled-tasks': { tasks: [task('\\Sync\\Nightly', 'ERP01\\erpsync')] },
  'sql-server': { instances: [sqlInstance('ERP01\\SAGE', [sqlLogin('wsp_sync')])] },
  logons: { since: '2026-01-01T00:00:00Z', remote: [], sessions: [] },
}

export const sqlReading = (more: Partial<SqlServerReading> = {}): SqlServerReading => ({
  instance: 'ERP01\\SAGE',
  windowsOnly: read(false),
  rights: read({ controlServer: false, alterAnyLogin: true }),
  highAvailability: read(false),
  uses: read([]),
  logins: [
    { name: 'wsp_sync', state: read({ locked: false, expired: false, mustChange: false, badPasswords: 0 }), sessions: read<string[]>([]) },
  ],
  ...more,
})

export const soundReadings: PreflightReadings = {
  webServer: read([]),
  distributedComponents: read([]),
  componentApplications: read([]),
  storedCredentials: read([]),
  mappedDrives: read([]),
  serviceDependencies: read([]),
  accountExpiry: { erpsync: read(null) },
  policyRights: read([]),
  keychain: read(true as const),
  journalSpace: read(1024 * 1024 * 1024),
  sqlServers: [sqlReading()],
}

const kept = { keptIn: 'keychain', length: 25 } as const

export const windowsLogin: LoginToChange = {
  ...kept,
  key: 'windows:ERP01\\erpsync',
  kind: 'windows',
  name: 'ERP01\\erpsync',
  change: { kind: 'new-password', how: 'reset' },
  longest: 127,
}

export const sqlLoginToChange: LoginToChange = {
  ...kept,
  key: 'sql-server:ERP01\\SAGE/wsp_sync',
  kind: 'sql-server',
  name: 'wsp_sync',
  change: { kind: 'new-password', how: 'reset' },
  longest: 128,
}

export const erpLogin: LoginToChange = {
  ...kept,
  key: 'erp:Sage 100/wspsync',
  kind: 'erp',
  name: 'wspsync',
  change: { kind: 'new-password', how: 'reset' },
  longest: null,
}

export const toNewUser = (login: LoginToChange, newName: string): LoginToChange => ({
  ...login,
  change: { kind: 'new-user', newKey: `${login.kind}:${newName}`, newName, rights: [] },
})

export const withChange = (login: LoginToChange): LoginToChange => ({ ...login, change: { kind: 'new-password', how: 'change' } })

export interface Situation {
  readonly facts?: PreflightFacts
  /** probes that were read only in part */
  readonly partly?: readonly PreflightProbe[]
  readonly readings?: PreflightReadings
  readonly logins?: readonly LoginToChange[]
  readonly input?: Partial<Pick<PreflightInput, 'now' | 'syncTool' | 'takenByHand'>>
  readonly collector?: PreflightInput['snapshot']['collector']
}

/** The sound server with what a case changes; undefined facts were not collected. */
export function inputOf({
  facts = {},
  partly = [],
  readings = {},
  logins = [windowsLogin],
  input = {},
  collector,
}: Situation): PreflightInput {
  const all = Object.entries({ ...soundFacts, ...facts }).map(([id, value]) => [
    id,
    value === undefined
      ? { status: 'denied' }
      : { status: 'ok', facts: value, ...(partly.includes(id as PreflightProbe) ? { incomplete: true } : {}) },
  ])
  return {
    now: NOW,
    snapshot: {
      collectedAt: '2026-03-01T08:30:00Z',
      collector: collector ?? { elevated: true, userSid: `${MACHINE}-1901` },
      probes: Object.fromEntries(all),
    },
    readings: { ...soundReadings, ...readings },
    logins,
    syncTool: { services: ['WSPSync'], tasks: ['\\Sync\\Nightly'] },
    takenByHand: [],
    ...input,
  }
}

export const preflightOf = (situation: Situation) => judgePreflight(inputOf(situation))
