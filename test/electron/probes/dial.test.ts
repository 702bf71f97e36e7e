import type { Socket } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { dialDirect, dialThrough } from '#electron/probes/dial.ts'
import { closedPort, type LocalServer, rawServer } from './tls-endpoints/servers.ts'

const TARGET = { host: 'crm.example.com', port: 443 }
const LIMIT_MS = 5000

afterEach(() => {
  vi.useRealTimers()
})

/** A proxy that writes these parts, each once the one before it was taken, and tells when the other side is gone. */
async function proxyWith(parts: readonly string[], authorization: string | null = null) {
  const gone = Promise.withResolvers<null>()
  const asked = Promise.withResolvers<string>()
  const server: LocalServer = await rawServer((socket) => {
    socket.setNoDelay(true)
    socket.once('close', () => gone.resolve(null))
    socket.once('data', (data) => {
      asked.resolve(data.toString('latin1'))
      const writeNext = ([part, ...rest]: readonly string[]): void => {
        if (part !== undefined) socket.write(part, 'latin1', () => setImmediate(writeNext, rest))
      }
      writeNext(parts)
    })
  })
  return { server, proxy: { host: '127.0.0.1', port: server.port, authorization }, gone: gone.promise, asked: asked.promise }
}

/** What comes until the text is whole; further text fails. */
async function received(socket: Socket, text: string): Promise<string> {
  let taken = ''
  for await (const part of socket) {
    taken += part.toString('latin1')
    if (taken.length >= text.length) break
  }
  return taken
}

const OPENED = 'HTTP/1.1 200 Connection established\r\nVia: 1.1 gate\r\n\r\n'

describe('dial', () => {
  it('leaves an open connection to whoever asked for it', async () => {
    await using server = await rawServer((socket) => socket.end('hello'))
    const dialled = await dialDirect({ host: '127.0.0.1', port: server.port }, LIMIT_MS)
    if (!dialled.ok) throw new Error(dialled.error)
    expect(await received(dialled.socket, 'hello')).toBe('hello')
  })

  it.each([
    {
      name: 'refused',
      target: async () => ({ host: '127.0.0.1', port: await closedPort() }),
      failure: { code: 'ECONNREFUSED', error: 'the connection was refused' },
    },
    {
      name: 'without an address',
      target: () => ({ host: 'nothing.invalid', port: 443 }),
      failure: { code: expect.stringMatching(/^E/), error: expect.stringMatching(/^(the name |no answer)/) },
    },
  ])('says in words and with the code why there is none: $name', async ({ target, failure }) => {
    expect(await dialDirect(await target(), LIMIT_MS)).toEqual({ ok: false, ...failure })
  })

  it.each<{ name: string; parts: readonly string[]; first: string }>([
    { name: 'at once', parts: [`${OPENED}220 ready`], first: '220 ready' },
    { name: 'byte by byte', parts: [...`${OPENED}220 ready`], first: '220 ready' },
    { name: 'with its end behind', parts: [OPENED.slice(0, -2), '\r\n', '220 ready'], first: '220 ready' },
    { name: 'with another status of success', parts: ['HTTP/1.0 204 \r\n\r\nx'], first: 'x' },
  ])('opens a tunnel and gives on each byte that comes through it: $name', async ({ parts, first }) => {
    const { server, proxy } = await proxyWith(parts)
    await using _server = server
    const dialled = await dialThrough(proxy, TARGET, LIMIT_MS)
    if (!dialled.ok) throw new Error(dialled.error)
    expect(await received(dialled.socket, first)).toBe(first)
  })

  it.each([
    { name: 'a name', target: TARGET, authorization: null, authority: 'crm.example.com:443', more: '' },
    { name: 'an address of the sixth version', target: { host: '::1', port: 9 }, authorization: null, authority: '[::1]:9', more: '' },
    {
      name: 'a name, signed in',
      target: TARGET,
      authorization: 'Basic YTpi',
      authority: 'crm.example.com:443',
      more: 'Proxy-Authorization: Basic YTpi\r\n',
    },
  ])('asks for $name and for nothing more', async ({ target, authorization, authority, more }) => {
    const { server, proxy, asked } = await proxyWith([OPENED], authorization)
    await using _server = server
    const dialled = await dialThrough(proxy, target, LIMIT_MS)
    if (dialled.ok) dialled.socket.destroy()
    expect(dialled.ok).toBe(true)
    expect(await asked).toBe(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${more}\r\n`)
  })

  const NO_PROXY = 'it did not answer as a proxy does'
  it.each([
    { name: 'asks for a sign-in', answer: 'HTTP/1.1 407 Anna, who are you?\r\n', error: 'it asks for a sign-in' },
    { name: 'refuses', answer: 'HTTP/1.1 403 Not anna\r\n', error: 'it refused (403)' },
    { name: 'sends elsewhere', answer: 'HTTP/1.1 302 Found\r\nLocation: /anna\r\n\r\n', error: 'it refused (302)' },
    { name: 'is none', answer: 'SSH-2.0-OpenSSH\r\n', error: NO_PROXY },
    { name: 'has a line without an end', answer: 'x'.repeat(1025), error: NO_PROXY },
    { name: 'has a head without an end', answer: `HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(3000)}`, error: NO_PROXY },
  ])('hangs up on a proxy that $name, and keeps none of its words', async ({ answer, error }) => {
    const { server, proxy, gone } = await proxyWith([answer])
    await using _server = server
    expect(await dialThrough(proxy, TARGET, LIMIT_MS)).toEqual({ ok: false, code: undefined, error })
    await gone
  })

  it('knows a proxy that hangs up', async () => {
    await using server = await rawServer((socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\n')))
    const proxy = { host: '127.0.0.1', port: server.port, authorization: null }
    expect(await dialThrough(proxy, TARGET, LIMIT_MS)).toEqual({ ok: false, code: undefined, error: NO_PROXY })
  })

  it('knows a proxy that is not there', async () => {
    const proxy = { host: '127.0.0.1', port: await closedPort(), authorization: null }
    expect(await dialThrough(proxy, TARGET, LIMIT_MS)).toEqual({ ok: false, code: 'ECONNREFUSED', error: 'the connection was refused' })
  })

  it.each([
    { name: 'nothing', parts: [] },
    { name: 'half a head', parts: ['HTTP/1.1 200 OK\r\n'] },
  ])('hangs up on a proxy that says $name within the limit', async ({ parts }) => {
    const { server, proxy, asked, gone } = await proxyWith(parts)
    await using _server = server
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const dialling = dialThrough(proxy, TARGET, LIMIT_MS)
    await asked
    await vi.advanceTimersByTimeAsync(LIMIT_MS)
    expect(await dialling).toEqual({ ok: false, code: 'ETIMEDOUT', error: 'no answer within the time limit' })
    await gone
  })
})
