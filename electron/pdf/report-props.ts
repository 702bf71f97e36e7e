import type { Report } from '#shared/report/model.ts'
import type { Translator } from '#shared/texts/translator.ts'

/** What every part of the certificate is drawn from. */
export interface ReportProps {
  readonly report: Report
  readonly translator: Translator
}
