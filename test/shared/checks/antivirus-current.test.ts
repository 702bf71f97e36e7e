import { describe, expect, it } from 'vitest'

import { definition } from '#shared/checks/antivirus-current/definition.ts'
import { endpointProtection } from '#shared/checks/antivirus-current/endpoint-protection.data.ts'
import { rule } from '#shared/checks/antivirus-current/rule.ts'
import { pair } from '#shared/checks/check.ts'
import type { Facts } from '#shared/facts/index.ts'
import { judge, service, testHost } from '../../support/world.ts'

type Product = Facts['antivirus']['products'][number]
type Service = Facts['services']['services'][number]

const check = pair(definition, rule)
const profile = { packs: ['layered-defence'] }
const good: Product = { name: 'Defender', enabled: true, realTime: true, signaturesUpdatedAt: '2026-02-28T08:00:00Z' }
const of = (products: readonly Product[], services: readonly Service[] | undefined = [], collectedAt?: string) =>
  judge(check, {
    profile,
    facts: { host: testHost, antivirus: { products }, services: services && { services } },
    ...(collectedAt === undefined ? {} : { collectedAt }),
  })
const said = (item: ReturnType<typeof of>) => [item.message, ...(item.also ?? [])].map(({ id }) => id.replace('antivirus-current/', ''))

describe('antivirus-current', () => {
  const cases: readonly (readonly [name: string, products: readonly Product[], verdict: string, messages: readonly string[]])[] = [
    ['on and fresh', [good], 'pass', ['current']],
    ['exactly 7 days', [{ ...good, signaturesUpdatedAt: '2026-02-22T08:00:00Z' }], 'pass', ['current']],
    ['a second over 7 days', [{ ...good, signaturesUpdatedAt: '2026-02-22T07:59:59Z' }], 'fail', ['outdated']],
    ['real-time off', [{ ...good, realTime: false }], 'fail', ['real-time-off']],
    [
      'real-time off and old',
      [{ ...good, realTime: false, signaturesUpdatedAt: '2026-01-01T00:00:00Z' }],
      'fail',
      ['real-time-off', 'outdated'],
    ],
    ['real-time not told', [{ ...good, realTime: null }], 'attention', ['real-time-not-told']],
    ['age not told', [{ ...good, signaturesUpdatedAt: null }], 'attention', ['age-not-told']],
    ['neither told', [{ ...good, realTime: null, signaturesUpdatedAt: null }], 'attention', ['real-time-not-told', 'age-not-told']],
    ['not told and old', [{ ...good, realTime: null, signaturesUpdatedAt: '2026-01-01T00:00:00Z' }], 'fail', ['outdated']],
    ['off and age not told', [{ ...good, realTime: false, signaturesUpdatedAt: null }], 'fail', ['real-time-off']],
    ['a clock ahead by an hour', [{ ...good, signaturesUpdatedAt: '2026-03-01T09:00:00Z' }], 'pass', ['current']],
    ['signatures from the future', [{ ...good, signaturesUpdatedAt: '2026-03-03T09:00:00Z' }], 'attention', ['age-not-told']],
    ['a bad one beside a good one', [{ ...good, name: 'Other', realTime: false }, good], 'pass', ['current']],
    [
      'a bad one beside an unread one',
      [
        { ...good, name: 'Other', realTime: false },
        { ...good, realTime: null },
      ],
      'attention',
      ['real-time-not-told'],
    ],
    ['a good one that is not enabled', [{ ...good, enabled: false }], 'fail', ['none']],
    [
      'a disabled good one beside an enabled bad one',
      [
        { ...good, enabled: false },
        { ...good, realTime: false },
      ],
      'fail',
      ['real-time-off'],
    ],
    ['nothing', [], 'fail', ['none']],
  ]
  it.each(cases)('%s', (_name, products, verdict, messages) => {
    const item = of(products)
    expect([item.verdict, said(item)]).toEqual([verdict, messages])
  })

  it.each(endpointProtection.flatMap(({ product, services }) => services.map((name) => [name.replace('*', '21.3'), product] as const)))(
    'names the product of the agent %s: %s',
    (name, product) => {
      const item = of([], [service(name.toUpperCase(), 'LocalSystem')])
      expect([item.verdict, said(item)]).toEqual(['attention', ['agent']])
      expect(item.because).toContain(product)
    },
  )

  it('takes no agent that stands still, is unknown or is Defender itself for protection', () => {
    expect(of([], [service('ekrn', 'LocalSystem', { state: 'stopped' })]).verdict).toBe('fail')
    expect(of([], [service('ekrnx', 'LocalSystem')]).verdict).toBe('fail')
    expect(of([{ ...good, name: 'Microsoft Defender Antivirus', enabled: false }], [service('WinDefend', 'LocalSystem')]).verdict).toBe(
      'fail',
    )
  })

  it('lets an agent excuse no enabled product that is bad', () => {
    expect(of([{ ...good, realTime: false }], [service('ekrn', 'LocalSystem')]).verdict).toBe('fail')
  })

  it('says that services were not looked at', () => {
    const item = judge(check, { profile, facts: { host: testHost, antivirus: { products: [] } } })
    expect([item.verdict, said(item)]).toEqual(['fail', ['none', 'note/not-looked-at']])
  })

  it('knows nothing without the facts', () => {
    expect(judge(check, { profile, facts: { host: testHost } }).verdict).toBe('unknown')
    expect(judge(check, { profile, facts: { antivirus: { products: [good] } } }).verdict).toBe('unknown')
    expect(judge(check, { profile, facts: { antivirus: { products: [] } } }).verdict).toBe('fail')
  })

  it('counts from the time of the snapshot', () => {
    expect(of([good], [], '2026-02-28T09:00:00Z').verdict).toBe('pass')
    expect(judge(check, { profile, facts: { host: testHost, antivirus: { products: [good] } }, now: '2026-03-20T00:00:00Z' }).verdict).toBe(
      'pass',
    )
  })

  it('does not apply where the pack is not wanted', () => {
    expect(judge(check, { facts: { host: testHost, antivirus: { products: [] } } }).verdict).toBe('not-applicable')
  })

  it('shows what each verdict rests on', () => {
    const shown = (item: ReturnType<typeof of>) =>
      item.evidence.map(({ probe, subject, detail, verdict }) => [probe, subject, detail, verdict])
    expect({
      current: shown(of([good])),
      outdated: shown(of([{ ...good, signaturesUpdatedAt: '2026-01-01T00:00:00Z' }])),
      untold: shown(of([{ ...good, realTime: null, signaturesUpdatedAt: null }])),
      none: shown(of([{ ...good, enabled: false }], [service('ekrn', 'LocalSystem', { state: 'stopped' })])),
      agent: shown(of([], [service('CSFalconService', 'LocalSystem', { state: 'pending' }), service('Spooler', 'LocalSystem')])),
    }).toEqual({
      current: [['antivirus', 'Defender', 'real-time protection on, signatures of 2026-02-28', 'pass']],
      outdated: [['antivirus', 'Defender', 'signatures of 2026-01-01', 'fail']],
      untold: [
        ['antivirus', 'Defender', 'real-time protection not told', 'attention'],
        ['antivirus', 'Defender', 'age of the signatures not told', 'attention'],
      ],
      none: [
        ['antivirus', 'antivirus', 'no enabled product', 'fail'],
        ['antivirus', 'Defender', 'installed, not enabled', 'fail'],
        ['services', 'ESET', 'service ekrn does not run', 'fail'],
        ['host', 'ERP01', 'server edition: products other than Defender do not report to Windows', 'fail'],
      ],
      agent: [
        ['services', 'CrowdStrike Falcon', 'service CSFalconService runs', 'attention'],
        ['host', 'ERP01', 'server edition: products other than Defender do not report to Windows', 'attention'],
      ],
    })
    expect(of([{ ...good, signaturesUpdatedAt: '2026-01-01T00:00:00Z' }]).because).toContain('7 days')
  })

  it('leaves what only shows the surroundings out of the digest', () => {
    const digest = (products: readonly Product[], services: readonly Service[] = []) => of(products, services).factsDigest
    const stopped = service('ekrn', 'LocalSystem', { state: 'stopped' })
    expect(digest([{ ...good, enabled: false }], [stopped])).toBe(digest([]))
    expect(digest([{ ...good, realTime: false }])).not.toBe(digest([]))
  })
})
