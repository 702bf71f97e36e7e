import { describe, expect, it } from 'vitest'

import { readDistributedComponents } from '#electron/rotation/dependants/distributed-components.ts'
import { readMappedDrives } from '#electron/rotation/dependants/mapped-drives.ts'
import { readServiceDependencies } from '#electron/rotation/dependants/service-dependencies.ts'
import { number, registryOf, type StandInKey, type StandInRegistry, text } from '../../probes/stand-in-windows.ts'

const APPLICATIONS = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Classes\\AppID'
const PROFILES = '64-bit HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList'
const SERVICES = '64-bit HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services'
const ANNA = 'S-1-5-21-1-2-3-1001'
const BERT = 'S-1-5-21-1-2-3-1002'

describe('distributed-components', () => {
  const applications = (native: StandInKey | number, wow: StandInKey | number = 2) =>
    readDistributedComponents(registryOf({ [`64-bit ${APPLICATIONS}`]: native, [`32-bit ${APPLICATIONS}`]: wow }))
  const erp: StandInKey = { values: { '': text('Sage Übertrag'), RunAs: text('ERP01\\erpsync') } }

  it('reads who an application runs as, once for both halves of the registry', () => {
    const plain: StandInKey = { values: { '': text('Plain') } }
    const untitled: StandInKey = { values: { RunAs: text('Interactive User') } }
    expect(applications({ subkeys: { '{1}': erp, '{2}': plain, '{3}': untitled } }, { subkeys: { '{1}': erp } })).toEqual({
      status: 'read',
      value: [
        { kind: 'dcom-application', name: 'Sage Übertrag {1}', account: 'ERP01\\erpsync' },
        { kind: 'dcom-application', name: '{3}', account: 'Interactive User' },
      ],
      gaps: [],
    })
  })

  it('tells what one application refused, and keeps the others', () => {
    const reading = applications({ subkeys: { '{1}': erp, '{2}': 5, '{3}': { values: { RunAs: 5 } }, '{4}': 2 } })
    expect(reading).toMatchObject({ status: 'read', value: [{ name: 'Sage Übertrag {1}' }] })
    expect(reading.status === 'read' && reading.gaps).toEqual([
      'RegOpenKeyExW for {2} ended with error 5',
      'RegQueryValueExW for RunAs ended with error 5',
    ])
  })

  it.each([
    ['that may not be opened', 5, 2, 'denied'],
    ['that is not there', 2, 2, 'failed'],
    ['whose list breaks off', { listing: 234 }, 2, 'failed'],
    ['whose other half may not be opened', { subkeys: {} }, 5, 'denied'],
  ] as const)('refuses a list %s', (_name, native, wow, status) => {
    expect(applications(native, wow)).toMatchObject({ status })
  })
})

describe('mapped-drives', () => {
  const drives = (keys: StandInRegistry) =>
    readMappedDrives(
      registryOf({
        '64-bit HKEY_USERS': { subkeys: { '.DEFAULT': {}, [ANNA]: {}, [`${ANNA}_Classes`]: {}, 'S-1-5-18': {} } },
        [PROFILES]: { subkeys: { [ANNA]: {}, 'S-1-5-18': {} } },
        ...keys,
      }),
    )
  const network = `64-bit HKEY_USERS\\${ANNA}\\Network`

  it('reads drives that name another account', () => {
    const own: StandInKey = { values: { UserName: number(0), RemotePath: text('\\\\nas\\own') } }
    const other: StandInKey = { values: { UserName: text('ERP01\\erpsync') } }
    expect(drives({ [network]: { subkeys: { Y: own, Z: other, X: { values: {} } } } })).toEqual({
      status: 'read',
      value: [{ kind: 'mapped-drive', name: `Z: (${ANNA})`, account: 'ERP01\\erpsync' }],
      gaps: [],
    })
  })

  it('knows that nothing is mapped without the key', () => {
    expect(drives({})).toEqual({ status: 'read', value: [], gaps: [] })
  })

  it.each([
    ['profiles that are not loaded', { [PROFILES]: { subkeys: { [ANNA]: {}, [BERT]: {} } } }],
    ['profiles that are not listed', { [PROFILES]: 5 }],
    ['a profile that refuses', { [network]: 5 }],
    ['a profile whose list breaks off', { [network]: { listing: 5 } }],
    ['a drive that refuses', { [network]: { subkeys: { Z: 5 } } }],
  ])('tells of %s', (_name, keys: StandInRegistry) => {
    const reading = drives(keys)
    expect(reading).toMatchObject({ status: 'read', value: [] })
    expect(reading.status === 'read' && reading.gaps).toHaveLength(1)
  })

  it('is refused where the users are not listed', () => {
    expect(drives({ '64-bit HKEY_USERS': { listing: 5 } })).toMatchObject({ status: 'denied' })
  })
})

describe('service-dependencies', () => {
  const texts = (...names: string[]) => ({ kind: 'texts', texts: names }) as const
  const services = (key: StandInKey | number) => readServiceDependencies(registryOf({ [SERVICES]: key }))

  it('reads what a service needs, and leaves out those that need nothing', () => {
    const needing: StandInKey = { values: { DependOnService: texts('RpcSs', 'WSPAgent') } }
    expect(services({ subkeys: { WSPSync: needing, Spooler: {} } })).toEqual({
      status: 'read',
      value: [{ name: 'WSPSync', needs: ['RpcSs', 'WSPAgent'] }],
      gaps: [],
    })
  })

  it('tells which service it could not look into, unless it is gone', () => {
    expect(services({ subkeys: { A: 5, B: 2, C: { values: { DependOnService: 5 } } } })).toMatchObject({
      value: [],
      gaps: ['RegOpenKeyExW for A ended with error 5', 'RegQueryValueExW for DependOnService ended with error 5'],
    })
  })

  it('is refused where the services are not listed', () => {
    expect(services(5)).toMatchObject({ status: 'denied' })
    expect(services({ listing: 234 })).toMatchObject({ status: 'failed' })
  })
})
