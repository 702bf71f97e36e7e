import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { refused, succeeded, type Win32Result } from './result.ts'

export type ModifierKey = 'shift' | 'control' | 'alt' | 'windows'

export interface KeyboardInput {
  /** Keys that change what typing means and are down at this moment. */
  heldModifiers(): readonly ModifierKey[]
  /**
   * Types UTF-16 text into whatever has the focus, in one call: nobody else's keys come in between.
   *
   * Gives how many UTF-16 units were accepted; fewer than the text has: the system or another program blocked the rest. No keyboard layout
   * and no dead key takes part. None accepted: refused; a window of a higher integrity level refuses without a code.
   */
  type(text: Uint8Array): Win32Result<number>
}

/** Virtual keys of winuser.h. */
const MODIFIERS: readonly (readonly [key: ModifierKey, code: number])[] = [
  ['shift', 0x10],
  ['control', 0x11],
  ['alt', 0x12],
  ['windows', 0x5b],
  ['windows', 0x5c],
]

/** The high bit of GetAsyncKeyState: the key is down now. */
const IS_DOWN = 0x8000

/** winuser.h. */
const INPUT_KEYBOARD = 1
const KEYEVENTF_KEYUP = 0x2
const KEYEVENTF_UNICODE = 0x4

export function createKeyboardInput(native: NativeAccess): KeyboardInput {
  const keyState = native.bind('user32.dll', 'int16_t __stdcall GetAsyncKeyState(int key)', 'last-error')
  const sendInput = native.bind('user32.dll', 'uint32_t __stdcall SendInput(uint32_t count, void *inputs, int bytes)', 'last-error')
  return {
    heldModifiers: () => [...new Set(MODIFIERS.filter(([, code]) => (Number(keyState(code)) & IS_DOWN) !== 0).map(([key]) => key))],
    type: (text) => {
      const inputs = keyStrokes(text)
      try {
        const accepted = Number(sendInput(inputs.byteLength / layouts.INPUT.size, inputs, layouts.INPUT.size))
        return accepted > 0 ? succeeded(Math.floor(accepted / 2)) : refused('SendInput', native.lastError())
      } finally {
        inputs.fill(0)
      }
    },
  }
}

/** Each unit goes down and up; the two halves of a surrogate pair are two units. */
function keyStrokes(text: Uint8Array): Buffer {
  const { size, type, 'ki.wScan': scan, 'ki.dwFlags': flags } = layouts.INPUT
  const units = Buffer.from(text.buffer, text.byteOffset, text.byteLength)
  const inputs = Buffer.alloc(text.byteLength * size)
  for (let event = 0; event < text.byteLength; event += 1) {
    inputs.writeUInt32LE(INPUT_KEYBOARD, event * size + type)
    inputs.writeUInt16LE(units.readUInt16LE(event - (event % 2)), event * size + scan)
    inputs.writeUInt32LE(KEYEVENTF_UNICODE | (event % 2 === 0 ? 0 : KEYEVENTF_KEYUP), event * size + flags)
  }
  return inputs
}
