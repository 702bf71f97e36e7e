import { describe, expect, it } from 'vitest'

import { hasStrictTransport, readPlainHttp } from '#electron/probes/tls-endpoints/plain-http.ts'
import { clockOf, closedPort, type LocalServer, rawServer, webServer } from './servers.ts'

const CUT = { kind: null, reason: 'the connection was cut' }
const LATE = { kind: null, reason: 'no answer within the time limit' }
const NO_HTTP = { kind: null, reason: 'the answer is not HTTP' }

function ask(server: Pick<LocalServer, 'port'>, httpMs = 5000) {
  return readPlainHttp({ address: '127.0.0.1', host: 'crm.example.com', path: '/crm' }, server.port, clockOf({ httpMs }))
}

describe('plain-http', () => {
  it.each([
    { status: 301, location: 'https://crm.example.com/crm', expected: 'redirects' },
    { status: 302, location: 'HTTPS://elsewhere.example.com/', expected: 'redirects' },
    { status: 307, location: 'https://crm.example.com:8443/', expected: 'redirects' },
    { status: 308, location: 'https:', expected: 'serves' },
    { status: 301, location: 'http://www.example.com/', expected: 'serves' },
    { status: 302, location: '/login', expected: 'serves' },
    { status: 302, location: '//crm.example.com/', expected: 'serves' },
    { status: 200, location: 'https://crm.example.com/', expected: 'serves' },
    { status: 304, location: undefined, expected: 'serves' },
    { status: 401, location: undefined, expected: 'serves' },
    { status: 404, location: undefined, expected: 'serves' },
    { status: 503, location: undefined, expected: 'serves' },
  ] as const)('calls $status to $location $expected', async ({ status, location, expected }) => {
    await using server = await webServer((_request, response) => {
      response.writeHead(status, location === undefined ? {} : { Location: location }).end()
    })
    expect(await ask(server)).toEqual({ kind: expected, reason: null })
  })

  it('asks once, for the path and under the name of the address', async () => {
    const seen: unknown[] = []
    await using server = await webServer(({ method, url, headers }, response) => {
      seen.push([method, url, headers.host])
      response.writeHead(302, { Location: '/crm' }).end()
    })
    await ask(server)
    expect(seen).toEqual([['GET', '/crm', `crm.example.com:${server.port}`]])
  })

  it('knows a closed port', async () => {
    expect(await ask({ port: await closedPort() })).toEqual({ kind: 'closed', reason: null })
  })

  it.each([
    { name: 'says nothing', answer: [], expected: LATE },
    { name: 'stops within its headers', answer: ['HTTP/1.1 301 Moved\r\nLocation: https://crm.exa'], expected: LATE },
    { name: 'only ever asks to go on', answer: ['HTTP/1.1 100 Continue\r\n\r\n'.repeat(500)], expected: LATE },
    { name: 'speaks something else', answer: ['220 mail.example.com ESMTP\r\n'], expected: NO_HTTP },
    { name: 'sends headers without end', answer: ['HTTP/1.1 200 OK\r\n', `X: ${'a'.repeat(60_000)}\r\n\r\n`], expected: NO_HTTP },
    {
      name: 'changes the protocol unasked',
      answer: ['HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'],
      expected: { kind: 'serves', reason: null },
    },
    { name: 'never ends its body', answer: ['HTTP/1.1 200 OK\r\n\r\nbody'], expected: { kind: 'serves', reason: null } },
  ])('is honest of a server that $name', async ({ answer, expected }) => {
    await using server = await rawServer((socket) => {
      for (const part of answer) socket.write(part)
    })
    expect(await ask(server, 300)).toEqual(expected)
  })

  it('does not know what a server does that hangs up', async () => {
    await using server = await rawServer((socket) => {
      socket.once('data', () => socket.end())
    })
    expect(await ask(server)).toEqual(CUT)
  })

  it.each([
    { header: 'max-age=31536000', expected: true },
    { header: 'max-age=1', expected: true },
    { header: 'includeSubDomains; Max-Age = "600" ; preload', expected: true },
    { header: 'max-age=600, max-age=0', expected: true },
    { header: 'max-age=0', expected: false },
    { header: 'max-age=0, max-age=600', expected: false },
    { header: 'max-age=-1', expected: false },
    { header: 'max-age=1; max-age=2', expected: false },
    { header: 'xmax-age=600', expected: false },
    { header: 'includeSubDomains', expected: false },
    { header: '', expected: false },
    { header: undefined, expected: false },
  ])('takes $header for strict: $expected', ({ header, expected }) => {
    expect(hasStrictTransport(header)).toBe(expected)
  })
})
