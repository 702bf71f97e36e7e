import { describe, expect, it } from 'vitest'

import { firewallProbe } from '#electron/probes/firewall/probe.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import type { ListedService } from '#electron/win32/service-manager.ts'
import type { Windows } from '#electron/win32/windows.ts'
import {
  contextOf,
  number,
  registryOf,
  type StandInKey,
  type StandInRegistry,
  serviceManagerOf,
  text,
  windowsOf,
} from '../stand-in-windows.ts'

const LOCAL = '64-bit HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy'
const POLICY = '64-bit HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall'
const START = 'v2.31|Action=Allow|Active=TRUE|Dir=In|'
const BLOCK = 'v2.31|Action=Block|Active=TRUE|Dir=In|'

const ON = { EnableFirewall: number(1), DefaultInboundAction: number(1) }
const BASE: StandInRegistry = {
  [LOCAL]: {},
  [`${LOCAL}\\DomainProfile`]: { values: ON },
  [`${LOCAL}\\StandardProfile`]: { values: ON },
  [`${LOCAL}\\PublicProfile`]: { values: ON },
  [`${LOCAL}\\FirewallRules`]: {},
}

function manager(state: ListedService['state'] | null): Pick<Windows, 'services'> {
  const configuration = { startMode: 'auto', imagePath: 'svchost.exe', account: 'LocalSystem' } as const
  const listed = (name: string) => ({ listed: { name, displayName: name, state: state ?? 'running' }, configuration })
  return { services: serviceManagerOf([listed('Spooler'), ...(state === null ? [] : [listed('mpssvc')])]) }
}

function read(keys: StandInRegistry = {}, parts: Partial<Windows> = {}) {
  const windows = windowsOf({ registry: registryOf({ ...BASE, ...keys }), ...manager('running'), ...parts })
  return firewallProbe.read(
    contextOf(windows, { environment: { SystemRoot: 'C:\\Windows', LOCALAPPDATA: 'C:\\Me', ProgramFiles: 'C:\\Program Files' } }),
  )
}

function rules(values: Readonly<Record<string, string>>): StandInKey {
  return { values: Object.fromEntries(Object.entries(values).map(([id, rule]) => [id, text(rule)])) }
}

function listOf(local: Readonly<Record<string, string>>, more: StandInRegistry = {}): readonly string[] {
  const reading = read({ [`${LOCAL}\\FirewallRules`]: rules(local), ...more })
  if (!('facts' in reading)) throw new Error('no facts')
  return reading.facts.inboundAllow.map(({ name }) => name)
}

const PROFILES = (['domain', 'private', 'public'] as const).map((name) => ({ name, enabled: true, inboundDefault: 'block' }))

describe('firewall', () => {
  it('reads a firewall without rules', () => {
    expect(read()).toEqual({ status: 'ok', facts: { profiles: PROFILES, inboundAllow: [] } })
  })

  it('takes what Windows takes where nothing is set', () => {
    const empty = { [`${LOCAL}\\DomainProfile`]: {}, [`${LOCAL}\\StandardProfile`]: 2, [`${LOCAL}\\PublicProfile`]: {} }
    expect(read(empty)).toEqual({ status: 'ok', facts: { profiles: PROFILES, inboundAllow: [] } })
  })

  it.each([
    { name: 'the machine', key: `${LOCAL}\\StandardProfile`, enabled: false },
    { name: 'policy', key: `${POLICY}\\PrivateProfile`, enabled: false },
    { name: 'policy in the form of older Windows', key: `${POLICY}\\StandardProfile`, enabled: false },
  ])('reads what $name sets, each value for itself', ({ key, enabled }) => {
    const reading = read({ [key]: { values: { EnableFirewall: number(0) } } })
    expect(reading).toMatchObject({
      facts: { profiles: [PROFILES[0], { name: 'private', enabled, inboundDefault: 'block' }, PROFILES[2]] },
    })
  })

  it('lets policy win over the machine', () => {
    const reading = read({
      [`${LOCAL}\\PublicProfile`]: { values: { EnableFirewall: number(0), DefaultInboundAction: number(0) } },
      [`${POLICY}\\PublicProfile`]: { values: { EnableFirewall: number(1) } },
    })
    expect(reading).toMatchObject({ facts: { profiles: [{}, {}, { name: 'public', enabled: true, inboundDefault: 'allow' }] } })
  })

  it.each([
    { name: 'refuses', value: 5, note: /^the public profile is left out: RegQueryValueExW .* error 5/ },
    {
      name: 'is a text',
      value: text('1'),
      note: /^the public profile is left out: RegQueryValueExW .*PublicProfile value EnableFirewall ended with error 13/,
    },
    {
      name: 'is neither 0 nor 1',
      value: number(2),
      note: /^the public profile is left out: RegQueryValueExW .*PublicProfile value EnableFirewall ended with error 13/,
    },
  ])('leaves out a profile whose setting $name', ({ value, note }) => {
    const reading = read({ [`${LOCAL}\\PublicProfile`]: { values: { ...ON, EnableFirewall: value } } })
    expect(reading).toEqual({
      status: 'ok',
      incomplete: true,
      facts: { profiles: PROFILES.slice(0, 2), inboundAllow: [] },
      notes: [expect.stringMatching(note)],
    })
  })

  it('tells a stopped service as no firewall at all', () => {
    expect(read({}, manager('stopped'))).toEqual({
      status: 'ok',
      facts: { profiles: PROFILES.map((profile) => ({ ...profile, enabled: false })), inboundAllow: [] },
      notes: ['no profile filters: the firewall service (MpsSvc) is stopped'],
    })
  })

  it.each([
    { name: 'between two states', parts: manager('pending') },
    { name: 'not told', parts: { services: { connect: () => refused('OpenSCManagerW', 5) } } },
  ])('is not sure where the state of the service is $name', ({ parts }) => {
    expect(read({}, parts)).toMatchObject({ status: 'ok', incomplete: true, facts: { profiles: PROFILES } })
  })

  it.each([
    { name: 'no firewall service', keys: {}, parts: manager(null), status: 'unsupported' },
    { name: 'no store', keys: { [LOCAL]: 2 }, parts: {}, status: 'failed' },
    { name: 'no access to the store', keys: { [LOCAL]: 5 }, parts: {}, status: 'denied' },
  ])('has no facts with $name', ({ keys, parts, status }) => {
    expect(read(keys, parts)).toEqual({ status, reason: expect.any(String) })
  })

  it('describes a rule', () => {
    const rule = `${START}Protocol=6|LPort=443|LPort2_10=5000-5010|RA4=LocalSubnet|RA6=LocalSubnet|App=%SYSTEMROOT%\\a.exe|Svc=Acme|Name=Büro|`
    expect(read({ [`${LOCAL}\\FirewallRules`]: rules({ 'Acme-In': rule }) })).toMatchObject({
      facts: {
        inboundAllow: [
          {
            name: 'Büro',
            protocol: 'TCP',
            localPorts: '443,5000-5010',
            remoteAddresses: 'LocalSubnet',
            program: 'C:\\Windows\\a.exe',
            service: 'Acme',
          },
        ],
      },
    })
  })

  it.each([
    { name: 'UDP', fields: 'Protocol=17|', fact: { protocol: 'UDP' } },
    { name: 'a protocol without a name', fields: 'Protocol=58|', fact: { protocol: '58' } },
    { name: 'nothing that narrows it', fields: '', fact: { protocol: 'any', localPorts: 'any', remoteAddresses: 'any', program: null } },
    { name: 'a variable of a person', fields: 'App=%LOCALAPPDATA%\\a.exe|', fact: { program: '%LOCALAPPDATA%\\a.exe' } },
    { name: 'no name', fields: '', fact: { name: '{id}' } },
  ])('describes a rule with $name', ({ fields, fact }) => {
    expect(read({ [`${LOCAL}\\FirewallRules`]: rules({ '{id}': `${START}${fields}` }) })).toMatchObject({ facts: { inboundAllow: [fact] } })
  })

  it('looks up a name in a library once, and keeps what it cannot look up', () => {
    const asked: string[] = []
    const resolve = (name: string) => {
      asked.push(name)
      if (name.includes('old')) return refused('SHLoadIndirectString', 2)
      return succeeded(name.includes('-28775') ? 'Remotedesktop – Benutzermodus' : null)
    }
    const named = { a: '@FirewallAPI.dll,-28775', b: '@FirewallAPI.dll,-28775', c: '@old.dll,-1', d: '@{Store?app}', e: 'plain' }
    const store = rules(Object.fromEntries(Object.entries(named).map(([id, name]) => [id, `${START}Name=${name}|`])))
    const reading = read({ [`${LOCAL}\\FirewallRules`]: store }, { indirectStrings: { resolve } })
    expect(reading).toMatchObject({ status: 'ok', facts: { inboundAllow: { length: 5 } } })
    const names = 'facts' in reading ? reading.facts.inboundAllow.map(({ name }) => name) : []
    expect(names).toEqual(['Remotedesktop – Benutzermodus', 'Remotedesktop – Benutzermodus', '@old.dll,-1', '@{Store?app}', 'plain'])
    expect(asked).toEqual(['@FirewallAPI.dll,-28775', '@old.dll,-1', '@{Store?app}'])
    expect(reading).not.toHaveProperty('notes')
  })

  it('says once that this Windows can look up no name at all', () => {
    const store = rules({ a: `${START}Name=@FirewallAPI.dll,-1|`, b: `${START}Name=@FirewallAPI.dll,-2|` })
    const resolve = () => refused('SHLoadIndirectString', 126)
    expect(read({ [`${LOCAL}\\FirewallRules`]: store }, { indirectStrings: { resolve } })).toMatchObject({
      status: 'ok',
      facts: { inboundAllow: [{ name: '@FirewallAPI.dll,-1' }, { name: '@FirewallAPI.dll,-2' }] },
      notes: ['names of rules that Windows keeps elsewhere are not known: SHLoadIndirectString ended with error 126'],
    })
  })

  it('takes rules of machine and policy together, and lets a block win across both', () => {
    const policy = {
      [`${POLICY}\\FirewallRules`]: rules({ p: `${START}Name=policy|Protocol=17|`, b: `${BLOCK}Protocol=6|LPort=3000-4000|` }),
    }
    const local = {
      a: `${START}Protocol=6|LPort=3389|Name=taken|`,
      b: `${START}Protocol=6|LPort=80|Name=open|`,
      c: `${BLOCK}Name=x|Protocol=1|`,
    }
    expect(listOf(local, policy)).toEqual(['open', 'policy'])
  })

  it('compares programs with their variables filled in', () => {
    expect(listOf({ a: `${START}App=%ProgramFiles%\\a.exe|Name=taken|`, b: `${BLOCK}App=C:\\program files\\A.exe|` })).toEqual([])
  })

  it('does not count rules of the machine in profiles where policy says so', () => {
    const never = { values: { AllowLocalPolicyMerge: number(0) } }
    const local = { a: `${START}Name=all|`, b: `${START}Profile=Domain|Name=domain|`, c: `${BLOCK}Profile=Public|Name=x|` }
    const public_ = `${START}Profile=Public|Name=public|`
    expect(listOf({ ...local, d: public_ }, { [`${POLICY}\\DomainProfile`]: never })).toEqual(['all'])
    const everywhere = Object.fromEntries(['DomainProfile', 'PrivateProfile', 'PublicProfile'].map((key) => [`${POLICY}\\${key}`, never]))
    expect(listOf(local, { ...everywhere, [`${POLICY}\\FirewallRules`]: rules({ p: public_ }) })).toEqual(['public'])
  })

  it.each([
    { name: 'the machine', key: `${LOCAL}\\StandardProfile` },
    { name: 'policy', key: `${POLICY}\\PrivateProfile` },
  ])('counts no rule in a profile where $name blocks all exceptions', ({ key }) => {
    const closed = { [key]: { values: { DoNotAllowExceptions: number(1) } } }
    const private_ = `${START}Profile=Private|Name=private|`
    const policy = { [`${POLICY}\\FirewallRules`]: rules({ p: private_ }) }
    expect(listOf({ a: `${START}Name=all|`, b: private_ }, { ...closed, ...policy })).toEqual(['all'])
  })

  it.each([
    { name: 'the machine', key: LOCAL, code: 5, incomplete: true },
    { name: 'the machine, where they are not there', key: LOCAL, code: 2, incomplete: true },
    { name: 'policy', key: POLICY, code: 5, incomplete: true },
    { name: 'policy, where there are none', key: POLICY, code: 2, incomplete: undefined },
  ])('keeps the other rules where those of $name refuse', ({ key, code, incomplete }) => {
    const other = key === LOCAL ? POLICY : LOCAL
    const reading = read({ [`${key}\\FirewallRules`]: code, [`${other}\\FirewallRules`]: rules({ a: `${START}Name=a|` }) })
    expect(reading).toMatchObject({ status: 'ok', facts: { inboundAllow: [{ name: 'a' }] } })
    expect('incomplete' in reading ? reading.incomplete : undefined).toBe(incomplete)
  })

  it('is incomplete where the list of rules breaks off', () => {
    expect(read({ [`${LOCAL}\\FirewallRules`]: { valueListing: 1018 } })).toMatchObject({
      status: 'ok',
      incomplete: true,
      notes: [expect.stringMatching(/^firewall rules of this machine are not known: RegEnumValueW .*error 1018/)],
    })
  })

  it('names a rule that it cannot read and keeps the others', () => {
    const store = { values: { good: text(`${START}Name=good|`), bad: text('v2.31|rubbish'), odd: number(1) } }
    expect(read({ [`${LOCAL}\\FirewallRules`]: store })).toMatchObject({
      status: 'ok',
      incomplete: true,
      facts: { inboundAllow: [{ name: 'good' }] },
      notes: ['firewall rule bad is left out: a field has no name', 'firewall rule odd is left out: it is no text'],
    })
  })

  it.each([
    { broken: 20, notes: 20 },
    { broken: 21, notes: 21 },
    { broken: 500, notes: 21 },
  ])('writes $notes notes about $broken broken rules', ({ broken, notes }) => {
    const store = rules(Object.fromEntries(Array.from({ length: broken }, (_, index) => [`r${index}`, 'broken'])))
    const reading = read({ [`${LOCAL}\\FirewallRules`]: store })
    expect(reading).toMatchObject({ incomplete: true, notes: { length: notes } })
    if (broken > 20) expect(reading).toHaveProperty('notes.20', `${broken - 20} more firewall rules are left out: they are malformed`)
  })
})
