const ESCAPE = '\u001B['

/** Marks text for a terminal. Each mark ends what it began, so pieces can be put together in any order. */
export interface Pen {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly green: (text: string) => string
  readonly yellow: (text: string) => string
}

export function createPen(colour: boolean): Pen {
  const mark =
    (start: number, end: number) =>
    (text: string): string =>
      colour && text !== '' ? `${ESCAPE}${start}m${text}${ESCAPE}${end}m` : text
  return { bold: mark(1, 22), dim: mark(2, 22), red: mark(31, 39), green: mark(32, 39), yellow: mark(33, 39) }
}
