/** Why nobody could sign in to an instance; each has words and a next step of its own. */
export type ConnectProblemKind = (typeof connectProblemKinds)[number]

export const connectProblemKinds = [
  'no-such-host',
  'port-closed',
  'unreachable',
  'time-limit',
  'browser-silent',
  'no-such-instance',
  'not-sql-server',
  'no-encryption',
  'tls-too-old',
  'certificate-not-trusted',
  'certificate-other-name',
  'certificate-expired',
  'wrong-password',
  'locked',
  'password-expired',
  'must-change',
  'disabled',
  'windows-refused',
  'database-closed',
  'logon-trigger',
  'server-error',
  'lost',
] as const

export interface ConnectProblem {
  readonly kind: ConnectProblemKind
  /** number of sys.messages, where the server said it */
  readonly number?: number
  /** code of the operating system or of the TLS library, where it said it */
  readonly code?: string
}

/** Says no more than that; what is wrong stands before it, if anything. */
const LOGIN_FAILED = 18_456

/** Numbers of sys.messages with which SQL Server refuses a sign-in (Microsoft, MSSQLSERVER_18456 and its neighbours). */
const LOGIN_ERRORS: ReadonlyMap<number, ConnectProblemKind> = new Map([
  [LOGIN_FAILED, 'wrong-password'],
  [18486, 'locked'],
  [18487, 'password-expired'],
  [18488, 'must-change'],
  [18470, 'disabled'],
  [18452, 'windows-refused'],
  [4060, 'database-closed'],
  [4064, 'database-closed'],
  [17892, 'logon-trigger'],
])

/** Codes of Node for what the network did. */
const NETWORK_CODES: ReadonlyMap<string, ConnectProblemKind> = new Map([
  ['ENOTFOUND', 'no-such-host'],
  ['EAI_AGAIN', 'no-such-host'],
  ['EAI_NODATA', 'no-such-host'],
  ['ECONNREFUSED', 'port-closed'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ENETUNREACH', 'unreachable'],
  ['EHOSTDOWN', 'unreachable'],
  ['EADDRNOTAVAIL', 'unreachable'],
  ['ETIMEDOUT', 'time-limit'],
  ['ETIMEOUT', 'time-limit'],
  ['EENCRYPT', 'no-encryption'],
])

/** Codes of OpenSSL and Node for a certificate that is not what it should be. */
const CERTIFICATE_CODES: ReadonlyMap<string, ConnectProblemKind> = new Map([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-not-trusted'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate-not-trusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate-not-trusted'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'certificate-not-trusted'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate-not-trusted'],
  ['CERT_UNTRUSTED', 'certificate-not-trusted'],
  ['CERT_REJECTED', 'certificate-not-trusted'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-other-name'],
  ['CERT_HAS_EXPIRED', 'certificate-expired'],
  ['CERT_NOT_YET_VALID', 'certificate-expired'],
])

/** A server that speaks no TLS version, or no cipher or key size, that this program takes. */
const OLD_TLS = /^ERR_(?:SSL|OSSL)_.*(?:PROTOCOL|VERSION|CIPHER|DH_KEY|EE_KEY|CA_KEY|HANDSHAKE_FAILURE|LEGACY)/

/**
 * The number that says why, of all that came with a refusal; null: none came.
 *
 * SQL Server follows a reason such as a closed database with the plain "login failed".
 */
export function decisiveNumber(numbers: readonly number[]): number | null {
  return numbers.findLast((number) => number !== LOGIN_FAILED && LOGIN_ERRORS.has(number)) ?? numbers.at(-1) ?? null
}

/** From the number that the server gave, else from the codes of what failed, innermost last. */
export function connectProblem(number: number | null, codes: readonly string[]): ConnectProblem {
  const known = number === null ? undefined : LOGIN_ERRORS.get(number)
  if (number !== null) return { kind: known ?? 'server-error', number }
  for (const code of codes.toReversed()) {
    const kind = NETWORK_CODES.get(code) ?? CERTIFICATE_CODES.get(code) ?? (OLD_TLS.test(code) ? 'tls-too-old' : undefined)
    if (kind !== undefined) return { kind, code }
  }
  const [code] = codes.toReversed()
  return {
    kind: code === 'ECONNRESET' || code === 'EPIPE' || code === 'ESOCKET' ? 'lost' : 'not-sql-server',
    ...(code === undefined ? {} : { code }),
  }
}

/** Codes of an error and of what caused it, outermost first. */
export function errorCodesOf(error: unknown): readonly string[] {
  const codes: string[] = []
  const seen = new Set<unknown>()
  for (let each = error; each instanceof Error && !seen.has(each); each = each.cause ?? firstOf(each)) {
    seen.add(each)
    const { code } = each as { readonly code?: unknown }
    if (typeof code === 'string') codes.push(code)
  }
  return codes
}

/** Several addresses of one name fail as one error with all of theirs. */
function firstOf(error: Error): unknown {
  return error instanceof AggregateError ? error.errors[0] : undefined
}
