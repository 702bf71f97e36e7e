/** Words up to this length are never broken; longer ones (paths, SIDs, keys) would run out of a narrow column. */
const KEPT_WHOLE = 16

/** Behind these a path or address may be broken like a sentence behind a space, behind the last where several meet. */
const BREAK_BEHIND = /(?<=[\\/._:;,=@&?)\]-])(?![\\/._:;,=@&?)\]"'-])/u

/**
 * Pieces of a word between which a line may end.
 *
 * No hyphen is ever added: a name must be read as it is. The empty piece after each one tells the layout to break there
 * without drawing anything.
 */
export function breakWord(word: string): string[] {
  if (word.length <= KEPT_WHOLE) return [word]
  const pieces = word.split(BREAK_BEHIND).flatMap((piece) => (piece.length <= KEPT_WHOLE ? [piece] : characters(piece)))
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : ['', piece]))
}

/** Characters with the marks that are drawn over them. */
function characters(text: string): string[] {
  return text.match(/[^\p{Mn}\p{Me}][\p{Mn}\p{Me}]*|^[\p{Mn}\p{Me}]+/gu) ?? [text]
}
