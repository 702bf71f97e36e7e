import type { WriteStream } from 'node:tty'

/** Where nobody knows how wide the output is shown. */
const USUAL_COLUMNS = 80

export interface OutputStream {
  readonly isTerminal: boolean
  readonly columns: number
  /** Ends when the system has taken it; a reader that is gone is no fault. */
  write(data: string | Uint8Array): Promise<void>
}

/** What the command line writes to; tests pass their own. */
export interface Terminal {
  readonly output: OutputStream
  readonly errors: OutputStream
  /** variables of the environment */
  readonly environment: NodeJS.ProcessEnv
}

/** Output that the system refused, such as a full drive behind `>`. */
export class OutputRefused extends Error {
  readonly reason: string

  constructor(reason: string, cause: unknown) {
    super('the output could not be written', { cause })
    this.name = 'OutputRefused'
    this.reason = reason
  }
}

export function outputStream(stream: NodeJS.WriteStream | WriteStream): OutputStream {
  // Without a listener the stream would throw the same error again, where nobody can catch it.
  stream.on('error', () => undefined)
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY === true && stream.columns > 0 ? stream.columns : USUAL_COLUMNS,
    write: (data) =>
      new Promise((resolve, reject) => {
        stream.write(data, (error) => {
          const code = error === null || error === undefined ? null : codeOf(error)
          if (code === null || GONE.has(code)) resolve()
          else reject(new OutputRefused(code, error))
        })
      }),
  }
}

/** How systems say that nobody reads any more, as after `| head -1`. */
const GONE: ReadonlySet<string> = new Set(['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END'])

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

/** Colour is for a terminal that can show it and a person who did not ask for none (no-color.org). */
export function wantsColour(stream: OutputStream, environment: NodeJS.ProcessEnv, isWanted: boolean): boolean {
  const refused = environment.NO_COLOR !== undefined && environment.NO_COLOR !== ''
  return isWanted && stream.isTerminal && !refused && environment.TERM !== 'dumb'
}
