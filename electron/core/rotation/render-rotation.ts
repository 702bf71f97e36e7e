import type { RotationJournal } from '#shared/report/rotation/course.ts'
import { rotationReportJson } from '#shared/report/rotation/json.ts'
import { createRotationReport } from '#shared/report/rotation/rotation-report.ts'
import { createTranslator } from '#shared/texts/translator.ts'
import type { RenderOptions } from '../render.ts'

export type RotationRenderOptions = Pick<RenderOptions, 'language' | 'paper' | 'timeZone' | 'fontFolder'>

/** The report of a password change, for a person to print or for a machine. */
export async function renderRotation(
  journal: RotationJournal,
  format: 'pdf' | 'json',
  options: RotationRenderOptions,
): Promise<Uint8Array> {
  if (format === 'json') return Buffer.from(rotationReportJson(journal))
  const { renderRotationReportPdf } = await import('../../pdf/render-rotation-report.ts')
  const translator = createTranslator(options.language)
  return await renderRotationReportPdf(createRotationReport(journal, translator, options.timeZone), translator, options)
}
