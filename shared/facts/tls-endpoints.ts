import { z } from 'zod'

import { count, instant } from './primitives.ts'

/** HTTPS addresses of the web screens, as seen from this server. */
export const tlsEndpointsFacts = z.looseObject({
  endpoints: z.array(
    z.looseObject({
      url: z.string(),
      reachable: z.boolean(),
      error: z.string().nullable(),
      protocol: z.string().nullable().describe('negotiated version, e.g. TLSv1.2'),
      acceptedLegacyProtocols: z.array(z.string()).describe("older versions that it accepted, e.g. ['TLSv1', 'TLSv1.1']"),
      certificate: z
        .looseObject({
          subject: z.string(),
          issuer: z.string(),
          validFrom: instant,
          validTo: instant,
          keyType: z.string().describe('RSA, EC, Ed25519 …'),
          keyBits: count,
          trusted: z.boolean().describe('the chain ends in a trusted root; dates are judged apart'),
          hostnameMatches: z.boolean(),
        })
        .nullable(),
      plainHttp: z.enum(['redirects', 'serves', 'closed']).nullable().describe('what port 80 does; null: not told'),
      hsts: z.boolean().nullable(),
    }),
  ),
})
