import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'

import { errors } from './errors.ts'
import { languageSchema } from './views.ts'

const waySchema = z.enum(['into-field', 'clipboard', 'protected-window'])

/** Names what is handed over. SECURITY: what stands behind the name crosses no wire in either direction. */
const secretRefSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stored'), generation: z.string().min(1).max(200) }),
  /** the one that an act of a password change hands over now */
  z.object({ kind: z.literal('run'), run: z.string().max(300), act: z.string().max(2000) }),
])

/** A way that is open, and what will happen on it. */
const openWay = z.object({ way: waySchema, line: z.string() })

const ways = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('here'),
    /** null: none is open */
    chosen: waySchema.nullable(),
    /** what will happen, or what a person does first where no way is open */
    line: z.string(),
    /** what a person does before; null: nothing */
    advice: z.string().nullable(),
    /** best first, the chosen one among them */
    open: z.array(openWay),
    closed: z.array(z.object({ way: waySchema, reason: z.string() })),
    /** opens once the person says that the share is paused; null: that opens none */
    whenPaused: openWay.nullable(),
  }),
  /** this host hands nothing over: why, and where to go */
  z.object({ kind: z.literal('elsewhere'), line: z.string(), next: z.string() }),
])

const event = z.discriminatedUnion('kind', [
  /** what happens now; `clearsAfterMs`: it lies on the clipboard for so long */
  z.object({ kind: z.literal('step'), line: z.string(), clearsAfterMs: z.number().nullable() }),
  /** the last event; `warning`: something is left to do for the person */
  z.object({ kind: z.literal('end'), outcome: z.enum(['done', 'refused', 'warning']), line: z.string(), next: z.string().nullable() }),
])

export const handOver = {
  /** how a secret would be handed over at this moment; read anew each time */
  ways: oc
    .errors(errors)
    .input(z.object({ language: languageSchema, secret: secretRefSchema }))
    .output(ways),
  /** Hands one secret over, one at a time. Ending the stream takes everything back. */
  give: oc
    .errors(errors)
    .input(z.object({ language: languageSchema, secret: secretRefSchema, way: waySchema, sharePaused: z.boolean() }))
    .output(eventIterator(event)),
  /** takes back whatever is on its way; `line`: what a person has to know, such as that the clipboard could not be emptied */
  end: oc
    .errors(errors)
    .input(z.object({ language: languageSchema }))
    .output(z.object({ line: z.string().nullable() })),
}

export type SecretRef = z.infer<typeof secretRefSchema>
export type HandOverWays = z.infer<typeof ways>
export type HandOverEvent = z.infer<typeof event>
