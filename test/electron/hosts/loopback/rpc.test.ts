import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import type { WebSocket } from 'ws'
import {
  about,
  ask,
  clientOver,
  openedSocket,
  openSocket,
  type Serving,
  type Session,
  sayRaw,
  signIn,
  smallRouter,
  startHost,
} from './serving.ts'

async function connected(options: Parameters<typeof startHost>[0] = {}) {
  const serving = await startHost(options)
  const session = await signIn(serving)
  const socket = await openedSocket(serving, session)
  return { serving, session, socket, core: clientOver(socket) }
}

/** How the host answered a socket that it did not let in. */
async function turnedAway(socket: WebSocket): Promise<number> {
  const answered = once(socket, 'unexpected-response')
  const opened = once(socket, 'open').then(() => 'open')
  const result = await Promise.race([answered, opened])
  return result === 'open' ? 101 : (result as [unknown, { statusCode: number }])[1].statusCode
}

describe('socket of a page', () => {
  it('carries a call and its answer', async () => {
    const { core } = await connected()
    expect(await core.app.about({})).toEqual(about)
  })

  it('carries a foreseen failure with its line, and no other than its code', async () => {
    const { core, serving } = await connected()
    await expect(core.cases.remove({ id: 'a', language: 'en' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { line: 'There is no such case.' },
    })
    expect(serving.faults).toEqual([])
    await expect(core.app.texts({ language: 'en' })).rejects.toSatisfy(
      (error: Error) => !JSON.stringify([error, error.message]).includes('hunter2'),
    )
    expect(serving.faults).toMatchObject([{ message: 'hunter2' }])
  })

  it('refuses input that the contract does not know', async () => {
    const { core, serving } = await connected()
    await expect(core.cases.remove({ id: '../../etc', language: 'en' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(serving.faults).toEqual([])
  })

  it('takes a snapshot of 40 MB', { timeout: 60_000 }, async () => {
    const { core } = await connected()
    const text = 'ä'.repeat(20 * 1024 * 1024)
    await expect(core.cases.openSnapshot({ name: 'large.json', text, language: 'en' })).rejects.toMatchObject({
      data: { line: String(text.length) },
    })
  })

  it('tells the core when the page goes away in the middle of a scan', async () => {
    const began = Promise.withResolvers<void>()
    const ended = Promise.withResolvers<boolean>()
    const router = smallRouter(async (signal) => {
      began.resolve()
      await new Promise((resolve) => signal?.addEventListener('abort', resolve))
      ended.resolve(signal?.aborted === true)
    })
    const { core, socket } = await connected({ router })
    const stream = await core.scan.run({ id: null, probes: null, language: 'en' })
    expect((await stream.next()).value).toMatchObject({ kind: 'started' })
    stream.next().catch(() => undefined)
    await began.promise
    socket.terminate()
    expect(await ended.promise).toBe(true)
  })

  it('is one of several: every tab of the browser has its own', async () => {
    const { serving, session, core } = await connected()
    const second = clientOver(await openedSocket(serving, session))
    expect(await Promise.all([core.app.about({}), second.app.about({})])).toEqual([about, about])
  })

  it('is not opened beyond as many pages as anybody needs', async () => {
    const { serving, session, socket } = await connected({ limits: { pages: 2 } })
    const second = await openedSocket(serving, session)
    expect(await turnedAway(openSocket(serving.port, session))).toBe(403)
    second.close()
    await once(second, 'close')
    expect(await turnedAway(openSocket(serving.port, session))).toBe(101)
    expect(socket.readyState).toBe(socket.OPEN)
  })

  it('ends when its page answers no longer', async () => {
    const { serving, session } = await connected({ limits: { pingEveryMs: 100 } })
    const lively = await openedSocket(serving, session)
    const dead = openSocket(serving.port, session)
    dead.once('open', () => dead.pause())
    await once(dead, 'open')
    await once(lively, 'ping')
    await once(lively, 'ping')
    await once(lively, 'ping')
    dead.resume()
    const [code] = await once(dead, 'close')
    expect(code).toBe(1006)
    expect(lively.readyState).toBe(lively.OPEN)
  })

  type Attack = (serving: Serving, session: Session) => WebSocket
  const attacks: readonly [string, Attack][] = [
    ['no key', ({ port }, session) => openSocket(port, { ...session, cookie: '' })],
    ['a guessed key', ({ port }, session) => openSocket(port, { ...session, cookie: `erp-checkup-${port}=${'A'.repeat(43)}` })],
    ['the token as a key', ({ port, token }, session) => openSocket(port, { ...session, cookie: `erp-checkup-${port}=${token}` })],
    ['the origin of another site', ({ port }, session) => openSocket(port, session, { origin: 'http://evil.example' })],
    ['the origin of another port', ({ port }, session) => openSocket(port, session, { origin: 'http://127.0.0.1:1' })],
    ['the origin of no site', ({ port }, session) => openSocket(port, session, { origin: 'null' })],
    ['the name of another host', ({ port }, session) => openSocket(port, session, { host: `evil.example:${port}` })],
    ['the name localhost', ({ port }, session) => openSocket(port, session, { host: `localhost:${port}` })],
    ['a page of another port', ({ port }, session) => openSocket(port, session, { 'sec-fetch-site': 'same-site' })],
    [
      'a link, as if it were one',
      ({ port }, session) =>
        openSocket(port, session, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }),
    ],
    ['another path', ({ port }, session) => openSocket(port, { ...session, place: '/' })],
    ['a longer path', ({ port }, session) => openSocket(port, { ...session, place: `${session.place}x/` })],
  ]
  it.each(attacks)('is not opened for %s', async (_name, attack) => {
    const serving = await startHost()
    const session = await signIn(serving)
    expect(await turnedAway(attack(serving, session))).toBe(403)
    expect(await turnedAway(openSocket(serving.port, session))).toBe(101)
  })

  const heads: readonly [string, (port: number, session: Session) => readonly string[]][] = [
    [
      'without an origin',
      () => ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=='],
    ],
    ['for another protocol', (port) => ['Upgrade: h2c', 'Connection: Upgrade', `Origin: http://127.0.0.1:${port}`]],
    [
      'without a key of its own',
      (port) => ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13', `Origin: http://127.0.0.1:${port}`],
    ],
    [
      'in an old version',
      (port) => [
        'Upgrade: websocket',
        'Connection: Upgrade',
        'Sec-WebSocket-Version: 1',
        'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
        `Origin: http://127.0.0.1:${port}`,
      ],
    ],
  ]
  it.each(heads)('is not opened %s', async (_name, lines) => {
    const serving = await startHost()
    const session = await signIn(serving)
    const { port } = serving
    const head = [`GET ${session.place}rpc HTTP/1.1`, `Host: 127.0.0.1:${port}`, `Cookie: ${session.cookie}`, ...lines(port, session)]
    expect(await sayRaw(port, `${head.join('\r\n')}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 4\d\d /)
  })

  const garbage: readonly [string, string | Buffer][] = [
    ['nothing', ''],
    ['no JSON', '{'],
    ['null', 'null'],
    ['a number', '1'],
    ['a list', '[]'],
    ['an object without anything', '{}'],
    ['an id alone', '{"i":"1"}'],
    ['no address', '{"i":"1","p":{"u":1}}'],
    ['another host', '{"i":"1","p":{"u":"http://evil.example/app/about"}}'],
    ['a procedure that there is not', '{"i":"1","p":{"u":"/app/nothing","b":{"json":{}}}}'],
    ['a prototype', '{"i":"1","p":{"u":"/__proto__/constructor","b":{"json":{}}}}'],
    [
      'a body that pollutes',
      '{"i":"1","p":{"u":"/app/about","b":{"json":{"__proto__":{"polluted":1}},"meta":[[0,"__proto__","polluted"]]}}}',
    ],
    ['bytes', Buffer.from([0, 1, 2, 255])],
    ['half a character', Buffer.from([0xc3])],
    ['a very deep list', '['.repeat(100_000)],
  ]
  it.each(garbage)('survives %s', async (_name, message) => {
    const { serving, session, socket, core } = await connected()
    const own = await openedSocket(serving, session)
    own.send(message)
    own.send(message)
    expect(await core.app.about({})).toEqual(about)
    expect(socket.readyState).toBe(socket.OPEN)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    expect(serving.faults).toEqual([])
  })

  it('is closed for what is no message, without a word about it', async () => {
    const { socket } = await connected()
    socket.send('{')
    const [code, reason] = await once(socket, 'close')
    expect([code, String(reason)]).toEqual([1008, ''])
  })

  it('is closed for a message that is too large, before it is whole', async () => {
    const { serving, socket } = await connected({ limits: { messageBytes: 1000 } })
    socket.send('x'.repeat(1001))
    const [code] = await once(socket, 'close')
    expect(code).toBe(1009)
    expect(await ask(serving.port, {})).toMatchObject({ status: 401 })
  })

  it('offers no compression, in which a small message can hide a large one', async () => {
    const { socket } = await connected()
    expect(socket.extensions).toBe('')
  })
})
