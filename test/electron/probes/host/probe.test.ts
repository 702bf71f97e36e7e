import { describe, expect, it } from 'vitest'

import { hostProbe } from '#electron/probes/host/probe.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import type { Windows } from '#electron/win32/windows.ts'
import { contextOf, number, registryOf, type StandInRegistry, text, windowsOf } from '../stand-in-windows.ts'

const CURRENT_VERSION = '64-bit HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'
const WINLOGON = `${CURRENT_VERSION}\\Winlogon`
const REGISTRY: StandInRegistry = {
  [CURRENT_VERSION]: { values: { ProductName: text('Windows Server 2022 Standard'), UBR: number(2113) } },
  [WINLOGON]: { values: {} },
}

/** Somebody at the machine itself, and nothing that shows the screen elsewhere. */
const SESSIONS: Windows['sessions'] = {
  ...windowsOf().sessions,
  ownId: () => succeeded(1),
  carrier: () => succeeded('console'),
  ofProcess: () => succeeded(1),
}
const PROCESSES: Windows['processes'] = { ...windowsOf().processes, list: () => succeeded([]) }

function read(parts: Partial<Windows> = {}) {
  return hostProbe.read(
    contextOf(windowsOf({ registry: registryOf(REGISTRY), sessions: SESSIONS, processes: PROCESSES, ...parts }), {
      now: () => new Date('2026-03-01T08:15:00Z'),
    }),
  )
}

const FACTS = {
  name: 'ERP01',
  membership: 'workgroup',
  domain: null,
  netbiosDomain: null,
  os: { product: 'Windows Server 2022 Standard', build: '20348.2113', server: true },
  bootedAt: '2026-03-01T08:14:00.000Z',
  session: { kind: 'console', client: null },
  autologonConfigured: false,
}

describe('host', () => {
  it('reads a workgroup server', () => {
    expect(read()).toEqual({ status: 'ok', facts: FACTS })
  })

  it('reads a member of a domain', () => {
    const role = () => succeeded({ kind: 'domain', dnsName: 'acme.example', netbiosName: 'ACME' } as const)
    const facts = { ...FACTS, membership: 'domain', domain: 'acme.example', netbiosDomain: 'ACME' }
    expect(read({ membership: { role, join: role } })).toEqual({ status: 'ok', facts })
  })

  it.each([
    { name: 'a server', kind: 'server', membership: 'domain' },
    { name: 'a domain controller', kind: 'domain-controller', membership: 'domain-controller' },
  ] as const)('knows $name without the directory role, and says that a name is missing', ({ kind, membership }) => {
    const windows = windowsOf()
    const reading = read({
      system: { ...windows.system, version: () => succeeded({ build: 20348, kind }) },
      membership: {
        role: () => refused('DsRoleGetPrimaryDomainInformation', 1722),
        join: () => succeeded({ kind: 'domain', dnsName: null, netbiosName: 'ACME' }),
      },
    })
    expect(reading).toMatchObject({ status: 'ok', incomplete: true, facts: { membership, domain: null, netbiosDomain: 'ACME' } })
  })

  it('keeps the bare build where there is no update revision', () => {
    const registry = registryOf({ [CURRENT_VERSION]: { values: { ProductName: text('Windows') } }, [WINLOGON]: {} })
    expect(read({ registry })).toMatchObject({ facts: { os: { build: '20348' } } })
  })

  it.each([
    { name: 'a workstation', kind: 'workstation', server: false },
    { name: 'a server', kind: 'server', server: true },
    { name: 'a domain controller', kind: 'domain-controller', server: true },
  ] as const)('tells $name', ({ kind, server }) => {
    const system = { ...windowsOf().system, version: () => succeeded({ build: 1, kind }) }
    expect(read({ system })).toMatchObject({ facts: { os: { server } } })
  })

  it.each([
    { name: 'on', values: { AutoAdminLogon: text('1') }, configured: true },
    { name: 'off', values: { AutoAdminLogon: text('0') }, configured: false },
    { name: 'not set', values: {}, configured: false },
  ])('tells that automatic sign-in is $name', ({ values, configured }) => {
    const registry = registryOf({ ...REGISTRY, [WINLOGON]: { values } })
    expect(read({ registry })).toMatchObject({ status: 'ok', facts: { autologonConfigured: configured } })
  })

  it('never asks for the password of an automatic sign-in', () => {
    const registry = registryOf({ ...REGISTRY, [WINLOGON]: { values: { AutoAdminLogon: text('1'), DefaultPassword: text('hunter2') } } })
    expect(JSON.stringify(read({ registry }))).not.toContain('hunter2')
  })

  it('leaves out what refused, with a note', () => {
    const reading = read({ registry: registryOf({ [CURRENT_VERSION]: 5, [WINLOGON]: 5 }) })
    expect(reading).toMatchObject({ status: 'ok', incomplete: true, notes: { length: 2 }, facts: { os: { product: '', build: '20348' } } })
    expect(reading).not.toHaveProperty('facts.autologonConfigured')
  })

  it('has no start time where Windows does not tell', () => {
    const system = { ...windowsOf().system, uptimeMs: () => refused('GetTickCount64', 127) }
    expect(read({ system })).toMatchObject({ status: 'ok', incomplete: true, facts: { bootedAt: null } })
  })

  it.each([
    {
      name: 'the name',
      parts: { system: { ...windowsOf().system, computerName: () => refused('GetComputerNameExW', 8) } },
      status: 'failed',
    },
    {
      name: 'the version',
      parts: { system: { ...windowsOf().system, version: () => refused('RtlGetVersion', 127) } },
      status: 'unsupported',
    },
    {
      name: 'the membership',
      parts: { membership: { role: () => refused('DsRole', 5), join: () => refused('NetGetJoinInformation', 5) } },
      status: 'denied',
    },
  ])('has no facts without $name', ({ parts, status }) => {
    expect(read(parts)).toMatchObject({ status })
  })
})
