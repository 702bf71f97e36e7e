import { createTranslator, type Language, type Translator } from '#shared/texts/translator.ts'
import { reportDefinitions } from './report-definitions.ts'

/** The product's translator over the short checks of the report tests. */
export function reportTranslator(language: Language = 'en'): Translator {
  return createTranslator(language, reportDefinitions)
}
