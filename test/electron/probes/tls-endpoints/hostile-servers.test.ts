import type { Socket } from 'node:net'

import { describe, expect, it } from 'vitest'

import { alert, certificateMessage, HELLO_DONE, helloFlight, helloMessage, record } from './flights.ts'
import { clockOf, type LocalServer, rawServer, read, webServer } from './servers.ts'

const LATE = 'no answer within the time limit'
const CLOSED = 'the server ended the connection during the handshake'

/** Where nothing is expected to come. */
const QUICK = { connectMs: 1000, handshakeMs: 300, httpMs: 300 }

/** Version that a ClientHello asks for; null: no such message. */
function versionOf(clientHello: Buffer): number | null {
  return clientHello[0] === 22 && clientHello.length > 11 ? clientHello.readUInt16BE(9) : null
}

/** Whether it is a hello of ours: no library offers TLS 1.2 without saying that it knows TLS 1.3. */
function isOwn(clientHello: Buffer): boolean {
  return clientHello[43] === 0
}

/** Answers the hello of each version; what the table does not name gets a refusal. */
function answering(answers: Readonly<Record<number, Buffer | 'silence' | 'end'>>): Promise<LocalServer> {
  return rawServer((socket) => {
    socket.once('data', (clientHello: Buffer) => {
      const answer = isOwn(clientHello) ? (answers[versionOf(clientHello) ?? 0] ?? alert(2, 70)) : alert(2, 70)
      if (answer === 'silence') return
      if (answer === 'end') socket.end()
      else socket.write(answer)
    })
  })
}

/** Where everything is, on however busy a machine. */
const PATIENT_MS = 5000

async function readQuickly({ port }: LocalServer, handshakeMs = QUICK.handshakeMs) {
  return await read([`https://127.0.0.1:${port}/`], { clock: clockOf({ ...QUICK, handshakeMs }) })
}

describe('a server that', () => {
  it.each<{ name: string; speak: (socket: Socket) => void; expected: object }>([
    { name: 'says nothing', speak: () => undefined, expected: { reachable: false, error: LATE } },
    { name: 'ends every connection', speak: (socket) => socket.end(), expected: { reachable: false, error: CLOSED } },
    {
      name: 'cuts every connection',
      speak: (socket) => socket.once('data', () => socket.resetAndDestroy()),
      expected: { reachable: false, error: CLOSED },
    },
    {
      name: 'ends its side only',
      speak: (socket) => socket.once('data', () => socket.end()),
      expected: { reachable: false, error: CLOSED },
    },
    {
      name: 'stops within a record',
      speak: (socket) => socket.write(Buffer.from([22, 3, 3, 0, 80, 2])),
      expected: { reachable: false, error: LATE },
    },
    {
      name: 'sends garbage',
      speak: (socket) => socket.write(Buffer.alloc(5000, 0x99)),
      expected: { reachable: true, error: 'it answers, but not with TLS' },
    },
    {
      name: 'is of mail',
      speak: (socket) => socket.write('220 mail.example.com ESMTP\r\n'),
      expected: { reachable: true, error: 'it answers, but not with TLS' },
    },
    {
      name: 'refuses every handshake',
      speak: (socket) => socket.once('data', () => socket.write(alert(2, 40))),
      expected: { reachable: true, error: 'the server refused the handshake (alert handshake_failure)' },
    },
    {
      name: 'refuses with an alert without a name',
      speak: (socket) => socket.once('data', () => socket.end(alert(2, 99))),
      expected: { reachable: true, error: 'the server refused the handshake (alert 99)' },
    },
  ])('$name has shown no TLS and no certificate', async ({ speak, expected }) => {
    await using server = await rawServer(speak)
    const { first, incomplete } = await readQuickly(server)
    expect(first).toMatchObject({ protocol: null, acceptedLegacyProtocols: [], certificate: null, hsts: null, ...expected })
    expect(incomplete).toBeUndefined()
  })

  it('sends records without end is left within the time limits', async () => {
    const startedAt = performance.now()
    await using server = await rawServer((socket) => {
      const dribble = setInterval(() => socket.write(record(Buffer.from([0]))), 5)
      socket.once('close', () => clearInterval(dribble))
    })
    const { first } = await readQuickly(server)
    expect(first).toMatchObject({ protocol: null, acceptedLegacyProtocols: [], certificate: null })
    expect(performance.now() - startedAt).toBeLessThan(5000)
  })

  it.each<{ name: string; answers: Readonly<Record<number, Buffer | 'silence' | 'end'>>; accepted: readonly string[]; protocol: string }>([
    { name: 'SSL 3 only', answers: { 768: helloFlight(0x300) }, accepted: ['SSLv3'], protocol: 'SSLv3' },
    { name: 'TLS 1.0 only', answers: { 769: helloFlight(0x301) }, accepted: ['TLSv1'], protocol: 'TLSv1' },
    {
      name: 'TLS 1.0 whatever is asked for',
      answers: { 769: helloFlight(0x301), 770: helloFlight(0x301), 771: helloFlight(0x301) },
      accepted: ['TLSv1'],
      protocol: 'TLSv1',
    },
    {
      name: 'everything',
      answers: {
        768: helloFlight(0x300),
        769: helloFlight(0x301),
        770: helloFlight(0x302),
        771: helloFlight(0x303),
      },
      accepted: ['SSLv3', 'TLSv1', 'TLSv1.1'],
      protocol: 'TLSv1.2',
    },
    { name: 'TLS 1.2 with what no library takes', answers: { 771: helloFlight(0x303) }, accepted: [], protocol: 'TLSv1.2' },
    {
      name: 'TLS 1.1, ending others as Windows does',
      answers: { 768: 'end', 769: 'end', 770: helloFlight(0x302) },
      accepted: ['TLSv1.1'],
      protocol: 'TLSv1.1',
    },
    {
      name: 'TLS 1.1 in pieces',
      answers: { 770: Buffer.concat([...helloMessage(0x302), ...HELLO_DONE].map((byte) => record(Buffer.from([byte])))) },
      accepted: ['TLSv1.1'],
      protocol: 'TLSv1.1',
    },
  ])('speaks $name has its oldest versions told', async ({ answers, accepted, protocol }) => {
    await using server = await answering(answers)
    const { first, incomplete, notes } = await readQuickly(server, PATIENT_MS)
    expect(first).toMatchObject({ reachable: true, error: null, protocol, acceptedLegacyProtocols: accepted, certificate: null })
    expect(incomplete).toBe(true)
    expect(notes).toContain('the certificate of 127.0.0.1 did not come or cannot be read')
    expect(notes?.[0]).toMatch(/finished no handshake of today/)
  })

  it.each<{ name: string; answer: Buffer }>([
    { name: 'another version', answer: helloFlight(0x303) },
    { name: 'a version that does not exist', answer: record(helloMessage(0x309)) },
    { name: 'a cipher that was not offered', answer: record(helloMessage(0x301, 0x1301)) },
    { name: 'half a hello and the end', answer: record(helloMessage(0x301).subarray(0, 30)) },
    { name: 'a certificate without a hello', answer: record(certificateMessage([])) },
  ])('answers TLS 1.0 with $name has not accepted it', async ({ answer }) => {
    await using server = await rawServer((socket) => {
      socket.once('data', (clientHello: Buffer) => {
        const version = versionOf(clientHello)
        if (version === 0x303) socket.write(isOwn(clientHello) ? helloFlight(0x303) : alert(2, 40))
        else socket.end(version === 0x301 ? answer : alert(2, 70))
      })
    })
    const { first, notes } = await readQuickly(server, PATIENT_MS)
    expect(first).toMatchObject({ protocol: 'TLSv1.2', acceptedLegacyProtocols: [] })
    expect(notes?.join()).not.toContain('old version')
  })

  it('is silent at old versions leaves them unknown', async () => {
    await using server = await answering({ 768: 'silence', 769: 'silence', 771: helloFlight(0x303) })
    const { first, incomplete, notes } = await readQuickly(server, 600)
    expect(first).toMatchObject({ reachable: true, protocol: 'TLSv1.2', acceptedLegacyProtocols: [] })
    expect(incomplete).toBe(true)
    expect(notes?.[0]).toBe(`whether 127.0.0.1:${server.port} accepts an old version is not known: SSLv3 (${LATE}), TLSv1 (${LATE})`)
  })

  it('is silent at a handshake of today is not known, even where it refuses old ones', async () => {
    await using server = await rawServer((socket) => {
      socket.once('data', (clientHello: Buffer) => {
        if (isOwn(clientHello)) socket.write(alert(2, 70))
      })
    })
    const { first } = await readQuickly(server)
    expect(first).toMatchObject({ reachable: false, error: LATE, protocol: null })
  })

  it('does not know the name is asked without one', async () => {
    const hellos: boolean[] = []
    await using server = await rawServer((socket) => {
      socket.once('data', (clientHello: Buffer) => {
        const named = clientHello.includes('localhost')
        if (versionOf(clientHello) === 0x301) hellos.push(named)
        socket.write(named ? alert(2, 112) : helloFlight(versionOf(clientHello) ?? 0))
      })
    })
    const { first } = await read([`https://localhost:${server.port}/`])
    expect(hellos).toEqual([true, false])
    expect(first).toMatchObject({ reachable: true, protocol: 'TLSv1.2', acceptedLegacyProtocols: ['SSLv3', 'TLSv1', 'TLSv1.1'] })
  })
})

describe('twenty servers that say nothing', () => {
  it('cost the time of two, side by side', async () => {
    const servers = await Promise.all(Array.from({ length: 20 }, () => rawServer(() => undefined)))
    try {
      const addresses = servers.map(({ port }) => `https://127.0.0.1:${port}/`)
      const startedAt = performance.now()
      const { endpoints } = await read(addresses, { clock: clockOf(QUICK), httpPort: servers[0]?.port ?? 0 })
      expect(endpoints.map(({ error }) => error)).toEqual(addresses.map(() => LATE))
      // One after the other they would take twelve seconds.
      expect(performance.now() - startedAt).toBeLessThan(4000)
    } finally {
      await Promise.all(servers.map((server) => server[Symbol.asyncDispose]()))
    }
  })

  it('are left out with a note once the time of all is over', async () => {
    await using server = await rawServer(() => undefined)
    const url = `https://127.0.0.1:${server.port}/`
    const { endpoints, incomplete, notes } = await read([url], { clock: clockOf({ wholeMs: 50 }) })
    expect(endpoints).toEqual([])
    expect(incomplete).toBe(true)
    expect(notes).toEqual([`${url} left out: the time for all addresses was over`])
  })
})

describe('plain HTTP that says nothing', () => {
  it('is not told, and a note says why', async () => {
    await using server = await webServer(() => undefined)
    const { first, notes } = await read([`https://127.0.0.1:${server.port}/`], { clock: clockOf(QUICK), httpPort: server.port })
    expect(first?.plainHttp).toBeNull()
    expect(notes).toContain(`what plain HTTP of https://127.0.0.1:${server.port}/ does is not known: ${LATE}`)
  })
})
