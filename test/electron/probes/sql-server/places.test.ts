import { describe, expect, it } from 'vitest'

import { placesOf } from '#electron/probes/sql-server/places.ts'
import type { SqlServerAddress } from '#electron/sql/server-name.ts'
import { registryOf, text, windowsOf } from '../stand-in-windows.ts'

const ROOT = '64-bit HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Microsoft SQL Server'
const tcp = (id: string) => `${ROOT}\\${id}\\MSSQLServer\\SuperSocketNetLib\\Tcp`

const registry = registryOf({
  [`${ROOT}\\Instance Names\\SQL`]: {
    values: { MSSQLSERVER: text('MSSQL15.MSSQLSERVER'), SAGE: text('MSSQL16.SAGE'), LOCAL: text('MSSQL16.LOCAL') },
  },
  [tcp('MSSQL15.MSSQLSERVER')]: { values: { Enabled: text('1') } },
  [`${tcp('MSSQL15.MSSQLSERVER')}\\IPAll`]: { values: { TcpPort: text('1500') } },
  [tcp('MSSQL16.SAGE')]: { values: { Enabled: text('1') } },
  [`${tcp('MSSQL16.SAGE')}\\IPAll`]: { values: { TcpPort: text(''), TcpDynamicPorts: text('49876') } },
  [tcp('MSSQL16.LOCAL')]: { values: { Enabled: text('0') } },
})

describe('placesOf a server that was asked for', () => {
  const windows = windowsOf({ registry })
  const computer = windows.system.computerName()
  const here = computer.ok ? computer.value : ''
  const rows: readonly (readonly [name: string, server: string, address: SqlServerAddress])[] = [
    [
      'an instance of this machine by its port',
      `${here.toLowerCase()}\\sage`,
      { host: here.toLowerCase(), instance: 'sage', port: 49_876, isHere: true },
    ],
    ['the default instance by its own port', '.', { host: '127.0.0.1', instance: null, port: 1500, isHere: true }],
    ['the port that was named', '.\\SAGE,1433', { host: '127.0.0.1', instance: 'SAGE', port: 1433 }],
    ['an instance without TCP', '.\\LOCAL', { host: '127.0.0.1', instance: 'LOCAL', port: null, isHere: true }],
    ['an instance that is not installed', '.\\NONE', { host: '127.0.0.1', instance: 'NONE', port: null }],
    ['an instance of another machine', 'ELSEWHERE\\SAGE', { host: 'ELSEWHERE', instance: 'SAGE', port: null }],
    ['nothing for what is no name', 'a b', { host: '', instance: null, port: null }],
  ]
  it.each(rows)('finds %s', (_name, server, address) => {
    const signIn = { kind: 'integrated' } as const
    expect(placesOf(windows, { server, signIn, trustCertificate: false })).toEqual({ ok: true, value: [{ name: server, address }] })
  })
})
