/**
 * Characters that change how text looks or what a terminal does, without being seen themselves.
 *
 * Controls (terminal escapes), format characters (bidirectional overrides, zero-width and soft hyphen), line and paragraph
 * separators, lone surrogates and whatever else Unicode lets a program ignore.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

/** Ask for text or picture style of the character before them: they name nothing. */
const STYLE_SELECTORS = /[\uFE0E\uFE0F]/gu

const LINE_BREAKS_AND_TABS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu

/** One character in a notation that every font and terminal can show, e.g. `[U+202E]`. */
export function codePointNotation(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0
  return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`
}

/**
 * Text from outside as one line in which everything can be seen.
 *
 * Account, service and program names are an attacker's text: what would reorder, hide or steer is written as its code point.
 * Line breaks and tabs become one space. Nothing else is lost or changed.
 */
export function visibleText(text: string): string {
  return visibleLine(text.replace(LINE_BREAKS_AND_TABS, ' ')).trim()
}

/** The same for one line whose indentation counts, such as a line of a command. */
export function visibleLine(line: string): string {
  return line.replace(STYLE_SELECTORS, '').replace(UNSEEN, codePointNotation)
}
