import { Font, renderToBuffer } from '@react-pdf/renderer'

import type { Report } from '#shared/report/model.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { breakWord } from './break-word.ts'
import { certificate } from './certificate.tsx'
import { loadFont } from './fonts.ts'

export interface PdfOptions {
  /** folder with DejaVuSansCondensed.ttf and DejaVuSansCondensed-Bold.ttf */
  readonly fontFolder: string
  readonly paper: 'a4' | 'letter'
}

/**
 * The report as a PDF for print and archive: a certificate in front, everything that was checked behind it.
 *
 * The same report gives the same bytes: both dates of the file are the time of the checkup, and nothing is taken from the
 * clock, the time zone or the language of the computer. Rejects where the fonts cannot be read.
 */
export async function renderPdf(report: Report, translator: Translator, options: PdfOptions): Promise<Uint8Array> {
  const font = await loadFont(options.fontFolder)
  Font.registerHyphenationCallback(breakWord)
  return renderToBuffer(certificate(report, translator, font, options.paper))
}
