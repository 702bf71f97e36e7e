import { describe, expect, it } from 'vitest'
import { createSpeech, languageOf } from '#electron/hosts/cli/speech.ts'
import { cliTexts } from '#shared/texts/cli/index.ts'

const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort()

describe('createSpeech', () => {
  it('puts in what it is given, once', () => {
    const say = createSpeech('en')
    expect(say('cli/saved', { file: '{{file}}' })).toBe('Saved {{file}}.')
  })

  it('fails on what it is not given', () => {
    expect(() => createSpeech('de')('cli/saved')).toThrow('cli/saved needs file')
  })
})

describe('cliTexts', () => {
  it.each(Object.keys(cliTexts.en) as (keyof typeof cliTexts.en)[])('says %s in German with the same names in it', (key) => {
    expect(placeholders(cliTexts.de[key])).toEqual(placeholders(cliTexts.en[key]))
    expect(cliTexts.de[key].trim()).not.toBe('')
  })

  it.each(['en', 'de'] as const)('keeps tables of help in %s within 80 columns, indented by two', (language) => {
    const lines = Object.entries(cliTexts[language]).flatMap(([key, text]) => (/exit|shape/.test(key) ? text.split('\n') : []))
    expect(lines.filter((line) => line.length > 78)).toEqual([])
  })
})

describe('languageOf', () => {
  it.each([
    [['check', '--lang', 'de'], 'de'],
    [['--lang=de', 'check'], 'de'],
    [['check', '--lang', 'fr'], 'en'],
    [['check', '--lang'], 'en'],
    [['check'], 'en'],
  ] as const)('takes from %j %s', (argv, language) => {
    expect(languageOf(argv)).toBe(language)
  })
})
