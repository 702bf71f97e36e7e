import { describe, expect, it } from 'vitest'

import { servicesProbe } from '#electron/probes/services/probe.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import type { Windows } from '#electron/win32/windows.ts'
import {
  contextOf,
  number,
  registryOf,
  type StandInRegistry,
  type StandInService,
  serviceManagerOf,
  text,
  windowsOf,
} from '../stand-in-windows.ts'

const SERVICES = '64-bit HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services'
const STORED = `${SERVICES}\\Acme Sync`
const VALUES = { Start: number(2), ImagePath: text('C:\\Acme\\sync.exe'), ObjectName: text('.\\svc_sync'), DelayedAutostart: number(1) }

const ACME: StandInService = {
  listed: { name: 'Acme Sync', displayName: 'Acme Abgleich für ERP', state: 'running' },
  configuration: { startMode: 'auto', imagePath: '"C:\\Acme\\sync.exe" -k', account: '.\\svc_sync', delayedStart: true },
}

const FACT = {
  name: 'Acme Sync',
  displayName: 'Acme Abgleich für ERP',
  account: '.\\svc_sync',
  accountSid: 'S-1-5-21-1-2-3-1001',
  executable: 'C:\\Acme\\sync.exe',
  state: 'running',
  startMode: 'auto',
  delayedStart: true,
}

function read(services: readonly StandInService[], parts: Partial<Windows> = {}, registry: StandInRegistry = {}) {
  const accounts = { sidOf: () => succeeded('S-1-5-21-1-2-3-1001'), nameOf: () => succeeded(null) }
  const windows = windowsOf({ services: serviceManagerOf(services), accounts, registry: registryOf(registry), ...parts })
  return servicesProbe.read(contextOf(windows, { environment: { SystemRoot: 'C:\\Windows' } }))
}

/** Tells which services were asked for one by one. */
function countedManagerOf(services: readonly StandInService[]) {
  const asked: string[] = []
  const inner = serviceManagerOf(services)
  const manager: Windows['services'] = {
    connect: (reader) =>
      inner.connect((open) =>
        reader({
          list: open.list,
          configuration: (name) => {
            asked.push(name)
            return open.configuration(name)
          },
        }),
      ),
  }
  return { manager, asked }
}

describe('services', () => {
  it('reads a service with its account as the service control manager gives it', () => {
    expect(read([ACME])).toEqual({ status: 'ok', facts: { services: [FACT] } })
  })

  it('leaves the delay out where it is not told', () => {
    const { delayedStart: _left, ...fact } = FACT
    const configuration = { startMode: 'auto', imagePath: '"C:\\Acme\\sync.exe" -k', account: '.\\svc_sync' } as const
    expect(read([{ ...ACME, configuration }])).toEqual({ status: 'ok', facts: { services: [fact] } })
  })

  it('asks the service control manager for its list and for nothing that the registry stores', () => {
    const counted = countedManagerOf([ACME, { ...ACME, listed: { ...ACME.listed, name: 'Other' } }])
    const reading = read([], { services: counted.manager }, { [STORED]: { values: VALUES }, [`${SERVICES}\\Other`]: { values: VALUES } })
    expect(reading).toEqual({ status: 'ok', facts: { services: [FACT, { ...FACT, name: 'Other' }] } })
    expect(counted.asked).toEqual([])
  })

  it('asks the service control manager for what the registry does not store', () => {
    const counted = countedManagerOf([ACME, { ...ACME, listed: { ...ACME.listed, name: 'Other' } }])
    const reading = read([], { services: counted.manager }, { [STORED]: { values: VALUES } })
    expect(reading).toEqual({ status: 'ok', facts: { services: [FACT, { ...FACT, name: 'Other' }] } })
    expect(counted.asked).toEqual(['Other'])
  })

  it('reads a service from the registry that locks everybody out', () => {
    const reading = read([{ ...ACME, configuration: 5 }], {}, { [STORED]: { values: VALUES } })
    expect(reading).toEqual({ status: 'ok', facts: { services: [FACT] } })
  })

  it('keeps the others and is incomplete where the registry and the service control manager refuse', () => {
    const other = { ...ACME, listed: { ...ACME.listed, name: 'Other' } }
    const reading = read([{ ...ACME, configuration: 5 }, other], {}, { [STORED]: 5 })
    expect(reading).toEqual({
      status: 'ok',
      incomplete: true,
      facts: { services: [{ ...FACT, name: 'Other' }] },
      notes: ['service Acme Sync is left out: OpenServiceW for Acme Sync ended with error 5'],
    })
  })

  it('passes over a service that was removed meanwhile', () => {
    expect(read([{ ...ACME, configuration: 1060 }])).toEqual({ status: 'ok', facts: { services: [] } })
  })

  it('says where an account could not be resolved', () => {
    const accounts = { sidOf: () => refused('LookupAccountNameW', 1789, { subject: 'ERP01\\svc_sync' }), nameOf: () => succeeded(null) }
    expect(read([ACME], { accounts })).toEqual({
      status: 'ok',
      incomplete: true,
      facts: { services: [{ ...FACT, accountSid: null }] },
      notes: ['account of service Acme Sync: LookupAccountNameW for ERP01\\svc_sync ended with error 1789'],
    })
  })

  it.each([
    { code: 5, status: 'denied' },
    { code: 1722, status: 'failed' },
  ])('is $status without the service control manager (error $code)', ({ code, status }) => {
    const services = { connect: () => refused('OpenSCManagerW', code) }
    expect(read([], { services })).toMatchObject({ status })
  })

  it('has no facts, rather than none found, where the list is refused', () => {
    const services: Windows['services'] = {
      connect: (reader) =>
        succeeded(
          reader({
            list: () => refused('EnumServicesStatusExW', 5),
            configuration: () => refused('OpenServiceW', 5),
          }),
        ),
    }
    expect(read([], { services })).toEqual({ status: 'denied', reason: 'EnumServicesStatusExW ended with error 5' })
  })
})
