import { nextIntent } from './back-work.ts'
import { mayCancel, mayGoBack, mayGoForward, mayRenew, retries } from './guards.ts'
import { type Disagreement, disagreementsOf, type HolderRow, holdersOf, type LoginRow } from './holders.ts'
import type { Intent } from './intent.ts'
import type { Decision, Direction, HandState, Owner, Place } from './keys.ts'
import type { Ledger, Question, Trouble } from './ledger.ts'
import { type Limit, limitsOf } from './limits.ts'
import { type OpenWays, openAt } from './open.ts'

/** Where a rotation is and what comes next; plain data that can be sent and stored. */
export interface RotationState {
  readonly place: Place
  readonly phase: string | null
  readonly hands: HandState
  readonly direction: Direction
  /** who acts now; null: it is over */
  readonly owner: Owner | null
  readonly currentLogin: string | null
  /** what shall be done next, or is being done; null: questions or a decision come first, or it is over */
  readonly intent: Intent | null
  readonly questions: readonly Question[]
  readonly trouble: Trouble | null
  readonly decisions: readonly Decision[]
  /** as of the last event; `openAt` tells of another time */
  readonly open: OpenWays
  readonly pausedSince: string | null
  readonly pausedBeforeMs: number
  readonly holders: readonly (LoginRow & { readonly holders: readonly HolderRow[] })[]
  readonly disagreements: readonly Disagreement[]
  readonly preflightProblems: readonly string[]
  readonly limits: readonly Limit[]
  readonly outcome: Ledger['outcome']
}

/** Before anything happened there is no time that a way could depend on. */
const BEGINNING = '1970-01-01T00:00:00.000Z'

/** What the machine's place and ledger mean for a person and for the hands. */
export function stateOf(place: Place, phase: string | null, hands: HandState, ledger: Ledger): RotationState {
  const at = ledger.lastAt ?? BEGINNING
  const next = nextIntent(ledger)
  const intent = hands === 'asking' || hands === 'deciding' ? null : next
  return {
    place,
    phase,
    hands,
    direction: ledger.direction,
    owner: ownerOf(hands, ledger, next),
    currentLogin: ledger.trouble?.login ?? next?.login ?? null,
    intent,
    questions: ledger.questions,
    trouble: ledger.trouble,
    decisions: decisionsAt(ledger, at),
    open: openAt(ledger, at),
    pausedSince: ledger.pausedSince,
    pausedBeforeMs: ledger.pausedBeforeMs,
    holders: holdersOf(ledger),
    disagreements: disagreementsOf(ledger),
    preflightProblems: ledger.preflightProblems,
    limits: limitsOf(ledger, intent),
    outcome: ledger.outcome,
  }
}

function ownerOf(hands: HandState, ledger: Ledger, next: Intent | null): Owner | null {
  if (hands === 'deciding') return 'you'
  if (hands !== 'asking') return next?.owner ?? null
  const [question] = ledger.questions
  const { kind, keptIn } = ledger.plan.logins.find(({ key }) => question?.about !== 'service' && key === question?.login) ?? {}
  const byPerson = question?.about === 'secret' ? keptIn === 'person' : kind === 'erp'
  return byPerson ? 'you' : 'app'
}

/** What a person can decide at a time in UTC. */
export function decisionsAt(ledger: Ledger, at: string): readonly Decision[] {
  return [
    ...(retries(ledger) ? (['retry-chosen'] as const) : []),
    ...(mayRenew(ledger) ? (['renewal-chosen'] as const) : []),
    ...(mayGoBack(ledger, at) ? (['back-chosen'] as const) : []),
    ...(mayGoForward(ledger) ? (['forward-chosen'] as const) : []),
    ...(mayCancel(ledger) ? (['cancelled'] as const) : []),
  ]
}

/** How long the sync has been paused in all, until a time in UTC. */
export function pausedMsAt({ pausedSince, pausedBeforeMs }: Pick<RotationState, 'pausedSince' | 'pausedBeforeMs'>, at: string): number {
  return pausedBeforeMs + (pausedSince === null ? 0 : Math.max(0, Date.parse(at) - Date.parse(pausedSince)))
}
