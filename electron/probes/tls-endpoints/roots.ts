import { X509Certificate } from 'node:crypto'
import * as tls from 'node:tls'

/** Roots that this machine trusts. */
export interface Roots {
  /** The certificate itself is one. */
  has(certificate: X509Certificate): boolean
  /** Those that bear the name of this certificate's issuer. */
  issuersOf(certificate: X509Certificate): readonly X509Certificate[]
  /** False: the machine's own list could not be read, so roots of a company's own authority are missing. */
  readonly complete: boolean
}

/** `pems`: one certificate each; what cannot be read is passed over, as Windows does. */
export function rootsOf(pems: readonly string[], complete = true): Roots {
  const bySubject = Map.groupBy(pems.flatMap(readCertificate), (root) => root.subject)
  const fingerprints = new Set([...bySubject.values()].flat().map((root) => root.fingerprint256))
  return {
    has: (certificate) => fingerprints.has(certificate.fingerprint256),
    issuersOf: (certificate) => bySubject.get(certificate.issuer) ?? [],
    complete,
  }
}

/**
 * The roots that come with the program, and those of the machine – on Windows its certificate stores.
 *
 * Both, because Windows fetches well-known roots only when it first meets them.
 */
export function readMachineRoots(): Roots {
  const machine = machineCertificates()
  return rootsOf([...tls.rootCertificates, ...(machine ?? [])], machine !== null)
}

/** Null: this runtime cannot tell (Node before 22.15). */
function machineCertificates(): readonly string[] | null {
  if (typeof tls.getCACertificates !== 'function') return null
  try {
    return tls.getCACertificates('system')
  } catch {
    return null
  }
}

function readCertificate(pem: string): X509Certificate[] {
  try {
    return [new X509Certificate(pem)]
  } catch {
    return []
  }
}
