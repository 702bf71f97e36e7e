import { layouts } from './layouts.ts'
import type { NativeAccess, NativeFunction } from './library.ts'
import { toAddress, wideTextAt } from './memory.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'

/** The control that keys go to. */
export interface FocusedField {
  /** HWND */
  readonly window: bigint
  readonly processId: number
  /** Class that the control is built on: `Edit` also where a toolkit gave it a name of its own. */
  readonly baseClass: string
  /** ES_PASSWORD; says something of an edit control only. */
  readonly hasPasswordStyle: boolean
  /** ES_READONLY or WS_DISABLED; the former says something of an edit control only. */
  readonly isLocked: boolean
}

export interface FocusedFieldReader {
  /** Null: no control of the window in front has the focus. */
  focused(): Win32Result<FocusedField | null>
  /** Number of UTF-16 units in a control, as far as it tells: controls of passwords may say zero to other programs. */
  textLength(window: bigint): Win32Result<number>
}

/** winuser.h. */
const GWL_STYLE = -16
const WS_DISABLED = 0x0800_0000
const ES_PASSWORD = 0x20
const ES_READONLY = 0x800
const WM_GETTEXTLENGTH = 0x0e
const SMTO_ABORTIFHUNG = 0x2

/** A class name has at most 256 characters (WNDCLASS of winuser.h), plus the NUL. */
const CLASS_CHARACTERS = 257

/** A program that does not tell a length within a second is busy with something else. */
const ANSWER_LIMIT_MS = 1000

/** Looks at the control that has the focus through user32; nothing of its content is ever read. */
export function createFocusedFieldReader(native: NativeAccess): FocusedFieldReader {
  const calls = bindCalls(native)
  return {
    focused: () => {
      const front = toAddress(calls.foreground())
      if (front === 0n) return succeeded(null)
      const thread = Number(calls.threadOf(front, [0]))
      if (thread === 0) return refused('GetWindowThreadProcessId', native.lastError())
      const { size, cbSize, hwndFocus } = layouts.GUITHREADINFO
      const information = Buffer.alloc(size)
      information.writeUInt32LE(size, cbSize)
      if (!calls.threadInformation(thread, information)) return refused('GetGUIThreadInfo', native.lastError())
      const window = information.readBigUInt64LE(hwndFocus)
      return window === 0n ? succeeded(null) : describe(native, calls, window)
    },
    textLength: (window) => {
      const length = [0n]
      if (!calls.sendMessage(window, WM_GETTEXTLENGTH, 0, 0, SMTO_ABORTIFHUNG, ANSWER_LIMIT_MS, length)) {
        return refused('SendMessageTimeoutW', native.lastError() || errorCodes.timeout)
      }
      return succeeded(Number(length[0]))
    },
  }
}

function bindCalls(
  native: NativeAccess,
): Readonly<Record<'foreground' | 'threadOf' | 'threadInformation' | 'baseClass' | 'style' | 'sendMessage', NativeFunction>> {
  const user = (declaration: string): NativeFunction => native.bind('user32.dll', declaration, 'last-error')
  return {
    foreground: user('uintptr_t __stdcall GetForegroundWindow()'),
    threadOf: user('uint32_t __stdcall GetWindowThreadProcessId(uintptr_t window, _Out_ uint32_t *process)'),
    threadInformation: user('int __stdcall GetGUIThreadInfo(uint32_t thread, _Inout_ uint8_t *information)'),
    baseClass: user('uint32_t __stdcall RealGetWindowClassW(uintptr_t window, _Out_ uint8_t *name, uint32_t characters)'),
    style: user('intptr_t __stdcall GetWindowLongPtrW(uintptr_t window, int index)'),
    sendMessage: user(
      'intptr_t __stdcall SendMessageTimeoutW(uintptr_t window, uint32_t message, uintptr_t wide, intptr_t long, uint32_t flags, uint32_t milliseconds, _Out_ uintptr_t *result)',
    ),
  }
}

function describe(native: NativeAccess, calls: ReturnType<typeof bindCalls>, window: bigint): Win32Result<FocusedField> {
  const process = [0]
  if (!calls.threadOf(window, process)) return refused('GetWindowThreadProcessId', native.lastError())
  const name = Buffer.alloc(CLASS_CHARACTERS * 2)
  if (!calls.baseClass(window, name, CLASS_CHARACTERS)) return refused('RealGetWindowClassW', native.lastError())
  // No window that has the focus is without a style: WS_VISIBLE is one.
  const style = Number(calls.style(window, GWL_STYLE))
  if (style === 0) return refused('GetWindowLongPtrW', native.lastError())
  return succeeded({
    window,
    processId: Number(process[0]),
    baseClass: wideTextAt(name, 0),
    hasPasswordStyle: (style & ES_PASSWORD) !== 0,
    isLocked: (style & (ES_READONLY | WS_DISABLED)) !== 0,
  })
}
