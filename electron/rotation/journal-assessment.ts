import type { Chain, Expectation } from './journal-chain.ts'
import { type JournalEntry, NEWLINE } from './journal-entry.ts'
import { isNameOf, type ReadJournal } from './journal-folder.ts'
import { formatNamedIn, type JournalContent, type JournalFormat, understand, versionOf } from './journal-format.ts'
import type { Disproof } from './journal-head.ts'
import type { PlaceState } from './journal-place.ts'

/**
 * Why a journal may be looked at, but not continued.
 *
 * `broken`: at this entry the chain does not hold. `name`: its file has the name of another journal. `older`: nothing leads from its
 * version to ours. `not-understood`: the entry is none of its version. `finished`: there is nothing to continue.
 */
export type ReadOnlyReason =
  | { readonly kind: 'broken'; readonly index: number; readonly expected: Expectation }
  | ({ readonly kind: 'disproven' } & Pick<Disproof, 'reason' | 'keptSequence' | 'lastSequence'>)
  | { readonly kind: 'older'; readonly format: string }
  | { readonly kind: 'not-understood'; readonly index: number }
  | { readonly kind: 'name' | 'finished' }

/**
 * Why a journal cannot be used at all.
 *
 * `newer`: only a newer program can tell what it holds. `changed`: somebody wrote into it while it was being opened. `not-read` and
 * `not-written`: the system refused, `code` says how.
 */
export type Refusal =
  | { readonly kind: 'place'; readonly place: PlaceState }
  | { readonly kind: 'newer'; readonly format: string }
  | { readonly kind: 'not-read' | 'not-written'; readonly code: string }
  | { readonly kind: 'in-use' | 'not-there' | 'changed' }

export type Assessment<Plan, Event> =
  | { readonly state: 'usable'; readonly content: JournalContent<Plan, Event>; readonly version: number; readonly last: JournalEntry }
  | { readonly state: 'read-only'; readonly reason: ReadOnlyReason }
  | { readonly state: 'refused'; readonly refusal: Refusal }

/** What can be done with a file by what is in it alone; whether something is missing at its end only the keychain tells. */
export function assess<Plan, Event>(
  name: string,
  { bytes, chain }: ReadJournal,
  format: JournalFormat<Plan, Event>,
): Assessment<Plan, Event> {
  const understood = understand(chain.entries, format)
  if (understood.state === 'newer') return { state: 'refused', refusal: { kind: 'newer', format: understood.format } }
  const fault = chainFault(chain)
  const last = chain.entries.at(-1)
  if (fault !== null || last === undefined) {
    const named = chain.entries.length === 0 ? formatNamedIn(firstLine(bytes)) : null
    if (named !== null && versionOf(named) > format.version) return { state: 'refused', refusal: { kind: 'newer', format: named } }
    return { state: 'read-only', reason: fault ?? { kind: 'broken', index: 0, expected: 'plan' } }
  }
  if (understood.state === 'older') return { state: 'read-only', reason: { kind: 'older', format: understood.format } }
  if (understood.state === 'not-understood') return { state: 'read-only', reason: { kind: 'not-understood', index: understood.index } }
  if (!isNameOf(name, understood.content.id)) return { state: 'read-only', reason: { kind: 'name' } }
  return { state: 'usable', content: understood.content, version: understood.version, last }
}

function chainFault({ end }: Chain): ReadOnlyReason | null {
  return end.state === 'broken' ? { kind: 'broken', index: end.index, expected: end.expected } : null
}

function firstLine(bytes: Uint8Array): string {
  const end = bytes.indexOf(NEWLINE)
  return Buffer.from(end < 0 ? bytes : bytes.subarray(0, end)).toString('utf8')
}
