const entities: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

declare const escaped: unique symbol

/** HTML that may stand in a page as it is: made by `html` and nothing else. */
export interface Html {
  readonly [escaped]: true
  readonly markup: string
}

type Part = string | number | Html | readonly Html[] | undefined

/** Text for the content of an element or for a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

/**
 * Template for HTML: what is put in is escaped unless it is HTML itself.
 *
 * Attributes must be quoted in the template. `undefined` puts in nothing, a list its parts one after the other.
 */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const pieces = literals.map((literal, index) => literal + (index < parts.length ? asMarkup(parts[index]) : ''))
  return asHtml(pieces.join(''))
}

/** Constant markup of our own, such as the style sheet; never text from outside. */
export function constantMarkup(markup: string): Html {
  return asHtml(markup)
}

function asHtml(markup: string): Html {
  return { markup } as Html
}

function asMarkup(part: Part): string {
  if (part === undefined) return ''
  if (typeof part === 'number') return String(part)
  if (typeof part === 'string') return escapeHtml(part)
  return isList(part) ? part.map((each) => each.markup).join('') : part.markup
}

function isList(part: Html | readonly Html[]): part is readonly Html[] {
  return Array.isArray(part)
}
