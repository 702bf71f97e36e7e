import { describe, expect, it } from 'vitest'

import { antivirusProbe } from '#electron/probes/antivirus/probe.ts'
import type { ComValue } from '#electron/win32/com-values.ts'
import type { ManagementInstrumentation } from '#electron/win32/management-instrumentation.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import type { ListedService } from '#electron/win32/service-manager.ts'
import type { Windows } from '#electron/win32/windows.ts'
import { contextOf, type StandInService, serviceManagerOf, windowsOf } from '../stand-in-windows.ts'

const NO_NAMESPACE = 0x8004100e
const NO_CLASS = 0x80041010

/** What the service answers while Defender's own does not run. */
const NOT_AVAILABLE = 0x800106ba

type Objects = readonly Readonly<Record<string, ComValue>>[] | number

/** A management service with these objects; a number is the code that asking gives. */
function managementOf(defender: Objects, securityCenter: Objects = NO_NAMESPACE): ManagementInstrumentation {
  const objects: { readonly [asked: string]: Objects } = {
    'ROOT\\Microsoft\\Windows\\Defender MSFT_MpComputerStatus': defender,
    'ROOT\\SecurityCenter2 AntiVirusProduct': securityCenter,
  }
  return {
    objects: (namespace, className, properties) => {
      const found = objects[`${namespace} ${className}`] ?? NO_NAMESPACE
      if (typeof found === 'number') return refused('IWbemLocator::ConnectServer', found, { subject: className })
      const pick = (object: Readonly<Record<string, ComValue>>) => Object.fromEntries(properties.map((name) => [name, object[name]]))
      return succeeded(found.map((object) => pick(object) as never))
    },
  }
}

const STATUS = {
  AMRunningMode: 'Normal',
  AMServiceEnabled: true,
  AntivirusEnabled: true,
  RealTimeProtectionEnabled: true,
  AntivirusSignatureLastUpdated: '20261117080248.123000+060',
}

const DEFENDER = {
  name: 'Microsoft Defender Antivirus',
  enabled: true,
  realTime: true,
  signaturesUpdatedAt: '2026-11-17T07:02:48.000Z',
}

const product = (displayName: string, productState: number, instanceGuid = '{11111111-2222-3333-4444-555555555555}') => ({
  displayName,
  instanceGuid,
  productState,
})

function serviceOf(name: string, state: ListedService['state']): StandInService {
  return { listed: { name, displayName: name, state }, configuration: 5 }
}

function read(management: ManagementInstrumentation, services: readonly StandInService[] = [], parts: Partial<Windows> = {}) {
  return antivirusProbe.read(contextOf(windowsOf({ management, services: serviceManagerOf(services), ...parts })))
}

describe('antivirus', () => {
  it('reads Defender of a server, where there is no Security Center', () => {
    expect(read(managementOf([STATUS]))).toEqual({ status: 'ok', facts: { products: [DEFENDER] } })
  })

  it.each([
    { name: 'real-time protection off', status: { RealTimeProtectionEnabled: false }, facts: { realTime: false } },
    { name: 'real-time protection not told', status: { RealTimeProtectionEnabled: undefined }, facts: { realTime: null } },
    { name: 'the antivirus off', status: { AntivirusEnabled: false }, facts: { enabled: false } },
    { name: 'its service off', status: { AMServiceEnabled: false }, facts: { enabled: false } },
    { name: 'a mode that this version does not tell', status: { AMRunningMode: undefined }, facts: { enabled: true } },
    { name: 'a mode in capitals', status: { AMRunningMode: 'NORMAL' }, facts: { enabled: true } },
    {
      name: 'signatures that were never updated',
      status: { AntivirusSignatureLastUpdated: '16010101000000.000000+000' },
      facts: { signaturesUpdatedAt: null },
    },
    { name: 'signatures without a time', status: { AntivirusSignatureLastUpdated: null }, facts: { signaturesUpdatedAt: null } },
    { name: 'a time that is none', status: { AntivirusSignatureLastUpdated: '17.11.2026 08:02' }, facts: { signaturesUpdatedAt: null } },
    {
      name: 'a time west of Greenwich',
      status: { AntivirusSignatureLastUpdated: '20261116230248.000000-480' },
      facts: { signaturesUpdatedAt: '2026-11-17T07:02:48.000Z' },
    },
  ])('tells $name', ({ status, facts }) => {
    expect(read(managementOf([{ ...STATUS, ...status }]))).toMatchObject({ status: 'ok', facts: { products: [{ ...DEFENDER, ...facts }] } })
  })

  it.each(['Passive Mode', 'SxS Passive Mode', 'EDR Block Mode', 'Not running'])(
    'takes Defender in mode "%s" for one that does not protect',
    (mode) => {
      expect(read(managementOf([{ ...STATUS, AMRunningMode: mode, RealTimeProtectionEnabled: false }]))).toEqual({
        status: 'ok',
        facts: { products: [{ ...DEFENDER, enabled: false, realTime: false }] },
        notes: [`Microsoft Defender Antivirus runs in mode "${mode}"`],
      })
    },
  )

  it.each([
    { name: 'on', state: 0x41000, facts: { enabled: true, realTime: true } },
    { name: 'on, of Windows', state: 0x61100, facts: { enabled: true, realTime: true } },
    { name: 'off', state: 0x40000, facts: { enabled: false, realTime: false } },
    { name: 'snoozed', state: 0x42000, facts: { enabled: false, realTime: false } },
    { name: 'expired', state: 0x43000, facts: { enabled: false, realTime: false } },
  ])('reads another product that is $name', ({ state, facts }) => {
    const reading = read(managementOf([STATUS], [product('Schutz für Zürich', state)]))
    expect(reading).toEqual({
      status: 'ok',
      facts: { products: [DEFENDER, { name: 'Schutz für Zürich', signaturesUpdatedAt: null, ...facts }] },
    })
  })

  it('says that another product calls its signatures out of date', () => {
    expect(read(managementOf([STATUS], [product('Other', 0x41010)]))).toMatchObject({
      facts: { products: [DEFENDER, { name: 'Other', enabled: true }] },
      notes: ['Other calls its own signatures out of date'],
    })
  })

  it('lists Defender once where the Security Center lists it too', () => {
    const again = product('Windows Defender', 0x61100, '{D68DDC3A-831F-4FAE-9E44-DA132C1ACF46}')
    expect(read(managementOf([STATUS], [again]))).toEqual({ status: 'ok', facts: { products: [DEFENDER] } })
  })

  it('is incomplete where a product has no name', () => {
    expect(read(managementOf([STATUS], [{ productState: 0x41000 }, product('Other', 0x41000)]))).toMatchObject({
      incomplete: true,
      facts: { products: [DEFENDER, { name: 'Other' }] },
      notes: ['an antivirus product is left out: the Security Center gives no name or state of it'],
    })
  })

  it('is incomplete where the Security Center refuses', () => {
    expect(read(managementOf([STATUS], 5))).toMatchObject({
      incomplete: true,
      facts: { products: [DEFENDER] },
      notes: [expect.stringMatching(/^products other than Defender are not known: .* error 5$/)],
    })
  })

  it.each([
    { name: 'does not answer', defender: NOT_AVAILABLE },
    { name: 'left its namespace behind', defender: NO_CLASS },
    { name: 'gives no status', defender: [] },
    { name: 'gives a status without content', defender: [{}] },
  ])('takes Defender for off where its service stands still and it $name', ({ defender }) => {
    expect(read(managementOf(defender), [serviceOf('WinDefend', 'stopped')])).toEqual({
      status: 'ok',
      facts: { products: [{ name: DEFENDER.name, enabled: false, realTime: false, signaturesUpdatedAt: null }] },
      notes: ['the service of Microsoft Defender Antivirus does not run'],
    })
  })

  it.each([
    { name: 'namespace', code: NO_NAMESPACE },
    { name: 'class', code: NO_CLASS },
  ])('lists nothing where neither a $name nor a service of Defender exists', ({ code }) => {
    expect(read(managementOf(code), [serviceOf('Spooler', 'running')])).toEqual({ status: 'ok', facts: { products: [] } })
  })

  it.each([
    { name: 'has a service of Defender that runs, and no namespace', code: NO_NAMESPACE, state: 'running', status: 'unsupported' },
    { name: 'has a service of Defender that is about to start', code: NOT_AVAILABLE, state: 'pending', status: 'failed' },
    { name: 'does not answer, though there is no service', code: NOT_AVAILABLE, state: null, status: 'failed' },
    { name: 'denies', code: 5, state: 'running', status: 'denied' },
    { name: 'has no management service', code: 0x80040154, state: 'running', status: 'unsupported' },
  ] as const)('has no facts where Windows $name', ({ code, state, status }) => {
    const services = state === null ? [] : [serviceOf('windefend', state)]
    expect(read(managementOf(code), services)).toMatchObject({ status, reason: expect.stringContaining('ended with error') })
  })

  it.each([
    { name: 'cannot be reached', connect: () => refused('OpenSCManagerW', 5) },
    {
      name: 'does not list',
      connect: <Value>(reader: (manager: never) => Value) =>
        succeeded(reader({ list: () => refused('EnumServicesStatusExW', 5) } as never)),
    },
  ])('never takes Defender for absent where the service manager $name', ({ connect }) => {
    expect(read(managementOf(NO_NAMESPACE), [], { services: { connect } })).toMatchObject({ status: 'unsupported' })
  })

  it('keeps other products where Defender cannot be told', () => {
    expect(read(managementOf(NOT_AVAILABLE, [product('Other', 0x41000)]), [serviceOf('WinDefend', 'running')])).toMatchObject({
      incomplete: true,
      facts: { products: [{ name: 'Other', enabled: true }] },
      notes: [expect.stringMatching(/^Microsoft Defender Antivirus is left out: .* error 0x800106BA$/)],
    })
  })
})
