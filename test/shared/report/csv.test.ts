import path from 'node:path'

import { describe, expect, it } from 'vitest'

import type { Checkup } from '#shared/formats/checkup.ts'
import { csvReport } from '#shared/report/csv.ts'
import { checkupWithItems, evidenceOf, sampleCheckup, sampleItem } from '../../support/checkup.ts'
import { expectGolden } from '../../support/golden.ts'
import { hostileCheckup } from '../../support/hostile-checkup.ts'
import { reportOf } from '../../support/report-of.ts'
import { reportTranslator } from '../../support/report-translator.ts'

function csv(checkup: Checkup = sampleCheckup, language: 'en' | 'de' = 'en'): string {
  return csvReport(reportOf(checkup, reportTranslator(language)))
}

/** Cells as a program sees them that separates by `separator` and knows quotes at the start of a cell. */
function cells(text: string, separator: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let inQuotes = false
  const end = (): void => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  for (let index = text.startsWith('\uFEFF') ? 1 : 0; index < text.length; index += 1) {
    const character = text[index] ?? ''
    if (inQuotes && character === '"' && text[index + 1] === '"') {
      cell += '"'
      index += 1
    } else if (inQuotes && character === '"') inQuotes = false
    else if (inQuotes) cell += character
    else if (character === '"' && cell === '') inQuotes = true
    else if (character === separator) end()
    else if (character === '\n') {
      end()
      rows.push([])
    } else if (character !== '\r') cell += character
  }
  return rows.slice(0, -1)
}

function subjectCell(subject: string): string | undefined {
  const item = {
    ...sampleItem('gotoassist-removed'),
    evidence: [evidenceOf('gotoassist-removed', 'services', subject, 'service', {}, 'fail')],
  }
  return cells(csv(checkupWithItems([item])), ',')[1]?.[6]
}

describe('csvReport', () => {
  it.each(['en', 'de'] as const)('is the table that was approved (%s)', (language) => {
    expectGolden(path.join(import.meta.dirname, 'golden', `report-${language}.csv`), csv(sampleCheckup, language))
  })

  it('begins with a byte order mark and the columns, whatever the language', () => {
    const header = '\uFEFF"checklist","check","title","verdict","severity","sentence","subject","evidence","answers"\r\n'
    expect([csv(), csv(sampleCheckup, 'de')].every((text) => text.startsWith(header))).toBe(true)
  })

  it('quotes every cell and ends every row with CRLF', () => {
    for (const row of csv().split('\r\n').slice(0, -1)) expect(row).toMatch(/^\uFEFF?"(?:[^"]|"")*"(?:,"(?:[^"]|"")*"){8}$/)
  })

  it('has a row for each piece of evidence and one for an item without any', () => {
    const rows = cells(csv(), ',').slice(1)
    expect(rows.filter((row) => row[1] === 'other-remote-access-removed')).toHaveLength(7)
    expect(rows.filter((row) => row[1] === 'passwords-stored-safely')).toHaveLength(1)
    expect(rows.every((row) => row.length === 9)).toBe(true)
  })

  it.each([
    ['an equals sign', '=1+1', `'=1+1`],
    ['a plus sign', '+1', `'+1`],
    ['a minus sign', '-1', `'-1`],
    ['an at sign', '@SUM(A1)', `'@SUM(A1)`],
    ['a full-width equals sign', '\uFF1D1', `'\uFF1D1`],
    ['a tab before a formula', '\t=1+1', `'=1+1`],
    ['a carriage return before a formula', '\r=1+1', `'=1+1`],
    ['spaces before a formula', '  =1+1', `'=1+1`],
    ['an ordinary name', 'svc-wsp@erp.example', 'svc-wsp@erp.example'],
    ['a minus sign within', 'a -b, -c', 'a -b, -c'],
  ])('guards %s at the start of a cell', (_, subject, cell) => {
    expect(subjectCell(subject)).toBe(cell)
  })

  it.each([
    ['semicolon', ';'],
    ['bar', '|'],
    ['tab', '\t'],
    ['comma', ','],
  ])('starts no formula where a program separates by %s', (_, separator) => {
    const item = {
      ...sampleItem('gotoassist-removed'),
      evidence: ['a;=1+1', 'a; "=1+1', 'a|@SUM(1)', 'a\t=1', 'a\n=1', 'a,=1', "a;'=1"].map((subject) =>
        evidenceOf('gotoassist-removed', 'services', subject, 'service', { state: subject }, 'fail'),
      ),
    }
    for (const checkup of [checkupWithItems([item]), hostileCheckup]) {
      const found = cells(csv(checkup), separator).flat()
      expect(found.filter((cell) => /^["\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r]/.test(cell))).toEqual([])
    }
  })
})
