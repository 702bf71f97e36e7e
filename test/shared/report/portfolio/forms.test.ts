import path from 'node:path'
import { describe, expect, it } from 'vitest'

import { portfolioCsv } from '#shared/report/portfolio/csv.ts'
import { portfolioHtml } from '#shared/report/portfolio/html.ts'
import { createPortfolio } from '#shared/report/portfolio/model.ts'
import { judgedServer, type PortfolioRow } from '#shared/report/portfolio/row.ts'
import { portfolioTable } from '#shared/report/portfolio/table.ts'
import { displayWidth } from '#shared/report/text-layout.ts'
import type { Language } from '#shared/texts/translator.ts'
import { hostileNames } from '../../../support/checkup.ts'
import { expectGolden } from '../../../support/golden.ts'
import { hostileCheckup, unseen } from '../../../support/hostile-checkup.ts'
import { samplePortfolio } from '../../../support/portfolio.ts'
import { reportTranslator } from '../../../support/report-translator.ts'

const now = '2026-03-01T08:15:00Z'
const golden = (name: string): string => path.join(import.meta.dirname, 'golden', name)
const portfolio = (language: Language, rows: readonly PortfolioRow[] = samplePortfolio(language)) =>
  createPortfolio(rows, now, reportTranslator(language))

const hostileRows: PortfolioRow[] = [
  ...Object.values(hostileNames).map((name) => judgedServer(name, hostileCheckup, null, reportTranslator())),
  { kind: 'unread', file: '<b>x</b>', reason: '=cmd|x;@y <script>' },
]

describe.each(['en', 'de'] as const)('the portfolio in %s', (language) => {
  it('is the table that was approved', () => {
    const text = portfolioTable(portfolio(language), reportTranslator(language), { width: 80, colour: false })
    expectGolden(golden(`table-${language}.txt`), text)
  })

  it('is the CSV that was approved', () => {
    expectGolden(golden(`portfolio-${language}.csv`), portfolioCsv(portfolio(language)))
  })

  it('is the page that was approved', () => {
    const page = portfolioHtml(portfolio(language), reportTranslator(language))
    expectGolden(
      golden(`portfolio-${language}.html`),
      page.replace(/<style>[\s\S]*<\/style>/, '<style></style>').replace(/sha256-[^&]+/, 'sha256-'),
    )
  })
})

describe('the table', () => {
  const table = (width: number, colour = false, rows = samplePortfolio()) =>
    portfolioTable(portfolio('en', rows), reportTranslator(), { width, colour })

  it.each([
    [40, 80],
    [80, 80],
    [100, 100],
    [200, 120],
  ])('in %i columns keeps to %i', (given, widest) => {
    for (const language of ['en', 'de'] as const) {
      const text = portfolioTable(portfolio(language), reportTranslator(language), { width: given, colour: false })
      expect(Math.max(...text.split('\n').map(displayWidth))).toBe(widest)
    }
  })

  it('has colour where it is wanted, and the same text', () => {
    const coloured = table(80, true)
    expect(coloured).toContain('\u001B[31m')
    expect(coloured.replace(/\u001B\[\d+m/g, '')).toBe(table(80))
    expect(table(80)).not.toContain('\u001B')
  })

  it('says nothing that steers a terminal', () => {
    for (const line of table(80, false, hostileRows).split('\n')) expect(line).not.toMatch(unseen)
  })
})

describe('the page', () => {
  const page = (rows: readonly PortfolioRow[]) => portfolioHtml(portfolio('en', rows), reportTranslator())

  it('has a heading for every cell', () => {
    const text = page(samplePortfolio())
    expect(text.match(/<th scope="col"/g)).toHaveLength(6)
    const rows =
      text
        .match(/<tbody>([\s\S]*)<\/tbody>/)?.[1]
        ?.split('</tr>')
        .slice(0, -1) ?? []
    expect(rows).toHaveLength(6)
    for (const row of rows) {
      expect(row.match(/<th scope="row"/g)).toHaveLength(1)
      expect(row.match(/<td/g)).toHaveLength(row.includes('colspan="4"') ? 2 : 5)
    }
  })

  it('takes no markup from anybody', () => {
    const text = page(hostileRows)
    expect(text).not.toMatch(/<(?:img|script|b)[\s>]/)
    expect(text).toContain('&lt;b&gt;x&lt;/b&gt;')
  })
})

describe('the CSV', () => {
  it('starts no formula', () => {
    const cells = [...portfolioCsv(portfolio('en', hostileRows)).matchAll(/"((?:[^"]|"")*)"/g)].map((match) => match[1] ?? '')
    expect(
      cells.filter((cell) => /^\s*[=+\-@]/.test(cell) || /[;|]["'\s]*[=+\-@]/.test(cell.replaceAll(/[;|]["'\s]*'[=+\-@]/g, ''))),
    ).toEqual([])
  })

  it('has the same columns, grades and ids in every language', () => {
    const columns = (language: Language) =>
      portfolioCsv(portfolio(language))
        .split('\r\n')
        .map((line) => line.split('","').filter((_, index) => [3, 9, 10, 11].includes(index)))
    expect(columns('de')).toEqual(columns('en'))
  })
})
