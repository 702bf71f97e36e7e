import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createBlockedCheck } from '#electron/policy/firewall-coverage.ts'
import { type FirewallRule, parseFirewallRule } from '#electron/policy/firewall-rule.ts'

function rule(action: 'Allow' | 'Block' | 'ByPass', fields: string): FirewallRule {
  const parsed = parseFirewallRule(`v2.31|Action=${action}|Active=TRUE|Dir=In|${fields}`)
  if (parsed.kind !== 'inbound') throw new Error(fields)
  return parsed.rule
}

function isBlocked(block: string, allow: string, action: 'Allow' | 'ByPass' = 'Allow'): boolean {
  return createBlockedCheck([rule('Block', block)])(rule(action, allow))
}

describe('firewall-coverage', () => {
  it.each([
    { name: 'a block of everything', block: '', allow: 'Protocol=6|LPort=3389|App=C:\\a.exe|Svc=s|RA4=10.0.0.1|Profile=Domain' },
    { name: 'the same rule', block: 'Protocol=6|LPort=80|App=c:\\A.EXE|Svc=S', allow: 'Protocol=6|LPort=80|App=C:\\a.exe|Svc=s' },
    { name: 'a wider range of ports', block: 'Protocol=6|LPort=80-90', allow: 'Protocol=6|LPort=80|LPort=85-90' },
    { name: 'the same word for a port', block: 'Protocol=6|LPort=rpc|LPort=80', allow: 'Protocol=6|LPort=RPC' },
    { name: 'any protocol', block: 'LPort=80', allow: 'Protocol=6|LPort=80' },
    { name: 'a wider subnet', block: 'RA4=10.0.0.0/8', allow: 'RA4=10.1.0.0/255.255.0.0|RA4=10.2.0.1-10.2.0.9' },
    { name: 'the same word for addresses', block: 'RA4=localsubnet', allow: 'RA4=LocalSubnet|RA6=LocalSubnet' },
    { name: 'any address by a word', block: 'RA4=Any', allow: 'RA4=10.0.0.1' },
    { name: 'the same port in another form', block: 'Protocol=6|LPort2_10=80-80', allow: 'Protocol=6|LPort=80' },
    { name: 'the same address in another form', block: 'RA6=::1', allow: 'RA6=0:0:0:0:0:0:0:1/128' },
    { name: 'one port and one address', block: 'LPort=80|RA4=10.0.0.1', allow: 'Protocol=6|LPort=80|RA4=10.0.0.1' },
    { name: 'more profiles', block: 'Profile=Domain|Profile=Public', allow: 'Profile=public' },
    { name: 'the same condition', block: 'IFType=Wireless', allow: 'IFType=wireless' },
  ])('says that $name takes the rule back', ({ block, allow }) => {
    expect(isBlocked(block, allow)).toBe(true)
  })

  it.each([
    { name: 'another protocol', block: 'Protocol=17', allow: 'Protocol=6' },
    { name: 'one protocol of any', block: 'Protocol=6', allow: '' },
    { name: 'another program', block: 'App=C:\\b.exe', allow: 'App=C:\\a.exe' },
    { name: 'one program of any', block: 'App=C:\\a.exe', allow: '' },
    { name: 'one service of any', block: 'Svc=s', allow: '' },
    { name: 'a part of the ports', block: 'Protocol=6|LPort=80-84', allow: 'Protocol=6|LPort=80-85' },
    { name: 'one port less', block: 'Protocol=6|LPort=80', allow: 'Protocol=6|LPort=80|LPort=81' },
    { name: 'a port of any', block: 'Protocol=6|LPort=80', allow: 'Protocol=6' },
    { name: 'one port of a range', block: 'Protocol=6|LPort=80', allow: 'Protocol=6|LPort2_10=80-81' },
    { name: 'one address of a subnet', block: 'RA4=10.0.0.0', allow: 'RA4=10.0.0.0/31' },
    { name: 'another word for a port', block: 'Protocol=6|LPort=RPC', allow: 'Protocol=6|LPort=RPC-EPMap' },
    { name: 'a part of the addresses', block: 'RA4=10.0.0.0/9', allow: 'RA4=10.0.0.0/8' },
    { name: 'all addresses of one family', block: 'RA4=0.0.0.0/0', allow: '' },
    { name: 'the other family', block: 'RA4=0.0.0.0/0', allow: 'RA6=::1' },
    { name: 'an address for a word', block: 'RA4=10.0.0.0/8', allow: 'RA4=LocalSubnet' },
    { name: 'one profile of two', block: 'Profile=Domain', allow: 'Profile=Domain|Profile=Public' },
    { name: 'one profile of all', block: 'Profile=Domain', allow: '' },
    { name: 'a condition that the rule does not have', block: 'RPort=1024', allow: '' },
    { name: 'a condition that nobody knows', block: 'Newer=1', allow: 'Newer=2' },
  ])('says that a block of $name leaves something open', ({ block, allow }) => {
    expect(isBlocked(block, allow)).toBe(false)
  })

  it('never blocks a rule that bypasses', () => {
    expect(isBlocked('', 'LPort=80', 'ByPass')).toBe(false)
  })

  it('takes rules that allow for none that block', () => {
    expect(createBlockedCheck([rule('Allow', ''), rule('ByPass', '')])(rule('Allow', 'LPort=80'))).toBe(false)
  })

  it('finds every rule covered by a block of its own form and of each wider one, among others', () => {
    const fields = ['Protocol=6', 'App=C:\\a.exe', 'Svc=s', 'LPort=80', 'LPort2_10=90-99', 'RA4=10.0.0.1', 'RA6=::/64', 'RA4=LocalSubnet']
    const others = [rule('Block', 'Protocol=17|LPort=80'), rule('Block', 'App=C:\\b.exe'), rule('Block', 'RA4=10.0.0.2')]
    const listed = (field: string): boolean => /^(?:LPort|RA)/.test(field)
    fc.assert(
      fc.property(fc.subarray(fields), fc.subarray(fields), (written, dropped) => {
        // A list is widened by taking it away whole, everything else by leaving it out.
        const kept = written.filter((field) => listed(field) || !dropped.includes(field))
        const wider = dropped.includes('LPort=80') ? kept.filter((field) => !field.startsWith('LPort')) : kept
        const check = createBlockedCheck([...others, rule('Block', wider.join('|'))])
        expect(check(rule('Allow', written.join('|')))).toBe(true)
      }),
    )
  })
})
