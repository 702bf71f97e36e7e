import { type Intent, laterBy } from './intent.ts'
import type { Ledger } from './ledger.ts'
import { openAt } from './open.ts'

/** A time that something waits for or has to be done by. */
export interface Limit {
  readonly kind: 'act-times-out' | 'not-before' | 'back-opens' | 'call'
  readonly at: string
  readonly subject: string | null
}

const MINUTE_MS = 60_000

/** The times that the facts lead to; whoever has a clock compares them, the machine waits for nothing. */
export function limitsOf(ledger: Ledger, intent: Intent | null): readonly Limit[] {
  const { pending, plan, lastAt } = ledger
  const { actMinutes, watchMinutes } = plan.times
  const ways = lastAt === null ? [] : openAt(ledger, lastAt).backClosed
  // Watching takes its own time first.
  const allowedMs = (actMinutes + (pending?.intent.act === 'watch' ? watchMinutes : 0)) * MINUTE_MS
  return [
    ...(pending === null ? [] : [{ kind: 'act-times-out' as const, at: laterBy(pending.at, allowedMs), subject: pending.intent.id }]),
    ...(intent?.notBefore == null ? [] : [{ kind: 'not-before' as const, at: intent.notBefore, subject: intent.id }]),
    ...ways.flatMap(({ until, login }) => (until === null ? [] : [{ kind: 'back-opens' as const, at: until, subject: login }])),
    ...(plan.schedule.callAt === null || ledger.session !== 'none'
      ? []
      : [{ kind: 'call' as const, at: plan.schedule.callAt, subject: null }]),
  ]
}
