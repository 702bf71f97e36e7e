import { sidToBytes } from '#electron/win32/security-identifiers.ts'
import { type StandIn, type StandInExports, standIn } from './stand-in.ts'

/** A page of netapi32: its rows, and the status that it comes with. */
export interface StandInPage {
  readonly rows: readonly Uint8Array[]
  readonly status: number
}

/** netapi32 made of JavaScript functions; `freed` are the buffers that were given back. */
export function netapi(exports: (self: StandIn) => StandInExports): { windows: StandIn; freed: unknown[] } {
  const freed: unknown[] = []
  const windows = standIn((self) => ({
    'netapi32.dll': {
      NetApiBufferFree: (address) => {
        freed.push(address)
        return 0
      },
      ...exports(self),
    },
  }))
  return { windows, freed }
}

/** A function that hands out pages one by one; `bufferAt` is the position of its buffer argument, the count comes two later. */
export function paged(self: StandIn, pages: readonly StandInPage[], bufferAt: number, resumeAt: number | null = bufferAt + 4) {
  let calls = 0
  return (...args: readonly unknown[]): number => {
    const resume = resumeAt === null ? [calls] : (args[resumeAt] as number[])
    const page = pages[Number(resume[0])]
    calls += 1
    if (page === undefined) throw new Error('asked for a page that is not there')
    if (page.rows.length > 0) (args[bufferAt] as bigint[])[0] = self.placeBytes(Buffer.concat(page.rows))
    ;(args[bufferAt + 2] as number[])[0] = page.rows.length
    resume[0] = Number(resume[0]) + 1
    return page.status
  }
}

/** A structure whose fields at these offsets point to text, to SIDs or are numbers. */
export function structure(
  self: StandIn,
  size: number,
  fields: Readonly<Record<number, { text: string } | { sid: string } | number>>,
): Buffer {
  const bytes = Buffer.alloc(size)
  for (const [offset, field] of Object.entries(fields)) {
    if (typeof field === 'number') bytes.writeUInt32LE(field, Number(offset))
    else bytes.writeBigUInt64LE('text' in field ? self.placeText(field.text) : sidAddress(self, field.sid), Number(offset))
  }
  return bytes
}

function sidAddress(self: StandIn, sid: string): bigint {
  return self.placeBytes(sidToBytes(sid) ?? Buffer.from([9, 9, 9, 9, 9, 9, 9, 9]))
}
