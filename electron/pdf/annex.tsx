import { Text, View } from '@react-pdf/renderer'
import type { ReactElement } from 'react'

import type { ReportEvidence, ReportItem } from '#shared/report/model.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { each } from './each.ts'
import { Heading } from './heading.tsx'
import { Mark } from './mark.tsx'
import type { ReportProps } from './report-props.ts'
import { rowsOf } from './rows.ts'
import { HEADING_PRESENCE, styles } from './style.ts'

/** So many pieces of evidence below one item: a certificate of hundreds of pages is read by nobody. */
const EVIDENCE_LINES = 24

/** A longer piece of evidence has the whole width, and may run over pages. In characters. */
const FITS_HALF_A_LINE = 220

/** What was found, in small type, for every item that has not passed; nothing where there is nothing to show. */
export function Annex({ report, translator }: ReportProps): ReactElement | null {
  const items = [...report.gaps, ...report.open, ...report.notChecked.items].filter(({ evidence }) => evidence.length > 0)
  if (items.length === 0) return null
  return (
    <>
      <Heading text={translator.text('report/heading/annex')} />
      <Text style={[styles.small, styles.soft]} minPresenceAhead={HEADING_PRESENCE}>
        {translator.text('report/annex-says')}
      </Text>
      {each(items, (item) => (
        <Evidence item={item} translator={translator} />
      ))}
    </>
  )
}

function Evidence({ item, translator }: { readonly item: ReportItem; readonly translator: Translator }): ReactElement {
  const shown = item.evidence.slice(0, EVIDENCE_LINES)
  const fits = ({ subject, detail }: ReportEvidence): boolean => subject.length + detail.length <= FITS_HALF_A_LINE
  const [first, ...rows] = rowsOf(shown.filter(fits), 2)
  const left = item.evidence.length - shown.length
  return (
    <>
      <View wrap={false} minPresenceAhead={first === undefined ? HEADING_PRESENCE : 0}>
        <View style={[styles.itemHead, styles.annexTitle]}>
          <Text style={styles.itemTitle}>{item.title}</Text>
          <Mark verdict={item.verdict} word={item.verdictWord} />
        </View>
        {first === undefined ? null : <Row row={first} />}
      </View>
      {each(rows, (row) => (
        <Row row={row} />
      ))}
      {each(
        shown.filter((piece) => !fits(piece)),
        ({ subject, detail }) => (
          <>
            <Text style={styles.alone}>{subject}</Text>
            <Text style={[styles.alone, styles.soft]}>{detail}</Text>
          </>
        ),
      )}
      {left > 0 ? <Text style={styles.note}>{translator.text('report/more/pdf', { count: left })}</Text> : null}
    </>
  )
}

function Row({ row }: { readonly row: readonly (ReportEvidence | undefined)[] }): ReactElement {
  return (
    <View style={[styles.columns, styles.evidence]} wrap={false}>
      {each(row, (piece) => (piece === undefined ? <View style={styles.cell} /> : <Piece piece={piece} />))}
    </View>
  )
}

function Piece({ piece: { subject, detail } }: { readonly piece: ReportEvidence }): ReactElement {
  return (
    <Text style={styles.cell}>
      {`${subject}: `}
      <Text style={styles.soft}>{detail}</Text>
    </Text>
  )
}
