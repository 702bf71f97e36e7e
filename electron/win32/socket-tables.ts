import { layouts } from './layouts.ts'
import type { NativeAccess, NativeFunction } from './library.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'
import { ipv4Text, ipv6Text } from './socket-addresses.ts'

export type Protocol = 'tcp' | 'udp'
export type AddressFamily = 'ipv4' | 'ipv6'

/** A socket that waits: a listening one of TCP, a bound one of UDP. */
export interface WaitingSocket {
  readonly address: string
  readonly port: number
  /** 0: Windows does not tell whose it is. */
  readonly processId: number
}

export interface SocketTables {
  waiting(protocol: Protocol, family: AddressFamily): Win32Result<readonly WaitingSocket[]>
}

/** Address families of ws2def.h and ws2ipdef.h. */
const FAMILIES: Readonly<Record<AddressFamily, number>> = { ipv4: 2, ipv6: 23 }

/** TCP_TABLE_OWNER_PID_LISTENER and UDP_TABLE_OWNER_PID of iprtrmib.h. */
const CLASSES: Readonly<Record<Protocol, number>> = { tcp: 3, udp: 1 }

/** Both tables begin with the number of rows, as DWORD. */
const HEADER_BYTES = 4

/** The tables of a busy server fit. */
const FIRST_TABLE_BYTES = 32 * 1024

/** Sockets come while the table is asked for; one that outgrows its room this often is not going to be caught. */
const MAX_ATTEMPTS = 8

const ROWS = {
  tcp: { ipv4: layouts.MIB_TCPROW_OWNER_PID, ipv6: layouts.MIB_TCP6ROW_OWNER_PID },
  udp: { ipv4: layouts.MIB_UDPROW_OWNER_PID, ipv6: layouts.MIB_UDP6ROW_OWNER_PID },
} as const

type RowLayout = (typeof ROWS)[Protocol][AddressFamily]

/** Reads the tables of sockets through iphlpapi; nothing is ever connected or closed. */
export function createSocketTables(native: NativeAccess): SocketTables {
  const declare = (name: string): NativeFunction =>
    native.bind(
      'iphlpapi.dll',
      `uint32_t __stdcall ${name}(_Out_ uint8_t *table, _Inout_ uint32_t *bytes, int sorted, uint32_t family, int kind, uint32_t reserved)`,
      'status',
    )
  const calls = {
    tcp: { name: 'GetExtendedTcpTable', ask: declare('GetExtendedTcpTable') },
    udp: { name: 'GetExtendedUdpTable', ask: declare('GetExtendedUdpTable') },
  }
  return {
    waiting: (protocol, family) => {
      const { name, ask } = calls[protocol]
      const subject = family === 'ipv4' ? 'IPv4' : 'IPv6'
      let size = FIRST_TABLE_BYTES
      let status = 0
      for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
        const table = Buffer.alloc(size)
        const bytes = [size]
        status = Number(ask(table, bytes, 1, FAMILIES[family], CLASSES[protocol], 0))
        if (status === 0) {
          const sockets = decodeTable(table, ROWS[protocol][family])
          return sockets === null ? refused(name, errorCodes.invalidData, { subject }) : succeeded(sockets)
        }
        if (status !== errorCodes.insufficientBuffer) break
        size = Math.max(Number(bytes[0]), size * 2)
      }
      return refused(name, status, { subject })
    },
  }
}

/** Null: the table claims more rows than there is room for. */
function decodeTable(table: Buffer, row: RowLayout): readonly WaitingSocket[] | null {
  const count = table.readUInt32LE(0)
  if (HEADER_BYTES + count * row.size > table.byteLength) return null
  return Array.from({ length: count }, (_, index) => {
    const bytes = table.subarray(HEADER_BYTES + index * row.size, HEADER_BYTES + (index + 1) * row.size)
    return {
      address: addressIn(bytes, row),
      // In network order, whatever the machine's own; the upper half of the field means nothing.
      port: bytes.readUInt16BE(row.dwLocalPort),
      processId: bytes.readUInt32LE(row.dwOwningPid),
    }
  })
}

function addressIn(bytes: Buffer, row: RowLayout): string {
  if ('dwLocalAddr' in row) return ipv4Text(bytes.subarray(row.dwLocalAddr, row.dwLocalAddr + 4))
  return ipv6Text(bytes.subarray(row.ucLocalAddr, row.ucLocalAddr + 16))
}
