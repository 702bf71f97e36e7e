import { assertNever } from '#shared/assert-never.ts'
import { readCheckup, readSnapshot } from '#shared/formats/reader.ts'
import { decodeText } from './decode-text.ts'
import type { ReportFormat } from './render.ts'

/** A quoted cell of a spreadsheet. */
const FIELD = /"(?:[^"]|"")*"/y

/** Reads a report as its users will: null, or what is wrong with it. */
export function readBackReport(format: ReportFormat, written: Buffer): string | null {
  switch (format) {
    case 'json':
      return faultOf(readCheckup(written.toString()))
    case 'html':
      return readBackPage(written.toString())
    case 'csv':
      return readBackSpreadsheet(written.toString())
    case 'pdf':
      return readBackPdf(written)
    case 'table': {
      const decoded = decodeText(written)
      return decoded.ok ? null : decoded.reason
    }
    default:
      return assertNever(format)
  }
}

export function readBackSnapshot(written: Buffer): string | null {
  return faultOf(readSnapshot(written.toString()))
}

function faultOf(result: { readonly ok: true } | { readonly ok: false; readonly path: string; readonly expected: string }): string | null {
  return result.ok ? null : `${result.path}: ${result.expected}`
}

/** Every element that is opened is closed in its turn; elements that HTML never closes are left out. */
function readBackPage(page: string): string | null {
  if (!page.startsWith('<!doctype html>') || !page.trimEnd().endsWith('</html>')) return 'it is not one whole page'
  const open: string[] = []
  const markup = page.replace(/<style>[\s\S]*?<\/style>/g, '')
  for (const [, slash, name = '', attributes = ''] of markup.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/gi)) {
    if (attributes.endsWith('/') || /^(?:meta|link|br|hr|img|input|col|wbr)$/.test(name)) continue
    if (slash === '') open.push(name)
    else if (open.pop() !== name) return `${name} is closed out of turn`
  }
  return open.length === 0 ? null : `${open.join(', ')} is never closed`
}

/** RFC 4180 with every cell quoted: rows end in CRLF and have as many cells as the first. */
function readBackSpreadsheet(text: string): string | null {
  const start = text.startsWith('\uFEFF') ? 1 : 0
  let columns = 0
  let cells = 0
  FIELD.lastIndex = start
  while (FIELD.lastIndex < text.length) {
    if (!FIELD.test(text)) return 'a cell is not quoted'
    cells += 1
    const end = FIELD.lastIndex
    if (text[end] === ',') {
      FIELD.lastIndex = end + 1
      continue
    }
    if (!text.startsWith('\r\n', end)) return 'a row does not end'
    columns ||= cells
    if (cells !== columns) return 'a row has another number of cells'
    cells = 0
    FIELD.lastIndex = end + 2
  }
  return columns > 0 ? null : 'it has no rows'
}

/** The trailer at the end says where the table of objects lies; there one must begin. */
function readBackPdf(written: Buffer): string | null {
  if (written.toString('latin1', 0, 5) !== '%PDF-') return 'it does not begin as a PDF'
  const trailer = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(written.toString('latin1', Math.max(0, written.length - 1024)))
  if (trailer === null) return 'it has no end'
  const table = written.toString('latin1', Number(trailer[1]), Number(trailer[1]) + 32)
  return /^(?:xref|\d+ \d+ obj)\b/.test(table) ? null : 'its table of objects is not where it says'
}
