import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import type { ConnectProblemKind } from '#electron/sql/connect-problem.ts'
import type { SqlFailure } from '#electron/sql/session.ts'
import { connectSqlServer } from '#electron/sql/tedious-session.ts'
import { column, metadataToken, rowToken } from '../../support/tds/columns.ts'
import { isQuestion, openSession, startServer } from '../../support/tds/open-session.ts'
import { packetsOf, packetTypes } from '../../support/tds/packets.ts'
import type { TdsSending, TdsServer, TdsServerParts } from '../../support/tds/server.ts'
import { doneToken, routingTokens } from '../../support/tds/tokens.ts'

const CONNECT_MS = 500
const QUERY_MS = 400
/** What the client gives a question to be called back, twice over, and a machine that is busy. */
const BEYOND_MS = 4000
const DRIP_MS = 50

const name = column.nvarchar('name')
const names = Array.from({ length: 300 }, (_, index) => `MAS_${index} – Größe`)
const table = Buffer.concat([metadataToken([name]), ...names.map((each) => rowToken([name], [each])), doneToken({ rows: names.length })])

const unhandled: unknown[] = []
const note = (reason: unknown): void => {
  unhandled.push(reason)
}
beforeAll(() => {
  process.on('unhandledRejection', note)
})
afterAll(() => {
  process.off('unhandledRejection', note)
  expect(unhandled).toEqual([])
})

/** What becomes of what a server sends. */
const faults = {
  'is cut before its first byte': ({ socket }) => socket.destroy(),
  'is cut in the header of its packet': ({ packets, send, socket }) => {
    send(packets.subarray(0, 3))
    setImmediate(() => socket.destroy())
  },
  'is cut in the middle': ({ packets, send, socket }) => {
    send(packets.subarray(0, Math.ceil(packets.byteLength / 2)))
    setImmediate(() => socket.destroy())
  },
  'is cut before its last byte': ({ packets, send, socket }) => {
    send(packets.subarray(0, -1))
    setImmediate(() => socket.destroy())
  },
  'is reset in the middle': ({ packets, send, socket }) => {
    send(packets.subarray(0, Math.ceil(packets.byteLength / 2)))
    setImmediate(() => socket.resetAndDestroy())
  },
  'ends half of the connection instead': ({ socket }) => socket.end(),
  'stops in the middle': ({ packets, send }) => send(packets.subarray(0, Math.ceil(packets.byteLength / 2))),
  'stops in the header of its packet': ({ packets, send }) => send(packets.subarray(0, 5)),
  'never comes': () => undefined,
  'comes a byte at a time': ({ packets, send, socket }) => {
    const drip = (index: number): void => {
      if (index >= packets.byteLength || socket.destroyed) return
      send(packets.subarray(index, index + 1))
      setTimeout(drip, DRIP_MS, index + 1).unref()
    }
    drip(0)
  },
} satisfies Record<string, (sending: TdsSending) => void>

type Fault = keyof typeof faults
const isWait = (fault: Fault): boolean => /stops|never|byte at a time/.test(fault)

function spoil(stage: TdsSending['stage'], index: number, fault: Fault): (sending: TdsSending) => void {
  return (sending) => {
    if (sending.stage === stage && sending.index === index) faults[fault](sending)
    else sending.send(sending.packets)
  }
}

async function problemOf(server: TdsServer): Promise<ConnectProblemKind | 'signed in'> {
  const connected = await connectSqlServer({
    address: { host: '127.0.0.1', port: server.port },
    signIn: { kind: 'sql-login', login: 'auditor', password: 'long enough' },
    trustCertificate: true,
    limits: { connectMs: CONNECT_MS },
  })
  if (!connected.ok) return connected.problem.kind
  connected.session.close()
  return 'signed in'
}

async function within<Value>(limitMs: number, use: () => Promise<Value>): Promise<Value> {
  const start = performance.now()
  const value = await use()
  expect(performance.now() - start).toBeLessThan(limitMs)
  return value
}

const stages = [
  ['the answer to the first message', 'prelogin', 0],
  ['the certificate', 'handshake', 0],
  ['the end of the handshake', 'handshake', 1],
  ['the answer to the sign-in', 'login', 0],
  ['the answer to the settings of the client', 'answer', 0],
] as const

describe.each(stages)('a sign-in of which %s', (_name, stage, index) => {
  it.concurrent.each(Object.keys(faults) as Fault[])('%s ends with a problem in time, and with its connection', async (fault) => {
    const server = await startServer({ deliver: spoil(stage, index, fault) })
    const kind = await within(CONNECT_MS + BEYOND_MS, () => problemOf(server))
    expect(kind).toBe(isWait(fault) ? 'time-limit' : 'lost')
    await vi.waitFor(() => expect(server.openConnections()).toBe(0))
  })
})

describe('a question of which the answer', () => {
  async function askSpoilt(fault: Fault, parts: Partial<TdsServerParts> = {}) {
    const opened = await openSession(
      {
        answer: (text) => (isQuestion(text) ? { bytes: table } : { columns: [], rows: [] }),
        // The first answer of all is that to the settings of the client.
        deliver: spoil('answer', 1, fault),
        ...parts,
      },
      { queryMs: QUERY_MS },
    )
    return { ...opened, answer: await within(QUERY_MS + BEYOND_MS, () => opened.session.query('SELECT name')) }
  }

  it.concurrent.each(Object.keys(faults) as Fault[])('%s fails in time, and so does the next one', async (fault) => {
    const { session, answer, server } = await askSpoilt(fault)
    const kind: SqlFailure['kind'] = isWait(fault) ? 'time-limit' : 'connection'
    expect(answer).toMatchObject({ ok: false, failure: { kind } })
    if (fault !== 'never comes') {
      expect(await within(QUERY_MS, () => session.query('SELECT name'))).toMatchObject({ ok: false, failure: { kind: 'connection' } })
    }
    session.close()
    await vi.waitFor(() => expect(server.openConnections()).toBe(0))
  })

  it('stops behind one of its packets fails in time', async () => {
    const { answer, server } = await askSpoilt('never comes', {
      deliver: ({ stage, index, packets, send }) => {
        const firstPacket = packets.readUInt16BE(2)
        expect(stage !== 'answer' || index !== 1 || firstPacket < packets.byteLength).toBe(true)
        send(packets.subarray(0, firstPacket))
      },
    })
    expect(answer).toEqual({ ok: false, failure: { kind: 'time-limit' } })
    await vi.waitFor(() => expect(server.openConnections()).toBe(0))
  })

  it('never comes leaves a connection that works, where the server confirms that it stopped', async () => {
    const { session, answer } = await askSpoilt('never comes', {
      deliver: ({ stage, index, packets, send }) => {
        if (stage === 'answer' && index === 1) return
        // By the protocol the question has its end, and then the attention.
        if (stage === 'attention') send(Buffer.concat([packets, packets]))
        else send(packets)
      },
    })
    expect(answer).toEqual({ ok: false, failure: { kind: 'time-limit' } })
    expect(await session.query('SELECT name')).toMatchObject({ ok: true, value: { length: names.length } })
  })

  it.each([
    ['never', () => undefined],
    ['late', ({ packets, send }: TdsSending) => setTimeout(send, 1500, packets).unref()],
    ['with half a packet', ({ packets, send }: TdsSending) => send(packets.subarray(0, 6))],
    ['by hanging up', ({ socket }: TdsSending) => socket.destroy()],
  ])('never comes, where the attention is answered %s', async (_name, attention) => {
    const { answer, session, server } = await askSpoilt('never comes', {
      deliver: (sending) => {
        if (sending.stage === 'attention') attention(sending)
        else if (sending.stage !== 'answer' || sending.index !== 1) sending.send(sending.packets)
      },
    })
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'time-limit' } })
    session.close()
    await vi.waitFor(() => expect(server.openConnections()).toBe(0))
  })
})

describe('a connection', () => {
  it('that is reset after an answer says at the next question that it is gone', async () => {
    const sockets: Socket[] = []
    const { session } = await openSession({
      answer: (text) => (isQuestion(text) ? { bytes: table } : { columns: [], rows: [] }),
      deliver: ({ packets, send, socket }) => {
        sockets.push(socket)
        send(packets)
      },
    })
    expect(await session.query('SELECT name')).toEqual({ ok: true, value: names.map((each) => ({ name: each })) })
    sockets[0]?.resetAndDestroy()
    await vi.waitFor(async () => expect(await session.query('SELECT name')).toMatchObject({ ok: false, failure: { kind: 'connection' } }))
  })

  it('that is closed in the middle of a question answers it at once', async () => {
    const { session } = await openSession({ answer: (text) => (isQuestion(text) ? 'never' : { columns: [], rows: [] }) })
    const asked = session.query('SELECT name')
    session.close()
    expect(await within(QUERY_MS, () => asked)).toMatchObject({ ok: false, failure: { kind: 'connection' } })
  })

  it('that is sent in circles ends in time', async () => {
    const server: TdsServer = await startServer({
      deliver: ({ stage, packets, send }) => {
        if (stage !== 'login') send(packets)
        else send(packetsOf({ type: packetTypes.answer, payload: routingTokens('127.0.0.1', server.port) }))
      },
    })
    expect(await within(CONNECT_MS + BEYOND_MS, () => problemOf(server))).toBe('time-limit')
    expect(server.logins.length).toBeGreaterThan(1)
    await vi.waitFor(() => expect(server.openConnections()).toBe(0))
  })

  it('of a hundred questions leaves no listener behind', async () => {
    const warned = vi.fn<(warning: Error) => void>()
    process.on('warning', warned)
    const { session } = await openSession({ answer: (text) => (isQuestion(text) ? { bytes: table } : { columns: [], rows: [] }) })
    const answers = await Promise.all(Array.from({ length: 100 }, () => session.query('SELECT name')))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    process.off('warning', warned)
    expect(warned).not.toHaveBeenCalled()
  })
})

describe('a process', () => {
  it.each([
    ['that could not sign in', spoil('login', 0, 'is cut in the middle'), 'lost'],
    ['that waited in vain', spoil('handshake', 0, 'never comes'), 'time-limit'],
    ['whose question was never answered', spoil('answer', 1, 'stops in the middle'), 'time-limit'],
  ])('%s ends by itself', async (_name, deliver, expected) => {
    const server = await startServer({ answer: (text) => (isQuestion(text) ? { bytes: table } : { columns: [], rows: [] }), deliver })
    const module = pathToFileURL(`${import.meta.dirname}/../../../electron/sql/tedious-session.ts`).href
    const program = `
      const { connectSqlServer } = await import(${JSON.stringify(module)})
      const connected = await connectSqlServer({
        address: { host: '127.0.0.1', port: ${server.port} },
        signIn: { kind: 'sql-login', login: 'auditor', password: 'long enough' },
        trustCertificate: true,
        limits: { connectMs: ${CONNECT_MS}, queryMs: ${QUERY_MS} },
      })
      if (connected.ok) console.log((await connected.session.query('SELECT name')).failure.kind)
      else console.log(connected.problem.kind)
      if (connected.ok) connected.session.close()`
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'pipe'] })
    let [output, errors] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    const [status] = await once(child, 'exit')
    expect({ status, output: output.trim(), errors }).toEqual({ status: 0, output: expected, errors: '' })
  })
})
