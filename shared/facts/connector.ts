import { z } from 'zod'

import { count, sid } from './primitives.ts'

/** Installed connectors: key files with their readers, and which vendor addresses answered. */
export const connectorFacts = z.looseObject({
  installations: z.array(
    z.looseObject({
      product: z.string(),
      location: z.string().describe('installation folder'),
      keys: z.array(
        z.looseObject({
          path: z.string(),
          kind: z.enum(['private', 'public']),
          algorithm: z.string().describe('RSA, EC, Ed25519 …'),
          bits: count,
          readableBy: z.array(z.looseObject({ sid: sid, name: z.string().nullable() })).describe('allowed by the DACL to read'),
        }),
      ),
      reachability: z.array(
        z.looseObject({
          host: z.string(),
          port: z.int().min(1).max(65535),
          via: z.enum(['direct', 'proxy']),
          ok: z.boolean(),
          error: z.string().nullable(),
        }),
      ),
    }),
  ),
})
