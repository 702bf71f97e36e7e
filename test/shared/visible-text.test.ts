import { describe, expect, it } from 'vitest'

import { codePointNotation, visibleText } from '#shared/visible-text.ts'
import { hostileNames } from '../support/checkup.ts'
import { unseen } from '../support/hostile-checkup.ts'

describe('visibleText', () => {
  it.each([
    ['an ordinary name', 'ERP01\\svc-wsp', 'ERP01\\svc-wsp'],
    ['letters of other scripts', 'Müller Łódź Кириллица 日本 שלום', 'Müller Łódź Кириллица 日本 שלום'],
    ['a terminal escape', '\u001B[31mred', '[U+001B][31mred'],
    ['the eight-bit form of it', '\u009B31m', '[U+009B]31m'],
    ['a bidirectional override', 'svc-\u202Egpj.exe', 'svc-[U+202E]gpj.exe'],
    ['an isolate', '\u2066a\u2069', '[U+2066]a[U+2069]'],
    ['a zero-width space', 'ad\u200Bmin', 'ad[U+200B]min'],
    ['a soft hyphen', 'ad\u00ADmin', 'ad[U+00AD]min'],
    ['a filler letter that is not drawn', 'ad\u3164min', 'ad[U+3164]min'],
    ['a tag character beyond the first plane', 'a\u{E0041}', 'a[U+E0041]'],
    ['a lone surrogate', 'a\uD800b', 'a[U+D800]b'],
    ['a picture with its style selector', 'ok \u2714\uFE0F', 'ok \u2714'],
    ['line breaks and tabs', 'a\r\nb\u2028c\td', 'a b c d'],
    ['a tab before a formula', '\t=1+1', '=1+1'],
    ['nothing', '', ''],
  ])('shows %s', (_, text, shown) => {
    expect(visibleText(text)).toBe(shown)
  })

  it('leaves nothing unseen of any hostile name', () => {
    for (const name of Object.values(hostileNames)) expect(visibleText(name)).not.toMatch(unseen)
  })

  it('changes nothing that was made visible before', () => {
    for (const name of Object.values(hostileNames)) expect(visibleText(visibleText(name))).toBe(visibleText(name))
  })
})

describe('codePointNotation', () => {
  it('has at least four digits', () => {
    expect(codePointNotation('\n')).toBe('[U+000A]')
  })
})
