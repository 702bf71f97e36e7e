import { describe, expect, it } from 'vitest'

import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/review-scheduled/definition.ts'
import { rule } from '#shared/checks/review-scheduled/rule.ts'
import { judge } from '../../support/world.ts'

const check = pair(definition, rule)
const packs = ['layered-defence']

describe('review-scheduled', () => {
  const cases: readonly (readonly [name: string, nextReview: string | undefined, now: string, verdict: string, message: string])[] = [
    ['tomorrow', '2026-03-02', '2026-03-01T09:00:00Z', 'pass', 'set'],
    ['the last millisecond of the day', '2026-03-01', '2026-03-01T23:59:59.999Z', 'pass', 'set'],
    ['the first instant after the day', '2026-03-01', '2026-03-02T00:00:00Z', 'fail', 'past'],
    ['long ago', '2025-03-01', '2026-03-01T09:00:00Z', 'fail', 'past'],
    ['a time earlier on this day', '2026-03-01T08:00:00Z', '2026-03-01T09:00:00Z', 'pass', 'set'],
    ['a time on the day before', '2026-02-28T23:00:00Z', '2026-03-01T09:00:00Z', 'fail', 'past'],
    ['unset', undefined, '2026-03-01T09:00:00Z', 'attention', 'unset'],
    ['no date at all', 'soon', '2026-03-01T09:00:00Z', 'attention', 'unset'],
  ]
  it.each(cases)('%s', (_name, nextReview, now, verdict, message) => {
    const item = judge(check, { profile: nextReview === undefined ? { packs } : { packs, nextReview }, now })
    expect([item.verdict, item.message.id]).toEqual([verdict, `review-scheduled/${message}`])
  })

  it('names the day', () => {
    expect(judge(check, { profile: { packs, nextReview: '2026-02-01' } }).because).toBe('The review of 2026-02-01 is overdue.')
  })

  it('is measured by the evaluation, however old the snapshot is', () => {
    const situation = { profile: { packs, nextReview: '2026-06-01' }, now: '2026-05-31T00:00:00Z' }
    expect(judge(check, situation).verdict).toBe('pass')
  })

  it('applies with the pack alone', () => {
    expect(judge(check, { profile: { nextReview: '2025-01-01' } }).verdict).toBe('not-applicable')
  })
})
