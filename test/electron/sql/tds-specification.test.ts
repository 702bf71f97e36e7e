import { describe, expect, it } from 'vitest'

import { collations, column, metadataToken, rowToken } from '../../support/tds/columns.ts'
import { readAuthenticate } from '../../support/tds/ntlm.ts'
import { isQuestion, openSession } from '../../support/tds/open-session.ts'
import { createPacketReader, packetsOf, packetTypes, type TdsMessage } from '../../support/tds/packets.ts'
import { encryptionValues, preloginOptions, readPrelogin } from '../../support/tds/prelogin.ts'
import { readBatch, readCall, readLogin } from '../../support/tds/requests.ts'
import { specification } from '../../support/tds/specification.data.ts'
import { doneToken } from '../../support/tds/tokens.ts'

const HEADER_BYTES = 8

/** The one message of a packet, read byte by byte as a network may bring it. */
function messageOf(packet: Buffer): TdsMessage {
  const messages: TdsMessage[] = []
  const read = createPacketReader((message) => messages.push(message))
  for (const byte of packet) read(Buffer.from([byte]))
  expect(messages).toHaveLength(1)
  return messages[0] as TdsMessage
}

describe('a packet of the specification', () => {
  it.each(Object.entries(specification).filter(([name]) => name !== 'sessionRecoveryResponse'))(
    '%s has the length that it says, and is made the same here',
    (_name, packet) => {
      expect(packet.byteLength).toBe(packet.readUInt16BE(2))
      expect(packetsOf(messageOf(packet))).toEqual(packet)
    },
  )
})

describe('what a client sends by the specification', () => {
  const payloadOf = (packet: Buffer, type: number): Buffer => {
    const message = messageOf(packet)
    expect(message.type).toBe(type)
    return message.payload
  }

  it('4.1 offers encryption and MARS', () => {
    const options = readPrelogin(payloadOf(specification.preLoginRequest, packetTypes.prelogin))
    expect([...options.keys()]).toEqual(Object.values(preloginOptions))
    expect(options.get(preloginOptions.version)).toEqual(Buffer.from([9, 0, 0, 0, 0, 0]))
    expect(options.get(preloginOptions.encryption)).toEqual(Buffer.from([encryptionValues.on]))
    expect(options.get(preloginOptions.thread)).toEqual(Buffer.from([0xb8, 0x0d, 0, 0]))
    expect(options.get(preloginOptions.mars)).toEqual(Buffer.from([1]))
  })

  it('4.2 is sa from OSQL-32 without a password', () => {
    expect(readLogin(payloadOf(specification.loginRequest, packetTypes.login))).toEqual({
      host: 'skostov1',
      user: 'sa',
      password: '',
      application: 'OSQL-32',
      database: '',
      sspi: Buffer.alloc(0),
    })
  })

  it('4.6 is a batch of one statement', () => {
    expect(readBatch(payloadOf(specification.sqlBatchRequest, packetTypes.batch))).toBe("\nselect 'foo' as 'bar'\n        ")
  })

  it('4.8 calls foo3 and leaves its number to the server', () => {
    expect(readCall(payloadOf(specification.rpcRequest, packetTypes.rpc))).toEqual({
      procedure: 'foo3',
      parameters: [{ name: '', isDefault: true, value: null }],
    })
  })

  it('4.10 is an attention without a word', () => {
    expect(payloadOf(specification.attentionRequest, packetTypes.attention)).toEqual(Buffer.alloc(0))
  })

  it('4.11 proves nobody: neither a name nor an answer to the challenge', () => {
    expect(readAuthenticate(payloadOf(specification.sspiMessage, packetTypes.sspi))).toEqual({
      domain: '',
      user: '',
      workstation: '',
      lmResponse: Buffer.alloc(0),
    })
  })
})

describe('what a server answers by the specification', () => {
  /** The packet goes out as it is printed. */
  const answering = (packet: Buffer) =>
    openSession({
      answer: (text) => (isQuestion(text) ? { bytes: packet.subarray(HEADER_BYTES) } : { columns: [], rows: [] }),
    })

  it('4.4 signs in', async () => {
    const { session } = await openSession({ loginAnswer: specification.loginResponse.subarray(HEADER_BYTES) })
    expect(await session.query('SELECT 1')).toEqual({ ok: true, value: [] })
  })

  it('4.7 is one row, and the tokens of this server are the same', async () => {
    const { session } = await answering(specification.sqlBatchResponse)
    expect(await session.query("select 'foo' as 'bar'")).toEqual({ ok: true, value: [{ bar: 'foo' }] })
    const bar = { ...column.varchar('bar', collations.american, 3), flags: 0x20 }
    const done = doneToken({ rows: 1 })
    done.writeUInt16LE(0xc1, 3)
    const made = Buffer.concat([metadataToken([bar]), rowToken([bar], ['foo']), done])
    expect(packetsOf({ type: packetTypes.answer, payload: made })).toEqual(specification.sqlBatchResponse)
  })

  it('4.9 is a procedure that counts a row and shows none', async () => {
    const { session } = await answering(specification.rpcResponse)
    expect(await session.query('EXECUTE foo3', { value: '1' })).toEqual({ ok: true, value: [] })
  })

  it('4.15 is ten rows, three of them with XML and seven with NULL', async () => {
    const { session } = await answering(specification.sparseColumnResponse)
    const answer = await session.query('SELECT * FROM sparse')
    const xml = [
      '<sparseProp1>1000</sparseProp1><sparseProp2>foo</sparseProp2>',
      '<sparseProp1>1000</sparseProp1>',
      '<sparseProp2>abcd</sparseProp2>',
    ]
    expect(answer).toEqual({
      ok: true,
      value: Array.from({ length: 10 }, (_, index) => ({ id: String(index + 1), sparsePropertySet: xml[index] ?? null })),
    })
  })

  it('4.17 as printed has a byte too many, and ends with a problem instead of waiting', async () => {
    const { sessionRecoveryResponse } = specification
    expect(sessionRecoveryResponse.byteLength).toBe(sessionRecoveryResponse.readUInt16BE(2) + 1)
    const answer = sessionRecoveryResponse.subarray(HEADER_BYTES)
    await expect(openSession({ loginAnswer: answer })).rejects.toThrow('not-sql-server')
    const place = answer.indexOf(Buffer.from('09 04 D0 00 34 00 00 E3'.replaceAll(' ', ''), 'hex'))
    const corrected = Buffer.concat([answer.subarray(0, place + 6), answer.subarray(place + 7)])
    const { session } = await openSession({ loginAnswer: corrected })
    expect(await session.query('SELECT 1')).toEqual({ ok: true, value: [] })
  })
})
