import { z } from 'zod'

import { count, instant, type ReadonlyDeep } from '../facts/primitives.ts'

export const rotationPlanSchemaId = 'erp-sync-checkup/rotation-plan@1'

const holder = z.strictObject({
  key: z.string().min(1).describe('unique within its login, e.g. service:WSPSync, task:\\Sync\\Nightly'),
  kind: z.enum(['service', 'scheduled-task', 'sync-tool-window', 'by-hand']),
  name: z.string().min(1).describe('service name, task path, name of the field, or what a person calls it'),
  account: z.string().min(1).optional().describe('spelling of the account that a service had before; absent: not known'),
  maximumLength: z.int().min(12).optional().describe('longest password that the field takes, as the vendor said'),
})

const login = z.strictObject({
  key: z.string().describe('kind, colon, server or product, name: windows:ERP01\\erpsync'),
  kind: z.enum(['windows', 'sql-server', 'erp']),
  name: z.string().min(1),
  account: z.enum(['local', 'domain']).optional().describe('Windows only'),
  change: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('new-password'), how: z.enum(['change', 'reset']).describe('change needs the old password') }),
    z.strictObject({
      kind: z.literal('new-user'),
      newKey: z.string().describe('key of the login that takes over'),
      newName: z.string().min(1),
      rights: z.array(z.string()).describe('what the new login needs: user rights, database roles'),
    }),
  ]),
  oldPasswordKnown: z.boolean().describe('it was stored as the old generation before the change'),
  oldEntry: z.string().min(1).optional().describe('name of the keychain entry that holds the old password; absent: it is in none'),
  length: z.int().min(12).describe('characters of the new password'),
  usedByOthers: z.boolean().describe('others than the sync tool sign in with it: where a new user takes over, it stays as it is'),
  changedBy: z.enum(['app', 'you']).describe('you: a person who may, such as a domain administrator, follows instructions'),
  keptIn: z.enum(['keychain', 'person']),
  minimumAgeHours: z.number().min(0).nullable().describe('as it binds whoever sets the old password again; null: not known'),
  historyCount: count.nullable().describe('as it binds whoever sets the old password again; null: not known'),
  lockOut: z.union([z.enum(['none', 'unknown']), z.strictObject({ threshold: z.int().min(1), badPasswords: count })]),
  holders: z.array(holder),
})

const service = z.strictObject({
  name: z.string().min(1),
  startMode: z.enum(['auto', 'manual', 'disabled']),
  delayedStart: z.boolean(),
  state: z.enum(['running', 'stopped']),
})

/** Everything that is decided before a password change begins; holds names and times, never a secret. */
export const rotationPlanSchema = z
  .strictObject({
    schema: z.literal(rotationPlanSchemaId),
    id: z.string().min(1),
    server: z.string().min(1),
    rehearsal: z.boolean().describe('nothing on the machine is touched'),
    caseId: z.string().optional().describe('of the case whose answers get the credential records; absent: of none'),
    pause: z.enum(['app', 'by-hand', 'not-wanted']).describe('who pauses the sync; not-wanted: the vendor says that it may run on'),
    logins: z.array(login).min(1),
    services: z.array(service).describe('of the sync tool, as they were read before'),
    folders: z.array(z.string()).describe('of the sync tool: what runs from there is not paused'),
    stopOrder: z.array(z.string()).describe('names of all services, those that depend on others first'),
    startOrder: z.array(z.string()).describe('names of all services, those that others depend on first'),
    times: z.strictObject({
      actMinutes: z.number().positive().describe('after this long an act counts as timed out'),
      watchMinutes: z.number().min(0).describe('how long the services have to stay running'),
      graceDays: z.number().min(0).describe('how long the old generation is kept after the call'),
    }),
    schedule: z.strictObject({ callAt: instant.nullable(), reviewOn: z.iso.date().nullable() }),
  })
  .superRefine((plan, context) => {
    for (const { path, message } of planFaults(plan)) context.addIssue({ code: 'custom', path, message })
  })

export type RotationPlan = ReadonlyDeep<z.infer<typeof rotationPlanSchema>>
export type PlannedLogin = RotationPlan['logins'][number]
export type PlannedHolder = PlannedLogin['holders'][number]
export type PlannedService = RotationPlan['services'][number]

interface PlanFault {
  readonly path: (string | number)[]
  readonly message: string
}

function planFaults(plan: RotationPlan): readonly PlanFault[] {
  const names = plan.services.map(({ name }) => name)
  const keys = plan.logins.flatMap(({ key, change }) => (change.kind === 'new-user' ? [key, change.newKey] : [key]))
  return [
    ...(new Set(keys).size < keys.length ? [{ path: ['logins'], message: 'expected each login once' }] : []),
    ...(new Set(names).size < names.length ? [{ path: ['services'], message: 'expected each service once' }] : []),
    ...(['stopOrder', 'startOrder'] as const)
      .filter((order) => !sameNames(plan[order], names))
      .map((order) => ({ path: [order], message: 'expected each service of the plan once' })),
    ...plan.logins.flatMap((planned, index) => loginFaults(planned, names).map((message) => ({ path: ['logins', index], message }))),
  ]
}

const sameNames = (some: readonly string[], others: readonly string[]): boolean =>
  [...some].sort().join('\n') === [...others].sort().join('\n')

function loginFaults(login: PlannedLogin, services: readonly string[]): readonly string[] {
  const { change, holders, kind } = login
  const faults: readonly (readonly [boolean, string])[] = [
    [!login.key.startsWith(`${kind}:`), `expected a key that begins with ${kind}:`],
    [change.kind === 'new-user' && !change.newKey.startsWith(`${kind}:`), `expected a new key that begins with ${kind}:`],
    [(kind === 'windows') !== (login.account !== undefined), 'expected local or domain for Windows and for nothing else'],
    [kind === 'erp' && login.changedBy !== 'you', 'expected a person for a login of the ERP'],
    [login.account === 'domain' && login.changedBy !== 'you', 'expected a person for a domain account'],
    [change.kind === 'new-password' && change.how === 'change' && !login.oldPasswordKnown, 'expected a reset where the old one is unknown'],
    [new Set(holders.map(({ key }) => key)).size < holders.length, 'expected each holder once'],
    [holders.some((holder) => holder.kind === 'service' && !services.includes(holder.name)), "expected the sync tool's own services"],
    [holders.some((holder) => holder.kind !== 'service' && holder.account !== undefined), 'expected the account of services alone'],
  ]
  return faults.flatMap(([wrong, message]) => (wrong ? [message] : []))
}

/** Windows before SQL Server before the ERP: what runs the sync tool is settled before what it signs in to. */
const ORDER = ['windows', 'sql-server', 'erp'] as const

/** The logins in the order in which they change. */
export const inOrder = (plan: RotationPlan): readonly PlannedLogin[] =>
  [...plan.logins].sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind))
