import type { Facts } from '#shared/facts/index.ts'
import { describeFailure, errorCodes, type Win32Failure } from '../../win32/result.ts'
import type { AddressFamily, Protocol } from '../../win32/socket-tables.ts'
import type { Probe } from '../probe.ts'
import { createNotebook, refusal } from '../reading.ts'
import { createOwners } from './owners.ts'

type Listener = Facts['listeners']['listeners'][number]

const TABLES: readonly (readonly [Protocol, AddressFamily])[] = [
  ['tcp', 'ipv4'],
  ['tcp', 'ipv6'],
  ['udp', 'ipv4'],
  ['udp', 'ipv6'],
]

/** No Windows is without a socket: remote procedure calls alone have several. */
const NOTHING: Win32Failure = { function: 'GetExtendedTcpTable', code: errorCodes.noMoreItems }

/**
 * Sockets that wait for somebody: listening ones of TCP, bound ones of UDP.
 *
 * Source: GetExtendedTcpTable and GetExtendedUdpTable for IPv4 and IPv6, addresses in canonical text without a zone. One program on the
 * same address and port is told once. A table that refuses leaves the others and makes the record incomplete, and so does a socket whose
 * owner nobody tells: its program could be any. Not one socket is a failure.
 */
export const listenersProbe: Probe<'listeners'> = {
  id: 'listeners',
  area: 'host',
  read: ({ windows }) => {
    const notebook = createNotebook()
    const ownerOf = createOwners(windows, notebook)
    const listeners = new Map<string, Listener>()
    const failures: Win32Failure[] = []
    let ownerless = 0
    for (const [protocol, family] of TABLES) {
      const table = windows.sockets.waiting(protocol, family)
      if (!table.ok) {
        failures.push(table.failure)
        continue
      }
      for (const { address, port, processId } of table.value) {
        const process = ownerOf(processId)
        if (process === null) ownerless += 1
        listeners.set(`${protocol} ${address} ${port} ${process}`, { protocol, address, port, process })
      }
    }
    if (listeners.size === 0) return refusal(failures[0] ?? NOTHING)
    for (const failure of failures) notebook.gap(`sockets are missing: ${describeFailure(failure)}`)
    if (ownerless > 0) notebook.gap(`the programs of sockets are not told (${ownerless})`)
    return notebook.reading({ listeners: [...listeners.values()] })
  },
}
