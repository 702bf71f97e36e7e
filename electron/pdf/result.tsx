import { Circle, Path, Svg, Text, View } from '@react-pdf/renderer'
import type { ReactElement } from 'react'

import { gradeMarks, signPaths } from '#shared/report/signs.data.ts'
import { each } from './each.ts'
import { FITS_THE_FRONT } from './front.tsx'
import type { ReportProps } from './report-props.ts'
import { colours, styles, verdictColours } from './style.ts'

/** How good, how sure, and when and by whom it was found. */
export function Result({ report, translator }: ReportProps): ReactElement {
  const { grade, coverage } = report
  const mark = gradeMarks[grade.id]
  return (
    <>
      <View style={styles.panel} wrap={false}>
        <BigMark mark={mark} />
        <View style={styles.rest}>
          <Text style={styles.label}>{translator.text('report/heading/grade')}</Text>
          <Text style={[styles.grade, { color: verdictColours[mark] }]}>{grade.word}</Text>
          <Text>{grade.sentence}</Text>
        </View>
        <View style={styles.panelRule} />
        <View style={styles.rest}>
          <Text style={styles.label}>{translator.text('report/heading/coverage')}</Text>
          <CoverageBar coverage={coverage} />
          <Text style={styles.bold}>{`${coverage.inWords}.`}</Text>
          {coverage.notApplicable === 0 ? null : (
            <Text style={[styles.small, styles.soft]}>
              {translator.text('report/coverage/not-applicable', { count: coverage.notApplicable })}
            </Text>
          )}
        </View>
      </View>
      <Fields report={report} translator={translator} />
    </>
  )
}

export function BigMark({ mark }: { readonly mark: keyof typeof signPaths }): ReactElement {
  const colour = verdictColours[mark]
  return (
    <Svg viewBox="0 0 24 24" style={styles.bigMark}>
      <Circle cx={12} cy={12} r={11} fill="#ffffff" stroke={colour} strokeWidth={1.4} />
      <Path d={signPaths[mark]} fill="none" stroke={colour} strokeWidth={2.2} strokeLinecap="round" strokeLinejoin="round" />
    </Svg>
  )
}

function CoverageBar({ coverage }: { readonly coverage: ReportProps['report']['coverage'] }): ReactElement {
  const parts = [
    { colour: verdictColours.pass, count: coverage.verified },
    { colour: colours.person, count: coverage.byPerson },
    { colour: verdictColours.attention, count: coverage.open },
    { colour: colours.line, count: coverage.unknown },
  ].filter((part) => part.count > 0)
  return (
    <View style={styles.bar}>
      {each(parts, ({ colour, count }) => (
        <View style={{ flexGrow: count, flexBasis: 0, backgroundColor: colour }} />
      ))}
    </View>
  )
}

/** Shown at the head of the page, and here only where they do not fit there. */
const inTheFront: ReadonlySet<string> = new Set(['organization', 'server', 'erp', 'phase'])

/** A longer value stands below the columns, where it may run over pages. In characters. */
const FITS_A_COLUMN = 90

/** No longer word fits a column, and names are not broken where that can be helped. In characters. */
const LONGEST_WORD = 19

interface Field {
  readonly label: string
  readonly value: string
  readonly note?: string
}

function Fields({ report, translator }: ReportProps): ReactElement {
  const fields = fieldsOf({ report, translator })
  const fits = ({ value, note = '' }: Field): boolean =>
    value.length + note.length <= FITS_A_COLUMN && value.split(' ').every((word) => word.length <= LONGEST_WORD)
  return (
    <>
      <View style={styles.fields}>
        {each(fields.filter(fits), (field) => (
          <View style={styles.field} wrap={false}>
            <FieldTexts field={field} />
          </View>
        ))}
      </View>
      {each(
        fields.filter((field) => !fits(field)),
        (field) => (
          <View style={styles.longField}>
            <FieldTexts field={field} />
          </View>
        ),
      )}
    </>
  )
}

function FieldTexts({ field: { label, value, note } }: { readonly field: Field }): ReactElement {
  return (
    <>
      <Text style={styles.label}>{label}</Text>
      <Text>{value}</Text>
      {note === undefined ? null : <Text style={styles.label}>{note}</Text>}
    </>
  )
}

function fieldsOf({ report, translator }: ReportProps): Field[] {
  const value = (id: string): string | undefined => report.fields.find((field) => field.id === id)?.value
  const people = value('prepared-by') === undefined ? [] : [value('consultant')]
  const isNote = (id: string): boolean => id === 'source' || (id === 'consultant' && people.length > 0)
  const shown = report.fields.filter((field) => !isNote(field.id) && (!inTheFront.has(field.id) || field.value.length > FITS_THE_FRONT))
  const fields = shown.map((field): Field => {
    const notes = [field.value.endsWith(' UTC') ? undefined : field.instant]
    if (field.id === 'snapshot') notes.push(value('source'))
    const [consultant] = field.id === 'prepared-by' ? people : []
    if (consultant !== undefined)
      notes.push(translator.text('report/labelled', { label: translator.text('report/field/consultant'), text: consultant }))
    const note = notes.filter((each) => each !== undefined).join(' · ')
    return { label: field.label, value: field.value, ...(note === '' ? {} : { note }) }
  })
  return [
    ...fields,
    { label: translator.text('report/field/next-review'), value: report.nextReview.sentence },
    { label: translator.text('report/field/state'), value: report.state.word, note: report.state.note },
  ]
}
