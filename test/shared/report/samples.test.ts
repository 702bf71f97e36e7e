import { describe, expect, it } from 'vitest'

import { createEvaluationParts, evaluate } from '#shared/evaluation/evaluate.ts'
import { csvReport } from '#shared/report/csv.ts'
import { htmlReport } from '#shared/report/html.ts'
import { createReport } from '#shared/report/model.ts'
import { tableReport } from '#shared/report/table.ts'
import { loadSample, sampleIds } from '#shared/samples/index.ts'
import { createTranslator } from '#shared/texts/translator.ts'
import { sha256 } from '../../support/world.ts'

const parts = createEvaluationParts(sha256)
const digests = { snapshot: sha256('snapshot'), profile: sha256('profile'), answers: sha256('answers') }

describe.each(sampleIds)('reports of the sample server %s', (id) => {
  const { snapshot, profile, answers, now } = loadSample(id)
  const checkup = evaluate({ snapshot, profile, answers, now, source: 'file', sample: id, digests, sha256 }, parts)

  it.each(['en', 'de'] as const)('find a text for everything that it says (%s)', (language) => {
    const translator = createTranslator(language)
    const report = createReport(checkup, translator)
    const texts = [htmlReport(report, translator), tableReport(report, translator, { width: 80, colour: false }), csvReport(report)]
    for (const text of texts) expect(text).not.toMatch(/\{\{|\$t\(|undefined|\[object/)
  })

  it('say in English what the checkup says', () => {
    const report = createReport(checkup, createTranslator('en'))
    const sentences = report.checklists.flatMap((checklist) => checklist.items).map((item) => [item.id, item.sentence])
    expect(sentences).toEqual(checkup.items.map((item) => [item.id, item.because]))
  })

  it('cover every item', () => {
    const { coverage } = createReport(checkup, createTranslator('en'))
    expect(coverage.total + coverage.notApplicable).toBe(checkup.items.length)
    expect(coverage.verified + coverage.byPerson + coverage.unknown + coverage.open).toBe(coverage.total)
  })
})

describe('first steps', () => {
  it('come with their command where there is one, ready to copy', () => {
    const { snapshot, profile, answers, now } = loadSample('typical')
    const checkup = evaluate({ snapshot, profile, answers, now, source: 'file', digests, sha256 }, parts)
    const translator = createTranslator('en')
    const report = createReport(checkup, translator)
    const step = report.gaps.find(({ id }) => id === 'remote-user-removed')?.firstStep
    expect(step?.command.length).toBeGreaterThan(0)
    const table = tableReport(report, translator, { width: 80, colour: false })
    for (const line of step?.command ?? []) expect(table).toContain(`   ${line}`.trimEnd())
    expect(htmlReport(report, translator)).toContain('<pre tabindex="0"><code>')
  })
})
