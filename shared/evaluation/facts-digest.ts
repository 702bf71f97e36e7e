import { type Clause, isOpen } from './clause.ts'

/**
 * Digest of what a verdict rests on: check, subject and kind of the evidence that raises a question or proves a gap, sorted.
 *
 * Versions, times, states and paths are no part of it: they change by themselves, and an answer must outlive that.
 */
export function factsDigest(checkId: string, clauses: readonly Clause[], sha256: (text: string) => string): string {
  const relevant = clauses
    .filter(isOpen)
    .flatMap((clause) => clause.evidence)
    .filter((piece) => piece.context !== true)
    .map((piece) => JSON.stringify([checkId, piece.subject.toLowerCase(), piece.kind]))
  return sha256(JSON.stringify([checkId, ...[...new Set(relevant)].sort()]))
}
