import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createFlightReader, type Flight } from '#electron/probes/tls-endpoints/server-hello.ts'
import { alert, certificateMessage, HELLO_DONE, helloMessage, message, record } from './flights.ts'

const CERTIFICATES = [Buffer.from('leaf'), Buffer.from('issuer')]
const MESSAGES = Buffer.concat([helloMessage(0x0301), certificateMessage(CERTIFICATES), HELLO_DONE])
const SEEN: Flight = { kind: 'hello', hello: { version: 0x0301, cipherSuite: 0x002f }, certificates: CERTIFICATES }
const UNFINISHED = { kind: 'more' } as const

/** Pushes chunk by chunk until something is decided. */
function readAll(chunks: readonly Uint8Array[]): Flight {
  const reader = createFlightReader()
  for (const chunk of chunks) {
    const flight = reader.push(chunk)
    if (flight.kind !== 'more') return flight
  }
  return UNFINISHED
}

function cutInto(bytes: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size))
}

describe('server-hello', () => {
  it.each<{ name: string; chunks: readonly Buffer[] }>([
    { name: 'in one record', chunks: [record(MESSAGES)] },
    { name: 'byte by byte', chunks: cutInto(record(MESSAGES), 1) },
    { name: 'in a record for each message', chunks: [record(helloMessage(0x0301)), record(certificateMessage(CERTIFICATES))] },
    { name: 'with messages cut over records', chunks: [Buffer.concat(cutInto(MESSAGES, 3).map((part) => record(part)))] },
    { name: 'after a warning that it does not know the name', chunks: [alert(1, 112), record(MESSAGES)] },
    { name: 'after a request to begin', chunks: [record(message(0, Buffer.alloc(0))), record(MESSAGES)] },
    {
      name: 'with a message in between that is of no interest',
      chunks: [record(helloMessage(0x0301)), record(message(22, Buffer.alloc(9))), record(certificateMessage(CERTIFICATES))],
    },
  ])('reads a flight $name', ({ chunks }) => {
    expect(readAll(chunks)).toEqual(SEEN)
  })

  it.each<{ name: string; bytes: Buffer; expected: Flight }>([
    { name: 'a refusal', bytes: alert(2, 70), expected: { kind: 'alert', description: 70 } },
    { name: 'the end without a hello', bytes: alert(1, 0), expected: { kind: 'alert', description: 0 } },
    { name: 'an alert of one byte', bytes: record(Buffer.from([2]), 21), expected: { kind: 'not-tls' } },
    { name: 'a page', bytes: Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'), expected: { kind: 'not-tls' } },
    { name: 'the first byte of a page', bytes: Buffer.from('H'), expected: { kind: 'not-tls' } },
    { name: 'a record of another protocol', bytes: record(MESSAGES, 22, 0x0201), expected: { kind: 'not-tls' } },
    { name: 'an empty record', bytes: record(Buffer.alloc(0)), expected: { kind: 'not-tls' } },
    { name: 'a certificate before the hello', bytes: record(certificateMessage(CERTIFICATES)), expected: { kind: 'not-tls' } },
    { name: 'a hello that is too short', bytes: record(message(2, Buffer.alloc(37))), expected: { kind: 'not-tls' } },
    { name: 'a hello with too long a name of the session', bytes: record(message(2, Buffer.alloc(80, 33))), expected: { kind: 'not-tls' } },
    { name: 'a record beyond the limit', bytes: Buffer.from([22, 3, 1, 0xff, 0xff]), expected: { kind: 'not-tls' } },
    { name: 'a message beyond the limit', bytes: record(Buffer.from([2, 0xff, 0xff, 0xff])), expected: { kind: 'not-tls' } },
  ])('tells $name', ({ bytes, expected }) => {
    expect(readAll([bytes])).toEqual(expected)
  })

  it.each<{ name: string; after: Buffer; certificates: readonly Buffer[] }>([
    { name: 'a refusal', after: alert(2, 40), certificates: [] },
    { name: 'garbage', after: Buffer.from('garbage'), certificates: [] },
    { name: 'the end of the flight', after: record(HELLO_DONE), certificates: [] },
    { name: 'a key without a certificate', after: record(message(12, Buffer.alloc(4))), certificates: [] },
    {
      name: 'a list of certificates that is cut',
      after: record(message(11, certificateMessage(CERTIFICATES).subarray(4, -1))),
      certificates: [Buffer.from('leaf')],
    },
  ])('keeps a hello that is followed by $name', ({ after, certificates }) => {
    expect(readAll([record(helloMessage(0x0302)), after])).toEqual({
      kind: 'hello',
      hello: { version: 0x0302, cipherSuite: 0x002f },
      certificates,
    })
  })

  it('still has the hello where the rest never comes', () => {
    const reader = createFlightReader()
    expect(reader.push(record(helloMessage(0x0301)))).toEqual(UNFINISHED)
    expect(reader.heard()).toEqual({ version: 0x0301, cipherSuite: 0x002f })
  })

  it.each([
    { name: 'of one byte', piece: record(Buffer.from([0])) },
    { name: 'with warnings', piece: alert(1, 112) },
    { name: 'with requests to begin', piece: record(message(0, Buffer.alloc(0))) },
  ])('ends a flight of records without end $name', ({ piece }) => {
    expect(readAll(Array.from({ length: 600 }, () => piece))).toEqual({ kind: 'not-tls' })
  })

  it('decides nothing on the beginning of a flight, and never the contrary of the whole', () => {
    const whole = record(MESSAGES)
    fc.assert(
      fc.property(fc.nat(whole.length), fc.integer({ min: 1, max: 50 }), (length, size) => {
        const flight = readAll(cutInto(whole.subarray(0, length), size))
        expect(flight).toEqual(length === whole.length ? SEEN : UNFINISHED)
      }),
    )
  })

  it('takes no bytes that do not follow its grammar for a hello, and never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), (chunks) => {
        expect(['more', 'not-tls', 'alert']).toContain(readAll(chunks).kind)
      }),
    )
  })

  it('never throws on a flight with damaged bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(MESSAGES.length + 4), fc.nat(255)), { minLength: 1, maxLength: 6 }), (damages) => {
        const bytes = record(MESSAGES)
        for (const [at, value] of damages) bytes[at] = value
        expect(['more', 'not-tls', 'alert', 'hello']).toContain(readAll([bytes]).kind)
      }),
    )
  })
})
