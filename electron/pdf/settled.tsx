import { Text, View } from '@react-pdf/renderer'
import type { ReactElement } from 'react'

import type { ReportItem } from '#shared/report/model.ts'
import { each } from './each.ts'
import { Heading } from './heading.tsx'
import { Line } from './line.tsx'
import type { ReportProps } from './report-props.ts'
import { styles, verdictColours, verdictSigns } from './style.ts'

/** More than this is one column that may run over pages; two columns are kept together on one page. In characters. */
const FITS_TWO_COLUMNS = 3600

/** Every item that passed, with who confirmed what. */
export function Passed({ report: { passed }, translator }: ReportProps): ReactElement | null {
  if (passed.length === 0) return null
  const [left, right] = twoColumns(passed)
  return (
    <>
      <Heading text={translator.text('report/heading/passed')} />
      {lengthOf(passed) > FITS_TWO_COLUMNS ? (
        each(passed, (item) => <Ticked item={item} />)
      ) : (
        <View style={styles.columns} wrap={false}>
          <View style={styles.cell}>
            {each(left, (item) => (
              <Ticked item={item} />
            ))}
          </View>
          <View style={styles.cell}>
            {each(right, (item) => (
              <Ticked item={item} />
            ))}
          </View>
        </View>
      )}
    </>
  )
}

/** Items of a checklist that does not apply as a whole are told with it. */
export function NotApplicable({ report: { checklists, notApplicable }, translator }: ReportProps): ReactElement | null {
  const told = new Set(checklists.filter(({ reason }) => reason !== undefined).map(({ id }) => id))
  const left = notApplicable.filter(({ checklist }) => !told.has(checklist))
  if (left.length === 0) return null
  return (
    <>
      <Heading text={translator.text('report/heading/not-applicable')} />
      {each(left, ({ title, sentence }) => (
        <Line label={title} text={sentence} />
      ))}
    </>
  )
}

function Ticked({ item: { title, answers } }: { readonly item: ReportItem }): ReactElement {
  return (
    <View style={styles.ticked}>
      <Text style={[styles.bold, { width: 11, color: verdictColours.pass }]}>{verdictSigns.pass}</Text>
      <View style={styles.rest}>
        <Text>{title}</Text>
        {each(answers, ({ sentence }) => (
          <Text style={styles.soft}>{sentence}</Text>
        ))}
      </View>
    </View>
  )
}

/** About as much text left as right, in the order in which it is read. */
function twoColumns(items: readonly ReportItem[]): [left: readonly ReportItem[], right: readonly ReportItem[]] {
  const half = lengthOf(items) / 2
  let split = 0
  while (split < items.length && lengthOf(items.slice(0, split + 1)) <= half) split += 1
  const more = Math.min(items.length, split + 1)
  const excess = (count: number): number => Math.abs(lengthOf(items.slice(0, count)) - half)
  const best = excess(more) < excess(split) ? more : split
  return [items.slice(0, best), items.slice(best)]
}

/** Characters of a full line: a short title takes a line too. */
const LINE = 60

function lengthOf(items: readonly ReportItem[]): number {
  const lines = (text: string): number => Math.max(1, Math.ceil(text.length / LINE)) * LINE
  return items.reduce((sum, { title, answers }) => sum + lines(title) + answers.reduce((of, { sentence }) => of + lines(sentence), 0), 0)
}
