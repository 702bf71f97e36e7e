import { describe, expect, it } from 'vitest'

import { HAND_OVER_WAYS, type HandOverChoice, type RefusalReason } from '#electron/rotation/hand-over/choose.ts'
import type { FieldRefusal } from '#electron/rotation/hand-over/prove-field.ts'
import { handOverTexts } from '#shared/texts/hand-over.ts'

/** Named here one by one: the compiler refuses a list that lacks one. */
const CLOSED: { readonly [reason in RefusalReason]: true } = {
  'host-crosses-wire': true,
  'host-has-no-window': true,
  'no-desktop': true,
  'program-not-known': true,
  'field-not-proven': true,
  'window-not-proven': true,
  'display-remote-session': true,
  'display-remote-controlled': true,
  'display-virtual-machine': true,
  'display-unknown': true,
  'clipboard-remote-session': true,
  'clipboard-remote-controlled': true,
  'clipboard-shared-with-client': true,
  'clipboard-shared-with-host': true,
  'clipboard-remote-tool': true,
  'clipboard-unknown': true,
}
const FIELD: { readonly [reason in FieldRefusal]: true } = {
  'nothing-focused': true,
  'other-program': true,
  'no-password-box': true,
  locked: true,
  'higher-integrity': true,
  'key-held': true,
  'not-empty': true,
  'focus-moved': true,
  ended: true,
  'not-told': true,
}
const WAYS: readonly HandOverChoice['way'][] = [...HAND_OVER_WAYS, 'pause-share', 'elsewhere']

const LANGUAGES = ['en', 'de'] as const

const placeholders = (text: string): readonly string[] => [...text.matchAll(/\{\{\w+\}\}/g)].map(([name]) => name).sort()

describe('hand-over texts', () => {
  it.each(LANGUAGES)('have a text for each way, each reason and each refusal in %s', (language) => {
    const wanted = [
      ...WAYS.map((way) => `hand-over/way/${way}`),
      ...Object.keys(CLOSED).map((reason) => `hand-over/closed/${reason}`),
      ...Object.keys(FIELD).map((reason) => `hand-over/field/${reason}`),
    ]
    expect(Object.keys(handOverTexts[language])).toEqual(expect.arrayContaining(wanted))
  })

  it('are whole sentences with the same keys and numbers in both languages', () => {
    const { en, de } = handOverTexts
    expect(Object.keys(de)).toEqual(Object.keys(en))
    for (const [key, text] of Object.entries(en)) {
      const german = de[key as keyof typeof de]
      expect([key, placeholders(german)]).toEqual([key, placeholders(text)])
      for (const sentence of [text, german]) expect(sentence).toMatch(/^\p{Lu}.*\.$/u)
    }
  })
})
