import { describe, expect, it } from 'vitest'

import { findInstalledInstances } from '#electron/sql/find-instances.ts'
import { number, registryOf, type StandInRegistry, text } from '../probes/stand-in-windows.ts'

const ROOT = '64-bit HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Microsoft SQL Server'
const NAMES = `${ROOT}\\Instance Names\\SQL`
const tcp = (id: string) => `${ROOT}\\${id}\\MSSQLServer\\SuperSocketNetLib\\Tcp`

const TWO: StandInRegistry = {
  [NAMES]: { values: { MSSQLSERVER: text('MSSQL15.MSSQLSERVER'), SAGE: text('MSSQL16.SAGE') } },
  [`${ROOT}\\MSSQL15.MSSQLSERVER\\Setup`]: { values: { Version: text('15.0.4430.1') } },
  [tcp('MSSQL15.MSSQLSERVER')]: { values: { Enabled: number(1) } },
  [`${tcp('MSSQL15.MSSQLSERVER')}\\IPAll`]: { values: { TcpPort: text('1533, 1534'), TcpDynamicPorts: text('') } },
  [`${ROOT}\\MSSQL16.SAGE\\Setup`]: { values: { Version: text('16.0.4185.3') } },
  [tcp('MSSQL16.SAGE')]: { values: { Enabled: number(1) } },
  [`${tcp('MSSQL16.SAGE')}\\IPAll`]: { values: { TcpPort: text(''), TcpDynamicPorts: text('49812') } },
}

describe('installed instances', () => {
  it('have their version and the port that they listen on', () => {
    expect(findInstalledInstances(registryOf(TWO))).toEqual({
      ok: true,
      value: [
        { name: 'MSSQLSERVER', version: '15.0.4430.1', port: 1533 },
        { name: 'SAGE', version: '16.0.4185.3', port: 49_812 },
      ],
    })
  })

  it.each([
    ['no port is configured for the default one', { [`${tcp('MSSQL15.MSSQLSERVER')}\\IPAll`]: 5 }, [1433, 49_812]],
    ['TCP is off', { [tcp('MSSQL16.SAGE')]: { values: { Enabled: number(0) } } }, [1533, null]],
    ['nothing is known of the port of a named one', { [`${tcp('MSSQL16.SAGE')}\\IPAll`]: 2 }, [1533, null]],
  ])('where %s', (_name, more, ports) => {
    const found = findInstalledInstances(registryOf({ ...TWO, ...more }))
    expect(found.ok && found.value.map(({ port }) => port)).toEqual(ports)
  })

  it('are none without the key, and not known where it refuses', () => {
    expect(findInstalledInstances(registryOf({}))).toEqual({ ok: true, value: [] })
    expect(findInstalledInstances(registryOf({ [NAMES]: 5 }))).toMatchObject({ ok: false, failure: { code: 5 } })
  })
})
