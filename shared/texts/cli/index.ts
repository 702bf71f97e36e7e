import { sqlProblemTexts } from '../sql-problems.ts'
import { vaultTexts } from '../vault.ts'
import { appCliTextsDe } from './app-de.ts'
import { appCliTextsEn } from './app-en.ts'
import { cliTextsDe } from './de.ts'
import { cliTextsEn } from './en.ts'
import { passwordCliTextsDe } from './password-de.ts'
import { passwordCliTextsEn } from './password-en.ts'
import { portfolioCliTextsDe } from './portfolio-de.ts'
import { portfolioCliTextsEn } from './portfolio-en.ts'
import { rotateCliTextsDe } from './rotate-de.ts'
import { rotateCliTextsEn } from './rotate-en.ts'
import { serveCliTextsDe } from './serve-de.ts'
import { serveCliTextsEn } from './serve-en.ts'
import { sqlCliTextsDe } from './sql-de.ts'
import { sqlCliTextsEn } from './sql-en.ts'

/** What the command line says, by language; keys begin with `cli/`, and `sql-` and `vault/` where a screen says the same. */
export const cliTexts = {
  en: {
    ...cliTextsEn,
    ...passwordCliTextsEn,
    ...portfolioCliTextsEn,
    ...rotateCliTextsEn,
    ...serveCliTextsEn,
    ...appCliTextsEn,
    ...sqlCliTextsEn,
    ...sqlProblemTexts.en,
    ...vaultTexts.en,
  },
  de: {
    ...cliTextsDe,
    ...passwordCliTextsDe,
    ...portfolioCliTextsDe,
    ...rotateCliTextsDe,
    ...serveCliTextsDe,
    ...appCliTextsDe,
    ...sqlCliTextsDe,
    ...sqlProblemTexts.de,
    ...vaultTexts.de,
  },
} as const
