import { describe, expect, it } from 'vitest'
import { documentText } from '#electron/core/inputs.ts'
import { probes } from '#electron/probes/index.ts'
import type { ScanProgress } from '#shared/contract/index.ts'
import { loadSample } from '#shared/samples/index.ts'
import { fakeServer } from '../../../contract/fake-server.ts'
import { apps, itemOf, refusal } from './client.ts'

const open = apps()
const language = 'en'

function windows(machine = 'erp01') {
  const server = fakeServer()
  const opened = open({ platform: 'win32', collect: server.collect, machine })
  type Asked = Parameters<typeof opened.client.scan.run>[0]
  const scan = async (id: string | null, probes: Asked['probes'] = null): Promise<string> => {
    const events: ScanProgress[] = []
    for await (const event of await opened.client.scan.run({ id, probes, language })) events.push(event)
    const last = events.at(-1)
    return last?.kind === 'case' ? last.id : 'no case'
  }
  const at = (now: string): void => {
    opened.clock.now = now
    server.now = now
  }
  return { ...opened, server, scan, at }
}

describe('scan.run', () => {
  it('goes on with the case of this server; answers stay', async () => {
    const { client, scan, at } = windows()
    const id = await scan(null)
    const check = 'sync-tool-uninstalled'
    await client.cases.answer({ id, language, check, answer: { kind: 'denied', by: 'Robin', note: '' } })
    at('2026-11-25T10:00:00.000Z')
    expect(await scan(null)).toBe(id)
    const view = await client.cases.view({ id, language })
    expect(view).toMatchObject({ source: 'live', collectedAt: '2026-11-25T10:00:00.000Z', elevated: true })
    expect(itemOf(view, check).answers).toHaveLength(1)
  })

  it('tells the reader what is known of this server', async () => {
    const { client, scan, server } = windows()
    const id = await scan(null)
    const { profile: known } = await client.cases.view({ id, language })
    const profile = { ...known, endpoints: ['https://crm.example/'] }
    await client.cases.saveProfile({ id, language, profile })
    server.told.length = 0
    await scan(null)
    await scan(id, ['programs'])
    expect(new Set(server.told.map((told) => told.endpoints?.join()))).toEqual(new Set(['https://crm.example/']))
  })

  it('renews the probes of one item within a day, and says the older time', async () => {
    const { client, scan, server, at } = windows()
    const id = await scan(null)
    at('2026-11-20T12:00:00.000Z')
    server.asked.length = 0
    server.probes = { programs: { status: 'denied', durationMs: 1, reason: 'no right' } }
    expect(await scan(id, ['programs'])).toBe(id)
    expect(server.asked).toEqual([['programs']])
    const view = await client.cases.view({ id, language })
    expect(view.collectedAt).toBe('2026-11-20T10:00:00.000Z')
    expect(view.notCollected.find(({ probe }) => probe === 'programs')).toMatchObject({ status: 'denied', reason: 'no right' })
    expect(view.notCollected.map(({ probe }) => probe)).not.toContain('services')
  })

  it('reads all of the server after more than a day, whatever was asked for', async () => {
    const { client, scan, server, at } = windows()
    const id = await scan(null)
    at('2026-11-21T10:00:00.001Z')
    server.asked.length = 0
    await scan(id, ['programs'])
    expect(server.asked.flat().toSorted()).toEqual(probes.map((probe) => probe.id).toSorted())
    expect((await client.cases.view({ id, language })).collectedAt).toBe('2026-11-21T10:00:00.001Z')
  })

  it('tells what could not be read, with the reason made visible', async () => {
    const { client, server } = windows()
    server.probes = { host: { status: 'failed', durationMs: 7, reason: 'a\u202Eb' } }
    const events: ScanProgress[] = []
    for await (const event of await client.scan.run({ id: null, probes: null, language: 'de' })) events.push(event)
    expect(events.find((event) => event.kind === 'finished' && event.probe === 'host')).toEqual({
      kind: 'finished',
      probe: 'host',
      name: 'Identität des Servers',
      status: 'failed',
      reason: 'a[U+202E]b',
      incomplete: false,
      durationMs: 7,
      done: expect.any(Number),
      total: probes.length,
    })
  })

  it('refuses a case that was not read here: facts of two servers do not mix', async () => {
    const { client, scan } = windows()
    const sample = await client.cases.openSample({ sample: 'typical', language })
    const file = await client.cases.openSnapshot({ name: 'a', text: documentText(loadSample('typical').snapshot), language })
    for (const { id } of [sample, file]) {
      expect(await refusal(client.scan.run({ id, probes: null, language }))).toMatch(/^REFUSED: This case was not read on this server/)
    }
    expect(await refusal(client.scan.run({ id: 'none', probes: null, language }))).toMatch(/^NOT_FOUND/)
    const elsewhere = windows('ERP02')
    const id = await elsewhere.scan(null)
    expect(await refusal(elsewhere.client.scan.run({ id, probes: null, language }))).toMatch(
      /^REFUSED: This case belongs to ERP01, and this is ERP02/,
    )
    expect(await scan(null)).toMatch(/^live-/)
  })

  it('says so where the case is removed meanwhile', async () => {
    const { client, scan, server } = windows()
    const id = await scan(null)
    const gate = Promise.withResolvers<void>()
    server.gate = gate.promise
    const events = await client.scan.run({ id, probes: null, language })
    await events.next()
    await client.cases.remove({ id, language })
    gate.resolve()
    const rest = async () => {
      for await (const _event of events);
    }
    expect(await refusal(rest())).toMatch(/^NOT_FOUND: This case does not exist any more/)
  })
})
