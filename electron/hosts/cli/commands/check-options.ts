import { extname } from 'node:path'

import type { JudgeRequest } from '#electron/core/judge.ts'
import type { Outcome } from '#electron/core/outcome.ts'
import { oneLine } from '#electron/core/outcome.ts'
import { type Paper, papers, type ReportFormat, reportFormats } from '#electron/core/render.ts'
import type { Session } from '../session.ts'
import type { Say } from '../speech.ts'
import { choose } from './choose.ts'
import { planSql, type SqlOptions, type SqlPlan, sqlOptionGiven } from './sql-options.ts'

export interface CheckOptions extends SqlOptions {
  readonly sample?: string
  readonly profile?: string
  readonly answers?: string
  readonly format?: string
  readonly out?: string
  readonly now?: string
  readonly paper?: string
}

/** What the options of `check` come to. */
export interface CheckPlan {
  readonly format: ReportFormat
  readonly paper: Paper
  /** undefined: standard output */
  readonly out: string | undefined
  /** undefined: the sample's own time, or the clock */
  readonly now: string | undefined
  /** null: nothing was said of SQL Server */
  readonly sql: SqlPlan | null
}

/** Width of a table in a file: whoever opens it has a window of any width. */
export const FILE_COLUMNS = 80

/** Promised for a later version: refused by what they are, not as unknown words. */
const LATER_FORMATS = ['sarif', 'junit', 'oscal', 'hdf']

/** Checks what can be checked before anything is read. */
export function planCheck(say: Say, options: CheckOptions, snapshot: string | undefined): Outcome<CheckPlan> {
  if (options.sample !== undefined && snapshot !== undefined) return { ok: false, line: say('cli/error/sample-and-snapshot') }
  const reading = sqlOptionGiven(options)
  if (reading !== undefined && (snapshot ?? options.sample) !== undefined) {
    return { ok: false, line: say('cli/error/sql-without-reading', { option: reading }) }
  }
  const out = options.out === '-' ? undefined : options.out
  const format = formatOf(say, options.format, out)
  if (!format.ok) return format
  if (options.paper !== undefined && format.value !== 'pdf') return { ok: false, line: say('cli/error/paper') }
  const paper = choose(say, '--paper', options.paper ?? 'a4', papers)
  if (!paper.ok) return paper
  if (options.now !== undefined && !isInstant(options.now)) return { ok: false, line: say('cli/error/now', { given: quoted(options.now) }) }
  const sql = planSql(say, options)
  return sql.ok ? { ok: true, value: { format: format.value, paper: paper.value, out, now: options.now, sql: sql.value } } : sql
}

/** What is told beside a snapshot: the profile and the answers of the options, null where there are none. */
export async function readTold({ core }: Session, options: CheckOptions): Promise<Outcome<Pick<JudgeRequest, 'profile' | 'answers'>>> {
  const profile = options.profile === undefined ? null : await core.readProfile(options.profile)
  if (profile?.ok === false) return profile
  const answers = options.answers === undefined ? null : await core.readAnswers(options.answers)
  if (answers?.ok === false) return answers
  return { ok: true, value: { profile: profile?.value ?? null, answers: answers?.value ?? null } }
}

function formatOf(say: Say, given: string | undefined, out: string | undefined): Outcome<ReportFormat> {
  if (given === undefined) return { ok: true, value: formatOfEnding(out) }
  if (LATER_FORMATS.includes(given))
    return { ok: false, line: say('cli/error/not-yet', { option: '--format', given, known: reportFormats.join(', ') }) }
  return choose(say, '--format', quoted(given), reportFormats)
}

function formatOfEnding(out: string | undefined): ReportFormat {
  const ending = extname(out ?? '').toLowerCase()
  if (ending === '.htm') return 'html'
  return reportFormats.find((format) => ending === `.${format}`) ?? 'table'
}

/** An instant in UTC to the second or finer, of a day that exists. */
export function isInstant(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(text)) return false
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 19) === text.slice(0, 19)
}

/** An empty argument would leave a hole in the sentence. */
export function quoted(text: string): string {
  return oneLine(text) === '' ? '""' : text
}
