import { describe, expect, it } from 'vitest'

import { buildClientHello, type HelloProtocol } from '#electron/probes/tls-endpoints/client-hello.ts'

const RANDOM = Buffer.alloc(32, 7)

/** Where the suites begin: record and message headers, version, random, the session's empty name. */
const SUITES_AT = 5 + 4 + 2 + 32 + 1

function suitesOf(hello: Buffer): readonly number[] {
  const count = hello.readUInt16BE(SUITES_AT) / 2
  return Array.from({ length: count }, (_, index) => hello.readUInt16BE(SUITES_AT + 2 + index * 2))
}

/** Types of the extensions; null: no place for any. */
function extensionsOf(hello: Buffer): readonly number[] | null {
  let at = SUITES_AT + 2 + suitesOf(hello).length * 2 + 2
  if (at === hello.length) return null
  expect(hello.readUInt16BE(at)).toBe(hello.length - at - 2)
  at += 2
  const types: number[] = []
  while (at < hello.length) {
    types.push(hello.readUInt16BE(at))
    at += 4 + hello.readUInt16BE(at + 2)
  }
  expect(at).toBe(hello.length)
  return types
}

describe('client-hello', () => {
  it.each<{ protocol: HelloProtocol; record: string; version: string; extensions: readonly number[] | null }>([
    { protocol: 'SSLv3', record: '0300', version: '0300', extensions: null },
    { protocol: 'TLSv1', record: '0301', version: '0301', extensions: [0, 10, 11] },
    { protocol: 'TLSv1.1', record: '0301', version: '0302', extensions: [0, 10, 11] },
    { protocol: 'TLSv1.2', record: '0301', version: '0303', extensions: [0, 10, 11, 13] },
  ])('asks for $protocol alone', ({ protocol, record, version, extensions }) => {
    const hello = buildClientHello(protocol, 'crm.example.com', RANDOM)
    expect(hello.toString('hex', 0, 3)).toBe(`16${record}`)
    expect(hello.readUInt16BE(3)).toBe(hello.length - 5)
    expect(hello.readUIntBE(6, 3)).toBe(hello.length - 9)
    expect(hello.toString('hex', 9, 11)).toBe(version)
    expect(hello.subarray(11, 43)).toEqual(RANDOM)
    expect(extensionsOf(hello)).toEqual(extensions)
  })

  it('names the host, but no address', () => {
    expect(buildClientHello('TLSv1', 'crm.example.com', RANDOM).includes('crm.example.com')).toBe(true)
    expect(extensionsOf(buildClientHello('TLSv1', null, RANDOM))).toEqual([10, 11])
  })

  it('never signals a fallback, which servers refuse old versions for', () => {
    expect(suitesOf(buildClientHello('TLSv1', 'crm.example.com', RANDOM))).not.toContain(0x5600)
  })

  it('stays short enough for old balancers', () => {
    expect(buildClientHello('TLSv1.1', 'a-rather-long-name.intranet.example.com', RANDOM).length).toBeLessThan(256)
  })
})
