import { describe, expect, it } from 'vitest'

import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/firewall-on/definition.ts'
import { rule } from '#shared/checks/firewall-on/rule.ts'
import type { Facts } from '#shared/facts/index.ts'
import { inGerman } from '../../support/german.ts'
import { judge, type Situation } from '../../support/world.ts'

type Profile = Facts['firewall']['profiles'][number]

const check = pair(definition, rule)
const profile = { packs: ['layered-defence'] }
const state = (name: Profile['name'], more: Partial<Profile> = {}): Profile => ({ name, enabled: true, inboundDefault: 'block', ...more })
const [domain, own, open] = [state('domain'), state('private'), state('public')]
const of = (profiles: readonly Profile[], more: Situation = {}) =>
  judge(check, { profile, facts: { firewall: { profiles, inboundAllow: [] } }, ...more })
const said = (item: ReturnType<typeof of>) => [item.message, ...(item.also ?? [])].map(({ id }) => id.replace('firewall-on/', ''))
const off = { enabled: false }
const letsIn = { inboundDefault: 'allow' } as const

describe('firewall-on', () => {
  const cases: readonly (readonly [name: string, profiles: readonly Profile[], verdict: string, messages: readonly string[]])[] = [
    ['all on', [domain, own, open], 'pass', ['on']],
    ['domain off', [state('domain', off), own, open], 'fail', ['off']],
    ['private off', [domain, state('private', off), open], 'fail', ['off']],
    ['public off', [domain, own, state('public', off)], 'fail', ['off']],
    ['one lets everything in', [domain, own, state('public', letsIn)], 'fail', ['inbound-allowed']],
    ['one off and letting everything in', [domain, own, state('public', { ...off, ...letsIn })], 'fail', ['off', 'inbound-allowed']],
    ['one not listed', [domain, own], 'pass', ['on', 'not-told']],
    ['one off, one not listed', [state('domain', off), own], 'fail', ['off']],
    ['none listed', [], 'attention', ['not-told']],
  ]
  it.each(cases)('%s', (_name, profiles, verdict, messages) => {
    const item = of(profiles)
    expect([item.verdict, said(item)]).toEqual([verdict, messages])
  })

  it('names every profile', () => {
    const item = of([state('domain', off), state('private', off), state('public', letsIn)])
    expect(item.because).toBe(
      'The firewall profiles Domain and Private are off; the firewall profile Public lets everything in by default.',
    )
    expect(item.evidence.map(({ probe, subject, detail }) => [probe, subject, detail])).toEqual([
      ['firewall', 'Domain', 'off'],
      ['firewall', 'Private', 'off'],
      ['firewall', 'Public', 'inbound allowed by default'],
    ])
    expect(of([]).because).toBe('The state of the firewall profiles Domain, Private, and Public is not known.')
  })

  it('does not look at the rules', () => {
    const rule = { name: 'all', protocol: 'any', localPorts: 'any', remoteAddresses: 'any', program: null, service: null }
    expect(of([], { facts: { firewall: { profiles: [domain, own, open], inboundAllow: [rule] } } }).verdict).toBe('pass')
  })

  it('knows nothing without the facts, and does not apply without the pack', () => {
    expect(judge(check, { profile }).verdict).toBe('unknown')
    expect(of([state('domain', off)], { profile: {} }).verdict).toBe('not-applicable')
  })

  it.each(cases)('says it in German: %s', (_name, profiles) => {
    const item = of(profiles)
    const sentences = inGerman(check, item)
    for (const sentence of sentences) expect(sentence).not.toMatch(/\{\{|undefined/)
  })
})
