import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'

import type { Reading } from '#shared/rotation/preflight/readings.ts'
import { read, unreadFile } from './reading.ts'

/** Bytes that this account may still write where the journal will lie; its folder need not exist yet. */
export async function readJournalSpace(folder: string): Promise<Reading<number>> {
  for (let place = folder; ; place = dirname(place)) {
    try {
      const { bavail, bsize } = await statfs(place, { bigint: true })
      return read(Number(bavail * bsize))
    } catch (error) {
      const refused = unreadFile(place, error)
      if (refused !== null) return refused
      if (dirname(place) === place) return { status: 'failed', reason: `${place} is not there` }
    }
  }
}
