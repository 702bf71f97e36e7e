/** What stands in place of a system code when the probe's own time limit ended the attempt. */
export const CONNECTION_TIME_LIMIT_CODE = 'ETIMEDOUT'

const WORDS_OF_CODE: Readonly<Record<string, string>> = {
  EACCES: 'the connection was forbidden on this server',
  EADDRNOTAVAIL: 'the address cannot be reached from this server',
  EAFNOSUPPORT: 'the address cannot be reached from this server',
  EAI_AGAIN: 'the name server did not answer',
  ECONNABORTED: 'the connection was cut',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  EHOSTDOWN: 'the host cannot be reached',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETDOWN: 'the network cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ENODATA: 'the name has no address',
  ENOTFOUND: 'the name was not found',
  EPERM: 'the connection was forbidden on this server',
  EPIPE: 'the connection was cut',
  [CONNECTION_TIME_LIMIT_CODE]: 'no answer within the time limit',
}

/**
 * Says in English words that never change why a connection did not come about.
 *
 * `code`: a system error's code as Node gives it (`ECONNREFUSED`). The words are facts in a snapshot and are compared between two
 * readings, so they hold no address, no time and nothing of the system's own, localised message. A code that the list does not
 * know is named as it is; no code at all is said too.
 */
export function describeConnectionError(code: string | undefined): string {
  if (code === undefined || !/^[A-Z][A-Z0-9_]*$/.test(code)) return 'the connection failed'
  return WORDS_OF_CODE[code] ?? `the connection failed (${code})`
}
