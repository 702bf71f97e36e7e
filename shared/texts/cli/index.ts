import { cliTextsDe } from './de.ts'
import { cliTextsEn } from './en.ts'

/** What the command line says, by language; keys begin with `cli/`. */
export const cliTexts = { en: cliTextsEn, de: cliTextsDe } as const
