import { appCliTextsDe } from './app-de.ts'
import { appCliTextsEn } from './app-en.ts'
import { cliTextsDe } from './de.ts'
import { cliTextsEn } from './en.ts'
import { passwordCliTextsDe } from './password-de.ts'
import { passwordCliTextsEn } from './password-en.ts'
import { portfolioCliTextsDe } from './portfolio-de.ts'
import { portfolioCliTextsEn } from './portfolio-en.ts'
import { serveCliTextsDe } from './serve-de.ts'
import { serveCliTextsEn } from './serve-en.ts'

/** What the command line says, by language; keys begin with `cli/`. */
export const cliTexts = {
  en: { ...cliTextsEn, ...passwordCliTextsEn, ...portfolioCliTextsEn, ...serveCliTextsEn, ...appCliTextsEn },
  de: { ...cliTextsDe, ...passwordCliTextsDe, ...portfolioCliTextsDe, ...serveCliTextsDe, ...appCliTextsDe },
} as const
