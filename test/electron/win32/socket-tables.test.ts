import { describe, expect, it } from 'vitest'

import { layouts } from '#electron/win32/layouts.ts'
import { type AddressFamily, createSocketTables, type Protocol } from '#electron/win32/socket-tables.ts'
import { type StandInExports, standIn } from './stand-in.ts'

interface Asked {
  readonly family: unknown
  readonly kind: unknown
  readonly bytes: number
}

const TABLES = [
  { protocol: 'tcp', family: 'ipv4', row: layouts.MIB_TCPROW_OWNER_PID, asked: { family: 2, kind: 3 } },
  { protocol: 'tcp', family: 'ipv6', row: layouts.MIB_TCP6ROW_OWNER_PID, asked: { family: 23, kind: 3 } },
  { protocol: 'udp', family: 'ipv4', row: layouts.MIB_UDPROW_OWNER_PID, asked: { family: 2, kind: 1 } },
  { protocol: 'udp', family: 'ipv6', row: layouts.MIB_UDP6ROW_OWNER_PID, asked: { family: 23, kind: 1 } },
] as const

type Row = (typeof TABLES)[number]['row']

/** A table with rows for port 443 onward; the port's upper bytes hold what Windows leaves there. */
function tableOf(row: Row, count: number): Buffer {
  const table = Buffer.alloc(4 + count * row.size, 0xaa)
  table.writeUInt32LE(count, 0)
  for (let index = 0; index < count; index += 1) {
    const bytes = table.subarray(4 + index * row.size)
    if ('dwLocalAddr' in row) bytes.set([192, 0, 2, 1], row.dwLocalAddr)
    else bytes.set(Buffer.from('fe800000000000000000000000000001', 'hex'), row.ucLocalAddr)
    bytes.writeUInt16BE(443 + index, row.dwLocalPort)
    bytes.writeUInt32LE(1000 + index, row.dwOwningPid)
  }
  return table
}

/** Answers with one table after the other as long as it does not fit, as Windows does while sockets come. */
function answering(tables: readonly Buffer[], asked: Asked[]): StandInExports {
  const answer = (...args: readonly unknown[]): number => {
    const [buffer, size, , family, kind] = args as [Buffer, number[], unknown, unknown, unknown]
    const table = tables[Math.min(asked.length, tables.length - 1)] ?? Buffer.alloc(0)
    asked.push({ family, kind, bytes: size[0] ?? 0 })
    const fits = table.byteLength <= (size[0] ?? 0)
    size[0] = table.byteLength
    if (!fits) return 122
    buffer.set(table)
    return 0
  }
  return { GetExtendedTcpTable: answer, GetExtendedUdpTable: answer }
}

function read(exports: StandInExports, protocol: Protocol, family: AddressFamily) {
  return createSocketTables(standIn({ 'iphlpapi.dll': exports }).native).waiting(protocol, family)
}

describe('socket-tables', () => {
  it.each(TABLES)('reads the sockets of $protocol over $family', ({ protocol, family, row, asked: wanted }) => {
    const asked: Asked[] = []
    const address = family === 'ipv4' ? '192.0.2.1' : 'fe80::1'
    const value = [
      { address, port: 443, processId: 1000 },
      { address, port: 444, processId: 1001 },
    ]
    expect(read(answering([tableOf(row, 2)], asked), protocol, family)).toEqual({ ok: true, value })
    expect(asked).toMatchObject([wanted])
  })

  it.each(TABLES)('reads an empty table of $protocol over $family', ({ protocol, family, row }) => {
    expect(read(answering([tableOf(row, 0)], []), protocol, family)).toEqual({ ok: true, value: [] })
  })

  it('asks again with more room as long as the table grows', () => {
    const asked: Asked[] = []
    const tables = [2000, 4000, 4001].map((count) => tableOf(layouts.MIB_TCPROW_OWNER_PID, count))
    expect(read(answering(tables, asked), 'tcp', 'ipv4')).toMatchObject({ ok: true, value: { length: 4001 } })
    expect(asked.map(({ bytes }) => bytes)).toEqual([32 * 1024, 64 * 1024, 128 * 1024])
  })

  it('gives up on a table that never fits', () => {
    let calls = 0
    const grows = (_table: unknown, size: unknown): number => {
      calls += 1
      ;(size as number[])[0] = 10
      return 122
    }
    const subject = 'IPv4'
    expect(read({ GetExtendedTcpTable: grows }, 'tcp', 'ipv4')).toEqual({
      ok: false,
      failure: { function: 'GetExtendedTcpTable', code: 122, subject },
    })
    expect(calls).toBe(8)
  })

  it.each([
    { name: 'a refusal', exports: { GetExtendedUdpTable: () => 5 }, code: 5 },
    { name: 'a missing function', exports: {}, code: 127 },
    {
      name: 'a table with more rows than room',
      exports: {
        GetExtendedUdpTable: (table: unknown) => {
          ;(table as Buffer).writeUInt32LE(0xffffffff, 0)
          return 0
        },
      },
      code: 13,
    },
  ])('passes on $name', ({ exports, code }) => {
    expect(read(exports, 'udp', 'ipv6')).toEqual({ ok: false, failure: { function: 'GetExtendedUdpTable', code, subject: 'IPv6' } })
  })
})
