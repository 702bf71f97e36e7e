import type { Checkup } from '#shared/formats/checkup.ts'
import type { Language } from '#shared/texts/translator.ts'
import { sha256 } from './sha256.ts'

export const reportFormats = ['table', 'json', 'csv', 'html', 'pdf'] as const

export type ReportFormat = (typeof reportFormats)[number]

export const papers = ['a4', 'letter'] as const

export type Paper = (typeof papers)[number]

export interface RenderOptions {
  readonly language: Language
  readonly paper: Paper
  /** IANA name of the zone in which times are shown; absent: UTC, the same on every computer */
  readonly timeZone?: string | undefined
  /** columns, for the table */
  readonly width: number
  readonly colour: boolean
  /** folder of the fonts of the page */
  readonly fontFolder: string
}

/** The checkup in one format; nothing that another format needs is loaded. */
export async function renderCheckup(checkup: Checkup, format: ReportFormat, options: RenderOptions): Promise<Uint8Array> {
  if (format === 'json') {
    const { jsonReport } = await import('#shared/report/json.ts')
    return Buffer.from(jsonReport(checkup))
  }
  const { createTranslator } = await import('#shared/texts/translator.ts')
  const { createReport } = await import('#shared/report/model.ts')
  const translator = createTranslator(options.language)
  const report = createReport(checkup, translator, { sha256, timeZone: options.timeZone })
  switch (format) {
    case 'table': {
      const { tableReport } = await import('#shared/report/table.ts')
      return Buffer.from(tableReport(report, translator, { width: options.width, colour: options.colour }))
    }
    case 'csv': {
      const { csvReport } = await import('#shared/report/csv.ts')
      return Buffer.from(csvReport(report))
    }
    case 'html': {
      const { htmlReport } = await import('#shared/report/html.ts')
      return Buffer.from(htmlReport(report, translator))
    }
    case 'pdf': {
      const { renderPdf } = await import('../pdf/render.ts')
      return renderPdf(report, translator, options)
    }
  }
}
