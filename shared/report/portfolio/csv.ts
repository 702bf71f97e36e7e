import { guarded, spreadsheet } from '../csv.ts'
import type { Portfolio } from './model.ts'
import type { PortfolioRow } from './row.ts'

const columns = [
  'file',
  'organization',
  'server',
  'grade',
  'gaps',
  'accepted',
  'open',
  'unknown',
  'passed',
  'worst_check',
  'worst_verdict',
  'worst_severity',
  'worst',
  'snapshot_taken_at',
  'snapshot_age_days',
  'next_review',
  'due',
  'error',
] as const

type Cells = { readonly [Column in (typeof columns)[number]]: string }

/**
 * The portfolio as a table for spreadsheets: one row for each server, worst first, in the form of the report's own CSV.
 *
 * A file that could not be read has the grade `unreadable` and its reason under `error`. Column names, ids, grades and verdicts are the
 * same in every language.
 */
export function portfolioCsv(portfolio: Portfolio): string {
  return spreadsheet(columns, portfolio.rows.map(cellsOf))
}

function cellsOf(row: PortfolioRow): Cells {
  if (row.kind === 'unread') {
    const empty = Object.fromEntries(columns.map((column) => [column, ''])) as Cells
    return { ...empty, file: guarded(row.file), grade: 'unreadable', error: guarded(row.reason) }
  }
  const { counts, worst } = row
  return {
    file: guarded(row.file),
    organization: guarded(row.organization),
    server: guarded(row.server),
    grade: row.grade,
    gaps: String(counts.fail),
    accepted: String(row.accepted),
    open: String(counts.attention),
    unknown: String(counts.unknown),
    passed: String(counts.pass),
    worst_check: worst?.check ?? '',
    worst_verdict: worst?.verdict ?? '',
    worst_severity: worst?.severity ?? '',
    worst: guarded(worst?.sentence ?? ''),
    snapshot_taken_at: row.takenAt,
    snapshot_age_days: row.ageDays === null ? '' : String(row.ageDays),
    next_review: row.nextReview.date,
    due: guarded(row.due.map((each) => each.sentence).join('; ')),
    error: '',
  }
}
