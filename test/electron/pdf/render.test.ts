import { execFileSync } from 'node:child_process'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { renderPdf } from '#electron/pdf/render.ts'
import type { Checkup } from '#shared/formats/checkup.ts'
import { checkupWithItems, evidenceOf, longNames, longPath, longWord, manyItems, sampleCheckup, sampleItem } from '../../support/checkup.ts'
import { hostileCheckup, unseen } from '../../support/hostile-checkup.ts'
import { describeWith } from '../../support/needs.ts'
import { contentOf, pagesOf, poppler, squeezed } from '../../support/pdf-text.ts'
import { renderReportPdf } from '../../support/render-report-pdf.ts'
import { reportOf } from '../../support/report-of.ts'
import { reportTranslator } from '../../support/report-translator.ts'

/** Hundreds of pages on a busy machine with two cores. */
const LONG_DOCUMENT_TIMEOUT_MS = 120_000

/** Everything that must not stand alone at the end of a page. */
const headings = [
  ...['Gaps', 'Accepted risks', 'Open items', 'Designated logins', 'What was not checked', 'Passed', 'Does not apply here'],
  ...['About this report', 'What was found', 'Items that could not be verified'],
  ...['Parts of the server that could not be read', 'Answers that count for nothing', 'GoToAssist is removed'],
]

/** The line above the footer. */
function lastLine(page: string): string {
  return page.trim().split('\n').at(-2)?.trim() ?? ''
}

interface Word {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly text: string
}

function wordsOf(page: string): Word[] {
  return [...page.matchAll(/<word xMin="([\d.]+)" yMin="[\d.-]+" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map(
    ([, left, right, bottom, text]) => ({
      left: Number(left),
      right: Number(right),
      bottom: Number(bottom),
      text: text ?? '',
    }),
  )
}

/** Every word lies within the margins, and nothing but the footer reaches into it. */
function expectWithinPaper(pdf: Uint8Array): void {
  for (const page of poppler('pdftotext', pdf, '-bbox').split('<page ').slice(1)) {
    const [, width, height] = (/width="([\d.]+)" height="([\d.]+)"/.exec(page) ?? []).map(Number)
    const words = wordsOf(page)
    expect(Math.max(...words.map((word) => word.right))).toBeLessThanOrEqual((width ?? 0) - 44)
    expect(Math.min(...words.map((word) => word.left))).toBeGreaterThanOrEqual(44)
    const low = words.filter((word) => word.bottom > (height ?? 0) - 44).map((word) => word.text)
    expect(low.join(' ')).toMatch(/^\S.* · (?:No|Nr)\. [0-9A-F-]{19} (?:Page|Seite) \d+ (?:of|von) \d+$/)
  }
}

let warnings: ReturnType<typeof vi.spyOn>

beforeEach(() => {
  warnings = vi.spyOn(console, 'warn')
})

afterEach(() => {
  expect(warnings).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})

describe('renderPdf', () => {
  it('gives the same bytes for the same report', async () => {
    const [first, second] = [await renderReportPdf(), await renderReportPdf()]
    expect(Buffer.compare(first, second)).toBe(0)
  })

  it('gives other bytes for another report', async () => {
    const other = await renderReportPdf({ ...sampleCheckup, evaluatedAt: '2026-03-01T08:15:01Z' })
    expect(Buffer.compare(await renderReportPdf(), other)).not.toBe(0)
  })

  it.each([
    ['a time zone ahead', { TZ: 'Pacific/Kiritimati', LANG: 'C' }],
    ['a time zone behind and another language', { TZ: 'America/Los_Angeles', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' }],
  ])('gives the same bytes under %s', async (_, environment) => {
    const script = `
      const { runnerImport } = await import('vite')
      const { module } = await runnerImport('./test/support/render-report-pdf.ts', { configFile: false, logLevel: 'silent' })
      process.stdout.write(Buffer.from(await module.renderReportPdf()))`
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: path.join(import.meta.dirname, '..', '..', '..'),
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
      maxBuffer: 64 * 1024 * 1024,
    })
    expect(Buffer.compare(output, await renderReportPdf())).toBe(0)
  })

  it('rejects where a font is missing', async () => {
    const translator = reportTranslator()
    const options = { fontFolder: path.join(import.meta.dirname, 'no-fonts-here'), paper: 'a4' } as const
    await expect(renderPdf(reportOf(sampleCheckup, translator), translator, options)).rejects.toThrow(/DejaVuSans/)
  })
})

describeWith('poppler-utils', 'pages of renderPdf', () => {
  it.each(['en', 'de'] as const)('hold every sentence of the report (%s)', async (language) => {
    const report = reportOf(sampleCheckup, reportTranslator(language))
    const text = squeezed(pagesOf(await renderReportPdf(sampleCheckup, language)).join(''))
    const unsettled = [...report.gaps, ...report.open, ...report.notChecked.items]
    const sentences = [
      ...[report.organization, report.grade.word, report.grade.sentence, report.coverage.inWords, report.nextReview.sentence],
      ...[report.state.word, report.state.note, report.identity.number, report.identity.digest],
      ...report.scope,
      ...[...report.fields, ...report.identity.fields.filter(({ id }) => id !== 'checkup')].map(({ value }) => value),
      ...report.checklists.flatMap((each) => [each.title, each.outcomeWord, each.reason ?? each.countsInWords]),
      ...unsettled.flatMap((item) => [item.title, item.verdictWord, item.sentence]),
      ...unsettled.flatMap((item) => item.evidence.flatMap(({ subject, detail }) => [subject, detail])),
      ...[...unsettled, ...report.passed].flatMap((item) => item.answers.map((answer) => answer.sentence)),
      ...[...report.gaps, ...report.open].flatMap(({ firstStep }) => [firstStep?.text ?? '', firstStep?.restarts ?? '']),
      ...report.accepted.map((item) => item.accepted?.inWords ?? ''),
      ...report.passed.map((item) => item.title),
      ...report.logins.flatMap(({ login, gradeWord }) => [login, gradeWord]),
      ...report.notChecked.probes.flatMap(({ name, reason }) => [name, reason]),
      ...report.notChecked.answers,
    ]
    expect(sentences.filter((sentence) => !text.includes(squeezed(sentence)))).toEqual([])
  })

  it('carry their fonts', async () => {
    const fonts = poppler('pdffonts', await renderReportPdf())
      .trim()
      .split('\n')
      .slice(2)
    expect(fonts.map((line) => (line.split(/\s+/)[0] ?? '').replace(/^\w+\+/, '')).sort()).toEqual([
      'DejaVuSansCondensed',
      'DejaVuSansCondensed-Bold',
    ])
    for (const line of fonts) expect(line).toMatch(/ yes yes yes /)
  })

  it('carry the time of the checkup and name no other program', async () => {
    const information = poppler('pdfinfo', await renderReportPdf(), '-isodates')
    expect(information).toMatch(/^CreationDate: +2026-03-01T08:15:00Z$/m)
    expect(information).not.toMatch(/react|pdfkit/i)
    expect(information).toMatch(/^Title: +ERP Sync Security Checkup of ERP01$/m)
  })

  it.each([
    ['a4', '595.28 x 841.89 pts (A4)'],
    ['letter', '612 x 792 pts (letter)'],
  ] as const)('are %s', async (paper, size) => {
    const pdf = await renderReportPdf(sampleCheckup, 'en', paper)
    expect(poppler('pdfinfo', pdf)).toContain(size)
    expectWithinPaper(pdf)
  })

  it('are numbered and name the server, the certificate and a sample', async () => {
    const pages = pagesOf(await renderReportPdf({ ...sampleCheckup, sample: 'typical' }))
    expect(pages.length).toBeGreaterThan(1)
    for (const [index, page] of pages.entries()) {
      expect(page.trim().split('\n').at(-1)).toBe(`ERP01 · No. ${reportOf().identity.number} Page ${index + 1} of ${pages.length}`)
      expect(page).toContain(index === 0 ? 'Sample server “typical”: made-up data' : 'Sample: made-up data')
    }
  })

  it('hold 500 gaps, each whole and once in each part', { timeout: LONG_DOCUMENT_TIMEOUT_MS }, async () => {
    const pdf = await renderReportPdf(manyItems(500))
    expectWithinPaper(pdf)
    const numbers = (pattern: RegExp): number[] => [...contentOf(pdf).matchAll(pattern)].map((match) => Number(match[1]))
    const expected = Array.from({ length: 500 }, (_, index) => index + 1)
    const gap = /GoToAssistisremoved✗Gap·hightool(\d{4})isinstalledandcanbereachedwithoutanybodyattheserver\.Firststep:OpenSettings/g
    expect(numbers(gap)).toEqual(expected)
    expect(numbers(/GoToAssistisremoved✗Gaptool(\d{4}):installedprogram,version\d+\.0/g)).toEqual(expected)
    expect(pagesOf(pdf).length).toBeLessThan(70)
    expect(
      pagesOf(pdf)
        .map(lastLine)
        .filter((line) => headings.includes(line)),
    ).toEqual([])
  })

  it('never end with a heading, wherever the page ends', { timeout: LONG_DOCUMENT_TIMEOUT_MS }, async () => {
    // items of other heights move every heading past the end of a page
    for (const text of ['', `a note that takes another line${' and more'.repeat(12)}`]) {
      for (let count = 4; count < 16; count += 1) {
        const many = manyItems(count)
        const [first, ...rest] = many.items
        const note = { kind: 'accepted-risk', by: 'Dana Weber', at: '2026-02-27T09:30:00Z', until: '2026-06-30', note: text } as const
        const pages = pagesOf(await renderReportPdf({ ...many, items: [text === '' ? first! : { ...first!, answers: [note] }, ...rest] }))
        expect(pages.map(lastLine).filter((line) => headings.includes(line))).toEqual([])
      }
    }
  })

  it('wrap long names without loss', async () => {
    const pdf = await renderReportPdf(longNames)
    expectWithinPaper(pdf)
    const text = contentOf(pdf)
    for (const name of [longPath, longWord]) expect(text.split(squeezed(name)).length).toBeGreaterThan(3)
    expect(poppler('pdftotext', pdf)).not.toMatch(/\u00AD|\u2010/)
  })

  it('wrap names that are longer than a page', { timeout: LONG_DOCUMENT_TIMEOUT_MS }, async () => {
    const endless = `start${longWord.repeat(12)}end`
    const item = {
      ...sampleItem('gotoassist-removed'),
      evidence: [evidenceOf('gotoassist-removed', 'programs', endless, 'program', { version: endless }, 'fail')],
    }
    const profile = { ...sampleCheckup.profile, preparedBy: endless }
    const pdf = await renderReportPdf({ ...checkupWithItems([item]), profile })
    expectWithinPaper(pdf)
    expect(contentOf(pdf).split(endless)).toHaveLength(4)
  })

  it('cut the evidence of one item short and say so', async () => {
    const evidence = Array.from({ length: 60 }, (_, index) =>
      evidenceOf('gotoassist-removed', 'programs', `program ${index + 1}.`, 'program', { version: '1' }, 'fail'),
    )
    const text = contentOf(await renderReportPdf(checkupWithItems([{ ...sampleItem('gotoassist-removed'), evidence }])))
    expect(text).toContain('program24.')
    expect(text).not.toContain('program25.')
    expect(text).toContain('and36more,listedintheHTMLandJSONreports')
  })

  it('show hostile names as what they are', async () => {
    const pdf = await renderReportPdf(hostileCheckup)
    const text = squeezed(pagesOf(pdf).join(''))
    expect(text).toContain('<imgsrc=xonerror="alert(1)">')
    expect(text).toContain('svc-[U+202E]gpj.exe')
    expect(text).not.toMatch(unseen)
    expect(poppler('pdffonts', pdf).trim().split('\n')).toHaveLength(4)
  })

  it('write what the font cannot draw as code points', async () => {
    const checkup: Checkup = { ...sampleCheckup, profile: { ...sampleCheckup.profile, preparedBy: '日本 Łukasz' } }
    const pdf = await renderReportPdf(checkup)
    expect(pagesOf(pdf)[0]).toMatch(/\[U\+65E5\]\[U\+672C\]\sŁukasz/)
    expect(poppler('pdffonts', pdf).trim().split('\n')).toHaveLength(4)
  })
})
