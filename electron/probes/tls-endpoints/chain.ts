import type { X509Certificate } from 'node:crypto'

import type { Roots } from './roots.ts'

const SERVER_AUTHENTICATION = '1.3.6.1.5.5.7.3.1'
const ANY_PURPOSE = '2.5.29.37.0'

/** Longer chains are not in use. */
const MAX_DEPTH = 8

/** Certificates that are tried as issuers in one search; a server that sends a maze gets no more. */
const MAX_TRIALS = 200

/**
 * Whether the chain that a server shows ends in a trusted root.
 *
 * Built from its certificates by signature, because a library names one fault only and would hide that an expired certificate is trusted
 * otherwise. Nothing is fetched, so a missing intermediate ends the chain, as it does for most programs. The server's own dates are
 * judged apart: issuers have to be valid now or, where the certificate itself is not, at its nearest valid time. Not looked at: revocation,
 * name constraints, length limits.
 */
export function isTrusted(chain: readonly X509Certificate[], roots: Roots, nowMs: number): boolean {
  const [leaf, ...sent] = chain
  if (leaf === undefined || !servesWebsites(leaf)) return false
  const atMs = Math.min(Math.max(nowMs, Date.parse(leaf.validFrom)), Date.parse(leaf.validTo))
  const isInForce = (issuer: X509Certificate): boolean => isValidAt(issuer, nowMs) || isValidAt(issuer, atMs)
  let trials = MAX_TRIALS
  const isGoodIssuer = (issuer: X509Certificate, of: X509Certificate): boolean => {
    trials -= 1
    return trials >= 0 && issuer.ca && isInForce(issuer) && hasIssued(issuer, of)
  }
  const leadsToRoot = (certificate: X509Certificate, path: readonly X509Certificate[]): boolean => {
    if (roots.has(certificate) && (path.length === 0 || isInForce(certificate))) return true
    if (path.length >= MAX_DEPTH) return false
    if (roots.issuersOf(certificate).some((root) => isGoodIssuer(root, certificate))) return true
    const next = [...path, certificate]
    return sent.some(
      (issuer) =>
        !next.some((earlier) => earlier.fingerprint256 === issuer.fingerprint256) &&
        servesWebsites(issuer) &&
        isGoodIssuer(issuer, certificate) &&
        leadsToRoot(issuer, next),
    )
  }
  return leadsToRoot(leaf, [])
}

/** By name and key identifier, then by signature; a key that this runtime cannot use signs nothing. */
function hasIssued(issuer: X509Certificate, certificate: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
  } catch {
    return false
  }
}

function isValidAt(certificate: X509Certificate, timeMs: number): boolean {
  return Date.parse(certificate.validFrom) <= timeMs && timeMs <= Date.parse(certificate.validTo)
}

/** Certificates that name no purpose serve any. Node calls the list of purposes `keyUsage`. */
function servesWebsites(certificate: X509Certificate): boolean {
  const purposes: readonly string[] | undefined = certificate.keyUsage
  return purposes === undefined || purposes.length === 0 || purposes.includes(SERVER_AUTHENTICATION) || purposes.includes(ANY_PURPOSE)
}
