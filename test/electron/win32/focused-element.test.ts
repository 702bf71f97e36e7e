import { describe, expect, it } from 'vitest'

import { createFocusedElementReader } from '#electron/win32/focused-element.ts'
import type { NativeFunction } from '#electron/win32/library.ts'
import { comStandIn, type Methods, NOTHING_OUTSTANDING } from './com-stand-in.ts'

const ELEMENT_METHODS = { processId: 160, isEnabled: 224, isPassword: 280 } as const

function element(methods: Methods, codes: { readonly create?: number; readonly focused?: number } = {}) {
  const { com, outstanding } = comStandIn(
    (self) => ({ 64: (_self, result) => codes.focused ?? self.give(result, methods) }),
    codes.create === undefined ? {} : { create: codes.create },
  )
  return { part: createFocusedElementReader(com), outstanding }
}

const gives =
  (value: number, code = 0): NativeFunction =>
  (_self, result) => {
    ;(result as number[])[0] = value
    return code
  }

const { processId, isEnabled, isPassword } = ELEMENT_METHODS

describe('focused-element', () => {
  it.each([
    { password: 1, enabled: 1, found: { processId: 4711, isPassword: true, isEnabled: true } },
    { password: 0, enabled: 1, found: { processId: 4711, isPassword: false, isEnabled: true } },
    { password: 1, enabled: 0, found: { processId: 4711, isPassword: true, isEnabled: false } },
  ])('tells that a field says $password and $enabled', ({ password, enabled, found }) => {
    const { part, outstanding } = element({ [processId]: gives(4711), [isPassword]: gives(password), [isEnabled]: gives(enabled) })
    expect(part.focusedElement()).toEqual({ ok: true, value: found })
    expect(outstanding()).toEqual(NOTHING_OUTSTANDING)
  })

  it.each([
    { name: 'CoCreateInstance', codes: { create: 0x80040154 | 0 }, methods: {}, code: 0x80040154 },
    { name: 'IUIAutomation::GetFocusedElement', codes: { focused: 0x80040201 | 0 }, methods: {}, code: 0x80040201 },
    {
      name: 'IUIAutomationElement::get_CurrentIsPassword',
      codes: {},
      methods: { [processId]: gives(1), [isPassword]: gives(1, 0x80131505 | 0), [isEnabled]: gives(1) },
      code: 0x80131505,
    },
  ])('is refused with $name, and gives everything back', ({ name, codes, methods, code }) => {
    const { part, outstanding } = element(methods, codes)
    expect(part.focusedElement()).toMatchObject({ ok: false, failure: { function: name, code } })
    expect(outstanding()).toEqual(NOTHING_OUTSTANDING)
  })
})
