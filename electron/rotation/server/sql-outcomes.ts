import type { ConnectProblem, ConnectProblemKind } from '../../sql/connect-problem.ts'
import type { SqlFailure } from '../../sql/session.ts'
import { type Acted, notDone } from './acted.ts'

/**
 * Numbers with which the password itself is refused: age, history, length, complexity, a filter of its own.
 *
 * Source: sys.messages. Those from 33062 on come from SQL Server on Linux, which has no policy of Windows to ask.
 */
const PASSWORD_REFUSED: ReadonlySet<number> = new Set([15_114, 15_115, 15_116, 15_117, 15_118, 15_119, 15_156, 33_062, 33_063, 33_064])

export const unknown = (code: string): Acted => ({ kind: 'failed', code, outcome: 'unknown' })

export const isPasswordRefused = ({ number }: SqlFailure): boolean => number !== undefined && PASSWORD_REFUSED.has(number)

/** The number alone: texts of SQL Server are localised and may repeat what was sent. */
export function codeOf({ kind, number }: SqlFailure): string {
  if (kind === 'server') return `sql-${number ?? 0}`
  return kind === 'time-limit' ? 'sql-time-limit' : 'sql-lost'
}

/** What a failed statement has surely not done. */
export const refusedOrNotDone = (failure: SqlFailure): Acted =>
  isPasswordRefused(failure) ? { kind: 'refused', code: codeOf(failure) } : notDone(codeOf(failure))

const connectCode = ({ kind }: ConnectProblem): string => `sql-connect-${kind}`

/** There is no session to act in. */
export const noSession = (problem: ConnectProblem): Acted => notDone(connectCode(problem))

/** With these the password may have reached SQL Server, which then may have counted it. */
const MAY_HAVE_ARRIVED: ReadonlySet<ConnectProblemKind> = new Set(['lost', 'time-limit'])

/** A sign-in that did not come about; without a number SQL Server said nothing of it. */
export function noSignIn(problem: ConnectProblem): Acted {
  if (problem.number !== undefined) return { kind: 'no-sign-in', code: `sql-${problem.number}`, proves: 'nothing' }
  return MAY_HAVE_ARRIVED.has(problem.kind) ? unknown(connectCode(problem)) : notDone(connectCode(problem))
}
