import type { Checkup } from '#shared/formats/checkup.ts'
import { createReport, type Report } from '#shared/report/model.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { sampleCheckup } from './checkup.ts'
import { reportTranslator } from './report-translator.ts'
import { sha256 } from './world.ts'

/** The report of a checkup, of the sample where none is given, with the short checks of the report tests unless told otherwise. */
export function reportOf(checkup: Checkup = sampleCheckup, translator: Translator = reportTranslator(), timeZone?: string): Report {
  return createReport(checkup, translator, { sha256, timeZone })
}
