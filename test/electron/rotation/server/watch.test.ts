import { describe, expect, it } from 'vitest'

import { createWatchHands } from '#electron/rotation/server/watch.ts'
import type { EventListing } from '#electron/win32/event-log.ts'
import type { EventValue } from '#electron/win32/event-values.ts'
import { refused, succeeded, type Win32Result } from '#electron/win32/result.ts'
import { NOW, none, number, type Statuses, serviceHands, status, text } from './services-under-test.ts'

const SINCE = new Date('2026-03-01T08:00:00Z')
const minutesLater = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000)
const WHOLE: EventListing = { cutShort: null, unread: { count: 0, failure: null } }

interface Made {
  readonly statuses?: Statuses
  readonly system?: readonly (readonly EventValue[])[]
  readonly security?: readonly (readonly EventValue[])[]
  /** how far the Security log is read */
  readonly listing?: Win32Result<EventListing>
  readonly enabled?: Win32Result<boolean>
  readonly login?: string
  readonly signal?: AbortSignal
  readonly until?: Date
  /** events are there only after so many readings */
  readonly after?: number
}

async function watched(made: Made = {}) {
  const { system = [], security = [], listing = succeeded(WHOLE), enabled = succeeded(true), login = 'ERP01\\erpsync', after = 0 } = made
  const { ports, world } = serviceHands(made.statuses === undefined ? {} : { statuses: made.statuses })
  let now = NOW.getTime()
  let readings = 0
  const hands = createWatchHands({
    ...ports,
    logins: [{ key: 'windows:erpsync', name: login }],
    eventLog: {
      isEnabled: async (log) => (log === 'Security' ? enabled : succeeded(true)),
      read: async (query, visit) => {
        world.queries.push(query)
        readings += 1
        for (const event of readings > after ? (query.log === 'System' ? system : security) : []) visit(event)
        return query.log === 'System' ? succeeded(WHOLE) : listing
      },
    },
    now: () => new Date(now),
    wait: async (durationMs) => {
      world.waitedMs.push(durationMs)
      now += durationMs
    },
  })
  const signal = made.signal ?? new AbortController().signal
  return { result: await hands.watch(['WSPSync'], made.until ?? minutesLater(1), SINCE, signal), world, passedMs: now - NOW.getTime() }
}

const done = { kind: 'done', unread: [], login: null }
const failed = (code: string) => ({ kind: 'failed', code, outcome: 'not-done', unread: [], login: null })

describe('watch', () => {
  it('looks at the services all the time and at the logs now and then, until the time has passed', async () => {
    const { result, world, passedMs } = await watched()
    expect(result).toEqual(done)
    expect(passedMs).toBe(60_000)
    expect(world.waitedMs).toHaveLength(30)
    expect(world.queries).toHaveLength(2 * 5)
  })

  it('looks once where the time has passed already', async () => {
    const { result, world } = await watched({ until: minutesLater(-1) })
    expect(result).toEqual(done)
    expect([world.waitedMs, world.queries.length]).toEqual([[], 2])
    const stopped = await watched({ until: minutesLater(-1), statuses: [status('stopped')] })
    expect(stopped.result).toEqual(failed('service-not-running'))
  })

  it.each([
    { name: 'stops', later: status('stopped'), code: 'service-not-running' },
    { name: 'stops just now', later: status('stop-pending'), code: 'service-not-running' },
    { name: 'starts again', later: status('start-pending'), code: 'service-not-running' },
    { name: 'was started again between two looks', later: status('running', { processId: 1 }), code: 'service-restarted' },
  ])('fails when a service $name', async ({ later, code }) => {
    const { result, passedMs } = await watched({ statuses: [status('running'), status('running'), later] })
    expect(result).toEqual(failed(code))
    expect(passedMs).toBe(4000)
  })

  it('does not know where a service does not tell', async () => {
    const { result } = await watched({ statuses: [status('running'), 5] })
    expect(result).toEqual({ ...failed('service-5'), outcome: 'unknown' })
  })

  it.each([
    { name: 'a wrong password', event: [number(7038), text('WSPSync'), text('x'), text('%%1326')], code: 1326, proves: 'wrong-password' },
    { name: 'another refusal', event: [number(7038), text('wspsync'), text('x'), text('%%1909')], code: 1909, proves: 'nothing' },
    { name: 'a missing right', event: [number(7041), text('WSPSync'), text('x'), none], code: 1385, proves: 'nothing' },
    { name: 'a refused sign-in', event: [number(7000), text('Sage Übertrag'), text('%%1069'), none], code: 1069, proves: 'nothing' },
  ])('fails with $name of a service that stands in the log', async ({ event, code, proves }) => {
    const { result } = await watched({ system: [event] })
    expect(result).toEqual({ kind: 'no-sign-in', code: `service-${code}`, proves, unread: [], login: null })
  })

  it('tells a start that failed for another reason, with a code or without one', async () => {
    expect((await watched({ system: [[number(7000), text('WSPSync'), text('%%1053'), none]] })).result).toEqual(failed('service-1053'))
    expect((await watched({ system: [[number(7000), text('WSPSync'), none, none]] })).result).toEqual(failed('event-7000'))
  })

  it('says why a service stopped rather than that it did', async () => {
    const system = [
      [number(7000), text('Sage Übertrag'), text('%%1069'), none],
      [number(7038), text('WSPSync'), text('x'), text('%%1326')],
    ]
    const { result } = await watched({ statuses: [status('stopped')], system })
    expect(result).toMatchObject({ code: 'service-1326', proves: 'wrong-password' })
  })

  it('leaves the troubles of other services alone', async () => {
    expect((await watched({ system: [[number(7038), text('Spooler'), text('x'), text('%%1326')]] })).result).toEqual(done)
  })

  it.each([
    { login: 'ERP01\\erpsync', user: 'ErpSync', domain: 'erp01', seen: true },
    { login: '.\\erpsync', user: 'erpsync', domain: 'ERP01', seen: true },
    { login: 'erpsync', user: 'erpsync', domain: '.', seen: true },
    { login: 'ERP01\\erpsync', user: 'erpsync', domain: '-', seen: true },
    { login: 'ACME\\svc', user: 'svc', domain: 'acme.example', seen: true },
    { login: 'ACME\\svc', user: 'svc@acme.example', domain: '', seen: true },
    { login: 'svc@acme.example', user: 'svc', domain: 'ACME', seen: true },
    { login: 'ERP01\\erpsync', user: 'erpsync', domain: 'ACME', seen: false },
    { login: 'ERP01\\erpsync', user: 'erpsync2', domain: 'ERP01', seen: false },
  ])('takes a refused sign-in of $domain\\$user for one of $login: $seen', async ({ login, user, domain, seen }) => {
    const { result } = await watched({ login, security: [[text(user), text(domain)]] })
    const refusal = { kind: 'no-sign-in', code: 'event-4625', proves: 'nothing', unread: [], login: 'windows:erpsync' }
    expect(result).toEqual(seen ? refusal : done)
  })

  it('sees what is written while it watches', async () => {
    const { result, passedMs } = await watched({ security: [[text('erpsync'), text('ERP01')]], after: 2 })
    expect(result).toMatchObject({ code: 'event-4625' })
    expect(passedMs).toBe(16_000)
  })

  it.each([
    { name: 'is closed', made: { listing: refused('EvtQuery', 5) } },
    { name: 'was cut short', made: { listing: succeeded({ ...WHOLE, cutShort: { function: 'EvtNext', code: 1460 } }) } },
    { name: 'has an event that cannot be read', made: { listing: succeeded({ ...WHOLE, unread: { count: 1, failure: null } }) } },
    { name: 'has an event without a name', made: { security: [[none, none]] } },
    { name: 'is switched off', made: { enabled: succeeded(false) } },
    { name: 'does not say whether it is written', made: { enabled: refused('EvtOpenChannelConfig', 5) } },
  ])('tells that a log was not read that $name', async ({ made }) => {
    expect((await watched(made)).result).toEqual({ ...done, unread: ['Security'] })
  })

  it('asks for the events since the given time, as values', async () => {
    const { world } = await watched()
    const [system, security] = world.queries
    expect(system).toMatchObject({
      filter: expect.stringMatching(/Provider\[@Name='Service Control Manager'\].*TimeCreated\[@SystemTime>='2026-03-01T08:00:00\.000Z'\]/),
      values: ['Event/System/EventID', ...['param1', 'param2', 'param3'].map((name) => `Event/EventData/Data[@Name="${name}"]`)],
    })
    expect(security).toMatchObject({
      filter: "*[System[(EventID=4625) and TimeCreated[@SystemTime>='2026-03-01T08:00:00.000Z']]]",
      values: ['Event/EventData/Data[@Name="TargetUserName"]', 'Event/EventData/Data[@Name="TargetDomainName"]'],
    })
  })

  it('does not read again what it has read, but for the last minute of it', async () => {
    const { world } = await watched({ until: minutesLater(2) })
    const times = world.queries.filter(({ log }) => log === 'System').map(({ filter }) => /'(\d{4}-[^']+)'/.exec(filter)?.[1])
    expect(times.slice(0, 2)).toEqual(['2026-03-01T08:00:00.000Z', '2026-03-01T08:14:00.000Z'])
    expect(new Date(times.at(-1) ?? '').getTime()).toBeGreaterThan(NOW.getTime())
  })

  it('ends when nobody waits any more, after a look', async () => {
    expect((await watched({ signal: AbortSignal.abort() })).result).toEqual(failed('time-out'))
    expect((await watched({ signal: AbortSignal.abort(), statuses: [status('stopped')] })).result).toEqual(failed('service-not-running'))
  })
})
