import { cliTexts } from '#shared/texts/cli/index.ts'
import type { Language } from '#shared/texts/translator.ts'

export type CliKey = keyof (typeof cliTexts)['en']

/** Says what the command line has to say; only names and numbers are put in, and never judged again. */
export type Say = (key: CliKey, params?: { readonly [name: string]: string | number }) => string

/** Works from the catalogue alone, so that help and refusals need not load the texts of every check. */
export function createSpeech(language: Language): Say {
  const texts = cliTexts[language]
  return (key, params = {}) =>
    texts[key].replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => {
      const value = params[name]
      if (value === undefined) throw new Error(`${key} needs ${name}`)
      return String(value)
    })
}

/** A text that may not exist, because a file names it; undefined: it does not. It takes no parameters. */
export function sayIfKnown(language: Language, key: string): string | undefined {
  const texts: { readonly [name: string]: string } = cliTexts[language]
  return Object.hasOwn(texts, key) ? texts[key] : undefined
}

export const languageNames = ['en', 'de'] as const

export function isLanguage(text: string): text is Language {
  return (languageNames as readonly string[]).includes(text)
}

/** The language that the arguments ask for, before anything else is known about them; English where they ask for none that exists. */
export function languageOf(argv: readonly string[]): Language {
  const index = argv.indexOf('--lang')
  const given = index >= 0 ? argv[index + 1] : argv.find((argument) => argument.startsWith('--lang='))?.slice('--lang='.length)
  return given !== undefined && isLanguage(given) ? given : 'en'
}
