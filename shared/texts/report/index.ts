import { reportTextsDe } from './de.ts'
import { reportTextsEn } from './en.ts'
import { portfolioTextsDe } from './portfolio-de.ts'
import { portfolioTextsEn } from './portfolio-en.ts'
import { rotationTextsDe } from './rotation-de.ts'
import { rotationTextsEn } from './rotation-en.ts'

/** What reports say, by language; keys begin with `report/`. */
export const reportTexts = {
  en: { ...reportTextsEn, ...portfolioTextsEn, ...rotationTextsEn },
  de: { ...reportTextsDe, ...portfolioTextsDe, ...rotationTextsDe },
} as const
