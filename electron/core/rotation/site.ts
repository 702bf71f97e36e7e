import type { RotationEvent } from '#shared/rotation/events.ts'
import type { RotationPlan } from '#shared/rotation/plan.ts'
import type { Hands } from '../../rotation/hands.ts'
import type { HeadKeeper } from '../../rotation/journal-head.ts'
import type { JournalPlace } from '../../rotation/journal-place.ts'
import type { RunSecrets } from '../../rotation/run-secrets.ts'

/** What hands are made for. */
export interface SiteRun {
  readonly run: string
  readonly plan: RotationPlan
  /** nothing has happened yet */
  readonly isNew: boolean
  /** what is written down until the moment of the call */
  readonly events: () => readonly RotationEvent[]
}

/** What works on a run. */
export interface RunHands {
  readonly hands: Hands
  /** null: a rehearsal has none */
  readonly secrets: RunSecrets | null
}

/** Where a kind of change happens: its journals, and the hands that touch its world. */
export interface Site {
  readonly place: JournalPlace
  readonly heads: HeadKeeper
  readonly takes: (plan: RotationPlan) => boolean
  /** `world`: the server of a rehearsal is damaged */
  readonly handsOf: (run: SiteRun) => Promise<RunHands | { readonly kind: 'world' }>
  /** Removes what lies beside a journal; null: no journal of this place is ever removed. */
  readonly remove: ((run: string) => Promise<void>) | null
}
