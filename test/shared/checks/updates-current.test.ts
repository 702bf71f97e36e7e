import { describe, expect, it } from 'vitest'

import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/updates-current/definition.ts'
import { rule } from '#shared/checks/updates-current/rule.ts'
import { COLLECTED_AT, judge, testHost } from '../../support/world.ts'

const check = pair(definition, rule)
const profile = { packs: ['layered-defence'] }
const DAY_MS = 86_400_000
const ago = (days: number, moreMs = 0): string => new Date(Date.parse(COLLECTED_AT) - days * DAY_MS - moreMs).toISOString()
const of = (lastInstalledAt: string | null, rebootPending = false, more: { readonly now?: string } = {}) =>
  judge(check, { profile, facts: { host: testHost, updates: { lastInstalledAt, rebootPending } }, ...more })
const said = (item: ReturnType<typeof of>) => [item.message, ...(item.also ?? [])].map(({ id }) => id.replace('updates-current/', ''))

describe('updates-current', () => {
  const cases: readonly (readonly [name: string, at: string | null, reboot: boolean, verdict: string, messages: readonly string[]])[] = [
    ['today', ago(0), false, 'pass', ['current']],
    ['35 days', ago(35), false, 'pass', ['current']],
    ['a second short of 36 days', ago(36, -1000), false, 'pass', ['current']],
    ['36 days', ago(36), false, 'attention', ['due']],
    ['60 days', ago(60), false, 'attention', ['due']],
    ['a second short of 61 days', ago(61, -1000), false, 'attention', ['due']],
    ['61 days', ago(61), false, 'fail', ['overdue']],
    ['not told', null, false, 'attention', ['not-told']],
    ['a day ahead', ago(-1), false, 'pass', ['current']],
    ['over a day ahead', ago(-1, -1000), false, 'attention', ['not-told']],
    ['today with a restart due', ago(0), true, 'attention', ['reboot']],
    ['36 days with a restart due', ago(36), true, 'attention', ['due', 'reboot']],
    ['61 days with a restart due', ago(61), true, 'fail', ['overdue', 'reboot']],
    ['not told with a restart due', null, true, 'attention', ['not-told', 'reboot']],
  ]
  it.each(cases)('%s', (_name, at, reboot, verdict, messages) => {
    const item = of(at, reboot)
    expect([item.verdict, said(item)]).toEqual([verdict, messages])
  })

  it('counts from the time of the snapshot', () => {
    expect(of(ago(35), false, { now: '2026-03-06T00:00:00Z' }).verdict).toBe('pass')
  })

  it('says the age and shows the build', () => {
    const item = of(ago(61))
    expect(item.because).toBe('The newest cumulative update is 61 days old: at least one monthly update is missing.')
    expect(item.evidence.map(({ subject, detail }) => [subject, detail])).toEqual([
      ['cumulative update', 'newest cumulative update of 2025-12-30'],
      ['ERP01', 'Windows Server 2022 Standard, build 20348.2655'],
    ])
  })

  it('knows nothing without the facts, and needs no host', () => {
    expect(judge(check, { profile, facts: { host: testHost } }).verdict).toBe('unknown')
    const item = judge(check, { profile, facts: { updates: { lastInstalledAt: ago(1), rebootPending: false } } })
    expect([item.verdict, said(item)]).toEqual(['pass', ['current', 'note/not-looked-at']])
  })
})
