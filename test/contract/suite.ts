import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDefinedError } from '@orpc/client'
import { afterEach, describe, expect, it } from 'vitest'
import { documentText } from '#electron/core/inputs.ts'
import { probes } from '#electron/probes/index.ts'
import type { CoreClient } from '#renderer/client/core-client.ts'
import { readCheckup } from '#shared/formats/reader.ts'
import { loadSample } from '#shared/samples/index.ts'
import { type AppUnderTest, appUnderTest } from './app-under-test.ts'
import { fakeServer } from './fake-server.ts'

export interface Connection {
  readonly client: CoreClient
  close(): Promise<void>
}

/** Lays a transport between the router and a client. */
export type Connect = (router: AppUnderTest['router']) => Promise<Connection>

/** What holds of every procedure whatever lies between a screen and the core. */
export function contractSuite(name: string, connect: Connect): void {
  const opened: { app: AppUnderTest; connection: Connection }[] = []
  const open = async (...changes: Parameters<typeof appUnderTest>) => {
    const app = appUnderTest(...changes)
    const connection = await connect(app.router)
    opened.push({ app, connection })
    return { app, client: connection.client }
  }
  const openWindows = async () => {
    const server = fakeServer()
    return { server, ...(await open({ platform: 'win32', collect: server.collect })) }
  }
  const failure = async (call: Promise<unknown>) => {
    try {
      await call
    } catch (error) {
      const { code, data, message } = error as { code?: string; data?: { line?: string }; message: string }
      return { error, code, data, message }
    }
    throw new Error('it did not fail')
  }

  describe(`the contract ${name}`, () => {
    afterEach(async () => {
      for (const { app, connection } of opened.splice(0)) {
        await connection.close()
        app.remove()
      }
    })

    it('opens a sample server and marks it as one', async () => {
      const { client } = await open()
      const view = await client.cases.openSample({ sample: 'typical', language: 'de' })
      expect(view).toMatchObject({ source: 'sample', sample: 'Typischer Server', grade: { id: 'gaps', word: 'Lücken gefunden' } })
      expect(view.evaluatedAt).toBe(loadSample('typical').now)
      expect(view.checklists.map(({ id }) => id)).toContain('remote-access')
    })

    it('fails with what the contract foresees and one line in the language of the call', async () => {
      const { client } = await open()
      const english = await failure(client.cases.view({ id: 'nothing', language: 'en' }))
      expect(isDefinedError(english.error)).toBe(true)
      expect(english).toMatchObject({ code: 'NOT_FOUND', data: { line: 'This case does not exist any more. Go back to the start.' } })
      const german = await failure(client.cases.view({ id: 'nothing', language: 'de' }))
      expect(german.data?.line).toBe('Diesen Fall gibt es nicht mehr. Zurück zum Start gehen.')
    })

    it.each([
      ['a path instead of an id', { id: '../../secret', language: 'en' }],
      ['an unknown language', { id: 'sample-typical', language: 'fr' }],
      ['nothing', {}],
    ])('refuses %s before anything is done', async (_name, input) => {
      const { client, app } = await open()
      expect(await failure(client.cases.view(input as never))).toMatchObject({ code: 'BAD_REQUEST' })
      expect(readdirSync(join(app.dataFolder, '..'))).toEqual([])
    })

    it('opens the snapshot of a file, and refuses one that is none with its name and the place', async () => {
      const { client } = await open()
      const text = documentText(loadSample('typical').snapshot)
      const view = await client.cases.openSnapshot({ name: 'ERP01.json', text, language: 'en' })
      expect(view).toMatchObject({ source: 'file', sample: null, server: 'ERP01' })
      const refused = await failure(
        client.cases.openSnapshot({
          name: 'a\u202Eb.json',
          text: text.replace('"host"', '"hose"').replace('"collectedAt"', '"when"'),
          language: 'en',
        }),
      )
      expect(refused).toMatchObject({ code: 'REFUSED' })
      expect(refused.data?.line).toMatch(/^a\[U\+202E\]b\.json cannot be used: \$\.collectedAt: expected/)
      expect((await client.cases.list({ language: 'en' })).cases).toHaveLength(1)
    })

    it('carries answers and takes them back', async () => {
      const { client } = await open()
      const { id } = await client.cases.openSample({ sample: 'typical', language: 'en' })
      const answer = { kind: 'confirmed', by: 'Robin', note: 'in the safe' } as const
      const answered = await client.cases.answer({ id, language: 'en', check: 'passwords-stored-safely', answer })
      expect(answered.undo).toBe(`the last answer to “${itemOf(answered, 'passwords-stored-safely').title}”`)
      expect(itemOf(answered, 'passwords-stored-safely')).toMatchObject({ verdict: 'pass', answers: [{ by: 'Robin', counts: true }] })
      const undone = await client.cases.undoAnswer({ id, language: 'en' })
      expect(itemOf(undone, 'passwords-stored-safely')).toMatchObject({ verdict: 'attention', answers: [] })
      expect(undone.undo).toBeNull()
    })

    it('tells each step of a scan and then the case', async () => {
      const { client } = await openWindows()
      const events = []
      for await (const event of await client.scan.run({ id: null, probes: null, language: 'en' })) events.push(event)
      const steps = events.map((event) => (event.kind === 'case' ? event.id : `${event.kind} ${event.probe} ${event.done}/${event.total}`))
      const read = events.filter((event) => event.kind === 'finished').map((event) => event.probe)
      expect(read.toSorted()).toEqual(probes.map((probe) => probe.id).toSorted())
      expect(steps).toEqual([
        ...read.flatMap((probe, index) => [`started ${probe} ${index}/${read.length}`, `finished ${probe} ${index + 1}/${read.length}`]),
        expect.stringMatching(/^live-erp01-/),
      ])
      expect(events).toContainEqual(expect.objectContaining({ kind: 'started', name: 'server identity' }))
      const [line] = (await client.cases.list({ language: 'en' })).cases
      expect(line).toMatchObject({ source: 'live', server: 'ERP01' })
    })

    it('reads nothing on a machine without Windows, and one scan at a time', async () => {
      const { client } = await open()
      const refused = await failure(client.scan.run({ id: null, probes: null, language: 'en' }))
      expect(refused).toMatchObject({ code: 'NOT_A_SERVER', data: { line: expect.stringContaining('Open a snapshot') } })
      const windows = await openWindows()
      const gate = Promise.withResolvers<void>()
      windows.server.gate = gate.promise
      const first = await windows.client.scan.run({ id: null, probes: null, language: 'en' })
      await first.next()
      expect(await failure(windows.client.scan.run({ id: null, probes: null, language: 'en' }))).toMatchObject({ code: 'BUSY' })
      gate.resolve()
      for await (const _event of first);
      for await (const _event of await windows.client.scan.run({ id: null, probes: null, language: 'en' }));
      expect((await windows.client.cases.list({ language: 'en' })).cases).toHaveLength(1)
    })

    it.each([
      ['who stops listening', 'break'],
      ['who aborts the call', 'abort'],
    ] as const)('cancels the scan of %s, even between two steps, and keeps nothing', async (_name, how) => {
      const { client, server } = await openWindows()
      server.gate = new Promise(() => undefined)
      const controller = new AbortController()
      const events = await client.scan.run({ id: null, probes: null, language: 'en' }, { signal: controller.signal })
      await events.next()
      const pending = events.next().catch(() => undefined)
      if (how === 'break') await events.return?.(undefined)
      else controller.abort()
      await expect.poll(() => server.cancelled).toBe(1)
      await pending
      expect((await client.cases.list({ language: 'en' })).cases).toEqual([])
      server.gate = Promise.resolve()
      const again = []
      for await (const event of await client.scan.run({ id: null, probes: null, language: 'en' })) again.push(event)
      expect(again.at(-1)).toMatchObject({ kind: 'case' })
    })

    it('sends a report as a file that reads back', async () => {
      const { client } = await open()
      const { id } = await client.cases.openSample({ sample: 'typical', language: 'en' })
      const file = await client.reports.render({ id, format: 'json', paper: 'a4', language: 'en' })
      expect(file).toMatchObject({ name: 'sample-Sample-Valve-and-Fitting-ERP01-2026-11-17.json', type: 'application/json' })
      expect(readCheckup(Buffer.from(file.base64, 'base64').toString())).toMatchObject({ ok: true, value: { sample: 'typical' } })
    })

    it('crosses a fault of our own without its words and notes it down', async () => {
      const plain = appUnderTest()
      opened.push({ app: plain, connection: { client: undefined as never, close: async () => undefined } })
      const broken = async () => {
        throw new TypeError('CANARY in a customer’s name')
      }
      const { client } = await open({ core: { ...plain.ports.core, judge: broken } })
      const { error, code, message } = await failure(client.cases.openSample({ sample: 'typical', language: 'en' }))
      expect(code).toBe('INTERNAL_SERVER_ERROR')
      expect(isDefinedError(error)).toBe(false)
      expect(`${message} ${JSON.stringify(error)} ${String((error as Error).cause)}`).not.toContain('CANARY')
      const folder = join(plain.stateFolder, 'erp-checkup')
      const logs = readdirSync(folder).map((log) => readFileSync(join(folder, log), 'utf8'))
      expect(logs).toHaveLength(1)
      expect(logs[0]).toContain('command cases.openSample')
      expect(logs[0]).not.toContain('CANARY')
    })

    it.each([
      ['cannot be used', 'audit', 'REFUSED'],
      ['is none', 7, 'BAD_REQUEST'],
    ])('refuses a sign-in that %s without repeating its password', async (_name, login, expected) => {
      const { client } = await openWindows()
      const sql = { server: 'a b', signIn: { kind: 'sql-login', login, password: 'CANARY' }, trustCertificate: false }
      const { error, code } = await failure(client.scan.run({ id: null, probes: null, sql: sql as never, language: 'en' }))
      expect(code).toBe(expected)
      expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('CANARY')
    })

    it('crosses a fault in the middle of a scan in the same way', async () => {
      const broken = async (request: Parameters<ReturnType<typeof fakeServer>['collect']>[0]) => {
        request.onProgress?.({ kind: 'started', probe: 'host', done: 0, total: 1 })
        throw new TypeError('CANARY')
      }
      const { client, app } = await open({ platform: 'win32', collect: broken })
      const events = await client.scan.run({ id: null, probes: null, language: 'en' })
      expect(await events.next()).toMatchObject({ value: { kind: 'started' } })
      const { code, message } = await failure(events.next())
      expect(code).toBe('INTERNAL_SERVER_ERROR')
      expect(message).not.toContain('CANARY')
      expect(readdirSync(join(app.stateFolder, 'erp-checkup'))).toHaveLength(1)
    })
  })
}

function itemOf(view: Awaited<ReturnType<CoreClient['cases']['view']>>, id: string) {
  const item = view.checklists.flatMap(({ items }) => items).find((each) => each.id === id)
  if (item === undefined) throw new Error(`no item ${id}`)
  return item
}
