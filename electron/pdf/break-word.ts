/** Words that fit the narrowest column are never broken inside; longer ones (paths, keys) would run out of it. In letters of usual width. */
const FITS_NARROWEST_COLUMN = 34

/** Letters of about one and a half times the usual width. */
const WIDE_LETTERS = /[\p{Lu}mw@%]|[^ -~]/gu

/** Words up to this length are not even broken behind a separator. */
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
  const pieces = word.split(BREAK_BEHIND).flatMap((piece) => (widthOf(piece) <= FITS_NARROWEST_COLUMN ? [piece] : characters(piece)))
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : ['', piece]))
}

function widthOf(text: string): number {
  return text.length + (text.match(WIDE_LETTERS)?.length ?? 0) / 2
}

/** Characters with the marks that are drawn over them. */
function characters(text: string): string[] {
  return text.match(/[^\p{Mn}\p{Me}][\p{Mn}\p{Me}]*|^[\p{Mn}\p{Me}]+/gu) ?? [text]
}
