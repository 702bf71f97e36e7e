import { layouts } from '#electron/win32/layouts.ts'
import { sidToBytes } from '#electron/win32/security-identifiers.ts'
import { type StandIn, standIn } from './stand-in.ts'

/** A value of a made event: what EvtRender writes, by EVT_VARIANT_TYPE; `wild` is a pointer to nowhere. */
export type MadeValue =
  | { readonly text: string }
  | { readonly sid: string }
  | { readonly fileTime: bigint }
  | { readonly type: number; readonly raw: bigint }
  | { readonly wild: number }

/** Values of an event, or the code that rendering it gives. */
export type MadeEvent = readonly MadeValue[] | number

export interface MadeLog {
  readonly events?: readonly MadeEvent[]
  /** Code that the query gives. */
  readonly query?: number
  /** Code that comes in place of "no more items" after the events. */
  readonly end?: number
  readonly context?: number
  readonly enabled?: number | MadeValue
}

/** FILETIME of a time. */
export function fileTime(iso: string): bigint {
  return (BigInt(Date.parse(iso)) + 11_644_473_600_000n) * 10_000n
}

/** Variants with what they point to behind them, as EvtRender lays them out at an address. */
export function rendered(values: readonly MadeValue[], base: bigint): Buffer {
  const table = Buffer.alloc(values.length * layouts.EVT_VARIANT.size)
  const parts: Buffer[] = [table]
  let end = table.byteLength
  for (const [index, value] of values.entries()) {
    const start = index * layouts.EVT_VARIANT.size
    const place = (type: number, raw: bigint): void => {
      table.writeBigUInt64LE(raw, start + layouts.EVT_VARIANT.UInt64Val)
      table.writeUInt32LE(type, start + layouts.EVT_VARIANT.Type)
    }
    const placeBytes = (type: number, bytes: Buffer): void => {
      place(type, base + BigInt(end))
      parts.push(bytes)
      end += bytes.byteLength
    }
    if ('text' in value) placeBytes(1, Buffer.from(`${value.text}\0`, 'utf16le'))
    else if ('sid' in value) placeBytes(19, Buffer.from(sidToBytes(value.sid) ?? Buffer.alloc(8)))
    else if ('fileTime' in value) place(17, value.fileTime)
    else if ('wild' in value) place(value.wild, base - 4096n)
    else place(value.type, value.raw)
  }
  return Buffer.concat(parts)
}

/** wevtapi made of JavaScript functions; `open` are the handles that were not closed, `closedTwice` those that were once too often. */
export function eventLogs(logs: Readonly<Record<string, MadeLog>>) {
  const calls = { queries: [] as unknown[][], paths: [] as string[], batches: [] as number[], largestBuffer: 0 }
  const open = new Map<bigint, { readonly log: string; readonly event?: MadeEvent; next: number }>()
  const closedTwice: bigint[] = []
  let last = 0n
  const hand = (log: string, event?: MadeEvent): bigint => {
    last += 1n
    open.set(last, { log, next: 0, ...(event === undefined ? {} : { event }) })
    return last
  }
  const fail = (self: StandIn, code: number): number => {
    self.setLastError(code)
    return 0
  }
  const windows = standIn((self) => ({
    'wevtapi.dll': {
      EvtQuery: (session, path, query, flags) => {
        calls.queries.push([session, path, query, flags])
        const made = logs[String(path)]
        return made?.query === undefined && made !== undefined ? hand(String(path)) : fail(self, made?.query ?? 15_007)
      },
      EvtCreateRenderContext: (count, paths, flags) => {
        const log = String(calls.queries.at(-1)?.[1])
        if (flags !== 0) return fail(self, 87)
        calls.paths.push(...pathsIn(self, paths as Buffer, Number(count)))
        const code = logs[log]?.context
        return code === undefined ? hand(log) : fail(self, code)
      },
      EvtNext: (events, size, handles, _timeout, _flags, returned) => {
        const cursor = open.get(events as bigint)
        if (cursor === undefined) return fail(self, 6)
        const made = logs[cursor.log]
        const batch = (made?.events ?? []).slice(cursor.next, cursor.next + Number(size))
        cursor.next += batch.length
        if (batch.length === 0) return fail(self, made?.end ?? 259)
        calls.batches.push(batch.length)
        for (const [index, event] of batch.entries()) (handles as Buffer).writeBigUInt64LE(hand(cursor.log, event), index * 8)
        ;(returned as number[])[0] = batch.length
        return 1
      },
      EvtRender: (_context, handle, flags, size, buffer, used, count) => {
        const event = open.get(handle as bigint)?.event
        if (event === undefined || flags !== 0) return fail(self, 6)
        if (typeof event === 'number') return fail(self, event)
        const bytes = rendered(event, self.addressOf(buffer as Buffer))
        ;(used as number[])[0] = bytes.byteLength
        if (bytes.byteLength > Number(size)) return fail(self, 122)
        calls.largestBuffer = Math.max(calls.largestBuffer, Number(size))
        bytes.copy(buffer as Buffer)
        ;(count as number[])[0] = event.length
        return 1
      },
      EvtOpenChannelConfig: (_session, path) => (logs[String(path)] === undefined ? fail(self, 15_007) : hand(String(path))),
      EvtGetChannelConfigProperty: (handle, property, _flags, _size, value) => {
        const enabled = logs[open.get(handle as bigint)?.log ?? '']?.enabled ?? { type: 13, raw: 1n }
        if (property !== 0) return fail(self, 87)
        if (typeof enabled === 'number') return fail(self, enabled)
        rendered([enabled], 0n).copy(value as Buffer)
        return 1
      },
      EvtClose: (handle) => {
        if (!open.delete(handle as bigint)) closedTwice.push(handle as bigint)
        return 1
      },
    },
  }))
  return { windows, calls, open, closedTwice }
}

/** Texts of a table of pointers that has them behind it. */
function pathsIn(self: StandIn, memory: Buffer, count: number): string[] {
  const base = self.addressOf(memory)
  return Array.from({ length: count }, (_, index) => {
    const start = Number(memory.readBigUInt64LE(index * 8) - base)
    return memory.toString('utf16le', start).replace(/\0.*$/s, '')
  })
}
