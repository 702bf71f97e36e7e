import type { RotationReport } from '#shared/report/rotation/rotation-report.ts'
import type { Translator } from '#shared/texts/translator.ts'

/** What every part of the report of a password change is drawn from. */
export interface RotationReportProps {
  readonly report: RotationReport
  readonly translator: Translator
}
