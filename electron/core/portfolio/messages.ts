import type { Answers } from '#shared/formats/answers.ts'
import type { Profile } from '#shared/formats/profile.ts'
import type { PortfolioRow } from '#shared/report/portfolio/row.ts'
import type { Language } from '#shared/texts/translator.ts'
import type { Input } from '../inputs.ts'

/** What holds for every file of one run; a worker gets it when it starts. */
export interface JudgeSettings {
  /** of the words in the rows */
  readonly language: Language
  /** time of every evaluation, ISO 8601 UTC */
  readonly now: string
  /** for snapshots without a profile of their own */
  readonly profile: Input<Profile> | null
  /** for snapshots without answers of their own */
  readonly answers: Input<Answers> | null
  /** whether the checkups are wanted as text, not the rows alone */
  readonly withCheckups: boolean
}

/** One snapshot file to judge, with what belongs to it. */
export interface Job {
  readonly path: string
  /** its own profile and answers; null: there are none beside it */
  readonly profile: string | null
  readonly answers: string | null
  /** a file that was found and says that it is another file of ours is none of ours to judge */
  readonly isNamed: boolean
  readonly sizeBytes: number
}

/** What became of one file. */
export type Judged = JudgedFile | { readonly kind: 'other-format' }

export interface JudgedFile {
  readonly kind: 'row'
  readonly row: PortfolioRow
  /** the refusal whole, for stderr; null: there is a checkup */
  readonly line: string | null
  readonly status: RowStatus
  /** element of a JSON array, UTF-8, indented as such, without comma and line break; null: there is none, or none was wanted */
  readonly checkup: Uint8Array | null
  /** why there is none, where that is a fault of our own */
  readonly fault?: Error
}

export type RowStatus = 'fails' | 'open' | 'done' | 'unread'

/** `place` is the one that the job was sent with. */
export interface JobMessage {
  readonly place: number
  readonly job: Job
}

export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'judged'; readonly place: number; readonly judged: Judged }
  /** a fault of our own in a rule; the check is told beside the error, because an error loses its own fields on the way */
  | { readonly kind: 'fault'; readonly place: number; readonly error: unknown; readonly check: string | null }
