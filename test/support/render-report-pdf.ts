import path from 'node:path'

import { type PdfOptions, renderPdf } from '#electron/pdf/render.ts'
import type { Checkup } from '#shared/formats/checkup.ts'
import { sampleCheckup } from './checkup.ts'
import { reportOf } from './report-of.ts'
import { reportTranslator } from './report-translator.ts'

/** Where the fonts lie in development. */
const fontFolder = path.join(import.meta.dirname, '..', '..', 'node_modules', 'dejavu-fonts-ttf', 'ttf')

/** The PDF of a checkup, of the sample where none is given; also called in child processes. */
export async function renderReportPdf(
  checkup: Checkup = sampleCheckup,
  language: 'en' | 'de' = 'en',
  paper: PdfOptions['paper'] = 'a4',
): Promise<Uint8Array> {
  const translator = reportTranslator(language)
  return renderPdf(reportOf(checkup, translator), translator, { fontFolder, paper })
}
