import { describe, expect, it } from 'vitest'

import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/connector-outbound-open/definition.ts'
import { rule } from '#shared/checks/connector-outbound-open/rule.ts'
import { type Installation, installation, renderedTexts, saidBy, withConnector } from '../../support/connector.ts'
import { judge } from '../../support/world.ts'

type Attempt = Installation['reachability'][number]

const check = pair(definition, rule)
const of = (...installations: readonly Installation[]) => judge(check, { profile: withConnector, facts: { connector: { installations } } })

function attempt(port: number, error: string | null = null, more: Partial<Attempt> = {}): Attempt {
  return { host: 'comms.example', port, via: 'direct', ok: error === null, error, ...more }
}

interface Row {
  readonly name: string
  readonly attempts: readonly Attempt[]
  readonly verdict: string
  readonly says: readonly string[]
}

const rows: readonly Row[] = [
  { name: 'both ports', attempts: [attempt(80), attempt(443)], verdict: 'pass', says: ['open: comms.example:80: comms.example:443'] },
  { name: 'the one port that was tried', attempts: [attempt(443)], verdict: 'pass', says: ['open: comms.example:443'] },
  {
    name: 'one port without an answer',
    attempts: [attempt(80, 'timed out'), attempt(443)],
    verdict: 'fail',
    says: ['closed: comms.example:80 (timed out)'],
  },
  {
    name: 'several hosts and ports without an answer',
    attempts: [attempt(80, 'timed out'), attempt(443, 'refused'), attempt(443, 'not found', { host: 'app.example' })],
    verdict: 'fail',
    says: ['closed: comms.example:80 (timed out): comms.example:443 (refused): app.example:443 (not found)'],
  },
  {
    name: 'directly closed, open through the proxy',
    attempts: [attempt(443, 'timed out'), attempt(443, null, { via: 'proxy' })],
    verdict: 'pass',
    says: ['open: comms.example:443'],
  },
  {
    name: 'open directly, closed through the proxy',
    attempts: [attempt(443, 'refused', { via: 'proxy' }), attempt(443)],
    verdict: 'pass',
    says: ['open: comms.example:443'],
  },
  {
    name: 'the proxy answers on another port',
    attempts: [attempt(443, 'timed out'), attempt(80, null, { via: 'proxy' })],
    verdict: 'fail',
    says: ['closed: comms.example:443 (timed out)'],
  },
  {
    name: 'the proxy answers for another host',
    attempts: [attempt(443, 'timed out'), attempt(443, null, { via: 'proxy', host: 'app.example' })],
    verdict: 'fail',
    says: ['closed: comms.example:443 (timed out)'],
  },
  {
    name: 'closed both ways: each error once',
    attempts: [attempt(443, 'timed out'), attempt(443, 'refused', { via: 'proxy' }), attempt(443, 'timed out')],
    verdict: 'fail',
    says: ['closed: comms.example:443 (timed out, refused)'],
  },
  {
    name: 'another spelling of the host',
    attempts: [attempt(443, 'timed out', { host: 'Comms.Example.' }), attempt(443, null, { via: 'proxy' })],
    verdict: 'pass',
    says: ['open: comms.example:443'],
  },
  { name: 'no reason given', attempts: [attempt(443, null, { ok: false })], verdict: 'fail', says: ['closed: comms.example:443'] },
  {
    name: 'an address of IPv6',
    attempts: [attempt(443, ' ', { host: '2001:db8::1' })],
    verdict: 'fail',
    says: ['closed: [2001:db8::1]:443'],
  },
  { name: 'an answer with a warning', attempts: [attempt(443, 'slow', { ok: true })], verdict: 'pass', says: ['open: comms.example:443'] },
  { name: 'nothing tried', attempts: [], verdict: 'unknown', says: ['not-tried: Inventory Advisor'] },
]

describe('connector-outbound-open', () => {
  it.each(rows)('$name: $verdict', ({ attempts, verdict, says }) => {
    const item = of(installation({ reachability: attempts }))
    expect([item.verdict, saidBy(item)]).toEqual([verdict, says])
    expect(renderedTexts(check, item).join()).not.toContain('{{')
  })

  it('judges each connector by its own attempts', () => {
    const closed = installation({ reachability: [attempt(443, 'timed out')] })
    const open = installation({ product: 'Other', reachability: [attempt(443)] })
    const untried = installation({ product: ' ', location: 'D:\\Third' })
    expect(of(closed, open).verdict).toBe('fail')
    expect(saidBy(of(open, untried))).toEqual(['not-tried: D:\\Third'])
    expect(saidBy(of(untried, closed))).toEqual(['closed: comms.example:443 (timed out)', 'not-tried: D:\\Third'])
  })

  it('shows every attempt with its way and error', () => {
    const attempts = [attempt(443, 'timed out'), attempt(443, null, { via: 'proxy', ok: false }), attempt(80)]
    const item = of(installation({ reachability: attempts }))
    expect(item.evidence.map(({ subject, detail }) => `${subject} ${detail}`)).toEqual([
      'comms.example:443 no answer directly: timed out',
      'comms.example:443 no answer through the proxy: –',
      'comms.example:80 answers directly',
    ])
  })

  it('keeps its digest when only the error changes', () => {
    const digest = (error: string, port = 443) => of(installation({ reachability: [attempt(port, error)] })).factsDigest
    expect(digest('refused')).toBe(digest('timed out'))
    expect(digest('refused', 80)).not.toBe(digest('refused'))
  })

  it('knows nothing without a connector or without the probe', () => {
    const item = of()
    expect([item.verdict, saidBy(item)]).toEqual(['unknown', ['no-installation']])
    expect(renderedTexts(check, item).join()).not.toContain('{{')
    expect(judge(check, { profile: withConnector, facts: {} }).verdict).toBe('unknown')
    expect(judge(check, { facts: {} }).verdict).toBe('not-applicable')
  })
})
