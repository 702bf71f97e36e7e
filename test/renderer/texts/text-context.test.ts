// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { createTexts, regionOf } from '#renderer/texts/text-context.tsx'

describe('texts', () => {
  it.each([
    ['the first of that language', 'en', ['de-AT', 'en-GB', 'en-US'], 'en-GB'],
    ['the language itself where the person has none of it', 'de', ['en-US'], 'de'],
    ['no other language that begins alike', 'de', ['del-US'], 'de'],
  ] as const)('takes %s', (_what, language, preferred, expected) => {
    expect(regionOf(language, preferred)).toBe(expected)
  })

  it('writes dates as the person’s own region does', () => {
    const on = (region?: string) => createTexts('en', {}, region).day('2026-11-17')
    expect([on('en-GB'), on('en-US'), on()]).toEqual(['17 November 2026', 'November 17, 2026', 'November 17, 2026'])
  })

  it('takes a day for that day everywhere', () => {
    expect(createTexts('de', {}).day('2026-03-01')).toBe('1. März 2026')
  })

  it('never shows a key', () => {
    expect(() => createTexts('en', {}).text('start/nothing')).toThrow(/no en text for start\/nothing/)
  })
})
