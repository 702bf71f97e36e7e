import { z } from 'zod'

import type { CheckedStore } from './checked-store.ts'
import { services } from './entry-names.ts'
import { type Run, VaultRefusal, type VaultResult } from './problem.ts'

const headSchema = z.object({ sequence: z.int().nonnegative(), hash: z.string() })

/** How far a journal goes: the number of its last line and the hash of the chain there. */
export type JournalHead = Readonly<z.infer<typeof headSchema>>

/** Keeps the heads of journals apart from the journals, so that one that was cut short is seen. */
export interface JournalHeads {
  /** null: none was ever kept */
  read(id: string): Promise<VaultResult<JournalHead | null>>
  write(id: string, sequence: number, hash: string): Promise<VaultResult<null>>
  /** once its journal has ended and been put away */
  remove(id: string): Promise<VaultResult<null>>
}

export function createJournalHeads(store: CheckedStore, run: Run): JournalHeads {
  return {
    read: (id) =>
      run(async () => {
        const value = await store.read(services.journalHead, id)
        return value === null ? null : understand(value)
      }),
    write: (id, sequence, hash) =>
      run(async () => {
        await store.write(services.journalHead, id, JSON.stringify({ sequence, hash }))
        return null
      }),
    remove: (id) =>
      run(async () => {
        await store.remove(services.journalHead, id)
        return null
      }),
  }
}

function understand(value: string): JournalHead {
  try {
    return headSchema.parse(JSON.parse(value))
  } catch {
    // Somebody changed it: not the same as a journal that never had a head.
    throw new VaultRefusal({ kind: 'lost' })
  }
}
