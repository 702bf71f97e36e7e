import { describe, expect, it } from 'vitest'

import type { CheckupItem } from '#shared/formats/checkup.ts'
import { type JudgedServer, judgedServer } from '#shared/report/portfolio/row.ts'
import { sampleCheckup, sampleItem } from '../../../support/checkup.ts'
import { hostileCheckup, unseen } from '../../../support/hostile-checkup.ts'
import { serverRow } from '../../../support/portfolio.ts'
import { reportTranslator } from '../../../support/report-translator.ts'

function item(verdict: CheckupItem['verdict'], severity: CheckupItem['severity'], more: Partial<CheckupItem> = {}): CheckupItem {
  const { answers: _, also: __, ...plain } = sampleItem('gotoassist-removed')
  return { ...plain, verdict, severity, ...more }
}

const accepted: CheckupItem['answers'] = [
  { kind: 'accepted-risk', by: 'Dana', at: '2026-02-01T00:00:00Z', until: '2026-12-31', note: 'until the move' },
]

const rowOf = (...items: CheckupItem[]): JudgedServer => serverRow({ items, answerProblems: [] })

describe('the row of a server', () => {
  it('counts every verdict once', () => {
    const row = serverRow()
    const sum = Object.values(row.counts).reduce((total, count) => total + count, 0)
    expect(sum).toBe(sampleCheckup.items.length)
    expect(row).toMatchObject({ server: 'ERP01', organization: 'Bergmann & Söhne Outdoor GmbH', grade: 'gaps' })
  })

  it.each([
    ['a gap before anything open', [item('attention', 'critical'), item('fail', 'low')], 'fail', 'low'],
    ['a severe gap before a mild one', [item('fail', 'low'), item('fail', 'critical'), item('fail', 'high')], 'fail', 'critical'],
    ['a question before what could not be verified', [item('unknown', 'critical'), item('attention', 'low')], 'attention', 'low'],
    ['anything open before an accepted gap', [item('fail', 'critical', { answers: accepted }), item('unknown', 'low')], 'unknown', 'low'],
    ['an accepted gap where there is nothing else', [item('pass', 'high'), item('fail', 'high', { answers: accepted })], 'fail', 'high'],
  ] as const)('names %s as worst', (_name, items, verdict, severity) => {
    expect(rowOf(...items).worst).toMatchObject({ verdict, severity, check: 'gotoassist-removed' })
  })

  it('names nothing where nothing fails and nothing is open', () => {
    expect(rowOf(item('pass', 'critical'), item('not-applicable', 'high')).worst).toBeNull()
  })

  it.each([
    ['gaps weigh by severity', [item('fail', 'critical'), item('fail', 'high')], { gapWeight: 36, openWeight: 0, accepted: 0 }],
    ['what is open weighs apart', [item('attention', 'medium'), item('unknown', 'low')], { gapWeight: 0, openWeight: 4, accepted: 0 }],
    [
      'an accepted gap weighs nothing',
      [item('fail', 'critical', { answers: accepted }), item('fail', 'low')],
      { gapWeight: 1, accepted: 1 },
    ],
  ] as const)('%s', (_name, items, weights) => {
    expect(rowOf(...items)).toMatchObject(weights)
  })

  it.each([
    ['taken a moment before', '2026-03-01T08:14:59Z', 0],
    ['taken a day before', '2026-02-28T08:15:00Z', 1],
    ['taken a moment less than two days before', '2026-02-27T08:15:01Z', 1],
    ['dated later than the evaluation', '2026-03-01T08:15:01Z', null],
  ])('says how old a snapshot is that was %s', (_name, snapshotTakenAt, ageDays) => {
    expect(serverRow({ host: { name: 'ERP01', snapshotTakenAt } }).ageDays).toBe(ageDays)
  })

  it('stays small and visible whatever the files hold', () => {
    const names = Array.from({ length: 5000 }, (_, index) => `tool ${index} ${'x'.repeat(50)}`)
    const gap = { ...item('fail', 'high'), message: { id: 'gotoassist-removed/installed', params: { names } } }
    const long = judgedServer('f'.repeat(10_000), { ...sampleCheckup, items: [gap] }, null, reportTranslator())
    expect([...(long.worst?.sentence ?? '')]).toHaveLength(240)
    expect(long.worst?.sentence.endsWith('…')).toBe(true)
    expect(JSON.stringify(long).length).toBeLessThan(3000)
    const hostile = judgedServer('a\u001B]0;x\u0007\r\n\u202Eb.json', hostileCheckup, null, reportTranslator())
    expect(JSON.stringify(hostile)).not.toMatch(unseen)
  })
})
