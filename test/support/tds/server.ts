import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { type SecureVersion, TLSSocket } from 'node:tls'

import { createPacketReader, packetsOf, packetTypes, type TdsMessage } from './packets.ts'
import { type LoginRequest, readBatch, readCall, readLogin } from './requests.ts'
import { doneToken, errorToken, loginTokens, type ResultSet, resultTokens, type ServerError } from './tokens.ts'

/** What a question is answered with; `never`: not at all, `hang-up`: the connection ends in the middle. */
export type TdsAnswer = ResultSet | ServerError | 'never' | 'hang-up' | { readonly bytes: Buffer }

export interface TdsServerParts {
  readonly name: string
  readonly version: readonly [major: number, minor: number, build: number]
  readonly certificate: { readonly cert: string; readonly key: string }
  /** null: signed in */
  readonly signIn: (login: LoginRequest) => ServerError | 'never' | 'hang-up' | null
  readonly answer: (text: string, parameters: Readonly<Record<string, string>>) => TdsAnswer
  /** what the server says of encryption before the sign-in; `required` where absent */
  readonly encryption?: 'required' | 'not-supported'
  readonly tls?: { readonly maxVersion?: SecureVersion; readonly minVersion?: SecureVersion; readonly ciphers?: string }
  /** what comes back instead of the first answer of all */
  readonly garbage?: Buffer
}

export interface TdsServer {
  readonly port: number
  /** everything that was asked, in order */
  readonly asked: readonly string[]
  readonly logins: readonly LoginRequest[]
  /** ends every connection and stops */
  close(): Promise<void>
  /** ends every connection, and stops answering: as a service that is killed */
  kill(): void
}

/** A server that speaks TDS 7.4 on 127.0.0.1: prelogin, TLS inside of it, sign-in, batches and calls with text results. */
export async function startTdsServer(parts: TdsServerParts): Promise<TdsServer> {
  const sockets = new Set<Socket>()
  const asked: string[] = []
  const logins: LoginRequest[] = []
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    serve(socket, parts, { asked, logins })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  const kill = (): void => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return {
    port: address.port,
    asked,
    logins,
    kill,
    close: async () => {
      kill()
      if (server.listening) await once(server, 'close')
    },
  }
}

interface Heard {
  readonly asked: string[]
  readonly logins: LoginRequest[]
}

function serve(socket: Socket, parts: TdsServerParts, heard: Heard): void {
  let onHandshakeBytes: ((bytes: Buffer) => void) | null = null
  const read = createPacketReader(({ type, payload }) => {
    if (type !== packetTypes.prelogin) {
      socket.destroy()
      return
    }
    if (onHandshakeBytes !== null) {
      onHandshakeBytes(payload)
      return
    }
    if (parts.garbage !== undefined) {
      socket.write(parts.garbage)
      return
    }
    socket.write(packetsOf({ type: packetTypes.answer, payload: preloginAnswer(parts) }))
    if (parts.encryption !== 'not-supported') onHandshakeBytes = startTls(socket, parts, read, heard)
  })
  socket.on('data', read)
}

/**
 * TLS records travel inside of prelogin packets until the handshake is over, and bare afterwards (MS-TDS 2.2.6.5).
 *
 * A client waits for exactly one message after each of its own, so what TLS writes in one go becomes one message.
 */
function startTls(socket: Socket, parts: TdsServerParts, read: (chunk: Buffer) => void, heard: Heard): (bytes: Buffer) => void {
  let isSecure = false
  let isOver = false
  let flight: Buffer[] = []
  const flush = (): void => {
    if (flight.length === 0) return
    socket.write(packetsOf({ type: packetTypes.prelogin, payload: Buffer.concat(flight) }))
    flight = []
    isSecure = isOver
  }
  const wrapped = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => {
      if (isSecure) socket.write(chunk)
      else {
        flight.push(chunk)
        setImmediate(flush)
      }
      done()
    },
  })
  const secure = new TLSSocket(wrapped, {
    isServer: true,
    ...parts.certificate,
    ...parts.tls,
    maxVersion: parts.tls?.maxVersion ?? 'TLSv1.2',
  })
  secure.on('error', () => socket.destroy())
  secure.on('secure', () => {
    isOver = true
    socket.off('data', read)
    socket.on('data', (chunk: Buffer) => wrapped.push(chunk))
  })
  secure.on(
    'data',
    createPacketReader((message) => handle(message, secure, socket, parts, heard)),
  )
  return (bytes) => {
    wrapped.push(bytes)
  }
}

function handle(message: TdsMessage, secure: TLSSocket, socket: Socket, parts: TdsServerParts, heard: Heard): void {
  const reply = (payload: Buffer): void => {
    secure.write(packetsOf({ type: packetTypes.answer, payload }))
  }
  if (message.type === packetTypes.attention) {
    reply(doneToken({ attention: true }))
    return
  }
  if (message.type === packetTypes.login) {
    const login = readLogin(message.payload)
    heard.logins.push(login)
    const refusal = parts.signIn(login)
    if (refusal === 'hang-up') socket.destroy()
    else if (refusal === null) reply(loginTokens(parts.version))
    else if (refusal !== 'never') reply(Buffer.concat([errorToken({ severity: 14, ...refusal }, parts.name), doneToken({ failed: true })]))
    return
  }
  const isCall = message.type === packetTypes.rpc
  const { text, parameters } = isCall ? readCall(message.payload) : { text: readBatch(message.payload), parameters: {} }
  heard.asked.push(text)
  const answer = parts.answer(text, parameters)
  if (answer === 'hang-up') socket.destroy()
  else if (answer !== 'never') reply(answerTokens(answer, parts.name, isCall))
}

function answerTokens(answer: Exclude<TdsAnswer, string>, name: string, inProcedure: boolean): Buffer {
  if ('bytes' in answer) return answer.bytes
  if ('number' in answer) return Buffer.concat([errorToken(answer, name), doneToken({ failed: true, inProcedure })])
  // What only sets something has no columns, and no result.
  if (answer.columns.length === 0) return doneToken({ inProcedure })
  return Buffer.concat([resultTokens(answer), doneToken({ rows: answer.rows.length, inProcedure })])
}

/** Options of the answer: version, encryption, instance, thread, MARS (MS-TDS 2.2.6.5). */
function preloginAnswer({ version, encryption = 'required' }: TdsServerParts): Buffer {
  const [major, minor, build] = version
  const values = [
    Buffer.from([major, minor, build >> 8, build & 0xff, 0, 0]),
    Buffer.from([encryption === 'required' ? 0x03 : 0x02]),
    Buffer.from([0]),
    Buffer.alloc(0),
    Buffer.from([0]),
  ]
  const HEADER = 5
  let offset = values.length * HEADER + 1
  const headers = values.map((value, index) => {
    const header = Buffer.alloc(HEADER)
    header[0] = index
    header.writeUInt16BE(offset, 1)
    header.writeUInt16BE(value.byteLength, 3)
    offset += value.byteLength
    return header
  })
  return Buffer.concat([...headers, Buffer.from([0xff]), ...values])
}
