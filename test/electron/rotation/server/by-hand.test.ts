import { describe, expect, it } from 'vitest'

import type { Seen } from '#electron/rotation/server/by-hand-entries.ts'
import type { DatedUse } from '#electron/rotation/server/by-hand-windows.ts'
import { refused } from '#electron/win32/result.ts'
import type { NamedUse, Reading } from '#shared/rotation/preflight/readings.ts'
import { AFTER, BEFORE, GIVEN, look, NEW_USER, SQL, taskOf } from './by-hand-under-test.ts'
import { CONFIGURATION, number, status, text } from './services-under-test.ts'

const OURS = 'ERP01\\erpsync'
const MOVED_TO = 'ERP01\\erpnew'
const STRANGER = 'ACME\\svc'
const configured = (account: string) => ({ configuration: { ...CONFIGURATION, account } })

/** What every holder tells by the name in it, whatever else it tells. */
const NAMES = [
  ['the login', OURS, 'not-told'],
  ['the login in another spelling', '.\\ERPSYNC', 'not-told'],
  ['the login without its server', 'erpsync', 'not-told'],
  ['somebody else', STRANGER, 'gone-elsewhere'],
  ['nobody whom Windows knows', 'ERP01\\erpsnyc', 'gone-elsewhere'],
] as const

describe('a service of others', () => {
  it.each(NAMES)('is looked at by its account: %s', async (_name, account, seen) => {
    expect(await look('service:WSPSync', { world: configured(account) })).toBe(seen)
  })

  it.each<[string, number, string, Seen]>([
    ['the new user', 1, MOVED_TO, 'not-told'],
    ['still the old user', 1, OURS, 'unchanged'],
    ['the old user again, on the way back', 0, OURS, 'not-told'],
    ['still the new user, on the way back', 0, MOVED_TO, 'unchanged'],
    ['neither', 1, STRANGER, 'gone-elsewhere'],
  ])('names of a move %s', async (_name, generation, account, seen) => {
    expect(await look('service:WSPSync', { login: NEW_USER, generation, world: configured(account) })).toBe(seen)
  })

  it('is gone where Windows says so, and not told where it refuses', async () => {
    expect(await look('service:WSPSync', { world: { configuration: 1060 } })).toBe('not-there')
    expect(await look('service:WSPSync', { world: { configuration: 5 } })).toBe('not-told')
    expect(await look('service:WSPSync', { ports: { manager: { connect: () => refused('OpenSCManagerW', 5) } } })).toBe('not-told')
  })

  const wrongPassword = [number(7038), text('WSPSync'), text('.\\erpsync'), text('%%1326')]
  const disabled = [number(7038), text('WSPSync'), text('.\\erpsync'), text('%%1331')]
  const elses = [number(7038), text('Spooler'), text('.\\erpsync'), text('%%1326')]
  it.each<[string, 'running' | 'stopped', readonly (typeof wrongPassword)[] | undefined, Seen]>([
    ['a wrong password, and stands still', 'stopped', [wrongPassword], 'unchanged'],
    ['a wrong password, and runs by now', 'running', [wrongPassword], 'not-told'],
    ['another reason', 'stopped', [disabled], 'not-told'],
    ['nothing', 'stopped', [], 'not-told'],
    ['nothing, beside another service with trouble', 'stopped', [elses], 'not-told'],
    ['nothing that could be read', 'stopped', undefined, 'not-told'],
  ])('could not sign in because of %s', async (_name, state, system, seen) => {
    const events = system === undefined ? {} : { System: system }
    expect(await look('service:WSPSync', { world: { ...configured(OURS), statuses: [status(state)], events } })).toBe(seen)
  })

  it('counts only what happened since the login has the password', async () => {
    const world = { ...configured(OURS), statuses: [status('stopped')], events: { System: [wrongPassword] } }
    expect(await look('service:WSPSync', { world, moments: { given: null, touched: GIVEN } })).toBe('not-told')
  })
})

describe('a task of others', () => {
  it.each(NAMES)('is looked at by its account: %s', async (_name, account, seen) => {
    expect(await look('task:\\Sync\\Nightly', { ports: taskOf(account) })).toBe(seen)
  })

  it('still names the old user of a move', async () => {
    expect(await look('task:\\Sync\\Nightly', { login: NEW_USER, ports: taskOf(OURS) })).toBe('unchanged')
  })

  it('is gone, keeps no password, or cannot be read', async () => {
    expect(await look('task:\\Sync\\Nightly', { ports: taskOf(null) })).toBe('not-there')
    expect(await look('task:\\Sync\\Nightly', { ports: taskOf(OURS, 'S4U') })).toBe('not-told')
    expect(await look('task:\\Sync\\Nightly')).toBe('not-told')
  })
})

const KINDS = [
  'iis-pool',
  'iis-virtual-directory',
  'iis-anonymous-user',
  'iis-configuration',
  'dcom-application',
  'com-plus-application',
  'stored-credential',
  'mapped-drive',
] as const satisfies readonly NamedUse['kind'][]

type Given = Partial<Omit<DatedUse, 'kind'>>

function lookAtUse(
  kind: NamedUse['kind'],
  uses: readonly Given[],
  more: { gaps?: readonly string[]; login?: typeof NEW_USER; generation?: number } = {},
) {
  const { gaps = [], ...rest } = more
  const value = uses.map((use) => ({ kind, name: 'Sage', account: OURS, writtenAt: null, isOfMore: false, ...use }))
  const reading: Reading<readonly DatedUse[]> = { status: 'read', value, gaps }
  const ports = { uses: async (asked: NamedUse['kind']) => (asked === kind ? reading : { ...reading, value: [] }) }
  return look(`${kind}:Sage`, { ...rest, ports })
}

describe.each(KINDS)('%s', (kind) => {
  it.each(NAMES)('is looked at by its account: %s', async (_name, account, seen) => {
    expect(await lookAtUse(kind, [{ account }])).toBe(seen)
  })

  it('still names the old user of a move, or the new one on the way back', async () => {
    expect(await lookAtUse(kind, [{ account: OURS }], { login: NEW_USER })).toBe('unchanged')
    expect(await lookAtUse(kind, [{ account: MOVED_TO }], { login: NEW_USER, generation: 0 })).toBe('unchanged')
    expect(await lookAtUse(kind, [{ account: MOVED_TO }], { login: NEW_USER })).toBe('not-told')
  })

  it('names nobody any more, unless something of it could not be seen', async () => {
    expect(await lookAtUse(kind, [])).toBe('gone-elsewhere')
    expect(await lookAtUse(kind, [{ name: 'Another' }])).toBe('gone-elsewhere')
    expect(await lookAtUse(kind, [], { gaps: ['a part is hidden'] })).toBe('not-told')
  })

  it('is judged by its age, where that is its own', async () => {
    expect(await lookAtUse(kind, [{ writtenAt: BEFORE }])).toBe('unchanged')
    expect(await lookAtUse(kind, [{ writtenAt: AFTER }])).toBe('changed')
    expect(await lookAtUse(kind, [{ writtenAt: BEFORE, isOfMore: true }])).toBe('unchanged')
    expect(await lookAtUse(kind, [{ writtenAt: AFTER, isOfMore: true }])).toBe('not-told')
  })

  it('is as good as the worst of those with its name', async () => {
    expect(await lookAtUse(kind, [{ writtenAt: AFTER }, { name: 'SAGE', writtenAt: BEFORE }])).toBe('unchanged')
    expect(await lookAtUse(kind, [{ account: STRANGER }, { writtenAt: AFTER }])).toBe('changed')
  })
})

describe('what cannot be told', () => {
  it('leaves it to the word of the person', async () => {
    expect(await look('iis-pool:Sage')).toBe('not-told')
    expect(await look('by-hand:reports')).toBe('not-told')
    expect(await look('sql-credential:ERP01\\SAGE/backup')).toBe('not-told')
    expect(await look('sql-credential:ERP01\\SAGE/backup', { login: SQL })).toBe('not-told')
  })

  it('is who somebody is where Windows does not answer', async () => {
    const ports = { accounts: { sidOf: () => refused('LookupAccountNameW', 1789) } }
    expect(await look('service:WSPSync', { ports, world: configured(STRANGER) })).toBe('not-told')
  })

  it('is an old entry of a login with a namesake on another computer', async () => {
    expect(await lookAtUse('stored-credential', [{ account: 'erpsync', writtenAt: BEFORE }])).toBe('unchanged-or-namesake')
    expect(await lookAtUse('iis-pool', [{ account: 'erpsync', writtenAt: BEFORE }])).toBe('unchanged')
  })
})
