import { describe, expect, it } from 'vitest'
import { readBackReport, readBackSnapshot } from '#electron/core/read-back.ts'
import type { ReportFormat } from '#electron/core/render.ts'

const page =
  '<!doctype html>\n<html><head><meta charset="utf-8"><style>a > b {}</style></head><body><svg><path d="M0"/></svg><br></body></html>\n'
const pdf = (offset: number) => `%PDF-1.3\nxref\n0 1\ntrailer\nstartxref\n${offset}\n%%EOF\n`

describe('readBackReport', () => {
  it.each<readonly [string, ReportFormat, string]>([
    ['a page', 'html', page],
    ['a spreadsheet', 'csv', '\uFEFF"a","b"\r\n"x ""y"" ,\r\n","2"\r\n'],
    ['a PDF', 'pdf', pdf(9)],
    ['a table', 'table', 'all is well\n'],
  ])('understands %s', (_name, format, text) => {
    expect(readBackReport(format, Buffer.from(text))).toBeNull()
  })

  it.each<readonly [string, ReportFormat, string]>([
    ['a page that is cut', 'html', page.slice(0, -10)],
    ['a page that is none', 'html', 'hello'],
    ['a page with an element out of turn', 'html', page.replace('</svg>', '</p>')],
    ['a page with an element too few', 'html', page.replace('</body>', '')],
    ['a spreadsheet without rows', 'csv', '\uFEFF'],
    ['a spreadsheet with a cell too few', 'csv', '"a","b"\r\n"x"\r\n'],
    ['a spreadsheet with a bare cell', 'csv', '"a","b"\r\n"x",=1\r\n'],
    ['a spreadsheet that is cut', 'csv', '"a","b"\r\n"x"'],
    ['a PDF that is cut', 'pdf', pdf(9).slice(0, -8)],
    ['a PDF that is none', 'pdf', `x${pdf(9)}`],
    ['a PDF whose table is elsewhere', 'pdf', pdf(3)],
    ['an empty table', 'table', ''],
    ['a checkup that is cut', 'json', '{"schema": "erp-sync-checkup/checkup@1"'],
    ['a checkup that is none', 'json', '{"schema": "erp-sync-checkup/snapshot@1"}'],
  ])('does not take %s', (_name, format, text) => {
    expect(readBackReport(format, Buffer.from(text))).not.toBeNull()
  })
})

describe('readBackSnapshot', () => {
  it('understands a snapshot and nothing else', () => {
    const snapshot = {
      schema: 'erp-sync-checkup/snapshot@1',
      collectedAt: '2026-03-01T08:00:00Z',
      collector: { version: '1', elevated: true },
      probes: {},
    }
    expect(readBackSnapshot(Buffer.from(JSON.stringify(snapshot)))).toBeNull()
    expect(readBackSnapshot(Buffer.from('{}'))).toMatch(/^\$\.schema: /)
  })
})
