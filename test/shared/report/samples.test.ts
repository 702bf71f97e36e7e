import { describe, expect, it } from 'vitest'

import { csvReport } from '#shared/report/csv.ts'
import { htmlReport } from '#shared/report/html.ts'
import { tableReport } from '#shared/report/table.ts'
import { loadSample, sampleIds } from '#shared/samples/index.ts'
import { createTranslator } from '#shared/texts/translator.ts'
import { reportOf } from '../../support/report-of.ts'
import { evaluateSample } from '../samples/evaluate-sample.ts'

describe.each(sampleIds)('reports of the sample server %s', (id) => {
  const checkup = evaluateSample(loadSample(id))

  it.each(['en', 'de'] as const)('find a text for everything that it says (%s)', (language) => {
    const translator = createTranslator(language)
    const report = reportOf(checkup, translator)
    const texts = [htmlReport(report, translator), tableReport(report, translator, { width: 80, colour: false }), csvReport(report)]
    for (const text of texts) expect(text).not.toMatch(/\{\{|\$t\(|undefined|\[object/)
  })

  it('say in English what the checkup says', () => {
    const report = reportOf(checkup, createTranslator('en'))
    const items = [...report.checklists, ...report.otherPacks].flatMap((checklist) => checklist.items)
    expect(Object.fromEntries(items.map((item) => [item.id, item.sentence]))).toEqual(
      Object.fromEntries(checkup.items.map((item) => [item.id, item.because])),
    )
  })

  it('cover every item', () => {
    const { coverage } = reportOf(checkup, createTranslator('en'))
    expect(coverage.total + coverage.notApplicable).toBe(checkup.items.length)
    expect(coverage.verified + coverage.byPerson + coverage.unknown + coverage.open).toBe(coverage.total)
  })
})

describe('first steps', () => {
  it('come with their command where there is one, ready to copy', () => {
    const translator = createTranslator('en')
    const report = reportOf(evaluateSample(loadSample('typical')), translator)
    const step = report.gaps.find(({ id }) => id === 'remote-user-removed')?.firstStep
    expect(step?.command.length).toBeGreaterThan(0)
    const table = tableReport(report, translator, { width: 80, colour: false })
    for (const line of step?.command ?? []) expect(table).toContain(`   ${line}`.trimEnd())
    expect(htmlReport(report, translator)).toContain('<pre><code>')
  })
})
