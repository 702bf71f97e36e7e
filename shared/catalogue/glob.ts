/**
 * A whole glob without case, compiled once.
 *
 * `*` stands for any text, also none, and `?` for exactly one character (UTF-16 unit); nothing else is special.
 */
export interface Glob {
  /** lower-case text that every match begins with */
  readonly prefix: string
  readonly hasWildcard: boolean
  /** takes lower-case text */
  readonly matchesLowerCase: (text: string) => boolean
}

/** Lower case by Unicode's own rules, never by those of a language: the same on every server. */
export function lowerCase(text: string): string {
  return text.toLowerCase()
}

export function compileGlob(pattern: string): Glob {
  const glob = lowerCase(pattern)
  const wildcardAt = glob.search(/[*?]/)
  if (wildcardAt === -1) return { prefix: glob, hasWildcard: false, matchesLowerCase: (text) => text === glob }
  const pieces = glob.split('*')
  return { prefix: glob.slice(0, wildcardAt), hasWildcard: true, matchesLowerCase: (text) => matchesPieces(pieces, text) }
}

/** Convenience for a single comparison; where a glob is used again, compile it once. */
export function globMatches(pattern: string, text: string): boolean {
  return compileGlob(pattern).matchesLowerCase(lowerCase(text))
}

/**
 * The pieces between the stars, each at its leftmost place.
 *
 * The first piece is held to the start and the last to the end. The leftmost place of a middle piece leaves the most text to the rest,
 * so no choice is ever taken back: the work is at most the length of the text times that of the pattern, which the catalogue bounds.
 */
function matchesPieces(pieces: readonly string[], text: string): boolean {
  const first = pieces[0] ?? ''
  if (pieces.length === 1) return text.length === first.length && pieceFits(first, text, 0)
  const last = pieces[pieces.length - 1] ?? ''
  const end = text.length - last.length
  if (end < first.length || !pieceFits(first, text, 0) || !pieceFits(last, text, end)) return false
  let position = first.length
  for (const piece of pieces.slice(1, -1)) {
    const found = leftmostPlace(piece, text, position, end)
    if (found === -1) return false
    position = found + piece.length
  }
  return true
}

function leftmostPlace(piece: string, text: string, from: number, end: number): number {
  for (let start = from; start + piece.length <= end; start += 1) {
    if (pieceFits(piece, text, start)) return start
  }
  return -1
}

function pieceFits(piece: string, text: string, start: number): boolean {
  for (let index = 0; index < piece.length; index += 1) {
    const wanted = piece[index]
    if (wanted !== '?' && wanted !== text[start + index]) return false
  }
  return true
}
