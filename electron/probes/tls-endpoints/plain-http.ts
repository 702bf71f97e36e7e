import { connect } from 'node:net'

import type { Facts } from '#shared/facts/index.ts'
import { authorityOf } from '../authority.ts'
import { describeConnectionError } from '../connection-errors.ts'
import { NEXT_ADDRESS_AFTER_MS } from '../dial.ts'
import { askOnce, type HttpAnswer } from './http-answer.ts'
import type { Clock } from './limits.ts'

/** Where browsers look for plain HTTP. */
export const HTTP_PORT = 80

export interface PlainHttp {
  /** null: not told */
  readonly kind: Facts['tls-endpoints']['endpoints'][number]['plainHttp']
  /** why it is not told, in words; null where it is */
  readonly reason: string | null
}

export interface PlainTarget {
  /** what to connect to */
  readonly address: string
  /** what to ask for */
  readonly host: string
  readonly path: string
}

/**
 * What plain HTTP of a host does with the path of an address.
 *
 * `redirects`: sends to https, on whatever host; `serves`: answers anything else, an error page too; `closed`: the port refuses.
 * Redirects are not followed, so one that stays on plain HTTP is `serves`. Whatever else happens tells nothing.
 */
export async function readPlainHttp(target: PlainTarget, port: number, clock: Clock): Promise<PlainHttp> {
  const authority = authorityOf(target.host, port, HTTP_PORT)
  const answer = await askOnce(
    {
      createConnection: () => connect({ host: target.address, port, autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_AFTER_MS }),
      path: target.path,
      headers: { Host: authority, Connection: 'close' },
    },
    clock.stepMs(clock.limits.httpMs),
  )
  return judgePlainHttp(answer, `http://${authority}${target.path}`)
}

/** `url`: what was asked for; a relative `Location` is relative to it. */
export function judgePlainHttp(answer: HttpAnswer, url: string): PlainHttp {
  if (answer.kind === 'late') return { kind: null, reason: describeConnectionError('ETIMEDOUT') }
  if (answer.kind === 'failed') {
    if (answer.code === 'ECONNREFUSED') return { kind: 'closed', reason: null }
    const reason = answer.code?.startsWith('HPE_') === true ? 'the answer is not HTTP' : describeConnectionError(answer.code)
    return { kind: null, reason }
  }
  const { location } = answer.headers
  const isRedirect = answer.status >= 300 && answer.status < 400 && location !== undefined
  const leadsToHttps = isRedirect && URL.parse(location, url)?.protocol === 'https:'
  return { kind: leadsToHttps ? 'redirects' : 'serves', reason: null }
}

/**
 * Whether an answer by HTTPS tells browsers to stay with it (RFC 6797): a `max-age` above zero.
 *
 * Only the first header counts; Node joins several with a comma.
 */
export function hasStrictTransport(header: string | undefined): boolean {
  const [first = ''] = (header ?? '').split(',', 1)
  const ages = first.split(';').flatMap((directive) => /^\s*max-age\s*=\s*"?(\d+)"?\s*$/i.exec(directive)?.[1] ?? [])
  return ages.length === 1 && Number(ages[0]) > 0
}
