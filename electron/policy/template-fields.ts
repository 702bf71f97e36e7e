const QUOTE = '"'

/** The line up to a semicolon that stands outside of quotes. */
export function withoutComment(line: string): string {
  let quoted = false
  for (let index = 0; index < line.length; index += 1) {
    if (line[index] === QUOTE) quoted = !quoted
    else if (line[index] === ';' && !quoted) return line.slice(0, index)
  }
  return line
}

/** Parts between commas outside of quotes, without their quotes; a doubled quote inside is one. Null: a quote is not closed. */
export function quotedFields(text: string): readonly string[] | null {
  const fields: string[] = []
  let start = 0
  let quoted = false
  for (let index = 0; index <= text.length; index += 1) {
    if (text[index] === QUOTE) quoted = !quoted
    if (index < text.length && (text[index] !== ',' || quoted)) continue
    fields.push(withoutQuotes(text.slice(start, index).trim()))
    start = index + 1
  }
  return quoted ? null : fields
}

/** What stands between the quotes around a part, or the part itself. */
export function withoutQuotes(field: string): string {
  const inner = field.length >= 2 && field.startsWith(QUOTE) && field.endsWith(QUOTE) ? field.slice(1, -1) : field
  return inner.replaceAll('""', QUOTE)
}
