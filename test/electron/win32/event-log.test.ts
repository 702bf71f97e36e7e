import { describe, expect, it, vi } from 'vitest'

import { createEventLog, type EventQuery } from '#electron/win32/event-log.ts'
import type { EventValue } from '#electron/win32/event-values.ts'
import { eventLogs, type MadeEvent, type MadeLog } from './event-stand-in.ts'
import { standIn } from './stand-in.ts'

const QUERY: EventQuery = { log: 'Log', filter: '*[System[(EventID=21)]]', order: 'newest-first', values: ['Event/A', 'Event/System/B'] }

const named = (count: number): readonly MadeEvent[] => Array.from({ length: count }, (_, index) => [{ text: `event ${index}` }])

async function read(log: MadeLog, visit: (values: readonly EventValue[]) => boolean = () => true, query: Partial<EventQuery> = {}) {
  const made = eventLogs({ Log: log })
  const seen: string[] = []
  const result = await createEventLog(made.windows.native).read({ ...QUERY, ...query }, (values) => {
    const [first] = values
    seen.push(first?.kind === 'text' ? first.text : '')
    return visit(values)
  })
  expect(made.open.size).toBe(0)
  expect(made.closedTwice).toEqual([])
  return { result, seen, calls: made.calls }
}

describe('event-log', () => {
  it('asks for values of a channel, in the order that is wanted', async () => {
    const { calls } = await read({ events: named(1) })
    expect(calls.queries).toEqual([[0, 'Log', '*[System[(EventID=21)]]', 0x201]])
    expect(calls.paths).toEqual(['Event/A', 'Event/System/B'])
    expect((await read({}, undefined, { order: 'oldest-first' })).calls.queries[0]?.[3]).toBe(0x101)
  })

  it('reads three thousand events in batches and closes each handle once', async () => {
    const { result, seen, calls } = await read({ events: named(3000) })
    expect(result).toEqual({ ok: true, value: { cutShort: null, unread: { count: 0, failure: null } } })
    expect(seen).toEqual(named(3000).map((_, index) => `event ${index}`))
    expect(calls.batches).toHaveLength(Math.ceil(3000 / 64))
  })

  it('stops where nobody wants more, and closes the rest of the batch too', async () => {
    const { seen, calls } = await read({ events: named(200) }, (values) => values[0]?.kind === 'text' && values[0].text !== 'event 70')
    expect(seen).toHaveLength(71)
    expect(calls.batches).toEqual([64, 64])
  })

  it('takes a larger buffer for a larger event, once', async () => {
    const long = { text: 'x'.repeat(10_000) }
    const { seen, calls } = await read({ events: [[{ text: 'small' }], [long], [long]] })
    expect(seen).toEqual(['small', long.text, long.text])
    expect(calls.largestBuffer).toBeGreaterThan(20_000)
  })

  it('counts events that refuse to be read, and reads the others', async () => {
    const events: MadeEvent[] = [[{ text: 'a' }], 15_005, [{ text: 'b' }], 5]
    const { result, seen } = await read({ events })
    expect(seen).toEqual(['a', 'b'])
    expect(result).toMatchObject({ value: { unread: { count: 2, failure: { function: 'EvtRender', code: 15_005 } } } })
  })

  it('gives up in time where the log is large and little of it matches', async () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0)
    const { result, seen } = await read({ events: named(200) }, (values) => {
      clock.mockReturnValue(values[0]?.kind === 'text' && values[0].text === 'event 127' ? 15_000 : 14_999.5)
      return true
    })
    clock.mockRestore()
    expect(seen).toHaveLength(128)
    expect(result).toMatchObject({ ok: true, value: { cutShort: { function: 'EvtNext', code: 1460 } } })
  })

  it('is empty where nothing matches', async () => {
    expect((await read({})).result).toEqual({ ok: true, value: { cutShort: null, unread: { count: 0, failure: null } } })
  })

  it('keeps what it read where the log stops answering, and says so', async () => {
    const { result, seen } = await read({ events: named(3), end: 15_011 })
    expect(seen).toHaveLength(3)
    expect(result).toMatchObject({ ok: true, value: { cutShort: { function: 'EvtNext', code: 15_011 } } })
  })

  it.each([
    { name: 'the log is not there', log: { query: 15_007 }, call: 'EvtQuery', code: 15_007 },
    { name: 'the log may not be read', log: { query: 5 }, call: 'EvtQuery', code: 5 },
    { name: 'no handle comes, and no reason', log: { query: 0 }, call: 'EvtQuery', code: 0 },
    { name: 'the paths are refused', log: { context: 15_001 }, call: 'EvtCreateRenderContext', code: 15_001 },
    { name: 'the first batch does not come', log: { end: 1460 }, call: 'EvtNext', code: 1460 },
  ])('is refused, rather than empty, where $name', async ({ log, call, code }) => {
    expect((await read(log)).result).toMatchObject({ ok: false, failure: { function: call, code, subject: 'Log' } })
  })

  it.each([
    { name: 'on', enabled: { type: 13, raw: 1n }, answer: { ok: true, value: true } },
    { name: 'off', enabled: { type: 13, raw: 0n }, answer: { ok: true, value: false } },
    { name: 'told in another type', enabled: { type: 2, raw: 1n }, answer: { ok: false, failure: { code: 13 } } },
    { name: 'refused', enabled: 5, answer: { ok: false, failure: { function: 'EvtGetChannelConfigProperty', code: 5 } } },
  ])('tells whether a log is written: $name', async ({ enabled, answer }) => {
    const made = eventLogs({ Log: { enabled } })
    expect(await createEventLog(made.windows.native).isEnabled('Log')).toMatchObject(answer)
    expect(made.open.size).toBe(0)
  })

  it('tells that the library is missing', async () => {
    const log = createEventLog(standIn({}).native)
    expect(await log.read(QUERY, () => true)).toMatchObject({ ok: false, failure: { function: 'EvtQuery', code: 126 } })
    expect(await log.isEnabled('Log')).toMatchObject({ ok: false, failure: { function: 'EvtOpenChannelConfig', code: 126 } })
  })
})
