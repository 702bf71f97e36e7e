import type { JournalHead, JournalHeads } from '../vault/journal-head.ts'
import type { VaultProblem, VaultResult } from '../vault/problem.ts'
import type { JournalEntry } from './journal-entry.ts'

/** The keychain's part: one head for each journal, outside of the folder of the journals. */
export type HeadKeeper = Pick<JournalHeads, 'read' | 'write'>

/**
 * Whether the file is what was written last.
 *
 * `proven`: it ends where the head does, or one entry later, which is what an interruption between the two leaves. `unproven`: there is
 * nothing to compare with, or the file goes on behind the head, as after another administrator has continued it; `entriesAhead` of them
 * follow from the head, and nothing else is known of them.
 */
export type Proof =
  | { readonly state: 'proven' }
  | { readonly state: 'unproven'; readonly reason: 'keychain'; readonly problem: VaultProblem }
  | { readonly state: 'unproven'; readonly reason: 'no-head' }
  | { readonly state: 'unproven'; readonly reason: 'goes-on'; readonly entriesAhead: number }

/** `truncated`: entries are missing at the end. `replaced`: another entry stands where the head was. */
export interface Disproof {
  readonly state: 'disproven'
  readonly reason: 'truncated' | 'replaced'
  /** sequence number of the last entry in the keychain and in the file */
  readonly keptSequence: number
  readonly lastSequence: number
}

/** An entry may be on disk whose head was not kept: never more than one. */
const MOST_AHEAD = 1

export function compareHead(entries: readonly JournalEntry[], reading: VaultResult<JournalHead | null>): Proof | Disproof {
  if (!reading.ok) return { state: 'unproven', reason: 'keychain', problem: reading.problem }
  if (reading.value === null) return { state: 'unproven', reason: 'no-head' }
  const { sequence, hash } = reading.value
  const lastSequence = entries.length - 1
  if (lastSequence < sequence) return { state: 'disproven', reason: 'truncated', keptSequence: sequence, lastSequence }
  if (entries[sequence]?.hash !== hash) return { state: 'disproven', reason: 'replaced', keptSequence: sequence, lastSequence }
  const entriesAhead = lastSequence - sequence
  return entriesAhead <= MOST_AHEAD ? { state: 'proven' } : { state: 'unproven', reason: 'goes-on', entriesAhead }
}
