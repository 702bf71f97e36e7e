import type { Facts } from '#shared/facts/index.ts'

export type Endpoint = Facts['tls-endpoints']['endpoints'][number]
export type Certificate = NonNullable<Endpoint['certificate']>

/** Ninety days, two thirds of them left at the time of the test snapshots. */
export const goodCertificate: Certificate = {
  subject: 'CN=crm.example.com',
  issuer: 'CN=Example Authority',
  validFrom: '2026-01-30T09:00:00Z',
  validTo: '2026-04-30T09:00:00Z',
  keyType: 'RSA',
  keyBits: 2048,
  trusted: true,
  hostnameMatches: true,
}

/** A web screen without any gap. */
export function endpoint(more: Partial<Endpoint> = {}): Endpoint {
  return {
    url: 'https://crm.example.com/crm',
    reachable: true,
    error: null,
    protocol: 'TLSv1.3',
    acceptedLegacyProtocols: [],
    certificate: goodCertificate,
    plainHttp: 'redirects',
    hsts: null,
    ...more,
  }
}
