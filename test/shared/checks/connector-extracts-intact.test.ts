import { describe, expect, it } from 'vitest'

import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/connector-extracts-intact/definition.ts'
import { rule } from '#shared/checks/connector-extracts-intact/rule.ts'
import type { Answers } from '#shared/formats/answers.ts'
import { installation, renderedTexts, saidBy, withConnector } from '../../support/connector.ts'
import { judge, type Situation } from '../../support/world.ts'

type Result = NonNullable<Answers['extracts']>[number]

const check = pair(definition, rule)
const DIRECTORY = 'C:\\Connector\\extracts'

/** A result of so long before the evaluation, which is at 2026-03-01T09:00:00Z. */
function result(at: string, mismatches: readonly string[] = [], more: Partial<Result> = {}): Result {
  return { directory: DIRECTORY, at, intact: mismatches.length === 0, mismatches, ...more }
}

const situation = (extracts: readonly Result[], more: Situation = {}): Situation => ({
  profile: withConnector,
  facts: { connector: { installations: [installation()] } },
  answers: { extracts },
  ...more,
})
const of = (...extracts: readonly Result[]) => judge(check, situation(extracts))

const FRESH = '2026-02-28T20:00:00Z'
const DAYS_30 = '2026-01-30T09:00:00Z'
const OVER_30_DAYS = '2026-01-30T08:59:59Z'
const DAY_AHEAD = '2026-03-02T09:00:00Z'
const OVER_A_DAY_AHEAD = '2026-03-02T09:00:01Z'
const other = { directory: 'D:\\Other' }

interface Row {
  readonly name: string
  readonly extracts: readonly Result[]
  readonly verdict: string
  readonly says: readonly string[]
}

const rows: readonly Row[] = [
  { name: 'no result', extracts: [], verdict: 'attention', says: ['none'] },
  { name: 'intact', extracts: [result(FRESH)], verdict: 'pass', says: [`intact: ${DIRECTORY}: 2026-02-28`] },
  {
    name: 'mismatches',
    extracts: [result(FRESH, ['a.csv', 'b.csv'])],
    verdict: 'fail',
    says: [`mismatch: a.csv: b.csv: ${DIRECTORY}: 2026-02-28`],
  },
  {
    name: 'not intact without a file',
    extracts: [result(FRESH, [], { intact: false })],
    verdict: 'fail',
    says: [`not-intact: ${DIRECTORY}: 2026-02-28`],
  },
  {
    name: 'intact and yet a mismatch',
    extracts: [result(FRESH, ['a.csv'], { intact: true })],
    verdict: 'fail',
    says: [`mismatch: a.csv: ${DIRECTORY}: 2026-02-28`],
  },
  { name: 'exactly 30 days', extracts: [result(DAYS_30)], verdict: 'pass', says: [`intact: ${DIRECTORY}: 2026-01-30`] },
  {
    name: 'a mismatch of exactly 30 days',
    extracts: [result(DAYS_30, ['a'])],
    verdict: 'fail',
    says: [`mismatch: a: ${DIRECTORY}: 2026-01-30`],
  },
  { name: 'a second over 30 days', extracts: [result(OVER_30_DAYS)], verdict: 'attention', says: [`outdated: ${DIRECTORY}: 2026-01-30`] },
  {
    name: 'a mismatch a second over 30 days',
    extracts: [result(OVER_30_DAYS, ['a'])],
    verdict: 'attention',
    says: [`outdated-mismatch: ${DIRECTORY}: 2026-01-30`],
  },
  {
    name: 'an old result without a file',
    extracts: [result(OVER_30_DAYS, [], { intact: false })],
    verdict: 'attention',
    says: [`outdated-mismatch: ${DIRECTORY}: 2026-01-30`],
  },
  {
    name: 'newer than the snapshot',
    extracts: [result('2026-03-01T08:30:00Z')],
    verdict: 'pass',
    says: [`intact: ${DIRECTORY}: 2026-03-01`],
  },
  { name: 'a day ahead', extracts: [result(DAY_AHEAD)], verdict: 'pass', says: [`intact: ${DIRECTORY}: 2026-03-02`] },
  { name: 'over a day ahead', extracts: [result(OVER_A_DAY_AHEAD)], verdict: 'attention', says: [`future: ${DIRECTORY}: 2026-03-02`] },
  {
    name: 'a mismatch over a day ahead beside an intact one',
    extracts: [result(OVER_A_DAY_AHEAD, ['a']), result(FRESH)],
    verdict: 'attention',
    says: [`future: ${DIRECTORY}: 2026-03-02`],
  },
  {
    name: 'an intact one over a day ahead beside a mismatch',
    extracts: [result(OVER_A_DAY_AHEAD), result(FRESH, ['a'])],
    verdict: 'fail',
    says: [`mismatch: a: ${DIRECTORY}: 2026-02-28`, `future: ${DIRECTORY}: 2026-03-02`],
  },
  {
    name: 'the newest decides, wherever it stands',
    extracts: [result('2026-02-20T00:00:00Z', ['a']), result(FRESH), result('2026-02-21T00:00:00Z', ['b'])],
    verdict: 'pass',
    says: [`intact: ${DIRECTORY}: 2026-02-28`],
  },
  {
    name: 'the newest is bad',
    extracts: [result(FRESH, ['a']), result('2026-02-20T00:00:00Z')],
    verdict: 'fail',
    says: [`mismatch: a: ${DIRECTORY}: 2026-02-28`],
  },
  {
    name: 'good and bad of one instant',
    extracts: [result(FRESH), result(FRESH, ['a'], other)],
    verdict: 'fail',
    says: ['mismatch: a: D:\\Other: 2026-02-28'],
  },
  {
    name: 'the newest of another folder decides',
    extracts: [result('2026-02-20T00:00:00Z', ['a'], other), result(FRESH)],
    verdict: 'pass',
    says: [`intact: ${DIRECTORY}: 2026-02-28`],
  },
]

describe('connector-extracts-intact', () => {
  it.each(rows)('$name: $verdict', ({ extracts, verdict, says }) => {
    const item = of(...extracts)
    expect([item.verdict, saidBy(item)]).toEqual([verdict, says])
    expect(renderedTexts(check, item).join()).not.toContain('{{')
  })

  it('shows the last result of another folder where it was not intact', () => {
    const item = of(
      result(FRESH),
      result('2026-02-20T00:00:00Z', ['a'], { directory: 'c:/connector/EXTRACTS/' }),
      result('2026-02-18T00:00:00Z', ['b'], other),
      result('2026-02-17T00:00:00Z', ['c'], { directory: 'D:\\Other\\' }),
      result('2026-02-16T00:00:00Z', ['d'], { directory: 'E:\\Mended' }),
      result('2026-02-19T00:00:00Z', [], { directory: 'E:\\Mended' }),
    )
    expect(item.evidence.map(({ detail }) => detail)).toEqual([
      `${DIRECTORY}: intact on 2026-02-28`,
      'D:\\Other: not intact on 2026-02-18, the last result for this folder',
    ])
    expect(renderedTexts(check, item).join()).not.toContain('{{')
  })

  it('lists the files in the evidence', () => {
    expect(of(result(OVER_30_DAYS, ['a.csv', 'b.csv'])).evidence.map(({ detail }) => detail)).toEqual([
      `${DIRECTORY}: on 2026-01-30 no match for a.csv and b.csv`,
    ])
  })

  it('counts from the evaluation, not from the snapshot', () => {
    const now = '2026-03-20T08:00:00Z'
    expect(judge(check, situation([result('2026-02-18T08:00:00Z')], { now })).verdict).toBe('pass')
    expect(judge(check, situation([result('2026-02-18T07:59:59Z')], { now })).verdict).toBe('attention')
  })

  it('keeps its digest from one result to the next of its kind', () => {
    expect(of(result('2025-12-01T00:00:00Z')).factsDigest).toBe(of(result('2025-11-01T00:00:00Z', [], other)).factsDigest)
    expect(of(result('2025-12-01T00:00:00Z', ['a'])).factsDigest).not.toBe(of(result('2025-12-01T00:00:00Z')).factsDigest)
    expect(of().factsDigest).not.toBe(of(result('2025-12-01T00:00:00Z')).factsDigest)
  })

  it('goes by what was verified where the probe finds no connector', () => {
    const facts = { connector: { installations: [] } }
    expect(judge(check, situation([result(FRESH)], { facts })).verdict).toBe('pass')
    expect(judge(check, situation([], { facts, answers: {} })).verdict).toBe('attention')
  })

  it('cannot pass without the probe, and still fails', () => {
    expect(judge(check, situation([result(FRESH)], { facts: {} })).verdict).toBe('unknown')
    expect(judge(check, situation([result(FRESH, ['a'])], { facts: {} })).verdict).toBe('fail')
    expect(judge(check, situation([result(FRESH, ['a'])], { facts: {}, profile: {} })).verdict).toBe('not-applicable')
  })
})
