import path from 'node:path'

import { describe, expect, it } from 'vitest'

import { renderPdf } from '#electron/pdf/render.ts'
import type { Checkup } from '#shared/formats/checkup.ts'
import type { Report } from '#shared/report/model.ts'
import { loadSample, type SampleId, sampleIds } from '#shared/samples/index.ts'
import { createTranslator } from '#shared/texts/translator.ts'
import { evaluateSample } from '../../shared/samples/evaluate-sample.ts'
import { describeWith } from '../../support/needs.ts'
import { firstPagePicture, pagesOf, squeezed } from '../../support/pdf-text.ts'
import { readPgm, readQr } from '../../support/read-qr.ts'
import { reportOf } from '../../support/report-of.ts'

const fontFolder = path.join(import.meta.dirname, '..', '..', '..', 'node_modules', 'dejavu-fonts-ttf', 'ttf')

const languages = ['en', 'de'] as const
const papers = ['a4', 'letter'] as const
const everyPage = languages.flatMap((language) => papers.map((paper) => [language, paper] as const))

interface Printed {
  readonly report: Report
  readonly pdf: Uint8Array
}

async function print(
  id: SampleId,
  language: 'en' | 'de' = 'en',
  paper: 'a4' | 'letter' = 'a4',
  change: Partial<Checkup> = {},
): Promise<Printed> {
  const translator = createTranslator(language)
  const report = reportOf({ ...evaluateSample(loadSample(id)), ...change }, translator)
  return { report, pdf: await renderPdf(report, translator, { fontFolder, paper }) }
}

describe('certificate', () => {
  it.each(everyPage)('is the same bytes twice (%s, %s)', async (language, paper) => {
    const [first, second] = [await print('well-kept', language, paper), await print('well-kept', language, paper)]
    expect(Buffer.compare(first.pdf, second.pdf)).toBe(0)
  })
})

/** Letters of other languages are drawn from the same parts as plain ones. */
const accented: Partial<Checkup> = { host: { name: 'ÜÖÄÉÑÇŁŐŽ-ÀÎ', snapshotTakenAt: '2026-11-17T19:26:12Z' } }

describeWith('poppler-utils', 'pages of the certificate', () => {
  it.each(everyPage)('are one for a server with little to say (%s, %s)', async (language, paper) => {
    expect(pagesOf((await print('well-kept', language, paper)).pdf)).toHaveLength(1)
  })

  it.each(everyPage)('are four at most for a typical server (%s, %s)', async (language, paper) => {
    expect(pagesOf((await print('typical', language, paper)).pdf).length).toBeLessThanOrEqual(4)
  })

  it('give a pack that does not apply one line', async () => {
    const checkup = evaluateSample(loadSample('well-kept'))
    const [passed] = checkup.items
    const off = Array.from({ length: 18 }, (): Checkup['items'][number] => ({
      ...passed!,
      checklist: 'layered-defence',
      verdict: 'not-applicable',
    }))
    const packs = [{ id: 'layered-defence', title: 'Layered defence', outcome: 'not-applicable' }] as const
    const others = checkup.checklists.filter(({ id }) => id !== 'layered-defence')
    const items = [...checkup.items.filter(({ checklist }) => checklist !== 'layered-defence'), ...off]
    const translator = createTranslator('en')
    const report = reportOf(
      { ...checkup, items, checklists: [...others, ...packs] },
      { ...translator, checklistTitle: (id) => `title of ${id}` },
    )
    const pages = pagesOf(await renderPdf(report, translator, { fontFolder, paper: 'letter' }))
    expect(pages).toHaveLength(1)
    expect(pages[0]?.split('title of layered-defence')).toHaveLength(2)
  })

  it.each(sampleIds.flatMap((id) => languages.map((language) => [id, language] as const)))(
    'say what matters of %s (%s)',
    async (id, language) => {
      const { report, pdf } = await print(id, language, 'letter')
      const pages = pagesOf(pdf)
      const text = squeezed(pages.join(''))
      const { number, digest } = report.identity
      const wanted = [
        ...[report.organization, report.server, number, digest, report.grade.word, report.coverage.inWords, report.state.word],
        ...report.gaps.flatMap(({ title, sentence, firstStep }) => [title, sentence, firstStep?.text ?? 'a gap without a first step']),
        ...report.accepted.map(({ accepted }) => accepted?.inWords ?? ''),
        ...report.notChecked.items.map(({ title }) => title),
        ...report.noneOf,
      ]
      expect(wanted.filter((each) => !text.includes(squeezed(each)))).toEqual([])
      for (const page of pages) {
        expect(page).toMatch(/Sample|Beispiel/)
        expect(page).toContain(`${report.server} · ${language === 'en' ? 'No' : 'Nr'}. ${number}`)
      }
    },
  )

  it('are the same whatever was printed before', async () => {
    const before = await print('well-kept')
    await print('german', 'de', 'letter', accented)
    const after = await print('well-kept')
    expect(Buffer.compare(before.pdf, after.pdf)).toBe(0)
    expect(pagesOf((await print('deploying', 'de')).pdf)[0]).toContain('Unvollständig')
  })

  it('show each accepted risk once, with its end', async () => {
    const { items } = evaluateSample(loadSample('typical'))
    const answers = [
      { kind: 'accepted-risk', by: 'Dana Weber', at: '2026-11-01T09:30:00Z', until: '2026-12-31', note: 'replaced then' },
    ] as const
    const [first, ...rest] = items
    const { report, pdf } = await print('typical', 'en', 'a4', { items: [{ ...first!, answers }, ...rest] })
    const text = squeezed(pagesOf(pdf).join(''))
    expect(text).toContain(squeezed('Accepted until 31 December 2026'))
    expect(text.split(squeezed(report.accepted[0]?.firstStep?.text ?? ''))).toHaveLength(2)
  })

  it.each(papers)('carry a QR code that is read back from paper (%s)', async (paper) => {
    const { report, pdf } = await print('typical', 'en', paper)
    expect(readQr(readPgm(firstPagePicture(pdf, 200)))).toBe(report.identity.qrText)
  })
})
