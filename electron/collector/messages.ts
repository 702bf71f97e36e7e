import { z } from 'zod'

import { factSchemas, type ProbeId, probeIds } from '#shared/facts/index.ts'
import { sid } from '#shared/facts/primitives.ts'
import type { Profile } from '#shared/formats/profile.ts'
import type { ProbeContext } from '../probes/probe.ts'

/** What the parent asks of a worker, once. */
export interface ReadRequest {
  readonly kind: 'read'
  readonly probes: readonly ProbeId[]
  readonly limitMs: number
  readonly profile: Profile
  /** SECURITY: may hold a password; for the area that signs in to SQL Server alone. */
  readonly sql?: ProbeContext['sql'] & {}
}

/** Who the worker runs as; the same for all workers of a scan. */
export interface Identity {
  readonly elevated: boolean
  readonly userSid?: string | undefined
}

const probe = z.enum(probeIds as readonly [ProbeId, ...ProbeId[]])
const durationMs = z.number().min(0)

const okRecord = z.object({
  status: z.literal('ok'),
  durationMs,
  facts: z.unknown(),
  incomplete: z.literal(true).optional(),
  notes: z.array(z.string()).optional(),
})
const refusedRecord = z.object({ status: z.enum(['denied', 'unsupported', 'failed']), durationMs, reason: z.string() })

const workerMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started'), probe }),
  z.object({ kind: z.literal('record'), probe, record: z.discriminatedUnion('status', [okRecord, refusedRecord]) }),
  z.object({ kind: z.literal('identity'), elevated: z.boolean(), userSid: sid.optional() }),
])

/** What a worker says. The facts of a record are those of its probe's schema. */
export type WorkerMessage = z.infer<typeof workerMessage>

export type WorkerRecord = Extract<WorkerMessage, { kind: 'record' }>['record']

/**
 * Takes a message of a worker, or null where it is none.
 *
 * A worker runs native code that may have gone wrong, so its facts are believed only as far as they fit their schema: otherwise the
 * record says `failed` and where it does not fit.
 */
export function parseWorkerMessage(input: unknown): WorkerMessage | null {
  const parsed = workerMessage.safeParse(input)
  if (!parsed.success) return null
  const message = parsed.data
  if (message.kind !== 'record' || message.record.status !== 'ok') return message
  const facts = factSchemas[message.probe].safeParse(message.record.facts)
  if (facts.success) return message
  const issue = facts.error.issues[0]
  const reason = `the facts do not fit their format: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`
  return { ...message, record: { status: 'failed', durationMs: message.record.durationMs, reason } }
}
