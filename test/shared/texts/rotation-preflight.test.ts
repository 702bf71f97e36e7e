import { describe, expect, it } from 'vitest'

import { adviceKeys, preflightKeys, usePlaces } from '#shared/rotation/preflight/findings.ts'
import { preflightPhases } from '#shared/rotation/preflight/phases.ts'
import { rotationPreflightTexts } from '#shared/texts/rotation-preflight.ts'
import { preflightCases } from '../rotation/preflight/cases.data.ts'
import { preflightOf } from '../rotation/preflight/situation.ts'

const parametersOf = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1] ?? '')
const languages = ['en', 'de'] as const

/** Every form of a text: that of one, that of many, or the only one. */
function formsOf(language: (typeof languages)[number], key: string): readonly string[] {
  const texts: Readonly<Record<string, string>> = rotationPreflightTexts[language]
  return [key, `${key}_one`, `${key}_other`].flatMap((form) => texts[form] ?? [])
}

describe.each(languages)('texts of a preflight in %s', (language) => {
  const wanted = [
    ...preflightKeys.map((key) => `preflight/${key}`),
    ...adviceKeys.map((key) => `preflight-advice/${key}`),
    ...usePlaces.map((key) => `preflight-place/${key}`),
    ...preflightPhases.map((key) => `preflight-phase/${key}`),
  ]

  it('exist for each key, and for no other', () => {
    const bare = Object.keys(rotationPreflightTexts[language]).map((key) => key.replace(/_(?:one|other)$/, ''))
    expect([...new Set(bare)].sort()).toEqual([...wanted].sort())
    expect(wanted.filter((key) => ![1, 2].includes(formsOf(language, key).length))).toEqual([])
  })

  it('ask for nothing that a finding does not have', () => {
    for (const { situation } of preflightCases) {
      for (const { key, login, params } of preflightOf(situation).findings) {
        const given = [...Object.keys(params), ...(login === null ? [] : ['login'])]
        for (const text of formsOf(language, `preflight/${key}`)) {
          expect({ key, missing: parametersOf(text).filter((name) => !given.includes(name)) }).toEqual({ key, missing: [] })
        }
      }
    }
  })

  it('say the same as the other language of the same parameters', () => {
    const shape = (of: (typeof languages)[number]) =>
      Object.entries(rotationPreflightTexts[of]).map(([key, text]) => [key, parametersOf(text).sort()])
    expect(shape(language)).toEqual(shape('en'))
  })
})
