import { execFileSync } from 'node:child_process'

import { reportOf } from './report-of.ts'

/** Bytes that the tools may write: the longest documents of the tests have less. */
const MOST_OUTPUT = 64 * 1024 * 1024

/** What one of the PDF tools says about a file. */
export function poppler(program: 'pdftotext' | 'pdffonts' | 'pdfinfo', pdf: Uint8Array, ...options: readonly string[]): string {
  const operands = program === 'pdftotext' ? ['-', '-'] : ['-']
  return execFileSync(program, [...options, ...operands], { input: pdf, encoding: 'utf8', maxBuffer: MOST_OUTPUT })
}

/** Text in the order in which it was drawn, page by page. */
export function pagesOf(pdf: Uint8Array): string[] {
  return poppler('pdftotext', pdf, '-raw').split('\f').slice(0, -1)
}

export const squeezed = (text: string): string => text.replace(/\s/g, '')

/** Text of the whole file without white space and without what stands around each page, for the checkup of the report tests. */
export function contentOf(pdf: Uint8Array): string {
  const { number } = reportOf().identity
  const footer = new RegExp(`(?:ERP01|[^·]{59}…)·No\\.${number}Page\\d+of\\d+$`)
  const header = /^ERPSyncSecurityCheckup·(?:[^…]*…|Bergmann&SöhneOutdoorGmbH)/
  return pagesOf(pdf)
    .map((page) => squeezed(page).replace(footer, '').replace(header, ''))
    .join('')
}

/** The first page as a picture in shades of grey (PGM), as a scanner of this many dots per inch sees it. */
export function firstPagePicture(pdf: Uint8Array, dotsPerInch: number): Buffer {
  const program = 'pdftoppm'
  return execFileSync(program, ['-r', String(dotsPerInch), '-f', '1', '-l', '1', '-gray', '-'], { input: pdf, maxBuffer: MOST_OUTPUT })
}
