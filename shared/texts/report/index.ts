import { reportTextsDe } from './de.ts'
import { reportTextsEn } from './en.ts'

/** What reports say, by language; keys begin with `report/`. */
export const reportTexts = { en: reportTextsEn, de: reportTextsDe } as const
