import { z } from 'zod'

/**
 * Failures that a screen can tell a person about; everything else crosses as INTERNAL_SERVER_ERROR without its message.
 *
 * `line` is one plain line in the language that was asked for.
 */
const withLine = { data: z.object({ line: z.string() }) }

export const errors = {
  /** no such case, checkup, check or sample */
  NOT_FOUND: withLine,
  /** a file or value that was given cannot be used */
  REFUSED: withLine,
  /** this machine is no Windows server: there is nothing to read */
  NOT_A_SERVER: withLine,
  /** a scan is running already */
  BUSY: withLine,
  /** a record could not be read or written */
  STORE: withLine,
} as const
