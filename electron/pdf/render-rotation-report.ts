import { Font, renderToBuffer } from '@react-pdf/renderer'

import type { RotationReport } from '#shared/report/rotation/rotation-report.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { breakWord } from './break-word.ts'
import { loadFont } from './fonts.ts'
import type { PdfOptions } from './render.ts'
import { rotationReport } from './rotation-report.tsx'

/**
 * The report of a password change as a PDF for print and archive.
 *
 * The same report gives the same bytes: both dates of the file are the time of the report. Rejects where the fonts cannot be read.
 */
export async function renderRotationReportPdf(report: RotationReport, translator: Translator, options: PdfOptions): Promise<Uint8Array> {
  const font = await loadFont(options.fontFolder)
  Font.registerHyphenationCallback(breakWord)
  return renderToBuffer(rotationReport(report, translator, font, options.paper))
}
