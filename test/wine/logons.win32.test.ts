import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { ProbeReading } from '#electron/probes/probe.ts'
import { type Facts, factSchemas } from '#shared/facts/index.ts'
import { describeWith } from '../support/needs.ts'
import { openWineWorkspace } from '../support/wine.ts'

const run = promisify(execFile)
const sources = join(import.meta.dirname, 'programs')

interface Outcome {
  readonly logons: ProbeReading<Facts['logons']>
  readonly host: ProbeReading<Facts['host']>
  /** Buffers and handles that were not given back, by library; a handle that was closed twice counts a thousand. */
  readonly outstanding: Readonly<Record<string, number>>
}

/** Libraries to compile: what they stand in for and with which definitions. */
const LIBRARIES = {
  'sessions.dll': ['wtsapi32'],
  'sessions-denied.dll': ['wtsapi32', '-DREFUSE=5'],
  'events.dll': ['wevtapi'],
  'events-all-remote.dll': ['wevtapi', '-DEVERY=1'],
  'events-odd.dll': ['wevtapi', '-DODD', '-DEND=15011'],
  'events-missing.dll': ['wevtapi', '-DMISSING'],
  'events-cleared.dll': ['wevtapi', '-DCLEARED'],
  'events-denied.dll': ['wevtapi', '-DREFUSE=5'],
} as const

const LOG = 'Microsoft-Windows-TerminalServices-LocalSessionManager/Operational'
const NOW = '2026-03-01T08:15:00.000Z'

/** Time of a made sign-in. */
const at = (index: number): string => new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString()

const JUERGEN = { account: 'ERP01\\Jürgen №1', accountSid: null }

const SESSIONS = [
  { ...JUERGEN, kind: 'console', state: 'active' },
  { account: 'ACME\\clerk', accountSid: null, kind: 'console', state: 'disconnected' },
  { account: 'ACME\\boss', accountSid: null, kind: 'rdp', state: 'active' },
  { account: "nobody's", accountSid: null, kind: 'rdp', state: 'active' },
]

const SESSION_LEFT_OUT =
  /^session 4 is left out: WTSQuerySessionInformationW for session 4 ended with error 5; missing right: Query Information/

describeWith('wine', 'logons', () => {
  let workspace: Awaited<ReturnType<typeof openWineWorkspace>>

  async function read(libraries: Readonly<Record<string, string>>): Promise<Outcome> {
    expect(await workspace.runWine(['read.mjs', 'readings.json', JSON.stringify(libraries)])).toMatchObject({ status: 0, stderr: '' })
    const outcome: Outcome = JSON.parse(await readFile(join(workspace.folder, 'readings.json'), 'utf8'))
    if (outcome.logons.status === 'ok') expect(factSchemas.logons.safeParse(outcome.logons.facts).error).toBeUndefined()
    return outcome
  }

  const readMade = async (events: keyof typeof LIBRARIES, sessions: keyof typeof LIBRARIES = 'sessions.dll'): Promise<Outcome> => {
    const outcome = await read({ 'wevtapi.dll': events, 'wtsapi32.dll': sessions })
    expect(outcome.outstanding).toEqual({ 'wevtapi.dll': 0, 'wtsapi32.dll': 0 })
    return outcome
  }

  beforeAll(async () => {
    workspace = await openWineWorkspace({ bundle: { read: new URL('./programs/read-logons.ts', import.meta.url) } })
  })

  afterAll(async () => {
    await workspace?.close()
  })

  it('are not known on this Windows, whose logs open nothing and say no reason', async () => {
    const { logons, host } = await read({})
    expect(logons).toEqual({ status: 'failed', reason: `EvtQuery for ${LOG} ended with error 0` })
    expect(host).toMatchObject({
      status: 'ok',
      notes: [expect.stringMatching(/^how the person who ran this sits at the server is not known: WTSQuery/)],
    })
    expect(host).not.toHaveProperty('facts.session')
  })

  describeWith('mingw-w64', 'of made libraries', () => {
    beforeAll(async () => {
      for (const [library, [area, ...definitions]] of Object.entries(LIBRARIES)) {
        const options = ['-D_WIN32_WINNT=0x0A00', '-shared', '-w', ...definitions]
        await run('x86_64-w64-mingw32-gcc', [...options, join(sources, `logons-${area}.c`), '-o', join(workspace.folder, library)])
      }
    })

    it('are read in batches, each value in its own type, and every handle is closed once', async () => {
      const { logons, host } = await readMade('events.dll')
      if (logons.status !== 'ok') throw new Error(logons.reason)
      expect(logons.notes).toEqual([expect.stringMatching(SESSION_LEFT_OUT)])
      expect(logons.facts).toMatchObject({ since: at(0), sessions: SESSIONS })
      const remote = Array.from({ length: 1000 }, (_, index) => 2997 - index * 3).map((index) => ({
        ...JUERGEN,
        at: at(index),
        kind: 'rdp',
        from: index === 1500 ? 'x'.repeat(4000) : `192.0.2.${index % 200}`,
      }))
      expect(logons.facts.remote).toEqual(remote)
      expect(host).toMatchObject({ status: 'ok', facts: { session: { kind: 'rdp', client: 'LAPTOP-7' } } })
    })

    it('are the newest thousand, since the oldest of these', async () => {
      const { logons } = await readMade('events-all-remote.dll')
      if (logons.status !== 'ok') throw new Error(logons.reason)
      expect(logons.facts.since).toBe(at(2000))
      expect(logons.facts.remote).toHaveLength(1000)
      expect(logons.facts.remote.at(-1)?.at).toBe(at(2000))
      expect(logons.facts.sessions[1]).toMatchObject({ account: 'ACME\\clerk', kind: 'rdp', state: 'disconnected' })
      expect(logons.notes).toContainEqual(`of the sign-ins in ${LOG} only the newest 1000 over a network are listed`)
    })

    it('leave out what is broken, and follow no pointer to elsewhere', async () => {
      const { logons } = await readMade('events-odd.dll')
      expect(logons).toMatchObject({
        status: 'ok',
        incomplete: true,
        facts: { since: at(0), remote: { length: 997 }, sessions: SESSIONS },
        notes: [
          `${LOG} was not read to its end: EvtNext for ${LOG} ended with error 15011`,
          `3 sign-ins in ${LOG} are left out: EvtRender for ${LOG} ended with error 15005`,
          expect.stringMatching(SESSION_LEFT_OUT),
        ],
      })
    })

    it.each([
      { name: 'is not there', library: 'events-missing.dll', why: /^returns .* not known: EvtQuery for .* ended with error 15007/ },
      { name: 'was cleared', library: 'events-cleared.dll', why: /^returns .* not known: .* is empty$/ },
    ] as const)('come from the Security log where that of the session manager $name', async ({ library, why }) => {
      const { logons } = await readMade(library)
      if (logons.status !== 'ok') throw new Error(logons.reason)
      const boss = { account: 'OTHER\\boss', accountSid: 'S-1-5-21-7-7-7-1001', kind: 'rdp' }
      expect(logons.facts).toMatchObject({ since: at(0), sessions: SESSIONS })
      expect(logons.facts.remote).toEqual(
        [3, 2, 1, 0].map((index) => ({ ...boss, at: at(index), from: index === 0 ? null : '198.51.100.9' })),
      )
      expect(logons.incomplete).toBe(true)
      expect(logons.notes?.[0]).toMatch(why)
    })

    it('have the sessions alone where the logs are closed, and claim nothing else', async () => {
      const { logons } = await readMade('events-denied.dll')
      expect(logons).toMatchObject({ status: 'ok', incomplete: true, facts: { since: NOW, remote: [], sessions: SESSIONS } })
      expect(logons).toHaveProperty(
        'notes',
        expect.arrayContaining([expect.stringContaining('ended with error 5; missing right: membership')]),
      )
    })

    it('have the sign-ins alone where the sessions are closed', async () => {
      const { logons } = await readMade('events.dll', 'sessions-denied.dll')
      expect(logons).toMatchObject({ status: 'ok', incomplete: true, facts: { since: at(0), remote: { length: 1000 }, sessions: [] } })
    })

    it('are denied where both are', async () => {
      const { logons } = await readMade('events-denied.dll', 'sessions-denied.dll')
      expect(logons).toEqual({ status: 'denied', reason: expect.stringMatching(/^EvtQuery for .* ended with error 5; missing right: /) })
    })
  })
})
