import type { Drift } from '#electron/core/compare.ts'
import { checks } from '#shared/checks/index.ts'
import type { FactChange, ItemChange } from '#shared/evaluation/drift.ts'
import type { FieldValue } from '#shared/evaluation/fact-row.ts'
import { momentInWords } from '#shared/report/dates.ts'
import { probeName } from '#shared/report/not-checked.ts'
import { createPen, type Pen } from '#shared/report/pen.ts'
import type { TableOptions } from '#shared/report/table.ts'
import { displayWidth, wrapText } from '#shared/report/text-layout.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { visibleText } from '#shared/visible-text.ts'

/** Narrower than this nothing can be laid out. */
const NARROWEST = 40

/** Wider lines are hard to read. */
const WIDEST = 110

interface Layout {
  readonly width: number
  readonly pen: Pen
  readonly translator: Translator
}

/** What changed as plain text; ends with a newline. Names from the files are made visible here. */
export function driftTable(drift: Drift, translator: Translator, options: TableOptions): string {
  const layout: Layout = { width: Math.min(WIDEST, Math.max(NARROWEST, options.width)), pen: createPen(options.colour), translator }
  const isEmpty = drift.items.length === 0 && drift.facts.length === 0
  const lines = [
    ...head(drift, layout),
    ...(isEmpty ? ['', translator.text('cli/diff/nothing')] : []),
    ...items(drift, layout),
    ...facts(drift.facts, layout),
    ...notCompared(drift, layout),
  ]
  return `${lines.join('\n')}\n`
}

function head(drift: Drift, { width, pen, translator }: Layout): string[] {
  const side = (which: 'before' | 'after'): string => {
    const { server, collectedAt, evaluatedAt } = drift[which]
    const name = visibleText(server) || translator.text('cli/diff/nameless')
    return translator.text(`cli/diff/${which}`, { server: name, time: momentInWords(evaluatedAt ?? collectedAt, translator) })
  }
  const { grade: before } = drift.before
  const { grade: after } = drift.after
  const grades =
    before === undefined || after === undefined || before === after
      ? []
      : [
          translator.text('cli/diff/grade', {
            before: translator.text(`report/grade/${before}`),
            after: translator.text(`report/grade/${after}`),
          }),
        ]
  const notes = drift.notes.flatMap((note) => hanging('! ', translator.text(`cli/diff/note/${note}`), width)).map(pen.yellow)
  return [pen.bold(translator.text(`cli/diff/title-${drift.kind}`)), '', side('before'), side('after'), ...grades, ...notes]
}

function items(drift: Drift, layout: Layout): string[] {
  if (drift.items.length === 0) return []
  const title = layout.translator.text(drift.kind === 'snapshots' ? 'cli/diff/items-of-snapshots' : 'cli/diff/items')
  return ['', layout.pen.bold(title), ...drift.items.flatMap((item) => itemLines(item, layout))]
}

function itemLines(item: ItemChange, { width, pen, translator }: Layout): string[] {
  const word = (verdict: ItemChange['before']): string =>
    translator.text(verdict === null ? 'cli/diff/absent' : `report/verdict/${verdict}`)
  const colour = { better: pen.green, worse: pen.red, same: pen.yellow }[item.direction]
  const verdicts = item.before === item.after ? word(item.after) : `${word(item.before)} → ${word(item.after)}`
  const direction = translator.text(`cli/diff/${item.direction}`)
  const evidence = item.evidence.flatMap(({ change, subject, detail }) =>
    hanging(`    ${sign(change)} `, visibleText(`${subject}: ${detail}`), width),
  )
  const answers = item.answers.flatMap(({ change, kind, by }) =>
    hanging(`    ${sign(change)} `, visibleText(translator.text('cli/diff/answer', { kind, by })), width),
  )
  return [
    ...hanging('  ', visibleText(titleOf(item, translator)), width),
    `    ${colour(`${verdicts} (${direction})`)}`,
    ...evidence,
    ...answers,
  ]
}

/** A checkup of another version may hold items that this one does not know: it brings its own title. */
function titleOf(item: ItemChange, translator: Translator): string {
  return checks.some((check) => check.definition.id === item.id) ? translator.check(item.id).title : item.title
}

function facts(changes: readonly FactChange[], layout: Layout): string[] {
  if (changes.length === 0) return []
  const { pen, translator } = layout
  const groups = Map.groupBy(changes, (change) => change.probe)
  return [
    '',
    pen.bold(translator.text('cli/diff/facts')),
    ...[...groups].flatMap(([probe, group]) => [
      `  ${probeName(probe, translator)}`,
      ...group.flatMap((change) => factLines(change, layout)),
    ]),
  ]
}

function factLines(change: FactChange, { width, pen, translator }: Layout): string[] {
  const label = `    ${sign(change.change)} `
  const colour = { added: pen.green, removed: pen.red, changed: pen.yellow }[change.change]
  const doubt = change.uncertain === true ? ` (${translator.text('cli/diff/uncertain')})` : ''
  const what = change.subject === change.probe ? '' : change.subject
  const detail = change.field === undefined ? '' : `${change.field} ${transition(change.before ?? null, change.after ?? null, translator)}`
  const text = what !== '' && detail !== '' ? `${what}: ${detail}` : `${what}${detail}`
  return hanging(label, `${visibleText(text)}${doubt}`, width).map(colour)
}

/** Of lists only what came and went: they are long, and mostly the same. */
function transition(before: FieldValue, after: FieldValue, translator: Translator): string {
  if (typeof before === 'object' && typeof after === 'object' && before !== null && after !== null) {
    const added = after.filter((name) => !before.includes(name)).map((name) => `+${name}`)
    const removed = before.filter((name) => !after.includes(name)).map((name) => `-${name}`)
    return [...added, ...removed].join(' ')
  }
  return `${inWords(before, translator)} → ${inWords(after, translator)}`
}

function inWords(value: FieldValue, translator: Translator): string {
  if (value === null) return translator.text('cli/diff/none')
  if (typeof value === 'boolean') return translator.text(value ? 'cli/diff/yes' : 'cli/diff/no')
  if (typeof value === 'object') return value.length === 0 ? translator.text('cli/diff/none') : value.join(', ')
  return value === '' ? translator.text('cli/diff/empty') : String(value)
}

function notCompared(drift: Drift, { width, pen, translator }: Layout): string[] {
  if (drift.notCompared.length === 0) return []
  const status = (text: string): string => (text === 'ok' ? 'ok' : translator.text(`report/status/${text}`))
  const lines = drift.notCompared.flatMap(({ probe, before, after }) =>
    hanging('  - ', `${probeName(probe, translator)}: ${status(before)} → ${status(after)}`, width),
  )
  return ['', pen.bold(translator.text('cli/diff/not-compared')), ...lines]
}

function sign(change: 'added' | 'removed' | 'changed'): string {
  return { added: '+', removed: '-', changed: '~' }[change]
}

/** Text behind a label, its further lines below its first. */
export function hanging(label: string, text: string, width: number): string[] {
  const indent = displayWidth(label)
  return wrapText(text, Math.max(1, width - indent)).map((line, index) => `${index === 0 ? label : ' '.repeat(indent)}${line}`)
}
