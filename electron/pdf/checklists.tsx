import { Text, View } from '@react-pdf/renderer'
import type { ReactElement } from 'react'

import { outcomeMarks } from '#shared/report/signs.data.ts'
import { each } from './each.ts'
import { Heading } from './heading.tsx'
import { Mark } from './mark.tsx'
import type { ReportProps } from './report-props.ts'
import { rowsOf } from './rows.ts'
import { HEADING_PRESENCE, styles, verdictColours, verdictSigns } from './style.ts'

const columns = { checklist: { width: '50%', paddingRight: 10 }, outcome: { width: '17%' }, items: { width: '33%' } } as const

/** Each checklist with its outcome; a pack that does not apply takes one line. */
export function Checklists({ report, translator }: ReportProps): ReactElement {
  return (
    <>
      <View style={[styles.headRow, { marginTop: 4 }]} minPresenceAhead={HEADING_PRESENCE}>
        {each(['checklist', 'outcome', 'items'] as const, (column) => (
          <Text style={[styles.label, columns[column]]}>{translator.text(`report/column/${column}`)}</Text>
        ))}
      </View>
      {each(report.checklists, (checklist) => (
        <View style={styles.row} wrap={false}>
          <Text style={columns.checklist}>{checklist.title}</Text>
          <View style={columns.outcome}>
            <Mark verdict={outcomeMarks[checklist.outcome]} word={checklist.outcomeWord} />
          </View>
          <Text style={[styles.soft, columns.items]}>{checklist.reason ?? checklist.countsInWords}</Text>
        </View>
      ))}
      {each(report.otherPacks, (pack) => (
        <Text style={[styles.small, styles.soft, { marginTop: 3 }]}>
          {translator.text('report/labelled', { label: pack.title, text: pack.sentence })}
        </Text>
      ))}
      <View style={styles.noneOf} wrap={false}>
        {each(report.noneOf, (sentence) => (
          <Text style={styles.none}>
            <Text style={{ color: verdictColours.pass }}>{`${verdictSigns.pass} `}</Text>
            {sentence}
          </Text>
        ))}
      </View>
    </>
  )
}

const LOGINS_IN_A_ROW = 3

/** A longer name has a line of its own, which may run over pages. In characters. */
const FITS_A_CELL = 44

/** Designated logins with Good or Best, and never more than that. */
export function Logins({ report, translator }: ReportProps): ReactElement {
  const signs = { best: 'pass', good: 'pass', none: 'not-applicable' } as const
  const short = report.logins.filter(({ login }) => login.length <= FITS_A_CELL)
  const draw = ({ login, grade, gradeWord }: ReportProps['report']['logins'][number]): ReactElement => (
    <View style={[styles.row, styles.login]}>
      <Text style={[styles.rest, { paddingRight: 6 }]}>{login}</Text>
      <Mark verdict={signs[grade ?? 'none']} word={gradeWord} />
    </View>
  )
  return (
    <>
      <Heading text={translator.text('report/heading/logins')} />
      {report.logins.length === 0 ? <Text>{translator.text('report/none/logins')}</Text> : null}
      {each(rowsOf(short, LOGINS_IN_A_ROW), (row) => (
        <View style={styles.columns} wrap={false}>
          {each(row, (login) => (login === undefined ? <View style={styles.login} /> : draw(login)))}
        </View>
      ))}
      {each(
        report.logins.filter(({ login }) => login.length > FITS_A_CELL),
        ({ login, gradeWord }) => (
          <Text style={styles.line}>{translator.text('report/labelled', { label: login, text: gradeWord })}</Text>
        ),
      )}
    </>
  )
}
