/** A word is no slip of the pen for another where more than this share of it would have to change. */
const MOST_CHANGED_SHARE = 0.4

/** Of the known words the one that was probably meant; undefined: none is near. */
export function nearest(given: string, known: readonly string[]): string | undefined {
  const distances = known.map((word) => ({ word, distance: editDistance(given.toLowerCase(), word.toLowerCase()) }))
  distances.sort((left, right) => left.distance - right.distance)
  const [best] = distances
  if (best === undefined) return undefined
  const isNear = best.distance <= Math.max(given.length, best.word.length) * MOST_CHANGED_SHARE
  return isNear || isUnfinished(given, best.word) ? best.word : undefined
}

/** The beginning of a word, of three letters or more. */
function isUnfinished(given: string, word: string): boolean {
  const letters = given.replace(/^-+/, '')
  return letters.length >= 3 && word.startsWith(given)
}

/** Letters to add, drop, change or swap with their neighbour. */
function editDistance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, index) => index)]
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0
  for (let row = 1; row <= from.length; row += 1) {
    rows.push([row])
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1]
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      const changed = at(row - 1, column - 1) + (same ? 0 : 1)
      const best = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, changed)
      rows[row]?.push(swapped ? Math.min(best, at(row - 2, column - 2) + 1) : best)
    }
  }
  return at(from.length, to.length)
}
