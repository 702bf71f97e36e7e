import { visibleText } from '#shared/visible-text.ts'

/** What can be refused: the line is whole, for one line on a screen or on stderr, and holds nothing secret. */
export type Outcome<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly line: string }

export function done<Value>(value: Value): Outcome<Value> {
  return { ok: true, value }
}

/** `subject` is a file or an option, `reason` what was expected of it. */
export function refused(subject: string, reason: string): { readonly ok: false; readonly line: string } {
  return { ok: false, line: `${oneLine(subject)}: ${oneLine(reason)}` }
}

/** One printable line: a name of somebody else's choosing steers no terminal and hides nothing. */
export function oneLine(text: string): string {
  return visibleText(text)
}
