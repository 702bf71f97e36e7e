import { describe, expect, it } from 'vitest'

import { createKeyboardInput } from '#electron/win32/keyboard-input.ts'
import { layouts } from '#electron/win32/layouts.ts'
import { standIn } from './stand-in.ts'

function keyboard({ down = [], accepts = Number.MAX_SAFE_INTEGER }: { readonly down?: readonly number[]; readonly accepts?: number } = {}) {
  const sent: string[] = []
  let inputs: Buffer = Buffer.alloc(0)
  const windows = standIn((self) => ({
    'user32.dll': {
      GetAsyncKeyState: (key) => (down.includes(Number(key)) ? -32_768 : 1),
      SendInput: (count, given, bytes) => {
        expect(bytes).toBe(layouts.INPUT.size)
        inputs = given as Buffer
        for (let at = 0; at < inputs.byteLength; at += layouts.INPUT.size) {
          const flags = inputs.readUInt32LE(at + layouts.INPUT['ki.dwFlags'])
          expect([inputs.readUInt32LE(at), flags & 0x4]).toEqual([1, 0x4])
          const unit = inputs.readUInt16LE(at + layouts.INPUT['ki.wScan'])
          sent.push(`${unit.toString(16)} ${flags & 0x2 ? 'up' : 'down'}`)
        }
        if (accepts === 0) self.setLastError(5)
        return Math.min(Number(count), accepts)
      },
    },
  }))
  return { part: createKeyboardInput(windows.native), sent, left: () => inputs }
}

const text = (content: string): Buffer => Buffer.from(content, 'utf16le')

describe('keyboard-input', () => {
  it('types each unit down and up, surrogate pairs as two, and wipes what it sent', () => {
    const { part, sent, left } = keyboard()
    expect(part.type(text('Aß🔒'))).toEqual({ ok: true, value: 4 })
    expect(sent).toEqual(['41 down', '41 up', 'df down', 'df up', 'd83d down', 'd83d up', 'dd12 down', 'dd12 up'])
    expect(left().every((byte) => byte === 0)).toBe(true)
  })

  it.each([
    { accepts: 4, units: 2 },
    { accepts: 3, units: 1 },
  ])('tells that $accepts of six strokes were taken', ({ accepts, units }) => {
    expect(keyboard({ accepts }).part.type(text('abc'))).toEqual({ ok: true, value: units })
  })

  it('is refused where nothing was taken', () => {
    const { part, left } = keyboard({ accepts: 0 })
    expect(part.type(text('abc'))).toEqual({ ok: false, failure: { function: 'SendInput', code: 5 } })
    expect(left().every((byte) => byte === 0)).toBe(true)
  })

  it.each([
    { name: 'no key', down: [], held: [] },
    { name: 'shift', down: [0x10], held: ['shift'] },
    { name: 'AltGr', down: [0x11, 0x12], held: ['control', 'alt'] },
    { name: 'both Windows keys', down: [0x5b, 0x5c], held: ['windows'] },
    { name: 'a letter', down: [0x41], held: [] },
  ])('knows the modifiers while $name is held', ({ down, held }) => {
    expect(keyboard({ down }).part.heldModifiers()).toEqual(held)
  })
})
