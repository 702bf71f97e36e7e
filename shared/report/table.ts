import type { Translator } from '../texts/translator.ts'
import type { Report, ReportChecklist, ReportItem } from './model.ts'
import { nextSteps } from './next-steps.ts'
import { createPen, type Pen } from './pen.ts'
import { displayWidth, padEnd, wrapText } from './text-layout.ts'

export interface TableOptions {
  /** columns of the terminal; 80 where it is unknown */
  readonly width: number
  /** ANSI colours; never on a pipe */
  readonly colour: boolean
}

/** Narrower than this nothing can be laid out: longer lines are left to the terminal. */
const NARROWEST = 40

/** Wider lines are hard to read. */
const WIDEST = 110

/** So many pieces of evidence below one item; the other formats list all. */
const EVIDENCE_LINES = 5

const MARGIN = '  '

interface Layout {
  readonly width: number
  /** column in which the text of an item begins */
  readonly indent: number
  readonly pen: Pen
  readonly translator: Translator
}

/** The report as plain text for a terminal or a pipe; ends with a newline. */
export function tableReport(report: Report, translator: Translator, options: TableOptions): string {
  const words = report.checklists.flatMap((checklist) => checklist.items.map((item) => displayWidth(item.verdictWord)))
  const layout: Layout = {
    width: Math.min(WIDEST, Math.max(NARROWEST, options.width)),
    indent: MARGIN.length + Math.max(0, ...words) + MARGIN.length,
    pen: createPen(options.colour),
    translator,
  }
  const lines = [
    ...head(report, layout),
    ...report.checklists.flatMap((checklist) => ['', ...checklistLines(checklist, layout)]),
    ...report.otherPacks.flatMap((pack) => ['', layout.pen.bold(pack.title), ...hanging(MARGIN, pack.sentence, layout.width)]),
    ...notChecked(report, layout),
    '',
    ...summary(report, layout),
  ]
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`
}

function head(report: Report, { width, pen }: Layout): string[] {
  const labelWidth = Math.max(...report.fields.map((field) => displayWidth(field.label)))
  const fields = report.fields.flatMap(({ label, value }) => hanging(`${MARGIN}${padEnd(label, labelWidth)}${MARGIN}`, value, width))
  const sample = report.sample === undefined ? [] : [...wrapText(report.sample, width).map(pen.yellow), '']
  return [pen.bold(report.title), '', ...sample, ...fields]
}

function checklistLines(checklist: ReportChecklist, layout: Layout): string[] {
  const { pen, width } = layout
  const colour = { complete: pen.green, gaps: pen.red, open: pen.yellow, 'not-applicable': pen.dim }[checklist.outcome]
  const title = wrapText(checklist.title, width)
  const rule = '-'.repeat(Math.max(...title.map(displayWidth)))
  const outcome = hanging('', `${checklist.outcomeWord} - ${checklist.countsInWords}`, width)
  return [...title.map(pen.bold), rule, ...outcome.map(colour), ...checklist.items.flatMap((item) => ['', ...itemLines(item, layout)])]
}

function itemLines(item: ReportItem, layout: Layout): string[] {
  const { pen, width, indent, translator } = layout
  const colour = { pass: pen.green, fail: pen.red, attention: pen.yellow, unknown: pen.yellow, 'not-applicable': pen.dim }[item.verdict]
  const margin = ' '.repeat(indent)
  const title = wrapText(item.title, width - indent)
  const word = padEnd(`${MARGIN}${item.verdictWord}`, indent)
  const first = [`${colour(word)}${pen.bold(title[0] ?? '')}`, ...title.slice(1).map((line) => `${margin}${pen.bold(line)}`)]
  const lines = [...first, ...hanging(margin, item.sentence, width)]
  const isSettled = item.verdict === 'pass' || item.verdict === 'not-applicable'
  if (!isSettled) lines.push(...evidenceLines(item, layout), ...checkLine(item, layout))
  for (const answer of item.answers) lines.push(...hanging(`${margin}> `, answer.sentence, width))
  if (item.firstStep !== undefined) {
    lines.push(...hanging(`${margin}=> `, translator.text('report/first-step', { step: item.firstStep.text }), width))
    // a command is copied: it is neither wrapped nor indented further than the text
    lines.push(...item.firstStep.command.map((line) => `${margin}   ${line}`))
  }
  return lines
}

function evidenceLines(item: ReportItem, { pen, width, indent, translator }: Layout): string[] {
  const bullet = `${' '.repeat(indent)}- `
  const shown = item.evidence.slice(0, EVIDENCE_LINES)
  const lines = shown.flatMap(({ subject, detail }) =>
    hanging(bullet, translator.text('report/labelled', { label: subject, text: detail }), width),
  )
  const left = item.evidence.length - shown.length
  if (left > 0) lines.push(...hanging(bullet, translator.text('report/more/table', { count: left }), width))
  return lines.map(pen.dim)
}

/** The id is what an answers file names the item by. */
function checkLine(item: ReportItem, { pen, width, indent, translator }: Layout): string[] {
  const line = translator.text('report/check-and-severity', { id: item.id, severity: item.severityWord })
  return hanging(' '.repeat(indent), line, width).map(pen.dim)
}

function notChecked({ notChecked: missing }: Report, { pen, width, translator }: Layout): string[] {
  const groups = [
    { key: 'probes', entries: missing.probes.map(({ name, reason }) => translator.text('report/labelled', { label: name, text: reason })) },
    { key: 'answers', entries: missing.answers },
  ]
  return groups.flatMap(({ key, entries }) => {
    if (entries.length === 0) return []
    const title = wrapText(translator.text(`report/heading/not-checked-${key}`), width).map(pen.bold)
    return ['', ...title, ...entries.flatMap((entry) => hanging(`${MARGIN}- `, entry, width))]
  })
}

function summary(report: Report, { pen, width, translator }: Layout): string[] {
  const colour = { best: pen.green, good: pen.green, gaps: pen.red, incomplete: pen.yellow }[report.grade.id]
  const coverage = hanging(`${MARGIN}${translator.text('report/heading/coverage')}: `, report.coverage.inWords, width)
  const steps = nextSteps(report, translator).flatMap((step, index) => hanging(`${MARGIN}${index + 1}. `, step, width))
  return [
    '='.repeat(width),
    colour(pen.bold(`${translator.text('report/heading/grade')}: ${report.grade.word}`)),
    ...hanging(MARGIN, report.grade.sentence, width),
    ...coverage,
    '',
    pen.bold(translator.text('report/heading/next')),
    ...steps,
  ]
}

/** Text behind a label or bullet, its further lines below its first. */
function hanging(label: string, text: string, width: number): string[] {
  const indent = displayWidth(label)
  const lines = wrapText(text, Math.max(1, width - indent))
  return lines.map((line, index) => `${index === 0 ? label : ' '.repeat(indent)}${line}`)
}
