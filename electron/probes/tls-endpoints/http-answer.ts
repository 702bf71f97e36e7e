import { type IncomingHttpHeaders, type RequestOptions, request } from 'node:http'

import { codeOf } from '../dial.ts'
import { settleWithin } from '../settle-within.ts'

/** Beginning of an answer, or the code of what went wrong; `late`: nothing came in time. */
export type HttpAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly headers: IncomingHttpHeaders }
  | { readonly kind: 'failed'; readonly code: string | undefined }
  | { readonly kind: 'late' }

/** No honest answer has more; a server that never stops sending headers costs no more memory than this. */
const MAX_HEADER_BYTES = 32_768

/**
 * Sends one GET and reads the headers of the answer; the body is dropped and nothing is followed.
 *
 * GET and not HEAD, because some servers answer HEAD otherwise than a browser's request.
 */
export function askOnce(options: RequestOptions, limitMs: number): Promise<HttpAnswer> {
  return settleWithin<HttpAnswer>(
    limitMs,
    () => ({ kind: 'late' }),
    (settle) => {
      const asked = request({ ...options, method: 'GET', maxHeaderSize: MAX_HEADER_BYTES })
      asked.on('response', ({ statusCode = 0, headers }) => settle({ kind: 'answer', status: statusCode, headers }))
      asked.on('upgrade', ({ statusCode = 0, headers }, socket) => {
        socket.destroy()
        settle({ kind: 'answer', status: statusCode, headers })
      })
      // Stays on: ending the request while it is under way is an error to Node.
      asked.on('error', (error) => settle({ kind: 'failed', code: codeOf(error) }))
      asked.end()
      return () => asked.destroy()
    },
  )
}
