import { type JournalEntry, type LineFault, NEWLINE, NO_PREVIOUS, readLine } from './journal-entry.ts'

/**
 * What was expected of an entry where a chain breaks.
 *
 * `form`: a line that is exactly an entry. `hash`: its own hash. `sequence`: the next number. `previous`: the hash of the entry before.
 * `plan`: a plan at the beginning, and there alone. `nothing`: nothing behind the end.
 */
export type Expectation = LineFault | 'sequence' | 'previous' | 'plan' | 'nothing'

/**
 * How a chain ends.
 *
 * `torn`: behind the last entry lies the beginning of one more, as a power cut leaves it; `offset` is where it begins in the file, in bytes.
 */
export type ChainEnd =
  | { readonly state: 'whole' }
  | { readonly state: 'torn'; readonly index: number; readonly offset: number }
  | { readonly state: 'broken'; readonly index: number; readonly expected: Expectation }

export interface Chain {
  /** those before the end, each of which follows from the one before */
  readonly entries: readonly JournalEntry[]
  readonly end: ChainEnd
}

/** Follows the chain through the bytes of a journal. */
export function readChain(bytes: Uint8Array): Chain {
  const entries: JournalEntry[] = []
  for (let offset = 0; offset < bytes.byteLength; ) {
    const index = entries.length
    const lineEnd = bytes.indexOf(NEWLINE, offset)
    const entry = lineEnd < 0 ? 'form' : readLine(bytes.subarray(offset, lineEnd))
    if (typeof entry === 'string') {
      const torn = isTorn(bytes.subarray(offset))
      return { entries, end: torn ? { state: 'torn', index, offset } : { state: 'broken', index, expected: entry } }
    }
    const expected = misplaced(entry, entries)
    if (expected !== null) return { entries, end: { state: 'broken', index, expected } }
    entries.push(entry)
    offset = lineEnd + 1
  }
  if (entries.length === 0) return { entries, end: { state: 'broken', index: 0, expected: 'plan' } }
  return { entries, end: { state: 'whole' } }
}

/**
 * Whether these bytes, which are no entry, are what is left of one line.
 *
 * Its end is missing; or, on file systems that give a file its length before its content, some of its content never came and reads as
 * zero bytes, which no entry holds. A whole entry with something behind it is more than one line.
 */
function isTorn(rest: Uint8Array): boolean {
  const lineEnd = rest.indexOf(NEWLINE)
  if (lineEnd >= 0 && lineEnd < rest.byteLength - 1) return false
  const zero = rest.indexOf(0)
  if (zero < 0) return lineEnd < 0
  const isWhole = typeof readLine(rest.subarray(0, zero)) !== 'string'
  return !isWhole || rest.subarray(zero).every((byte) => byte === 0)
}

function misplaced(entry: JournalEntry, before: readonly JournalEntry[]): Expectation | null {
  const last = before.at(-1)
  if (last?.kind === 'end') return 'nothing'
  if (entry.sequence !== before.length) return 'sequence'
  if (entry.previous !== (last?.hash ?? NO_PREVIOUS)) return 'previous'
  return (entry.kind === 'plan') === (last === undefined) ? null : 'plan'
}
