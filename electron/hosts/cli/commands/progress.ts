import type { Session, SharedOptions } from '../session.ts'
import type { CliKey } from '../speech.ts'

/** How far something is, in one line of a terminal that is wiped afterwards. */
export interface Progress {
  readonly show: (done: number, total: number) => void
  readonly clear: () => Promise<void>
}

/** Draws nothing where nobody watches; `key` says it with `done` and `total`. */
export function createProgress({ terminal, say }: Session, options: SharedOptions, key: CliKey): Progress {
  const isWatched = terminal.errors.isTerminal && options.quiet !== true
  let drawing: Promise<unknown> | null = null
  const draw = (text: string): void => {
    drawing = Promise.all([drawing, terminal.errors.write(`\r\u001B[K${text}`)])
  }
  return {
    show: (done, total) => {
      if (isWatched) draw(say(key, { done, total }))
    },
    clear: async () => {
      if (drawing !== null) draw('')
      await drawing
    },
  }
}
