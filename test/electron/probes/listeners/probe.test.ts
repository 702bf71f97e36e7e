import { describe, expect, it } from 'vitest'

import { listenersProbe } from '#electron/probes/listeners/probe.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import type { SocketTables, WaitingSocket } from '#electron/win32/socket-tables.ts'
import type { Windows } from '#electron/win32/windows.ts'
import { processListOf, type StandInProcess } from '../stand-in-processes.ts'
import { contextOf, windowsOf } from '../stand-in-windows.ts'

/** Tables by `protocol family`; a number is the code with which one refuses. */
type Tables = Readonly<Partial<Record<'tcp ipv4' | 'tcp ipv6' | 'udp ipv4' | 'udp ipv6', readonly WaitingSocket[] | number>>>

const PROCESSES: readonly StandInProcess[] = [
  { id: 4, name: 'System' },
  { id: 100, name: 'sync.exe', path: 'C:\\Acme\\sync.exe' },
  { id: 104, name: 'closed.exe', opening: 5 },
]
const OPEN: WaitingSocket = { address: '0.0.0.0', port: 445, processId: 4 }
const OPEN_FACT = { protocol: 'tcp', address: '0.0.0.0', port: 445, process: 'System' }

function socketsOf(tables: Tables): SocketTables {
  return {
    waiting: (protocol, family) => {
      const found = tables[`${protocol} ${family}`] ?? []
      return typeof found === 'number' ? refused(`table of ${protocol} ${family}`, found) : succeeded(found)
    },
  }
}

function read(tables: Tables, parts: Partial<Windows> = {}) {
  return listenersProbe.read(contextOf(windowsOf({ processes: processListOf(PROCESSES), sockets: socketsOf(tables), ...parts })))
}

describe('listeners', () => {
  it('reads the four tables, each socket with the program behind it', () => {
    const tables: Tables = {
      'tcp ipv4': [OPEN, { address: '127.0.0.1', port: 8080, processId: 100 }],
      'tcp ipv6': [{ address: '::', port: 8080, processId: 104 }],
      'udp ipv4': [{ address: '192.0.2.1', port: 137, processId: 4 }],
      'udp ipv6': [{ address: 'fe80::1', port: 5353, processId: 100 }],
    }
    const listeners = [
      OPEN_FACT,
      { protocol: 'tcp', address: '127.0.0.1', port: 8080, process: 'C:\\Acme\\sync.exe' },
      { protocol: 'tcp', address: '::', port: 8080, process: 'closed.exe' },
      { protocol: 'udp', address: '192.0.2.1', port: 137, process: 'System' },
      { protocol: 'udp', address: 'fe80::1', port: 5353, process: 'C:\\Acme\\sync.exe' },
    ]
    expect(read(tables)).toEqual({ status: 'ok', facts: { listeners } })
  })

  it('tells sockets that share address, port and program once', () => {
    expect(read({ 'tcp ipv4': [OPEN, OPEN] })).toEqual({ status: 'ok', facts: { listeners: [OPEN_FACT] } })
  })

  it.each([
    { name: 'that Windows does not name', processId: 0, processes: [{ id: 0, name: 'System Idle Process' }, ...PROCESSES] },
    { name: 'that has ended', processId: 999, processes: PROCESSES },
  ])('has no program, and is incomplete, for an owner $name', ({ processId, processes }) => {
    expect(read({ 'tcp ipv4': [OPEN, { ...OPEN, processId }] }, { processes: processListOf(processes) })).toEqual({
      status: 'ok',
      incomplete: true,
      facts: { listeners: [OPEN_FACT, { ...OPEN_FACT, process: null }] },
      notes: ['the programs of sockets are not told (1)'],
    })
  })

  it('knows paths, and says that names are missing, without the list of processes', () => {
    const processes = { ...processListOf(PROCESSES), list: () => refused('CreateToolhelp32Snapshot', 5) }
    const tables: Tables = { 'tcp ipv4': [OPEN, { ...OPEN, port: 8080, processId: 100 }] }
    expect(read(tables, { processes })).toEqual({
      status: 'ok',
      incomplete: true,
      facts: {
        listeners: [
          { ...OPEN_FACT, process: null },
          { ...OPEN_FACT, port: 8080, process: 'C:\\Acme\\sync.exe' },
        ],
      },
      notes: ['names of processes are not known: CreateToolhelp32Snapshot ended with error 5', 'the programs of sockets are not told (1)'],
    })
  })

  it.each(['tcp ipv4', 'tcp ipv6', 'udp ipv4', 'udp ipv6'] as const)('keeps the others where %s refuses, and is incomplete', (table) => {
    const [protocol, other] = table.startsWith('tcp') ? (['udp', 'udp ipv4'] as const) : (['tcp', 'tcp ipv4'] as const)
    expect(read({ [other]: [OPEN], [table]: 50 })).toEqual({
      status: 'ok',
      incomplete: true,
      facts: { listeners: [{ ...OPEN_FACT, protocol }] },
      notes: [`sockets are missing: table of ${table} ended with error 50`],
    })
  })

  it.each([
    { code: 5, status: 'denied' },
    { code: 127, status: 'unsupported' },
    { code: 1450, status: 'failed' },
  ])('is $status where every table refuses (error $code)', ({ code, status }) => {
    const tables = { 'tcp ipv4': code, 'tcp ipv6': code, 'udp ipv4': code, 'udp ipv6': code }
    expect(read(tables)).toEqual({ status, reason: `table of tcp ipv4 ended with error ${code}` })
  })

  it('does not take tables without a single socket for a quiet server', () => {
    expect(read({})).toEqual({ status: 'failed', reason: 'GetExtendedTcpTable ended with error 259' })
  })

  it('has no facts where one table refuses and the others are empty', () => {
    expect(read({ 'udp ipv6': 5 })).toEqual({ status: 'denied', reason: 'table of udp ipv6 ended with error 5' })
  })
})
