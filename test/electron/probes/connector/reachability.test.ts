import { afterEach, describe, expect, it, vi } from 'vitest'

import { tryTargets } from '#electron/probes/connector/reachability.ts'
import { closedPort, type LocalServer, serveLocally } from '../../../support/local-server.ts'

const servers: LocalServer[] = []

afterEach(async () => {
  vi.useRealTimers()
  for (const server of servers.splice(0)) await server.close()
})

async function serve(answer: (request: string) => string | null) {
  const server = await serveLocally(answer)
  servers.push(server)
  return { host: '127.0.0.1', port: server.port, authorization: null, received: server.received }
}

async function closed() {
  return { host: '127.0.0.1', port: await closedPort() }
}

describe('reachability', () => {
  it('reaches a server that takes connections, and sends it nothing', async () => {
    const { host, port, received } = await serve(() => 'no')
    expect(await tryTargets([{ host, port }], () => null)).toEqual([{ host, port, via: 'direct', ok: true, error: null }])
    expect(received).toEqual([])
  })

  it('says that a connection was refused', async () => {
    const target = await closed()
    expect(await tryTargets([target], () => null)).toEqual([{ ...target, via: 'direct', ok: false, error: 'the connection was refused' }])
  })

  it('tries nothing where there is nothing to try', async () => {
    expect(await tryTargets([], () => null)).toEqual([])
  })

  it.each([
    { name: 'lets it through', answer: 'HTTP/1.1 200 Connection established\r\n\r\n', ok: true, error: null },
    { name: 'lets it through in another way', answer: 'HTTP/1.0 204 \r\n\r\n', ok: true, error: null },
    {
      name: 'asks for a sign-in',
      answer: 'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n',
      ok: false,
      error: 'proxy: it asks for a sign-in',
    },
    { name: 'refuses', answer: 'HTTP/1.1 403 Verboten\r\n\r\n', ok: false, error: 'proxy: it refused (403)' },
    { name: 'sends it elsewhere', answer: 'HTTP/1.1 302 Found\r\n\r\n', ok: false, error: 'proxy: it refused (302)' },
    { name: 'is none', answer: 'SSH-2.0-x\r\n', ok: false, error: 'proxy: it did not answer as a proxy does' },
    { name: 'hangs up', answer: '', ok: false, error: 'proxy: it did not answer as a proxy does' },
    { name: 'talks without end', answer: 'x'.repeat(5000), ok: false, error: 'proxy: it did not answer as a proxy does' },
  ])('says of a proxy that it $name', async ({ answer, ok, error }) => {
    const proxy = await serve(() => answer)
    const target = await closed()
    expect(await tryTargets([target], () => proxy)).toEqual([
      { ...target, via: 'direct', ok: false, error: 'the connection was refused' },
      { ...target, via: 'proxy', ok, error },
    ])
    expect(proxy.received).toEqual([`CONNECT 127.0.0.1:${target.port} HTTP/1.1\r\nHost: 127.0.0.1:${target.port}\r\n\r\n`])
  })

  it('says that the proxy itself cannot be reached', async () => {
    const open = await serve(() => null)
    const proxy = { ...(await closed()), authorization: null }
    const attempts = await tryTargets([{ host: open.host, port: open.port }], () => proxy)
    expect(attempts.map(({ via, error }) => [via, error])).toEqual([
      ['direct', null],
      ['proxy', 'proxy: the connection was refused'],
    ])
  })

  it('puts an address of the sixth version in brackets', async () => {
    const proxy = await serve(() => 'HTTP/1.1 200 OK\r\n\r\n')
    await tryTargets([{ host: '::1', port: 9 }], () => proxy)
    expect(proxy.received[0]).toMatch(/^CONNECT \[::1\]:9 HTTP\/1\.1\r\nHost: \[::1\]:9\r\n\r\n$/)
  })

  it('ends an attempt that gets no answer', async () => {
    const asked = Promise.withResolvers<null>()
    const proxy = await serve(() => {
      asked.resolve(null)
      return null
    })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const attempts = tryTargets([await closed()], () => proxy)
    await asked.promise
    await vi.advanceTimersByTimeAsync(5000)
    expect((await attempts)[1]).toMatchObject({ via: 'proxy', ok: false, error: 'proxy: no answer within the time limit' })
  })

  it('knows a name that does not exist', async () => {
    const [attempt] = await tryTargets([{ host: 'nothing.invalid', port: 443 }], () => null)
    expect(attempt).toMatchObject({ ok: false, error: expect.stringMatching(/name/) })
  })
})
