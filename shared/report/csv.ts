import { stringify } from 'csv-stringify/browser/esm/sync'

import type { Report, ReportEvidence, ReportItem } from './model.ts'

const columns = ['checklist', 'check', 'title', 'verdict', 'severity', 'sentence', 'subject', 'evidence', 'answers'] as const

type Row = { readonly [Column in (typeof columns)[number]]: string }

/**
 * The items as a table for spreadsheets: one row for each piece of evidence, one for an item without any.
 *
 * RFC 4180: comma, every cell quoted, CRLF. Column names, ids and verdicts are the same in every language. It begins with a
 * byte order mark, because without one Excel takes UTF-8 for the code page of the computer and spoils every umlaut.
 */
export function csvReport(report: Report): string {
  const rows = [...report.checklists, ...report.otherPacks].flatMap(({ items }) => items).flatMap(rowsOf)
  return spreadsheet(columns, rows)
}

/** Rows as RFC 4180 with a byte order mark; texts from outside go through `guarded` first. */
export function spreadsheet<Column extends string>(
  columns: readonly Column[],
  rows: readonly { readonly [Each in Column]: string }[],
): string {
  return stringify([...rows], {
    bom: true,
    header: true,
    columns: columns.map((key) => ({ key })),
    quoted: true,
    quoted_empty: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  })
}

function rowsOf(item: ReportItem): Row[] {
  const row = (piece: ReportEvidence | undefined): Row => ({
    checklist: item.checklist,
    check: item.id,
    title: guarded(item.title),
    verdict: item.verdict,
    severity: item.severity,
    sentence: guarded(item.sentence),
    subject: guarded(piece?.subject ?? ''),
    evidence: guarded(piece?.detail ?? ''),
    answers: guarded(item.answers.map((answer) => answer.sentence).join('; ')),
  })
  return item.evidence.length === 0 ? [row(undefined)] : item.evidence.map(row)
}

/**
 * SECURITY: a spreadsheet that takes another character for the separator (Excel does, by country) cuts a cell there, and
 * what follows would begin a cell of its own. The start of a cell is guarded by the library, these places here.
 */
export function guarded(text: string): string {
  return text.replace(/([;|]["'\s]*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu, "$1'")
}
