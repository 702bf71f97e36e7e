import type { Answer, EventOf } from '#shared/rotation/events.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import type { Question } from '#shared/rotation/ledger.ts'

/** What a person tells of an act that was theirs. */
export interface Said {
  /** name of who confirmed; null: it was not asked for */
  readonly by: string | null
  /** whether the vendor's session is gone; null: it was not asked for */
  readonly session: EventOf<'call-ended'>['session'] | null
}

type WithoutTime<Event> = Event extends unknown ? Omit<Event, 'at'> : never

/** How an act fails. `act-failed` with `unknown`: it may have happened all the same. */
export type Failure = WithoutTime<EventOf<'act-failed' | 'password-refused' | 'verification-failed' | 'watch-failed' | 'preflight-failed'>>

/** What the completion of an act says beside what was foreseen. */
export type Learned =
  | Omit<EventOf<'generated'>, 'type' | 'at' | 'login' | 'generation' | 'storedIn'>
  | Pick<EventOf<'watched'>, 'unread'>
  | Pick<EventOf<'vendor-confirmed'>, 'by'>
  | Pick<EventOf<'call-ended'>, 'session'>
  | Readonly<Record<never, never>>

export type Done = { readonly kind: 'done'; readonly learned: Learned } | { readonly kind: 'failed'; readonly failure: Failure }

export const done = (learned: Learned = {}): Done => ({ kind: 'done', learned })
export const failed = (failure: Failure): Done => ({ kind: 'failed', failure })

/**
 * What touches the world: a server with its keychain, or a rehearsal of both.
 *
 * Every act is checked before it counts as done. What is thrown, or takes too long, counts as an act that may have happened.
 */
export interface Hands {
  /** Does one act; of a person's act it does what can be seen of it. `signal` ends waiting, never an act in the middle. */
  act(intent: Intent, said: Said, signal: AbortSignal): Promise<Done>
  /** Asks the world after an interruption; what cannot be told is told so. */
  ask(question: Question): Promise<Answer>
}
