import path from 'node:path'

import { describe, expect, it } from 'vitest'

import { renderRotationReportPdf } from '#electron/pdf/render-rotation-report.ts'
import type { RotationJournal } from '#shared/report/rotation/course.ts'
import { createRotationReport, type RotationReport } from '#shared/report/rotation/rotation-report.ts'
import { createTranslator } from '#shared/texts/translator.ts'
import { describeWith } from '../../support/needs.ts'
import { pagesOf, poppler, squeezed } from '../../support/pdf-text.ts'
import { journalAfter, strikeAll, strikeOnce } from '../../support/rotation-journal.ts'
import { rotationPlan, rotationPlans, windowsLogin } from '../../support/rotation-plans.ts'

const fontFolder = path.join(import.meta.dirname, '..', '..', '..', 'node_modules', 'dejavu-fonts-ttf', 'ttf')

const languages = ['en', 'de'] as const
const papers = ['a4', 'letter'] as const
const everyPage = languages.flatMap((language) => papers.map((paper) => [language, paper] as const))

interface Printed {
  readonly report: RotationReport
  readonly pdf: Uint8Array
}

async function print(journal: RotationJournal, language: 'en' | 'de' = 'en', paper: 'a4' | 'letter' = 'a4'): Promise<Printed> {
  const translator = createTranslator(language, [])
  const report = createRotationReport(journal, translator, 'Europe/Berlin')
  return { report, pdf: await renderRotationReportPdf(report, translator, { fontFolder, paper }) }
}

const smooth = journalAfter(rotationPlans['three new passwords'])
const troubled = journalAfter(rotationPlans['new users'], { strike: strikeAll() })
const stopped = journalAfter(rotationPlans['three new passwords'], {
  until: 'hand-over',
  strike: strikeOnce('verify-login', { place: 'once it is begun', kind: 'refusal' }),
})

/** Everything that the page has to say. */
function sentencesOf({ about, fields, logins, open, outcome, paused, timeline, troubles }: RotationReport): string[] {
  return [
    ...[outcome.word, outcome.sentence, ...about, ...paused, ...open],
    ...fields.flatMap(({ label, value }) => [label, value]),
    ...logins.flatMap(({ facts, holders, name, warning }) => [
      ...[name, warning ?? '', ...holders],
      ...facts.flatMap(({ label, value }) => [label, value]),
    ]),
    ...troubles.flatMap(({ decision, moment, sentence }) => [moment, sentence, decision ?? '']),
    ...timeline.flatMap(({ day, entries }) => [day, ...entries.map(({ sentence, time }) => `${time}${sentence}`)]),
  ]
}

/** Text without signs, white space and what stands around each page. */
function contentOf(pages: readonly string[]): string {
  const inside = pages.map((page) =>
    page
      .trim()
      .split('\n')
      .slice(0, -1)
      .join('\n')
      .replace(/^Pass.*(?:ERP01)?\n(?:Rehearsal|Probe)?\n?/, ''),
  )
  return squeezed(inside.join('\n')).replace(/[✗…→?!]/g, '')
}

const cleaned = (text: string): string => squeezed(text).replace(/[✗…→?!]/g, '')

describe('renderRotationReportPdf', () => {
  it.each(everyPage)('gives the same bytes for the same report (%s, %s)', async (language, paper) => {
    const [first, second] = [await print(stopped, language, paper), await print(stopped, language, paper)]
    expect(Buffer.compare(first.pdf, second.pdf)).toBe(0)
  })

  it('rejects where a font is missing', async () => {
    const translator = createTranslator('en', [])
    const report = createRotationReport(smooth, translator)
    const options = { fontFolder: path.join(import.meta.dirname, 'no-fonts-here'), paper: 'a4' } as const
    await expect(renderRotationReportPdf(report, translator, options)).rejects.toThrow(/DejaVuSans/)
  })
})

describeWith('poppler-utils', 'pages of the report of a password change', () => {
  it.each(
    Object.entries({ smooth, troubled, stopped }).flatMap(([name, journal]) =>
      languages.map((language) => [name, language, journal] as const),
    ),
  )('hold every sentence and every entry (%s, %s)', async (_name, language, journal) => {
    const { report, pdf } = await print(journal, language)
    const text = contentOf(pagesOf(pdf))
    expect(sentencesOf(report).filter((sentence) => !text.includes(cleaned(sentence)))).toEqual([])
    expect(text).not.toContain('canary')
  })

  it.each(everyPage)('are two for a change without trouble (%s, %s)', async (language, paper) => {
    expect(pagesOf((await print(smooth, language, paper)).pdf)).toHaveLength(2)
  })

  it.each([
    ['a4', '595.28 x 841.89 pts (A4)'],
    ['letter', '612 x 792 pts (letter)'],
  ] as const)('are %s, dated as the report and named after the server', async (paper, size) => {
    const information = poppler('pdfinfo', (await print(smooth, 'en', paper)).pdf, '-isodates')
    expect(information).toContain(size)
    expect(information).toContain(`CreationDate:    ${smooth.now.slice(0, 19)}Z`)
    expect(information).toMatch(/^Title: +Password change on ERP01$/m)
    expect(information).not.toMatch(/react|pdfkit/i)
  })

  it('are numbered, and each of them is marked in a rehearsal', async () => {
    const pages = pagesOf((await print(troubled)).pdf)
    expect(pages.length).toBeGreaterThan(2)
    for (const [index, page] of pages.entries()) {
      expect(page.trim().split('\n').at(-1)).toBe(`ERP01 · Change rotation-1 Page ${index + 1} of ${pages.length}`)
      expect(page).toContain(index === 0 ? 'Rehearsal: nothing on the server was touched.' : 'Rehearsal')
    }
    const real = pagesOf((await print(journalAfter(rotationPlan({ rehearsal: false })))).pdf)
    expect(real.join('')).not.toMatch(/rehearsal/i)
  })

  it('never end with a heading, wherever the page ends', async () => {
    const headings = ['Logins and who has which password', 'What was paused', 'Trouble, and what was decided', 'Still open']
    headings.push('Everything that was written down', '2 March 2026 (UTC+01:00)', 'About this report')
    for (let logins = 1; logins < 12; logins += 1) {
      const many = Array.from({ length: logins }, (_, index) => windowsLogin({ key: `windows:ERP01\\sync${index}`, name: `sync${index}` }))
      const { pdf } = await print(journalAfter(rotationPlan({ logins: many }), { until: 'end-call' }))
      expect(
        pagesOf(pdf)
          .map((page) => page.trim().split('\n').at(-2))
          .filter((line) => headings.includes(line ?? '')),
      ).toEqual([])
    }
  }, 60_000)

  it('show names that are long or hostile as what they are', async () => {
    const long = `sync-${'x'.repeat(200)}`
    const plan = rotationPlan({
      server: `${'ERP'.repeat(60)}\u202E`,
      logins: [windowsLogin({ key: `windows:ERP01\\${long}`, name: long })],
    })
    const text = contentOf(pagesOf((await print(journalAfter(plan))).pdf))
    expect(text).toContain(long)
    expect(text).not.toMatch(/\u202E/)
  })
})
