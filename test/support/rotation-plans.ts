import {
  type PlannedHolder,
  type PlannedLogin,
  type RotationPlan,
  rotationPlanSchema,
  rotationPlanSchemaId,
} from '#shared/rotation/plan.ts'

const service = (name: string): PlannedHolder => ({ key: `service:${name}`, kind: 'service', name })
const field = (name: string): PlannedHolder => ({ key: `field:${name}`, kind: 'sync-tool-window', name })
const task: PlannedHolder = { key: 'task:\\Sync\\Nightly', kind: 'scheduled-task', name: '\\Sync\\Nightly' }
const byHand: PlannedHolder = { key: 'by-hand:reports', kind: 'by-hand', name: 'reports' }

const common = {
  oldPasswordKnown: true,
  usedByOthers: false,
  length: 25,
  changedBy: 'app',
  keptIn: 'keychain',
  minimumAgeHours: 0,
  historyCount: 0,
  lockOut: 'none',
  change: { kind: 'new-password', how: 'change' },
} as const

/** The Windows account that the services of the sync tool run as. */
export const windowsLogin = (changes: Partial<PlannedLogin> = {}): PlannedLogin => ({
  ...common,
  key: 'windows:ERP01\\erpsync',
  kind: 'windows',
  name: 'erpsync',
  account: 'local',
  holders: [service('WSPSync'), service('WSPWatch'), task],
  ...changes,
})

export const sqlLogin = (changes: Partial<PlannedLogin> = {}): PlannedLogin => ({
  ...common,
  key: 'sql-server:ERP01\\SAGE/wsp_sync',
  kind: 'sql-server',
  name: 'wsp_sync',
  change: { kind: 'new-password', how: 'reset' },
  holders: [field('SQL password')],
  ...changes,
})

export const erpLogin = (changes: Partial<PlannedLogin> = {}): PlannedLogin => ({
  ...common,
  key: 'erp:Sage 100/wspsync',
  kind: 'erp',
  name: 'wspsync',
  changedBy: 'you',
  holders: [field('ERP password')],
  ...changes,
})

/** A plan for the sample server; the logins are given in an order of no meaning. */
export function rotationPlan(changes: Partial<RotationPlan> = {}): RotationPlan {
  return rotationPlanSchema.parse({
    schema: rotationPlanSchemaId,
    id: 'rotation-1',
    server: 'ERP01',
    rehearsal: true,
    pause: 'app',
    logins: [erpLogin(), sqlLogin(), windowsLogin()],
    services: [
      { name: 'WSPSync', startMode: 'auto', delayedStart: true, state: 'running' },
      { name: 'WSPWatch', startMode: 'manual', delayedStart: false, state: 'stopped' },
    ],
    folders: [],
    stopOrder: ['WSPWatch', 'WSPSync'],
    startOrder: ['WSPSync', 'WSPWatch'],
    times: { actMinutes: 5, watchMinutes: 10, graceDays: 14 },
    schedule: { callAt: '2026-03-02T09:00:00Z', reviewOn: '2026-06-01' },
    ...changes,
  })
}

const newUser = (kind: 'windows' | 'sql-server', name: string) =>
  ({ kind: 'new-user', newKey: `${kind}:ERP01/${name}`, newName: name, rights: ['SeServiceLogonRight'] }) as const

/** One plan for each way in which a change can be made. */
export const rotationPlans = {
  'three new passwords': rotationPlan(),
  'new users': rotationPlan({
    logins: [
      windowsLogin({ change: newUser('windows', 'svc-sync'), holders: [service('WSPSync'), task] }),
      sqlLogin({ change: newUser('sql-server', 'svc_sync') }),
    ],
  }),
  'a new user beside a login that others use': rotationPlan({
    pause: 'not-wanted',
    logins: [sqlLogin({ change: newUser('sql-server', 'svc_sync'), usedByOthers: true })],
  }),
  'a domain account kept by a person': rotationPlan({
    pause: 'by-hand',
    logins: [
      windowsLogin({
        account: 'domain',
        changedBy: 'you',
        keptIn: 'person',
        oldPasswordKnown: false,
        change: { kind: 'new-password', how: 'reset' },
        lockOut: { threshold: 5, badPasswords: 3 },
        holders: [service('WSPSync'), byHand],
      }),
    ],
  }),
  'a reset without a pause': rotationPlan({
    pause: 'not-wanted',
    logins: [
      windowsLogin({ oldPasswordKnown: false, change: { kind: 'new-password', how: 'reset' }, minimumAgeHours: 24, historyCount: 5 }),
    ],
  }),
} as const satisfies { readonly [name: string]: RotationPlan }
