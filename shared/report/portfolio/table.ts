import type { Translator } from '../../texts/translator.ts'
import { createPen, type Pen } from '../pen.ts'
import type { TableOptions } from '../table.ts'
import { displayWidth, padEnd, wrapText } from '../text-layout.ts'
import { ageInWords, type Portfolio, reasonInWords, resultWord, worstInWords } from './model.ts'
import type { JudgedServer, PortfolioRow, UnreadFile } from './row.ts'

/** Narrower than this the columns of some language do not fit: longer lines are left to the terminal. */
const NARROWEST = 80

/** Server and organisation together, in columns: less would break every name. */
const NARROWEST_NAMES = 22

/** Wider lines are hard to follow. */
const WIDEST = 120

const MARGIN = '  '

interface Layout {
  readonly width: number
  readonly pen: Pen
  readonly translator: Translator
}

/** A line of cells; numbers stand at the right of their column. */
interface Column {
  readonly title: string
  readonly width: number
  readonly isNumber: boolean
}

/** The portfolio as plain text for a terminal or a pipe: a line for each server, what matters most about it below; ends with a newline. */
export function portfolioTable(portfolio: Portfolio, translator: Translator, options: TableOptions): string {
  const width = Math.min(WIDEST, Math.max(NARROWEST, options.width))
  const layout: Layout = { width, pen: createPen(options.colour), translator }
  const { pen } = layout
  const columns = columnsOf(portfolio.rows, layout)
  const lines = [
    pen.bold(portfolio.title),
    '',
    ...portfolio.summary.flatMap((sentence) => wrapText(sentence, width)),
    '',
    ...cellLines(
      columns,
      columns.map(({ title }) => title),
    ).map((line) => pen.bold(line.trimEnd())),
    '-'.repeat(width),
    ...portfolio.rows.flatMap((row) => [...rowLines(row, columns, layout), '']),
  ]
  return `${lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()}\n`
}

/** Result, gaps, open, read and review are as wide as they need; server and organisation share what is left. */
function columnsOf(rows: readonly PortfolioRow[], { width, translator }: Layout): Column[] {
  const title = (id: string): string => translator.text(`report/portfolio/column/${id}`)
  const widest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0)
  const column = (id: string, texts: readonly string[], isNumber = false): Column => ({
    title: title(id),
    width: widest([title(id), ...texts]),
    isNumber,
  })
  const fixed = [
    column(
      'result',
      rows.map((row) => resultWord(row, translator)),
    ),
    column('gaps', ['999'], true),
    column('open', ['999'], true),
    column('read', ['2026-12-31']),
    column('review', ['2026-12-31']),
  ]
  const taken = fixed.reduce((sum, each) => sum + each.width + MARGIN.length, 0)
  const names = rows.map((row) => (row.kind === 'judged' ? row.server || translator.text('report/not-told') : ''))
  const left = Math.max(NARROWEST_NAMES, width - taken - MARGIN.length)
  const server = Math.min(widest([title('server'), ...names]), Math.floor(left / 2))
  return [
    ...fixed,
    { title: title('server'), width: server, isNumber: false },
    { title: title('organization'), width: left - server, isNumber: false },
  ]
}

function rowLines(row: PortfolioRow, columns: readonly Column[], layout: Layout): string[] {
  return row.kind === 'judged' ? judgedLines(row, columns, layout) : unreadLines(row, layout)
}

function judgedLines(row: JudgedServer, columns: readonly Column[], layout: Layout): string[] {
  const { pen, translator } = layout
  const notTold = translator.text('report/not-told')
  const cells = [
    resultWord(row, translator),
    String(row.counts.fail),
    String(row.counts.attention + row.counts.unknown),
    row.takenAt.slice(0, 10),
    row.nextReview.date,
    row.server || notTold,
    row.organization || notTold,
  ]
  const colour = { best: pen.green, good: pen.green, gaps: pen.red, incomplete: pen.yellow }[row.grade]
  const [first = '', ...more] = cellLines(columns, cells)
  const resultWidth = columns[0]?.width ?? 0
  const details = [
    worstInWords(row, translator),
    row.accepted === 0 ? undefined : translator.text('report/portfolio/accepted', { count: row.accepted }),
    row.due.length === 0
      ? undefined
      : translator.text('report/labelled', {
          label: translator.text('report/portfolio/column/due'),
          text: row.due.map((each) => each.sentence).join('; '),
        }),
  ]
  const file = translator.text('report/portfolio/file-and-age', { file: row.file, age: ageInWords(row, translator) })
  return [
    colour(pen.bold(first.slice(0, resultWidth))) + first.slice(resultWidth),
    ...more,
    ...details.flatMap((text) => (text === undefined ? [] : indented(text, layout))),
    ...indented(file, layout).map(pen.dim),
  ]
}

function unreadLines(row: UnreadFile, layout: Layout): string[] {
  const { pen, translator } = layout
  const [first = '', ...more] = wrapText(row.file, layout.width - displayWidth(resultWord(row, translator)) - MARGIN.length)
  const word = resultWord(row, translator)
  return [
    `${pen.red(pen.bold(word))}${MARGIN}${first}`,
    ...more.map((line) => `${' '.repeat(displayWidth(word))}${MARGIN}${line}`),
    ...indented(reasonInWords(row, translator), layout),
  ]
}

/** Cells side by side; one that is longer than its column goes on below. */
function cellLines(columns: readonly Column[], cells: readonly string[]): string[] {
  const wrapped = columns.map(({ width }, index) => wrapText(cells[index] ?? '', width))
  const height = Math.max(...wrapped.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    columns
      .map(({ width, isNumber }, index) => {
        const text = wrapped[index]?.[line] ?? ''
        return isNumber ? text.padStart(width) : padEnd(text, width)
      })
      .join(MARGIN),
  )
}

function indented(text: string, { width }: Layout): string[] {
  return wrapText(text, width - MARGIN.length).map((line) => `${MARGIN}${line}`)
}
