import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { type SecureVersion, TLSSocket } from 'node:tls'

import { challengeMessage, isNegotiate, type NtlmAuthenticate, readAuthenticate } from './ntlm.ts'
import { createPacketReader, packetsOf, packetTypes, type TdsMessage } from './packets.ts'
import { preloginAnswer } from './prelogin.ts'
import { type LoginRequest, readBatch, readLogin, readStatement } from './requests.ts'
import { doneToken, errorToken, loginTokens, type ResultSet, resultTokens, type ServerError, sspiToken } from './tokens.ts'

/** What is about to leave the server; who takes it decides what becomes of it. */
export interface TdsSending {
  readonly stage: 'prelogin' | 'handshake' | 'login' | 'answer' | 'attention'
  /** which one of its stage, from 0: a handshake has several flights */
  readonly index: number
  /** whole packets; of a handshake TLS records in their packets */
  readonly packets: Buffer
  /** sends bytes the way that this stage goes: through TLS once there is one */
  readonly send: (bytes: Buffer) => void
  readonly socket: Socket
}

/** What a question is answered with; `never`: not at all, `hang-up`: the connection ends in the middle. */
export type TdsAnswer = ResultSet | ServerError | 'never' | 'hang-up' | { readonly bytes: Buffer }

export interface TdsServerParts {
  readonly name: string
  readonly version: readonly [major: number, minor: number, build: number]
  readonly certificate: { readonly cert: string; readonly key: string }
  /** null: signed in; several errors come one after the other */
  readonly signIn: (login: LoginRequest) => ServerError | readonly ServerError[] | 'never' | 'hang-up' | null
  readonly answer: (text: string, parameters: Readonly<Record<string, string>>) => TdsAnswer
  /** what the server says of encryption before the sign-in; `required` where absent */
  readonly encryption?: 'required' | 'notSupported'
  readonly tls?: { readonly maxVersion?: SecureVersion; readonly minVersion?: SecureVersion; readonly ciphers?: string }
  /** takes part in NTLM: what is answered to who proves to be somebody; absent: names and passwords alone */
  readonly ntlm?: {
    readonly challenge: Buffer
    readonly domain: string
    readonly authenticate: (message: NtlmAuthenticate) => ServerError | null
  }
  /** what comes back instead of the first answer of all */
  readonly garbage?: Buffer
  /** `bytes` instead of the tokens of a sign-in that succeeded */
  readonly loginAnswer?: Buffer
  /** sends everything as it is where absent */
  readonly deliver?: (sending: TdsSending) => void
}

export interface TdsServer {
  readonly port: number
  /** everything that was asked, in order */
  readonly asked: readonly string[]
  readonly logins: readonly LoginRequest[]
  /** tokens of Windows that came after the first */
  readonly proofs: readonly Buffer[]
  /** every byte that arrived, as it crossed the network */
  readonly wire: readonly Buffer[]
  /** what came out of it through TLS, message by message */
  readonly decrypted: readonly Buffer[]
  /** connections that are open now */
  openConnections(): number
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
  const proofs: Buffer[] = []
  const wire: Buffer[] = []
  const decrypted: Buffer[] = []
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    serve(socket, parts, { asked, logins, proofs, wire, decrypted })
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
    proofs,
    wire,
    decrypted,
    openConnections: () => sockets.size,
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
  readonly proofs: Buffer[]
  readonly wire: Buffer[]
  readonly decrypted: Buffer[]
}

interface Conversation {
  readonly socket: Socket
  readonly parts: TdsServerParts
  readonly heard: Heard
  readonly deliver: (stage: TdsSending['stage'], packets: Buffer, send: (bytes: Buffer) => void) => void
}

function serve(socket: Socket, parts: TdsServerParts, heard: Heard): void {
  const counts = new Map<TdsSending['stage'], number>()
  const deliver: Conversation['deliver'] = (stage, packets, send) => {
    const index = counts.get(stage) ?? 0
    counts.set(stage, index + 1)
    if (parts.deliver === undefined) send(packets)
    else parts.deliver({ stage, index, packets, send, socket })
  }
  const conversation: Conversation = { socket, parts, heard, deliver }
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
    const answer = preloginAnswer(parts.version, parts.encryption ?? 'required')
    deliver('prelogin', packetsOf({ type: packetTypes.answer, payload: answer }), (bytes) => socket.write(bytes))
    if (parts.encryption !== 'notSupported') onHandshakeBytes = startTls(conversation, read)
  })
  socket.on('data', (chunk: Buffer) => heard.wire.push(chunk))
  socket.on('data', read)
}

/**
 * TLS records travel inside of prelogin packets until the handshake is over, and bare afterwards (MS-TDS 2.2.6.5).
 *
 * A client waits for exactly one message after each of its own, so what TLS writes in one go becomes one message.
 */
function startTls(conversation: Conversation, read: (chunk: Buffer) => void): (bytes: Buffer) => void {
  const { socket, parts, deliver } = conversation
  let isSecure = false
  let isOver = false
  let flight: Buffer[] = []
  const flush = (): void => {
    if (flight.length === 0) return
    deliver('handshake', packetsOf({ type: packetTypes.prelogin, payload: Buffer.concat(flight) }), (bytes) => socket.write(bytes))
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
    createPacketReader((message) => handle(message, secure, conversation)),
  )
  return (bytes) => {
    wrapped.push(bytes)
  }
}

function handle(message: TdsMessage, secure: TLSSocket, { socket, parts, heard, deliver }: Conversation): void {
  heard.decrypted.push(message.payload)
  const reply = (stage: TdsSending['stage'], payload: Buffer): void => {
    deliver(stage, packetsOf({ type: packetTypes.answer, payload }), (bytes) => secure.write(bytes))
  }
  const conclude = (refusal: ReturnType<TdsServerParts['signIn']>): void => {
    if (refusal === 'hang-up') socket.destroy()
    else if (refusal === null) reply('login', parts.loginAnswer ?? loginTokens(parts.version))
    else if (refusal !== 'never') {
      const errors = [refusal].flat().map((error) => errorToken({ severity: 14, ...error }, parts.name))
      reply('login', Buffer.concat([...errors, doneToken({ failed: true })]))
    }
  }
  if (message.type === packetTypes.attention) {
    reply('attention', doneToken({ attention: true }))
    return
  }
  if (message.type === packetTypes.login) {
    const login = readLogin(message.payload)
    heard.logins.push(login)
    if (parts.ntlm === undefined || !isNegotiate(login.sspi)) conclude(parts.signIn(login))
    else reply('login', sspiToken(challengeMessage(parts.ntlm.challenge, parts.ntlm.domain, parts.name)))
    return
  }
  if (message.type === packetTypes.sspi) {
    heard.proofs.push(message.payload)
    const proof = readAuthenticate(message.payload)
    conclude(proof === null || parts.ntlm === undefined ? { number: 18_452 } : parts.ntlm.authenticate(proof))
    return
  }
  const isCall = message.type === packetTypes.rpc
  const { text, parameters } = isCall ? readStatement(message.payload) : { text: readBatch(message.payload), parameters: {} }
  heard.asked.push(text)
  const answer = parts.answer(text, parameters)
  if (answer === 'hang-up') socket.destroy()
  else if (answer !== 'never') reply('answer', answerTokens(answer, parts.name, isCall))
}

function answerTokens(answer: Exclude<TdsAnswer, string>, name: string, inProcedure: boolean): Buffer {
  if ('bytes' in answer) return answer.bytes
  if ('number' in answer) return Buffer.concat([errorToken(answer, name), doneToken({ failed: true, inProcedure })])
  // What only sets something has no columns, and no result.
  if (answer.columns.length === 0) return doneToken({ inProcedure })
  return Buffer.concat([resultTokens(answer), doneToken({ rows: answer.rows.length, inProcedure })])
}
