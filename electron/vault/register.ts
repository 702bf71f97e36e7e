import { z } from 'zod'

import type { CheckedStore } from './checked-store.ts'
import { isGeneration, type Owner, services } from './entry-names.ts'

/** In milliseconds: long enough to find out that the old password is still needed somewhere, and no longer. */
export const GRACE_MS = 7 * 24 * 60 * 60 * 1000

const recordSchema = z.object({
  format: z.literal(1),
  server: z.string(),
  login: z.string(),
  /** before the password was written */
  stagedAt: z.iso.datetime(),
  /** after it was written, read back and compared; gone again before it is removed */
  storedAt: z.iso.datetime().optional(),
  /** when it became the login's password */
  promotedAt: z.iso.datetime().optional(),
  /** when another one had taken its place: the end of its grace */
  keepUntil: z.iso.datetime().optional(),
})

/** What is known of one generation without opening its password. */
export type GenerationRecord = Readonly<z.infer<typeof recordSchema>>

/**
 * `unfinished`: storing or removing was interrupted, nothing may rely on it. `next`: stored, and not yet the login's password as far as is known.
 * `current`: the login's password. `previous`: it was until another one took its place.
 */
export type GenerationState = 'unfinished' | 'next' | 'current' | 'previous'

/** A generation as it stands; times in ISO 8601, UTC. */
export interface StoredGeneration extends Owner {
  readonly generation: string
  readonly state: GenerationState
  /** when it was stored; null: storing or removing it was interrupted */
  readonly storedAt: string | null
  readonly promotedAt: string | null
  /** end of the grace; null: it has none */
  readonly keepUntil: string | null
}

export interface Register {
  /** Every record that can be understood, and the generations of those that cannot. */
  all(): Promise<{ readonly records: ReadonlyMap<string, GenerationRecord>; readonly unreadable: readonly string[] }>
  /** null: there is no such generation, or what is written of it cannot be understood */
  one(generation: string): Promise<GenerationRecord | null>
  put(generation: string, record: GenerationRecord): Promise<void>
  remove(generation: string): Promise<void>
}

export function createRegister(store: CheckedStore): Register {
  return {
    all: async () => {
      const records = new Map<string, GenerationRecord>()
      const unreadable: string[] = []
      for (const { account, value } of await store.search(services.register)) {
        const record = isGeneration(account) ? understand(value) : null
        if (record === null) unreadable.push(account)
        else records.set(account, record)
      }
      return { records, unreadable }
    },
    one: async (generation) => {
      const value = isGeneration(generation) ? await store.read(services.register, generation) : null
      return value === null ? null : understand(value)
    },
    put: (generation, record) => store.write(services.register, generation, JSON.stringify(record)),
    remove: (generation) => store.remove(services.register, generation),
  }
}

function understand(value: string): GenerationRecord | null {
  try {
    return recordSchema.safeParse(JSON.parse(value)).data ?? null
  } catch {
    // No JSON at all: not written by this product.
    return null
  }
}

export function isOf({ server, login }: Owner, record: GenerationRecord): boolean {
  return record.server === server && record.login === login
}

/** The generation whose promotion is the newest among those that nothing has taken the place of; null: no password is the current one. */
export function currentOf(owner: Owner, records: ReadonlyMap<string, GenerationRecord>): string | null {
  let newest: { readonly generation: string; readonly at: string } | null = null
  for (const [generation, record] of records) {
    const at = isOf(owner, record) && record.keepUntil === undefined ? record.promotedAt : undefined
    if (at !== undefined && (newest === null || at > newest.at)) newest = { generation, at }
  }
  return newest?.generation ?? null
}

/**
 * How every generation stands.
 *
 * A promotion is one record; the note on the one before it comes after. Where that was interrupted, the newest promotion decides.
 */
export function standing(records: ReadonlyMap<string, GenerationRecord>): readonly StoredGeneration[] {
  return [...records].map(([generation, record]) => {
    const { server, login, storedAt = null, promotedAt = null } = record
    const current = currentOf(record, records)
    const keepUntil = record.keepUntil ?? supersededUntil(record, current === null ? undefined : records.get(current))
    const rest = { generation, server, login, storedAt, promotedAt, keepUntil }
    if (storedAt === null) return { ...rest, state: 'unfinished' }
    if (keepUntil !== null) return { ...rest, state: 'previous' }
    return { ...rest, state: generation === current ? 'current' : 'next' }
  })
}

function supersededUntil(record: GenerationRecord, current: GenerationRecord | undefined): string | null {
  if (record.promotedAt === undefined || current?.promotedAt === undefined || current.promotedAt <= record.promotedAt) return null
  return graceEnd(current.promotedAt)
}

/** When a password may go whose place was taken at this moment. */
export function graceEnd(promotedAt: string): string {
  return new Date(Date.parse(promotedAt) + GRACE_MS).toISOString()
}
