import type { NativeAccess, NativeFunction } from './library.ts'
import { toAddress } from './memory.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'

/** What was given, so that it can be told from what somebody else put there later. Nothing of it is secret. */
export interface GivenClipboard {
  /** GetClipboardSequenceNumber while it was certainly ours; null: somebody replaced it before that could be told. */
  readonly sequence: number | null
  /** Bytes that lie beside the text under a format of our own. */
  readonly mark: Uint8Array
}

export interface Clipboard {
  /**
   * Replaces the content in one transaction.
   *
   * `text` is UTF-16 without a NUL. It comes with the three formats that keep it out of the history, the cloud and programs that watch the
   * clipboard. After a refusal nothing of it is left there. ERROR_ACCESS_DENIED: another program does not let the clipboard go.
   */
  give(text: Uint8Array, mark: Uint8Array): Win32Result<GivenClipboard>
  /** Empties the clipboard if it still holds what was given; looking and emptying are one transaction. */
  takeBack(given: GivenClipboard): Win32Result<'emptied' | 'replaced'>
}

/** CF_UNICODETEXT of winuser.h. */
const UNICODE_TEXT = 13

/** Formats that Windows and programs that watch the clipboard go by; for the first one its presence counts, for the others a zero. */
const KEEP_OUT = ['ExcludeClipboardContentFromMonitorProcessing', 'CanIncludeInClipboardHistory', 'CanUploadToCloudClipboard'] as const

const MARK_FORMAT = 'ERP Sync Security Checkup hand-over'

/** HWND_MESSAGE of winuser.h: the parent of windows that are never seen. */
const MESSAGE_ONLY = 0xfffffffffffffffdn

/** GMEM_MOVEABLE: the clipboard takes no other memory. */
const MOVEABLE = 0x2

/** Programs hold the clipboard for milliseconds; one that holds it for a fifth of a second is not going to let go. */
const OPEN_ATTEMPTS = 10
const OPEN_PAUSE_MS = 20

/** Hands texts over by the clipboard through user32. Its windows live as long as a call, because nobody here answers their messages. */
export function createClipboard(native: NativeAccess): Clipboard {
  const calls = bindCalls(native)
  return {
    give: (text, mark) =>
      withOpen(native, calls, (window) => {
        const content = Buffer.concat([text, Buffer.alloc(2)])
        try {
          const placed = placeAll(native, calls, content, mark)
          if (!placed.ok) return { result: placed, after: () => placed }
          const given = (): Win32Result<GivenClipboard> => succeeded({ sequence: sequenceIfOwn(calls, window), mark })
          return { result: placed, after: given }
        } finally {
          content.fill(0)
        }
      }),
    takeBack: (given) =>
      withOpen(native, calls, () => {
        const result = isStill(native, calls, given) ? empty(native, calls) : succeeded('replaced' as const)
        return { result, after: () => result }
      }),
  }
}

type Calls = Readonly<
  Record<
    | 'createWindow'
    | 'destroyWindow'
    | 'open'
    | 'close'
    | 'empty'
    | 'set'
    | 'get'
    | 'register'
    | 'sequence'
    | 'owner'
    | 'sleep'
    | 'allocate'
    | 'free'
    | 'lock'
    | 'unlock'
    | 'size'
    | 'move',
    NativeFunction
  >
>

function bindCalls(native: NativeAccess): Calls {
  const user = (declaration: string): NativeFunction => native.bind('user32.dll', declaration, 'last-error')
  const kernel = (declaration: string): NativeFunction => native.bind('kernel32.dll', declaration, 'last-error')
  return {
    createWindow: user(
      'uintptr_t __stdcall CreateWindowExW(uint32_t extended, str16 className, str16 name, uint32_t style, int x, int y, int width, int height, uintptr_t parent, uintptr_t menu, uintptr_t instance, void *parameter)',
    ),
    destroyWindow: user('int __stdcall DestroyWindow(uintptr_t window)'),
    open: user('int __stdcall OpenClipboard(uintptr_t window)'),
    close: user('int __stdcall CloseClipboard()'),
    empty: user('int __stdcall EmptyClipboard()'),
    set: user('uintptr_t __stdcall SetClipboardData(uint32_t format, uintptr_t memory)'),
    get: user('uintptr_t __stdcall GetClipboardData(uint32_t format)'),
    register: user('uint32_t __stdcall RegisterClipboardFormatW(str16 name)'),
    sequence: user('uint32_t __stdcall GetClipboardSequenceNumber()'),
    owner: user('uintptr_t __stdcall GetClipboardOwner()'),
    sleep: kernel('void __stdcall Sleep(uint32_t milliseconds)'),
    allocate: kernel('uintptr_t __stdcall GlobalAlloc(uint32_t flags, size_t bytes)'),
    free: kernel('uintptr_t __stdcall GlobalFree(uintptr_t memory)'),
    lock: kernel('uintptr_t __stdcall GlobalLock(uintptr_t memory)'),
    unlock: kernel('int __stdcall GlobalUnlock(uintptr_t memory)'),
    size: kernel('size_t __stdcall GlobalSize(uintptr_t memory)'),
    move: kernel('void __stdcall RtlMoveMemory(uintptr_t target, void *source, size_t bytes)'),
  }
}

/** Opens the clipboard for a window of ours; `after` is asked once it is closed, while the window still owns it. */
function withOpen<Value>(
  native: NativeAccess,
  calls: Calls,
  use: (window: bigint) => { readonly result: Win32Result<unknown>; readonly after: () => Win32Result<Value> },
): Win32Result<Value> {
  const window = toAddress(calls.createWindow(0, 'STATIC', '', 0, 0, 0, 0, 0, MESSAGE_ONLY, 0, 0, null))
  if (window === 0n) return refused('CreateWindowExW', native.lastError())
  try {
    const opened = open(native, calls, window)
    if (!opened.ok) return opened
    let used: ReturnType<typeof use>
    try {
      used = use(window)
    } finally {
      calls.close()
    }
    return used.after()
  } finally {
    calls.destroyWindow(window)
  }
}

function open(native: NativeAccess, calls: Calls, window: bigint): Win32Result<null> {
  let code = 0
  for (let attempt = 0; attempt < OPEN_ATTEMPTS; attempt += 1) {
    if (attempt > 0) calls.sleep(OPEN_PAUSE_MS)
    if (calls.open(window)) return succeeded(null)
    code = native.lastError()
    if (code !== errorCodes.accessDenied) break
  }
  return refused('OpenClipboard', code)
}

function empty(native: NativeAccess, calls: Calls): Win32Result<'emptied'> {
  return calls.empty() ? succeeded('emptied') : refused('EmptyClipboard', native.lastError())
}

/** The text comes last: who looks in between finds first that it is not to be kept. A transaction that fails half-way is emptied. */
function placeAll(native: NativeAccess, calls: Calls, content: Buffer, mark: Uint8Array): Win32Result<unknown> {
  const emptied = empty(native, calls)
  if (!emptied.ok) return emptied
  const zero = Buffer.alloc(4)
  const parts: readonly (readonly [name: string, bytes: Uint8Array])[] = [
    ...KEEP_OUT.map((name) => [name, zero] as const),
    [MARK_FORMAT, mark],
  ]
  for (const [name, bytes] of parts) {
    const format = Number(calls.register(name))
    const placed =
      format === 0 ? refused('RegisterClipboardFormatW', native.lastError(), { subject: name }) : place(native, calls, format, bytes)
    if (!placed.ok) return undone(calls, placed)
  }
  const placed = place(native, calls, UNICODE_TEXT, content)
  return placed.ok ? placed : undone(calls, placed)
}

function undone<Failed extends Win32Result<unknown>>(calls: Calls, failed: Failed): Failed {
  calls.empty()
  return failed
}

/** Memory belongs to the clipboard once it took it; before that it is wiped and given back here. */
function place(native: NativeAccess, calls: Calls, format: number, bytes: Uint8Array): Win32Result<null> {
  const memory = toAddress(calls.allocate(MOVEABLE, bytes.byteLength))
  if (memory === 0n) return refused('GlobalAlloc', native.lastError())
  const filled = fill(native, calls, memory, bytes)
  if (filled.ok && toAddress(calls.set(format, memory)) !== 0n) return succeeded(null)
  const failed = filled.ok ? refused('SetClipboardData', native.lastError(), { subject: `format ${format}` }) : filled
  fill(native, calls, memory, Buffer.alloc(bytes.byteLength))
  calls.free(memory)
  return failed
}

function fill(native: NativeAccess, calls: Calls, memory: bigint, bytes: Uint8Array): Win32Result<null> {
  const target = toAddress(calls.lock(memory))
  if (target === 0n) return refused('GlobalLock', native.lastError())
  calls.move(target, bytes, bytes.byteLength)
  calls.unlock(memory)
  return succeeded(null)
}

/** Read between the two looks at the owner, which never becomes this window again once it was another: so the number is ours. */
function sequenceIfOwn(calls: Calls, window: bigint): number | null {
  const sequence = Number(calls.sequence())
  return sequence !== 0 && toAddress(calls.owner()) === window ? sequence : null
}

/** The number may change without a new content, as when a program adds a format; then the mark still lies beside the text. */
function isStill(native: NativeAccess, calls: Calls, { sequence, mark }: GivenClipboard): boolean {
  if (sequence !== null && Number(calls.sequence()) === sequence) return true
  const memory = toAddress(calls.get(Number(calls.register(MARK_FORMAT))))
  if (memory === 0n || Number(calls.size(memory)) < mark.byteLength) return false
  const address = toAddress(calls.lock(memory))
  if (address === 0n) return false
  const found = Buffer.from(native.bytesAt(address, mark.byteLength))
  calls.unlock(memory)
  return found.equals(mark)
}
