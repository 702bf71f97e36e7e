import { describe, expect, it } from 'vitest'

import { secretText } from '#electron/rotation/server/secret-text.ts'
import type { ServiceConfiguration } from '#electron/win32/service-manager.ts'
import { CONFIGURATION, none, number, type Statuses, serviceHands, status, text } from './services-under-test.ts'

const SERVICE = 'WSPSync'
const done = { kind: 'done' }
const notDone = (code: string) => ({ kind: 'failed', code, outcome: 'not-done' })
const unknown = (code: string) => ({ kind: 'failed', code, outcome: 'unknown' })
const never = new AbortController().signal

/** A service that tells more and more steps, each with a hint of ten seconds. */
const steps = (state: 'start-pending' | 'stop-pending', count: number): Statuses =>
  Array.from({ length: count }, (_, index) => status(state, { checkpoint: index + 1, waitHintMs: 10_000 }))

describe('stopping a service', () => {
  it.each([
    { name: 'that runs', statuses: [status('running'), status('stopped')], orders: [['stop', SERVICE]] },
    { name: 'that is paused', statuses: [status('paused'), status('stopped')], orders: [['stop', SERVICE]] },
    { name: 'that is stopped already', statuses: [status('stopped')], orders: [] },
    { name: 'that stops already', statuses: [status('stop-pending'), status('stop-pending'), status('stopped')], orders: [] },
    {
      name: 'that is still starting, once it runs',
      statuses: [status('start-pending'), status('running'), status('running'), status('stopped')],
      orders: [['stop', SERVICE]],
    },
    {
      name: 'that takes its time and gets on',
      statuses: [status('running'), ...steps('stop-pending', 100), status('stopped')],
      orders: [['stop', SERVICE]],
    },
  ])('is done with one $name', async ({ statuses, orders }) => {
    const { hands, world } = serviceHands({ statuses })
    expect(await hands.stop(SERVICE, never)).toEqual(done)
    expect(world.orders).toEqual(orders)
  })

  it('looks ten times in the time that the service hints at', async () => {
    const statuses = [status('running'), status('stop-pending', { waitHintMs: 5000 }), status('stopped')]
    const { hands, world } = serviceHands({ statuses })
    await hands.stop(SERVICE, never)
    expect(world.waitedMs).toEqual([500])
  })

  it.each([
    { name: 'half a minute where the service hints at nothing', waitHintMs: 0, leastMs: 30_000, mostMs: 30_100 },
    { name: 'the hint where that is longer', waitHintMs: 120_000, leastMs: 120_000, mostMs: 122_000 },
  ])('gives up after $name, and does not know what becomes of it', async ({ waitHintMs, leastMs, mostMs }) => {
    const { hands, world } = serviceHands({ statuses: [status('running'), status('stop-pending', { waitHintMs })] })
    expect(await hands.stop(SERVICE, never)).toEqual(unknown('service-stop-stalled'))
    const waitedMs = world.waitedMs.reduce((sum, one) => sum + one, 0)
    expect(waitedMs).toBeGreaterThanOrEqual(leastMs)
    expect(waitedMs).toBeLessThanOrEqual(mostMs)
  })

  it.each([
    { code: 1051, name: 'services that need it run', result: notDone('service-1051') },
    { code: 1052, name: 'it takes no such order', result: notDone('service-1052') },
    { code: 5, name: 'access is denied', result: notDone('service-5') },
    { code: 1053, name: 'it does not answer', result: unknown('service-1053') },
    { code: 109, name: 'it goes away meanwhile', result: unknown('service-109') },
  ])('fails with $code where $name', async ({ code, result }) => {
    const { hands } = serviceHands({ refusals: { stop: code } })
    expect(await hands.stop(SERVICE, never)).toEqual(result)
  })

  it('is done where it ends between two looks', async () => {
    const { hands } = serviceHands({ statuses: [status('running'), status('stopped')], refusals: { stop: 1062 } })
    expect(await hands.stop(SERVICE, never)).toEqual(done)
  })

  it.each([
    { name: 'is not there', statuses: [1060], result: notDone('service-1060') },
    { name: 'refuses later', statuses: [status('running'), 5], result: unknown('service-5') },
    { name: 'never gets out of a start', statuses: [status('start-pending')], result: notDone('service-pending') },
  ])('fails where the service $name', async ({ statuses, result }) => {
    expect(await serviceHands({ statuses }).hands.stop(SERVICE, never)).toEqual(result)
  })

  it('begins nothing when nobody waits any more, and leaves open what it began', async () => {
    const before = serviceHands()
    expect(await before.hands.stop(SERVICE, AbortSignal.abort())).toEqual(notDone('time-out'))
    expect(before.world.orders).toEqual([])
    const ended = new AbortController()
    const { ports, hands } = serviceHands({ statuses: [status('running'), status('stop-pending')] })
    const order = ports.control.stop
    Object.assign(ports.control, { stop: (name: string) => [order(name), ended.abort()][0] })
    expect(await hands.stop(SERVICE, ended.signal)).toEqual(unknown('time-out'))
  })
})

describe('starting a service', () => {
  const started = [status('stopped'), status('running')]

  it.each([
    { name: 'that is stopped', statuses: started, orders: [['start', SERVICE]] },
    {
      name: 'that takes its time',
      statuses: [status('stopped'), ...steps('start-pending', 50), status('running')],
      orders: [['start', SERVICE]],
    },
    { name: 'that still stops, once it has', statuses: [status('stop-pending'), ...started], orders: [['start', SERVICE]] },
    { name: 'that runs already', statuses: [status('running')], orders: [] },
    { name: 'that starts already', statuses: [status('start-pending'), status('running')], orders: [] },
  ])('is done with one $name', async ({ statuses, orders }) => {
    const { hands, world } = serviceHands({ statuses })
    expect(await hands.start(SERVICE, never)).toEqual(done)
    expect(world.orders).toEqual(orders)
  })

  it.each([
    {
      name: 'ends at once',
      statuses: [status('stopped'), status('stopped', { exitCode: 1067 })],
      result: notDone('service-stopped-again'),
    },
    { name: 'ends soon', statuses: [...started, status('stopped')], result: notDone('service-stopped-again') },
    { name: 'is about to end', statuses: [...started, status('stop-pending')], result: unknown('service-stopped-again') },
    {
      name: 'is started again meanwhile',
      statuses: [...started, status('running', { processId: 1 })],
      result: unknown('service-restarted'),
    },
    { name: 'never gets on', statuses: [status('stopped'), status('start-pending')], result: unknown('service-start-stalled') },
    { name: 'is paused', statuses: [status('paused')], result: notDone('service-paused') },
    { name: 'is not there', statuses: [1060], result: notDone('service-1060') },
    { name: 'refuses later', statuses: [...started, 5], result: unknown('service-5') },
  ])('fails where it $name', async ({ statuses, result }) => {
    expect(await serviceHands({ statuses }).hands.start(SERVICE, never)).toEqual(result)
  })

  it.each([
    { code: 1058, result: notDone('service-1058') },
    { code: 1068, result: notDone('service-1068') },
    { code: 1053, result: unknown('service-1053') },
  ])('fails with $code as Windows refuses', async ({ code, result }) => {
    const { hands } = serviceHands({ statuses: [status('stopped')], refusals: { start: code } })
    expect(await hands.start(SERVICE, never)).toEqual(result)
  })

  it('is done where somebody else has just started it', async () => {
    expect(await serviceHands({ statuses: started, refusals: { start: 1056 } }).hands.start(SERVICE, never)).toEqual(done)
  })

  it.each([
    {
      name: 'a wrong password',
      event: [number(7038), text('WSPSync'), text('.\\erpsync'), text('%%1326')],
      code: 1326,
      proves: 'wrong-password',
    },
    {
      name: 'a password that has expired',
      event: [number(7038), text('wspsync'), text('.\\erpsync'), text('%%1330')],
      code: 1330,
      proves: 'nothing',
    },
    { name: 'a missing right', event: [number(7041), text('WSPSync'), text('.\\erpsync'), none], code: 1385, proves: 'nothing' },
    {
      name: 'a failure of another service',
      event: [number(7038), text('Other'), text('x'), text('%%1326')],
      code: 1069,
      proves: 'nothing',
    },
    { name: 'nothing more than that', event: [number(7000), text('Sage Übertrag'), text('%%1069'), none], code: 1069, proves: 'nothing' },
  ])('says of a refused sign-in what the log says: $name', async ({ event, code, proves }) => {
    const { hands } = serviceHands({ statuses: [status('stopped')], refusals: { start: 1069 }, events: { System: [event] } })
    expect(await hands.start(SERVICE, never)).toEqual({ kind: 'no-sign-in', code: `service-${code}`, proves })
  })

  it('asks the log for nothing older than the start, and goes on without a log', async () => {
    const statuses = [status('stopped'), status('stopped', { exitCode: 1069 })]
    const { hands, world } = serviceHands({ statuses })
    expect(await hands.start(SERVICE, never)).toEqual({ kind: 'no-sign-in', code: 'service-1069', proves: 'nothing' })
    expect(world.queries[0]?.filter).toBe(
      "*[System[Provider[@Name='Service Control Manager'] and (EventID=7000 or EventID=7038 or EventID=7041) and TimeCreated[@SystemTime>='2026-03-01T08:14:59.000Z']]]",
    )
  })

  it('begins nothing when nobody waits any more', async () => {
    const { hands, world } = serviceHands({ statuses: [status('stopped')] })
    expect(await hands.start(SERVICE, AbortSignal.abort())).toEqual(notDone('time-out'))
    expect(world.orders).toEqual([])
  })
})

describe('the start mode of a service', () => {
  const auto = (delayedStart?: boolean): ServiceConfiguration => ({
    ...CONFIGURATION,
    startMode: 'auto',
    ...(delayedStart === undefined ? {} : { delayedStart }),
  })
  const disabled: ServiceConfiguration = { ...CONFIGURATION, startMode: 'disabled' }

  it.each([
    { name: 'one that starts by itself', configuration: auto(true), orders: [['setStartMode', SERVICE, 'disabled']] },
    { name: 'one that is disabled already', configuration: disabled, orders: [] },
  ])('is disabled for $name', async ({ configuration, orders }) => {
    const { hands, world } = serviceHands({ configuration })
    expect(await hands.disable(SERVICE)).toEqual(done)
    expect(world.orders).toEqual(orders)
  })

  const mode = ['setStartMode', SERVICE, 'auto']
  it.each([
    { from: disabled, to: 'manual', delayed: false, orders: [['setStartMode', SERVICE, 'manual']] },
    { from: disabled, to: 'auto', delayed: false, orders: [mode] },
    { from: disabled, to: 'auto', delayed: true, orders: [mode, ['setDelayedStart', SERVICE, true]] },
    { from: { ...disabled, delayedStart: true }, to: 'auto', delayed: true, orders: [mode] },
    { from: { ...disabled, delayedStart: true }, to: 'auto', delayed: false, orders: [mode, ['setDelayedStart', SERVICE, false]] },
    { from: auto(true), to: 'auto', delayed: true, orders: [] },
    { from: auto(false), to: 'auto', delayed: true, orders: [['setDelayedStart', SERVICE, true]] },
    { from: CONFIGURATION, to: 'disabled', delayed: false, orders: [['setStartMode', SERVICE, 'disabled']] },
  ] as const)('is restored from $from.startMode to $to, delayed: $delayed', async ({ from, to, delayed, orders }) => {
    const { hands, world } = serviceHands({ configuration: from })
    expect(await hands.restoreStartMode(SERVICE, to, delayed)).toEqual(done)
    expect(world.orders).toEqual(orders)
  })

  it.each([
    { name: 'is not there', world: { configuration: 1060 }, code: 'service-1060' },
    { name: 'refuses', world: { refusals: { setStartMode: 5 } }, code: 'service-5' },
    { name: 'stays as it was', world: { ignored: ['setStartMode'] }, code: 'service-start-mode-differs' },
    { name: 'refuses the delay', world: { refusals: { setDelayedStart: 124 } }, code: 'service-124' },
    { name: 'takes no delay', world: { ignored: ['setDelayedStart'] }, code: 'service-start-mode-differs' },
  ])('is not restored where the service $name', async ({ world, code }) => {
    const { hands } = serviceHands({ configuration: disabled, ...world })
    expect(await hands.restoreStartMode(SERVICE, 'auto', true)).toEqual(notDone(code))
  })
})

describe('the account of a service', () => {
  const SECRET = 'Sommer-Ärger №7'
  const set = (account: string, present: string, world: Parameters<typeof serviceHands>[0] = {}) => {
    const made = serviceHands({ configuration: { ...CONFIGURATION, account: present }, ...world })
    return { world: made.world, result: made.hands.setAccount(SERVICE, account, secretText(SECRET)) }
  }

  it.each([
    { account: 'ERP01\\erpsync', present: '.\\erpsync', written: '.\\erpsync' },
    { account: 'erp01\\ERPSYNC', present: '.\\erpsync', written: '.\\erpsync' },
    { account: '.\\erpsync', present: 'ERP01\\erpsync', written: 'ERP01\\erpsync' },
    { account: 'ACME\\svc', present: 'acme.example\\svc', written: 'acme.example\\svc' },
    { account: 'ERP01\\erpnew', present: '.\\erpsync', written: 'ERP01\\erpnew' },
    { account: 'ERP01\\nobody', present: '.\\erpsync', written: 'ERP01\\nobody' },
  ])('$account is written as $written where it was $present, with its password', async ({ account, present, written }) => {
    const { world, result } = set(account, present)
    expect(await result).toEqual(done)
    expect(world.orders).toEqual([['setAccount', SERVICE, written, `${SECRET}\0`]])
  })

  it.each([
    'LocalSystem',
    'NT AUTHORITY\\LocalService',
    'NT AUTHORITY\\Network Service',
    'NT SERVICE\\WSPSync',
    'IIS APPPOOL\\Sage',
    'ACME\\gmsa$',
    'gmsa$@acme.example',
    'NT-AUTORITÄT\\Lokaler Dienst',
    'VORDEFINIERT\\Administratoren',
    '',
  ])('"%s" is never written, nor taken from a service', async (account) => {
    for (const { world, result } of [set(account, '.\\erpsync'), set('ERP01\\erpsync', account)]) {
      expect(await result).toEqual(notDone('service-account-not-ours'))
      expect(world.orders).toEqual([])
    }
  })

  it.each([
    { name: 'is not there', world: { configuration: 1060 }, result: notDone('service-1060') },
    { name: 'takes no such account', world: { refusals: { setAccount: 1057 } }, result: notDone('service-1057') },
    { name: 'shows another one afterwards', world: { ignored: ['setAccount'] }, result: unknown('service-account-differs') },
  ])('is not set where the service $name', async ({ world, result }) => {
    const made = set('ERP01\\erpnew', '.\\erpsync', world)
    expect(await made.result).toEqual(result)
    expect(JSON.stringify(await made.result)).not.toContain('Sommer')
  })

  it('is told as the service names it, or not at all', async () => {
    expect(await serviceHands().hands.accountOf(SERVICE)).toBe('.\\erpsync')
    expect(await serviceHands({ configuration: 5 }).hands.accountOf(SERVICE)).toBeNull()
  })
})

describe('a look at a service', () => {
  it.each([
    { statuses: [status('running')], configuration: CONFIGURATION, seen: { state: 'running', startMode: 'manual' } },
    {
      statuses: [status('stopped')],
      configuration: { ...CONFIGURATION, startMode: 'disabled' },
      seen: { state: 'stopped', startMode: 'disabled' },
    },
    {
      statuses: [status('paused')],
      configuration: { ...CONFIGURATION, startMode: 'boot' },
      seen: { state: 'unknown', startMode: 'unknown' },
    },
    { statuses: [status('stop-pending')], configuration: 5, seen: { state: 'unknown', startMode: 'unknown' } },
    { statuses: [5], configuration: CONFIGURATION, seen: { state: 'unknown', startMode: 'manual' } },
  ] as const)('sees $seen.state and $seen.startMode', async ({ statuses, configuration, seen }) => {
    expect(await serviceHands({ statuses, configuration }).hands.look(SERVICE)).toEqual(seen)
  })
})
