import { decodeEventValues, type EventValue } from './event-values.ts'
import { layouts } from './layouts.ts'
import type { NativeAccess, NativeFunction } from './library.ts'
import { toAddress } from './memory.ts'
import { errorCodes, refused, succeeded, type Win32Failure, type Win32Result } from './result.ts'
import type { Ended, SlowFunction } from './slow-calls.ts'

export interface EventQuery {
  /** name of the channel, e.g. `Security` */
  readonly log: string
  /** XPath of the events that are wanted */
  readonly filter: string
  readonly order: 'newest-first' | 'oldest-first'
  /** XPaths of what is wanted of each event */
  readonly values: readonly string[]
}

/** How far a query came. */
export interface EventListing {
  /** Why it ends early; null: it came to its end, or nobody wanted more. */
  readonly cutShort: Win32Failure | null
  /** Events that could not be read, and what the first of them was refused with. */
  readonly unread: { readonly count: number; readonly failure: Win32Failure | null }
}

export interface EventLog {
  /**
   * Hands over the values of each event until there is none left or `visit` has had enough (false).
   *
   * Values come as the event stores them, never as a message: no text of this Windows' language is ever made. A large log is looked
   * through beside the main thread.
   */
  read(query: EventQuery, visit: (values: readonly EventValue[]) => boolean): Promise<Win32Result<EventListing>>
  /** Whether events are written to the log at all. */
  isEnabled(log: string): Promise<Win32Result<boolean>>
}

/** EvtQueryChannelPath with EvtQueryReverseDirection or EvtQueryForwardDirection of winevt.h. */
const QUERY_FLAGS = { 'newest-first': 0x201, 'oldest-first': 0x101 } as const

/** EvtRenderContextValues and EvtRenderEventValues of winevt.h. */
const CONTEXT_OF_VALUES = 0
const RENDER_VALUES = 0

/** EvtChannelConfigEnabled of winevt.h. */
const CHANNEL_ENABLED = 0

/** Handles per call: enough that the calls do not count, few enough that none is held for long. */
const BATCH = 64

/** A log that is gigabytes large may hold little that matches: how long a query may look for it in all, in milliseconds. */
const QUERY_TIMEOUT_MS = 15_000

/** First guess for the values of an event, in bytes, and where an answer is no event any more. */
const FIRST_EVENT_BYTES = 4 * 1024
const MAX_EVENT_BYTES = 1024 * 1024

const MISSING_RIGHT = 'membership in Administrators or Event Log Readers'

type EventCalls = Readonly<Record<'context' | 'render' | 'openConfig' | 'configProperty' | 'close', NativeFunction>> &
  Readonly<Record<'query' | 'next', SlowFunction>>

type Use<Value> = (handle: bigint) => Promise<Win32Result<Value>>

/** Reads event logs of this machine through wevtapi; nothing is ever written or cleared. */
export function createEventLog(native: NativeAccess): EventLog {
  const calls = bindCalls(native)
  const open = async <Value>(call: string, subject: string, { value, code }: Ended, use: Use<Value>): Promise<Win32Result<Value>> => {
    const opened = toAddress(value)
    if (opened === 0n) return refused(call, code, { subject, missingRight: MISSING_RIGHT })
    try {
      return await use(opened)
    } finally {
      calls.close(opened)
    }
  }
  const atOnce = (value: unknown): Ended => ({ value, code: native.lastError() })
  return {
    read: async ({ log, filter, order, values }, visit) =>
      await open('EvtQuery', log, await calls.query(0, log, filter, QUERY_FLAGS[order]), (events) => {
        const context = atOnce(calls.context(values.length, pathTable(native, values), CONTEXT_OF_VALUES))
        return open('EvtCreateRenderContext', log, context, (rendering) =>
          readEvents(native, calls, { log, events, context: rendering, valueCount: values.length }, visit),
        )
      }),
    isEnabled: async (log) =>
      await open('EvtOpenChannelConfig', log, atOnce(calls.openConfig(0, log, 0)), async (configuration) => {
        const value = Buffer.alloc(layouts.EVT_VARIANT.size)
        if (!calls.configProperty(configuration, CHANNEL_ENABLED, 0, value.byteLength, value, [0])) {
          return refused('EvtGetChannelConfigProperty', native.lastError(), { subject: log, missingRight: MISSING_RIGHT })
        }
        const [enabled] = decodeEventValues(value, 0n, 1)
        if (enabled?.kind !== 'number') return refused('EvtGetChannelConfigProperty', errorCodes.invalidData, { subject: log })
        return succeeded(enabled.number !== 0)
      }),
  }
}

function bindCalls(native: NativeAccess): EventCalls {
  const bind = (declaration: string): NativeFunction => native.bind('wevtapi.dll', declaration, 'last-error')
  const bindSlow = (declaration: string): SlowFunction => native.bindSlow('wevtapi.dll', declaration, 'last-error')
  return {
    query: bindSlow('uintptr_t __stdcall EvtQuery(uintptr_t session, str16 path, str16 query, uint32_t flags)'),
    next: bindSlow(
      'int __stdcall EvtNext(uintptr_t events, uint32_t size, _Out_ uint8_t *handles, uint32_t timeoutMs, uint32_t flags, _Out_ uint32_t *returned)',
    ),
    context: bind('uintptr_t __stdcall EvtCreateRenderContext(uint32_t count, const uint8_t *paths, uint32_t flags)'),
    render: bind(
      'int __stdcall EvtRender(uintptr_t context, uintptr_t event, uint32_t flags, uint32_t bytes, _Out_ uint8_t *buffer, _Out_ uint32_t *used, _Out_ uint32_t *count)',
    ),
    openConfig: bind('uintptr_t __stdcall EvtOpenChannelConfig(uintptr_t session, str16 path, uint32_t flags)'),
    configProperty: bind(
      'int __stdcall EvtGetChannelConfigProperty(uintptr_t configuration, int property, uint32_t flags, uint32_t bytes, _Out_ uint8_t *value, _Out_ uint32_t *used)',
    ),
    close: bind('int __stdcall EvtClose(uintptr_t handle)'),
  }
}

interface OpenQuery {
  readonly log: string
  readonly events: bigint
  readonly context: bigint
  readonly valueCount: number
}

type Visit = (values: readonly EventValue[]) => boolean

/** Batch by batch; every event of a batch is closed, also those that nobody wants to see any more. */
async function readEvents(native: NativeAccess, calls: EventCalls, query: OpenQuery, visit: Visit): Promise<Win32Result<EventListing>> {
  const handles = Buffer.alloc(BATCH * 8)
  const render = createRenderer(native, calls, query)
  let unread: EventListing['unread'] = { count: 0, failure: null }
  let wanted = true
  const endMs = performance.now() + QUERY_TIMEOUT_MS
  for (let total = 0; wanted; ) {
    const returned = [0]
    const leftMs = Math.ceil(endMs - performance.now())
    const { value, code } =
      leftMs > 0 ? await calls.next(query.events, BATCH, handles, leftMs, 0, returned) : { value: 0, code: errorCodes.timeout }
    if (!value) {
      if (code === errorCodes.noMoreItems) return succeeded({ cutShort: null, unread })
      const refusal = refused('EvtNext', code, { subject: query.log, missingRight: MISSING_RIGHT })
      return refusal.ok || total === 0 ? refusal : succeeded({ cutShort: refusal.failure, unread })
    }
    const count = Math.min(BATCH, Number(returned[0]))
    if (count === 0) return refused('EvtNext', errorCodes.invalidData, { subject: query.log })
    total += count
    for (let index = 0; index < count; index += 1) {
      const event = handles.readBigUInt64LE(index * 8)
      try {
        if (!wanted) continue
        const values = render(event)
        if (values.ok) wanted = visit(values.value)
        else unread = { count: unread.count + 1, failure: unread.failure ?? values.failure }
      } finally {
        calls.close(event)
      }
    }
  }
  return succeeded({ cutShort: null, unread })
}

/** Renders into one buffer, which grows with the largest event. */
function createRenderer(native: NativeAccess, calls: EventCalls, query: OpenQuery): (event: bigint) => Win32Result<readonly EventValue[]> {
  let buffer = Buffer.alloc(FIRST_EVENT_BYTES)
  return (event) => {
    for (;;) {
      const used = [0]
      const count = [0]
      if (calls.render(query.context, event, RENDER_VALUES, buffer.byteLength, buffer, used, count)) {
        const rendered = buffer.subarray(0, Number(used[0]))
        return succeeded(decodeEventValues(rendered, native.addressOf(buffer), Math.min(query.valueCount, Number(count[0]))))
      }
      const code = native.lastError()
      const wanted = Number(used[0])
      if (code !== errorCodes.insufficientBuffer || wanted <= buffer.byteLength || wanted > MAX_EVENT_BYTES) {
        return refused('EvtRender', code, { subject: query.log })
      }
      buffer = Buffer.alloc(wanted)
    }
  }
}

/** A table of pointers with its texts behind it in the same memory, so that nothing can move or free one without the other. */
function pathTable(native: NativeAccess, paths: readonly string[]): Buffer {
  const texts = paths.map((path) => Buffer.from(`${path}\0`, 'utf16le'))
  const memory = Buffer.concat([Buffer.alloc(paths.length * 8), ...texts])
  let address = native.addressOf(memory) + BigInt(paths.length * 8)
  for (const [index, text] of texts.entries()) {
    memory.writeBigUInt64LE(address, index * 8)
    address += BigInt(text.byteLength)
  }
  return memory
}
