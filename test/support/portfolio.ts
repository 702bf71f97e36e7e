import type { Checkup } from '#shared/formats/checkup.ts'
import { type JudgedServer, judgedServer, type PortfolioRow } from '#shared/report/portfolio/row.ts'
import type { Language } from '#shared/texts/translator.ts'
import { sampleCheckup } from './checkup.ts'
import { reportTranslator } from './report-translator.ts'

/** The sample checkup as a row, with other parts where given. */
export function serverRow(more: Partial<Checkup> = {}, language: Language = 'en', file = 'customers/ERP01.json'): JudgedServer {
  return judgedServer(file, { ...sampleCheckup, ...more }, null, reportTranslator(language))
}

/** A server of every grade, one with everything due, and two files that could not be read. */
export function samplePortfolio(language: Language = 'en'): PortfolioRow[] {
  const host = (name: string) => ({ name, snapshotTakenAt: '2026-02-20T06:00:00Z' })
  const passed = sampleCheckup.items.filter((item) => item.verdict === 'pass')
  const open = sampleCheckup.items.filter((item) => item.verdict === 'attention' || item.verdict === 'unknown')
  const profile = { ...sampleCheckup.profile, nextReview: '2026-02-28' }
  return [
    serverRow({ grade: 'best', items: passed, host: host('BEST01') }, language, 'customers/best.json'),
    serverRow({ grade: 'incomplete', items: open, profile, host: host('OPEN01') }, language, 'customers/open.json'),
    { kind: 'unread', file: 'customers/cut.json', reason: '$: expected JSON, but it does not parse at position 3000' },
    serverRow({}, language),
    serverRow(
      { grade: 'good', items: passed, host: { name: '', snapshotTakenAt: '2026-03-02T00:00:00Z' } },
      language,
      'customers/good.json',
    ),
    { kind: 'unread', file: 'archive', reason: 'expected snapshots (*.json) in this folder, but there are none' },
  ]
}
