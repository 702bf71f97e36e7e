import { describe, expect, it } from 'vitest'

import { checks } from '#shared/checks/index.ts'
import { cliTexts } from '#shared/texts/cli/index.ts'
import { noteTexts } from '#shared/texts/notes.ts'
import { reportTexts } from '#shared/texts/report/index.ts'
import { createTranslator } from '#shared/texts/translator.ts'

const english = createTranslator('en')
const german = createTranslator('de')
const parametersOf = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1] ?? ''))].sort()

describe('catalogues', () => {
  it.each([
    ['notes', noteTexts],
    ['reports', reportTexts],
    ['command line', cliTexts],
  ] as const)('of %s have the same keys and parameters in both languages', (_name, texts) => {
    const shape = (catalogue: object) =>
      Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [key, parametersOf(String(text))]))
    expect(shape(texts.de)).toEqual(shape(texts.en))
  })

  it('say something in every place', () => {
    for (const catalogue of [noteTexts, reportTexts, cliTexts]) {
      for (const text of [...Object.values(catalogue.en), ...Object.values(catalogue.de)]) expect(String(text).trim()).not.toBe('')
    }
  })
})

describe('sentences', () => {
  const missing = { id: 'note/probe-missing', params: { probes: ['services', 'local-users'], reason: 'access denied (5)' } }

  it('name probes in words and join lists as the language does', () => {
    expect(english.sentence([missing])).toBe('Not verified: services and local users (access denied (5)).')
    expect(german.sentence([missing])).toBe('Nicht geprüft: Dienste und lokale Benutzer (access denied (5)).')
  })

  it('choose between one and many', () => {
    const age = (count: number) => english.message({ id: 'note/facts-aging', params: { count } })
    expect([age(1), age(8)]).toEqual(['what was seen is 1 day old', 'what was seen is 8 days old'])
  })

  it('take no instructions from names', () => {
    const hostile = { id: 'note/answer-confirmed', params: { by: '{{date}} $t(note/clock) <b>', date: '2026-01-01' } }
    expect(english.message(hostile)).toBe('confirmed by {{date}} $t(note/clock) <b> on 2026-01-01')
  })

  it('fail loudly on a text that does not exist', () => {
    expect(() => english.text('note/nowhere')).toThrow(/no en text for note\/nowhere/)
    expect(() => english.check('nowhere')).toThrow(/nowhere/)
  })

  it('know every check and checklist', () => {
    for (const { definition } of checks) expect(german.check(definition.id)).toBe(definition.texts.de)
    expect(german.checklistTitle('remote-access')).toBe('Fernzugriff entfernen')
  })
})
