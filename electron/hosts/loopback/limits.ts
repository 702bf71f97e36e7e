const SECOND_MS = 1000
const MEGABYTE = 1024 * 1024

/** How long and how much the loopback host takes before it says no. */
export interface Limits {
  /** life of the token, and how long the host waits for its first page */
  readonly tokenMs: number
  /** how long the page may be gone, as it is during a reload or while a browser starts again */
  readonly goneMs: number
  /** life of the file that hands the link to the browser */
  readonly handoverMs: number
  /** for the whole head of a request */
  readonly headMs: number
  /** for a whole request */
  readonly requestMs: number
  /** how often the two before are looked at */
  readonly lookEveryMs: number
  /** how long a connection may stay without a word */
  readonly silentMs: number
  /** how often a page has to show that it is alive */
  readonly pingEveryMs: number
  /** how long sockets have to say goodbye */
  readonly goodbyeMs: number
  readonly connections: number
  /** pages that are open at once */
  readonly pages: number
  readonly tokenBodyBytes: number
  readonly messageBytes: number
}

export const usualLimits: Limits = {
  tokenMs: 600 * SECOND_MS,
  goneMs: 60 * SECOND_MS,
  handoverMs: 60 * SECOND_MS,
  headMs: 5 * SECOND_MS,
  requestMs: 10 * SECOND_MS,
  lookEveryMs: SECOND_MS,
  silentMs: 30 * SECOND_MS,
  pingEveryMs: 30 * SECOND_MS,
  goodbyeMs: 2 * SECOND_MS,
  // A browser opens six for one host, and one more for each page.
  connections: 64,
  pages: 16,
  // The token has 43 letters and stands in a small JSON object.
  tokenBodyBytes: 512,
  // A snapshot of 128 MB as text, with what JSON adds to its quotes and line ends.
  messageBytes: 160 * MEGABYTE,
}
