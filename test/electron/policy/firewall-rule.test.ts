import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type FirewallRule, parseFirewallRule } from '#electron/policy/firewall-rule.ts'

const START = 'v2.31|Action=Allow|Active=TRUE|Dir=In|'

function inbound(text: string): FirewallRule {
  const parsed = parseFirewallRule(text)
  if (parsed.kind !== 'inbound') throw new Error(`${parsed.kind}: ${text}`)
  return parsed.rule
}

const ANY = { action: 'allow', protocol: null, localPorts: [], remoteAddresses: [], program: null, service: null, name: null }

describe('firewall-rule', () => {
  it.each([
    {
      name: "Windows' own rule for Remote Desktop (Server 2022)",
      text: 'v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=3389|App=%SystemRoot%\\system32\\svchost.exe|Svc=termservice|Name=@FirewallAPI.dll,-28775|Desc=@FirewallAPI.dll,-28756|EmbedCtxt=@FirewallAPI.dll,-28752|',
      rule: {
        ...ANY,
        protocol: 6,
        localPorts: ['3389'],
        program: '%SystemRoot%\\system32\\svchost.exe',
        service: 'termservice',
        name: '@FirewallAPI.dll,-28775',
      },
    },
    {
      name: "an installer's rule without ports",
      text: 'v2.30|Action=Allow|Active=TRUE|Dir=In|Protocol=17|Profile=Private|Profile=Public|App=D:\\Büro\\sync.exe|Name=Größe|Defer=User|',
      rule: { ...ANY, protocol: 17, program: 'D:\\Büro\\sync.exe', name: 'Größe' },
    },
    {
      name: 'ports and addresses in several fields',
      text: `${START}Protocol=6|LPort=80|LPort=443|LPort2_10=5000-5010|LPort=80|RA4=LocalSubnet|RA4=10.0.0.0/255.0.0.0|RA6=LocalSubnet|RA42=IntErnet|`,
      rule: {
        ...ANY,
        protocol: 6,
        localPorts: ['80', '443', '5000-5010'],
        remoteAddresses: ['LocalSubnet', '10.0.0.0/255.0.0.0', 'IntErnet'],
      },
    },
    {
      name: 'words for ports',
      text: `${START}Protocol=6|LPort=RPC-EPMap|LPort=Teredo|LPort2_10=IPHTTPSIn|LPort2_20=Ply2Disc|`,
      rule: { ...ANY, protocol: 6, localPorts: ['RPC-EPMap', 'Teredo', 'IPHTTPSIn', 'Ply2Disc'] },
    },
    { name: 'nothing but what it must have', text: START, rule: ANY },
    { name: 'no closing bar', text: `${START}Name=Short`, rule: { ...ANY, name: 'Short' } },
    { name: 'any protocol by its number', text: `${START}Protocol=256|`, rule: ANY },
    { name: 'names of fields in another case', text: 'v2.31|action=bypass|ACTIVE=true|dir=IN|', rule: { ...ANY, action: 'bypass' } },
    { name: 'an equals sign in a text', text: `${START}Name=a=b|Desc=c=d|`, rule: { ...ANY, name: 'a=b' } },
    { name: 'an empty program and name', text: `${START}App=|Name= |`, rule: ANY },
  ])('reads $name', ({ text, rule }) => {
    expect(inbound(text)).toMatchObject(rule)
  })

  it('keeps every field that narrows the rule, known or not', () => {
    const { conditions } = inbound(`${START}Profile=Domain|Profile=Private|RPort=53|New=x|Edge=TRUE|Desc=d|EmbedCtxt=e|`)
    expect(Object.fromEntries(conditions)).toEqual({ profile: ['Domain', 'Private'], rport: ['53'], new: ['x'] })
  })

  it.each([
    { name: 'is off', text: 'v2.31|Action=Allow|Active=FALSE|Dir=In|' },
    { name: 'is about what leaves', text: 'v2.31|Action=Allow|Active=TRUE|Dir=Out|Protocol=broken|' },
  ])('leaves out a rule that $name', ({ text }) => {
    expect(parseFirewallRule(text)).toEqual({ kind: 'idle' })
  })

  it.each([
    { name: 'nothing', text: '' },
    { name: 'no version', text: 'Action=Allow|Active=TRUE|Dir=In|' },
    { name: 'another version form', text: 'v2|Action=Allow|Active=TRUE|Dir=In|' },
    { name: 'no action', text: 'v2.31|Active=TRUE|Dir=In|' },
    { name: 'an unknown action', text: 'v2.31|Action=Maybe|Active=TRUE|Dir=In|' },
    { name: 'no direction', text: 'v2.31|Action=Allow|Active=TRUE|' },
    { name: 'no state', text: 'v2.31|Action=Allow|Dir=In|' },
    { name: 'two directions', text: 'v2.31|Action=Allow|Active=TRUE|Dir=In|Dir=Out|' },
    { name: 'a field without a name', text: `${START}=x|` },
    { name: 'a field without a value', text: `${START}Name|` },
    { name: 'a protocol beyond 256', text: `${START}Protocol=257|` },
    { name: 'a protocol by name', text: `${START}Protocol=tcp|` },
    { name: 'two protocols', text: `${START}Protocol=6|Protocol=17|` },
    { name: 'a port beyond 65535', text: `${START}LPort=65536|` },
    { name: 'a range that runs backwards', text: `${START}LPort2_10=10-9|` },
    { name: 'an empty port', text: `${START}LPort=|` },
    { name: 'an empty address', text: `${START}RA4=|` },
    { name: 'two programs', text: `${START}App=a.exe|App=b.exe|` },
    { name: 'a name of the prototype as action', text: 'v2.31|Action=constructor|Active=TRUE|Dir=In|' },
  ])('refuses $name', ({ text }) => {
    expect(parseFirewallRule(text)).toEqual({ kind: 'malformed', reason: expect.any(String) })
  })

  it.each([
    { port: '65535', taken: true },
    { port: '0', taken: true },
    { port: '9-9', taken: true },
    { port: '1-65536', taken: false },
  ])('takes port $port: $taken', ({ port, taken }) => {
    expect(parseFirewallRule(`${START}LPort=${port}|`).kind).toBe(taken ? 'inbound' : 'malformed')
  })

  it('never throws and never invents, whatever the text', () => {
    const field = fc.constantFrom(
      'Action=',
      'Dir=In',
      'Active=TRUE',
      'LPort=',
      'RA4=',
      'Protocol=6',
      'App=',
      'Name=',
      '__proto__=',
      '|',
      '=',
    )
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.oneof(field, fc.string())).map((parts) => `v2.31|${parts.join('|')}`),
    )
    fc.assert(
      fc.property(text, (rule) => {
        const parsed = parseFirewallRule(rule)
        if (parsed.kind === 'inbound') expect(rule).toMatch(/action=(?:allow|block|bypass)/i)
      }),
    )
  })

  it('reads back every rule that is written in its form', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9 .äöüß\\:%()-]{1,20}$/)
    const rules = fc.record({
      protocol: fc.option(fc.integer({ min: 0, max: 255 })),
      ports: fc.uniqueArray(fc.integer({ min: 0, max: 65_535 }), { maxLength: 5 }),
      program: fc.option(word),
      name: word.filter((name) => name.trim() === name),
    })
    fc.assert(
      fc.property(rules, ({ protocol, ports, program, name }) => {
        const fields = [
          ...(protocol === null ? [] : [`Protocol=${protocol}`]),
          ...ports.map((port) => `LPort=${port}`),
          ...(program === null ? [] : [`App=${program}`]),
          `Name=${name}`,
        ]
        expect(inbound(`${START}${fields.join('|')}|`)).toMatchObject({ protocol, localPorts: ports.map(String), program, name })
      }),
    )
  })
})
