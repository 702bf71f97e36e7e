import { describe, expect, it } from 'vitest'

import { createFocusedFieldReader } from '#electron/win32/focused-field.ts'
import { layouts } from '#electron/win32/layouts.ts'
import { standIn } from './stand-in.ts'

const FRONT = 0x10n
const FIELD = 0x1234_5678_9abcn

interface Desktop {
  readonly front?: bigint
  readonly thread?: number
  readonly focus?: bigint | null
  readonly style?: number
  readonly className?: string
  readonly length?: bigint | null
}

function desktop({ front = FRONT, thread = 7, focus = FIELD, style = 0x5001_0020, className = 'Edit', length = 3n }: Desktop = {}) {
  const windows = standIn((self) => {
    const fail = (code: number): number => {
      self.setLastError(code)
      return 0
    }
    return {
      'user32.dll': {
        GetForegroundWindow: () => front,
        GetWindowThreadProcessId: (_window, process) => {
          ;(process as number[])[0] = 4711
          return thread === 0 ? fail(1400) : thread
        },
        GetGUIThreadInfo: (asked, information) => {
          expect([asked, (information as Buffer).readUInt32LE()]).toEqual([thread, layouts.GUITHREADINFO.size])
          if (focus === null) return fail(5)
          ;(information as Buffer).writeBigUInt64LE(focus, layouts.GUITHREADINFO.hwndFocus)
          return 1
        },
        RealGetWindowClassW: (_window, name) => (className === '' ? fail(1400) : (name as Buffer).write(`${className}\0`, 'utf16le')),
        GetWindowLongPtrW: (_window, index) => {
          expect(index).toBe(-16)
          return style === 0 ? fail(1400) : BigInt(style)
        },
        SendMessageTimeoutW: (window, message, wide, long, flags, limitMs, result) => {
          expect([window, message, wide, long, flags, limitMs]).toEqual([FIELD, 0x0e, 0, 0, 2, 1000])
          if (length === null) return fail(0)
          ;(result as bigint[])[0] = length
          return 1
        },
      },
    }
  })
  return createFocusedFieldReader(windows.native)
}

const refusal = (name: string, code: number) => ({ ok: false, failure: { function: name, code } })

describe('focused-field', () => {
  it('describes the control that has the focus', () => {
    expect(desktop().focused()).toEqual({
      ok: true,
      value: { window: FIELD, processId: 4711, baseClass: 'Edit', hasPasswordStyle: true, isLocked: false },
    })
  })

  it.each([
    { name: 'a field that shows its text', style: 0x5001_0000, found: { hasPasswordStyle: false, isLocked: false } },
    { name: 'a field that is read only', style: 0x5001_0820, found: { hasPasswordStyle: true, isLocked: true } },
    { name: 'a field that is disabled', style: 0x5801_0020, found: { hasPasswordStyle: true, isLocked: true } },
  ])('tells $name', ({ style, found }) => {
    expect(desktop({ style }).focused()).toMatchObject({ value: found })
  })

  it.each([
    { name: 'there is no window in front', world: { front: 0n } },
    { name: 'no control has it', world: { focus: 0n } },
  ])('knows that nothing has the focus where $name', ({ world }) => {
    expect(desktop(world).focused()).toEqual({ ok: true, value: null })
  })

  it.each([
    { world: { thread: 0 }, expected: refusal('GetWindowThreadProcessId', 1400) },
    { world: { focus: null }, expected: refusal('GetGUIThreadInfo', 5) },
    { world: { className: '' }, expected: refusal('RealGetWindowClassW', 1400) },
    { world: { style: 0 }, expected: refusal('GetWindowLongPtrW', 1400) },
  ])('is refused with $expected.failure.function', ({ world, expected }) => {
    expect(desktop(world).focused()).toEqual(expected)
  })

  it('asks for the length alone, and gives up on a program that does not answer', () => {
    expect(desktop({ length: 12n }).textLength(FIELD)).toEqual({ ok: true, value: 12 })
    expect(desktop({ length: null }).textLength(FIELD)).toEqual(refusal('SendMessageTimeoutW', 1460))
  })
})
