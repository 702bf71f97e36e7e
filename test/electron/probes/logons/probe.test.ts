import { describe, expect, it } from 'vitest'

import { logonsProbe } from '#electron/probes/logons/probe.ts'
import type { ProbeReading } from '#electron/probes/probe.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import type { Windows } from '#electron/win32/windows.ts'
import { type Facts, factSchemas } from '#shared/facts/index.ts'
import { contextOf, windowsOf } from '../stand-in-windows.ts'
import { eventLogOf, logon, type MadeEvent, type MadeLog, REMOTE_ASSISTANCE, SECURITY, SESSION_MANAGER, session } from './made-logs.ts'

const NOW = '2026-03-01T08:15:00.000Z'
const CLERK = 'S-1-5-21-1-2-3-1001'
const FIRST: MadeEvent = { id: 32, at: '2026-01-05T07:00:00.000Z' }

const nobody: Windows['sessions'] = {
  ...windowsOf().sessions,
  list: () => succeeded([{ id: 0, disconnected: true }]),
  user: () => succeeded(null),
}
const accounts: Windows['accounts'] = { sidOf: (name) => succeeded(name === 'ACME\\clerk' ? CLERK : null), nameOf: () => succeeded(null) }

async function read(logs: Readonly<Record<string, MadeLog>>, parts: Partial<Windows> = {}): Promise<ProbeReading<Facts['logons']>> {
  const windows = windowsOf({ eventLog: eventLogOf(logs), sessions: nobody, accounts, ...parts })
  const reading = await logonsProbe.read(contextOf(windows, { now: () => new Date(NOW) }))
  if (reading.status === 'ok') expect(factSchemas.logons.safeParse(reading.facts).error).toBeUndefined()
  return reading
}

const readSessions = (...events: readonly MadeEvent[]) => read({ [SESSION_MANAGER]: { events: [FIRST, ...events] } })

const at = (minutes: number): string => new Date(Date.parse('2026-02-01T00:00:00Z') + minutes * 60_000).toISOString()

describe('logons', () => {
  it('lists sign-ins over a network and returns to a session, newest first, since the first event of the log', async () => {
    const reading = await readSessions(
      session(21, at(1), 'ACME\\clerk', '192.0.2.7'),
      { id: 23, at: at(2), data: { User: 'ACME\\clerk' } },
      session(25, at(3), 'ERP01\\gone', 'fe80::1'),
    )
    expect(reading).toEqual({
      status: 'ok',
      facts: {
        since: FIRST.at,
        remote: [
          { account: 'ERP01\\gone', accountSid: null, at: at(3), kind: 'rdp', from: 'fe80::1' },
          { account: 'ACME\\clerk', accountSid: CLERK, at: at(1), kind: 'rdp', from: '192.0.2.7' },
        ],
        sessions: [],
      },
    })
  })

  it('does not list who sat at the machine itself', async () => {
    const reading = await readSessions(session(21, at(1), 'ACME\\clerk', 'LOCAL'), session(25, at(2), 'ACME\\clerk', 'LOCAL'))
    expect(reading).toEqual({ status: 'ok', facts: { since: FIRST.at, remote: [], sessions: [] } })
  })

  it('lists once what the log says twice within a second', async () => {
    const entry = session(21, at(1), 'ACME\\clerk', '192.0.2.7')
    expect(await readSessions(entry, { ...entry, at: at(1).replace('.000', '.412') })).toMatchObject({ facts: { remote: { length: 1 } } })
    expect(await readSessions(entry, { ...entry, at: at(2) })).toMatchObject({ facts: { remote: { length: 2 } } })
  })

  it.each([
    { name: 'a time', event: session(21, null, 'ACME\\clerk', '192.0.2.7') },
    { name: 'a user', event: session(21, at(1), ' ', '192.0.2.7') },
    { name: 'an address', event: session(21, at(1), 'ACME\\clerk', '') },
    {
      name: 'an address that is a text',
      event: { id: 21, at: at(1), data: { User: 'ACME\\clerk', Address: { kind: 'number', number: 7 } } } as const,
    },
  ])('says that it left out a sign-in without $name', async ({ event }) => {
    expect(await readSessions(event, session(21, at(2), 'ACME\\clerk', '192.0.2.7'))).toMatchObject({
      incomplete: true,
      facts: { remote: [{ at: at(2) }] },
      notes: [`1 sign-ins in ${SESSION_MANAGER} are left out: they lack a time, a user or an address`],
    })
  })

  it.each([
    { name: 'at the limit', count: 1000, since: FIRST.at, notes: undefined },
    {
      name: 'one beyond',
      count: 1001,
      since: at(1),
      notes: [`of the sign-ins in ${SESSION_MANAGER} only the newest 1000 over a network are listed`],
    },
  ])('keeps the newest thousand sign-ins, and claims nothing before the oldest of them: $name', async ({ count, since, notes }) => {
    const events = Array.from({ length: count }, (_, index) => session(21, at(index), 'ACME\\clerk', '192.0.2.7'))
    const reading = await readSessions(...events)
    expect(reading).toMatchObject({ status: 'ok', facts: { since, remote: { length: 1000 } } })
    expect('notes' in reading ? reading.notes : undefined).toEqual(notes)
    expect(reading).not.toHaveProperty('incomplete')
  })

  it('claims nothing before the last event that it saw where the log stops answering', async () => {
    const ending = {
      cutShort: { function: 'EvtNext', code: 15_011 },
      unread: { count: 2, failure: { function: 'EvtRender', code: 15_005 } },
    }
    const events = [FIRST, session(21, at(5), 'ACME\\clerk', '192.0.2.7'), session(21, at(9), 'ACME\\clerk', 'LOCAL')]
    expect(await read({ [SESSION_MANAGER]: { events, ending } })).toMatchObject({
      incomplete: true,
      facts: { since: at(5), remote: { length: 1 } },
      notes: [
        `${SESSION_MANAGER} was not read to its end: EvtNext ended with error 15011`,
        `2 sign-ins in ${SESSION_MANAGER} are left out: EvtRender ended with error 15005`,
      ],
    })
  })

  it('asks for the SID of an account once, and notes once what refuses', async () => {
    const asked: string[] = []
    const sidOf: Windows['accounts']['sidOf'] = (name) => {
      asked.push(name)
      return refused('LookupAccountNameW', 1789)
    }
    const events = [FIRST, ...[1, 2, 3].map((minutes) => session(21, at(minutes), 'ACME\\clerk', '192.0.2.7'))]
    const reading = await read({ [SESSION_MANAGER]: { events } }, { accounts: { ...accounts, sidOf } })
    expect(reading).toMatchObject({ incomplete: true, notes: { length: 1 }, facts: { remote: [{ accountSid: null }, {}, {}] } })
    expect(asked).toEqual(['ACME\\clerk'])
  })
})

describe('logons without the log of the session manager', () => {
  const security = {
    events: [
      logon(5, at(0), 'NT AUTHORITY\\SYSTEM', '-', 'S-1-5-18'),
      logon(10, at(7), 'OTHER\\boss', '198.51.100.9', 'S-1-5-21-7-7-7-1'),
      logon(10, at(8), 'OTHER\\boss', '-', 'S-1-5-21-7-7-7-1'),
      logon(3, at(9), 'OTHER\\boss', '198.51.100.9', 'S-1-5-21-7-7-7-1'),
    ],
  }

  it.each([
    { name: 'refused', log: 5, why: /^returns .* not known: EvtQuery for .* ended with error 5; missing right: membership/ },
    { name: 'not there', log: 15_007, why: /ended with error 15007$/ },
    { name: 'empty', log: { events: [] }, why: /Operational is empty$/ },
    { name: 'switched off', log: { events: [FIRST], enabled: false }, why: /Operational is switched off$/ },
  ])('take those of the Security log where it is $name', async ({ log, why }) => {
    const boss = { account: 'OTHER\\boss', accountSid: 'S-1-5-21-7-7-7-1', kind: 'rdp' }
    expect(await read({ [SESSION_MANAGER]: log, [SECURITY]: security })).toEqual({
      status: 'ok',
      incomplete: true,
      facts: {
        since: at(0),
        remote: [
          { ...boss, at: at(8), from: null },
          { ...boss, at: at(7), from: '198.51.100.9' },
        ],
        sessions: [],
      },
      notes: [expect.stringMatching(why)],
    })
  })

  it.each([
    { name: 'refused', other: 5 },
    { name: 'without a sign-in, as where none is audited', other: { events: [{ id: 4688, at: at(0) }] } },
  ])('know nothing before now where the Security log is $name', async ({ other }) => {
    expect(await read({ [SESSION_MANAGER]: { events: [] }, [SECURITY]: other })).toEqual({
      status: 'ok',
      incomplete: true,
      facts: { since: NOW, remote: [], sessions: [] },
      notes: [`sign-ins over a network are not known: ${SESSION_MANAGER} is empty`],
    })
  })

  it('keep what a log told before it was switched off, and claim nothing since', async () => {
    const events = [FIRST, session(21, at(1), 'ACME\\clerk', '192.0.2.7')]
    expect(await read({ [SESSION_MANAGER]: { events, enabled: false }, [SECURITY]: 5 })).toMatchObject({
      incomplete: true,
      facts: { since: NOW, remote: [{ at: at(1) }] },
    })
  })

  it('say where it is not known whether the log is still written', async () => {
    expect(await read({ [SESSION_MANAGER]: { events: [FIRST], enabled: 5 } })).toMatchObject({
      incomplete: true,
      facts: { since: FIRST.at },
      notes: [expect.stringMatching(/^whether .* is still written is not known: EvtOpenChannelConfig .* error 5$/)],
    })
  })

  it('still have the sessions, and say that the rest is not known', async () => {
    expect(await read({ [SESSION_MANAGER]: 5, [SECURITY]: 5, [REMOTE_ASSISTANCE]: 5 })).toMatchObject({
      status: 'ok',
      incomplete: true,
      facts: { since: NOW, remote: [], sessions: [] },
      notes: [
        expect.stringMatching(/^sign-ins over a network are not known: EvtQuery for Micro.*error 5;/),
        expect.stringContaining('Remote Assistance'),
      ],
    })
  })

  it.each([
    { name: 'denied', code: 5, status: 'denied' },
    { name: 'failed', code: 0, status: 'failed' },
    { name: 'unsupported', code: 126, status: 'unsupported' },
  ])('are $name where the sessions refuse too', async ({ code, status }) => {
    const sessions = { ...nobody, list: () => refused('WTSEnumerateSessionsW', 1722) }
    expect(await read({ [SESSION_MANAGER]: code, [SECURITY]: code }, { sessions })).toEqual({
      status,
      reason: expect.stringMatching(new RegExp(`^EvtQuery for ${SESSION_MANAGER} ended with error ${code}`)),
    })
  })
})

describe('logons with Remote Assistance', () => {
  const logs = (log: MadeLog) => ({ [SESSION_MANAGER]: { events: [FIRST] }, [REMOTE_ASSISTANCE]: log })

  it('say that it was used, and do not guess by whom', async () => {
    expect(
      await read(
        logs({
          events: [
            { id: 16, at: at(1) },
            { id: 22, at: at(2) },
            { id: 18, at: at(3) },
          ],
        }),
      ),
    ).toMatchObject({
      incomplete: true,
      facts: { remote: [] },
      notes: [`Remote Assistance was used, last at ${at(2)}: by whom is not told, so it is not listed`],
    })
  })

  it.each([
    { name: 'it was never used', log: { events: [{ id: 13, at: at(1) }] } },
    { name: 'this Windows has no such log', log: 15_007 },
  ])('say nothing where $name', async ({ log }) => {
    expect(await read(logs(log))).not.toHaveProperty('notes')
  })
})
