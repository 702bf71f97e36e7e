import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { ask, connectTo, everythingFrom, exchange, sayRaw, signIn, startHost } from './serving.ts'

/** Short enough to wait for, long enough for an honest request on a busy machine. */
const short = { headMs: 300, requestMs: 600, lookEveryMs: 50, silentMs: 1000 }

describe('loopback host', () => {
  it('closes a connection that says nothing', async () => {
    const { port } = await startHost({ limits: short })
    expect(await everythingFrom(connectTo(port))).toMatch(/^(HTTP\/1\.1 408 |$)/)
  })

  it('closes a connection whose head never ends, though it keeps talking', async () => {
    const { port, faults } = await startHost({ limits: { ...short, requestMs: 60_000, silentMs: 60_000 } })
    const socket = connectTo(port)
    const said = everythingFrom(socket)
    socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`)
    const drip = setInterval(() => socket.write('X-More: 1\r\n'), 50)
    expect(await said).toMatch(/^HTTP\/1\.1 408 /)
    clearInterval(drip)
    expect(faults).toEqual([])
  })

  it('closes a connection whose body never ends, and still takes the token of the page', async () => {
    const { port, token, faults } = await startHost({ limits: short })
    const socket = connectTo(port)
    const said = everythingFrom(socket)
    socket.write(
      `POST /session HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n{`,
    )
    const drip = setInterval(() => socket.write(' '), 50)
    expect(await exchange(port, token)).toMatchObject({ status: 200 })
    expect(await said).toMatch(/^HTTP\/1\.1 408 /)
    clearInterval(drip)
    expect(faults).toEqual([])
  })

  it('notes no fault when a client goes away in the middle of its body', async () => {
    const { port, faults } = await startHost({ limits: short })
    const socket = connectTo(port)
    const head = `POST /session HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nContent-Type: application/json`
    socket.write(`${head}\r\nContent-Length: 100\r\n\r\n{`, () => socket.destroy())
    await once(socket, 'close')
    expect(await ask(port, {})).toMatchObject({ status: 401 })
    expect(faults).toEqual([])
  })

  it('reads no more of a body than a token takes', async () => {
    const { port } = await startHost()
    const socket = connectTo(port)
    const said = everythingFrom(socket)
    socket.write(
      `POST /session HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
    )
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
    let sent = 0
    const more = (): void => {
      sent += 1
      if (sent < 10_000)
        socket.write(chunk, (error) => {
          if (!error) more()
        })
    }
    more()
    await said
    expect(sent).toBeLessThan(1000)
  })

  it('refuses a body that announces more than it may hold, without waiting for it', async () => {
    const { port } = await startHost()
    const said = await sayRaw(
      port,
      `POST /session HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\n\r\n{`,
    )
    expect(said).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('refuses a head that is too large', async () => {
    const { port } = await startHost()
    expect(await sayRaw(port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX: ${'x'.repeat(17_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /)
  })

  const malformed: readonly [string, string][] = [
    ['no HTTP', '\u0016\u0003\u0001\u0002\r\n\r\n'],
    ['two lengths', 'POST /session HTTP/1.1\r\nHost: HOST\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx'],
    ['a length and chunks', 'POST /session HTTP/1.1\r\nHost: HOST\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a negative length', 'POST /session HTTP/1.1\r\nHost: HOST\r\nContent-Length: -1\r\n\r\n'],
    ['a header with a line end inside', 'GET / HTTP/1.1\r\nHost: HOST\r\nX: a\rb\r\n\r\n'],
    ['a space in front of a colon', 'GET / HTTP/1.1\r\nHost : HOST\r\n\r\n'],
  ]
  it.each(malformed)('refuses %s and goes on', async (_name, text) => {
    const { port } = await startHost({ limits: short })
    expect(await sayRaw(port, text.replaceAll('HOST', `127.0.0.1:${port}`))).toMatch(/^HTTP\/1\.1 400 /)
    expect(await ask(port, {})).toMatchObject({ status: 401 })
  })

  it('holds no more connections than it may, and takes new ones when those are gone', async () => {
    const { port } = await startHost({ limits: { ...short, connections: 8 } })
    const idle = Array.from({ length: 30 }, () => connectTo(port))
    const said = await Promise.all(idle.map(everythingFrom))
    expect(said.filter((text) => text.startsWith('HTTP/1.1 408 '))).toHaveLength(8)
    expect(await ask(port, {})).toMatchObject({ status: 401 })
  })

  it('outlives a thousand guesses at once', async () => {
    const serving = await startHost()
    const guesses = Array.from({ length: 1000 }, (_, index) => exchange(serving.port, `guess-${index}`).catch(() => null))
    const statuses = new Set((await Promise.all(guesses)).flatMap((answered) => answered?.status ?? []))
    expect([...statuses]).toEqual([401])
    expect((await signIn(serving)).cookie).not.toBe('')
    expect(serving.faults).toEqual([])
  })
})
