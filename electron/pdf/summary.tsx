import { Text, View } from '@react-pdf/renderer'
import type { ReactElement } from 'react'

import type { Report, ReportField } from '#shared/report/model.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { each } from './each.ts'
import { Heading } from './heading.tsx'
import { ItemBlock } from './item-block.tsx'
import { Mark } from './mark.tsx'
import { colours, HEADING_PRESENCE, styles, verdictColours, verdictSigns } from './style.ts'
import { TwoColumns } from './two-columns.tsx'

interface Props {
  readonly report: Report
  readonly translator: Translator
}

/** The certificate itself: who, what, how good, how sure, and everything that is not good. */
export function Summary({ report, translator }: Props): ReactElement {
  return (
    <>
      {report.sample === undefined ? null : (
        <View style={styles.sample}>
          <Text style={styles.bold}>{report.sample}</Text>
        </View>
      )}
      <Text style={styles.title}>{report.title}</Text>
      <Text style={styles.subtitle}>{`${report.server} · ${report.organization}`}</Text>
      <Fields report={report} translator={translator} />
      <Result report={report} translator={translator} />
      <Checklists report={report} translator={translator} />
      <Items heading="gaps" items={report.gaps} translator={translator} />
      <Items heading="open" items={report.open} translator={translator} />
      <Logins report={report} translator={translator} />
      <NotCheckedParts report={report} translator={translator} />
      <About report={report} translator={translator} />
    </>
  )
}

/** A longer value stands below the columns, where it may run over pages. In characters. */
const FITS_A_COLUMN = 120

function Fields({ report, translator }: Props): ReactElement {
  const nextReview = { label: translator.text('report/field/next-review'), value: report.nextReview.sentence }
  const fields = [...report.fields, nextReview]
  return (
    <>
      <View style={styles.fields}>
        {each(
          fields.filter((field) => field.value.length <= FITS_A_COLUMN),
          (field) => (
            <Field field={field} />
          ),
        )}
      </View>
      {each(
        fields.filter((field) => field.value.length > FITS_A_COLUMN),
        ({ label, value }) => (
          <>
            <Text style={styles.label}>{label}</Text>
            <Text style={styles.longValue}>{value}</Text>
          </>
        ),
      )}
    </>
  )
}

function Field({ field: { label, value, instant } }: { readonly field: Omit<ReportField, 'id'> }): ReactElement {
  return (
    <View style={styles.field} wrap={false}>
      <Text style={styles.label}>{label}</Text>
      <Text style={styles.value}>{value}</Text>
      {instant === undefined ? null : <Text style={styles.label}>{instant}</Text>}
    </View>
  )
}

const gradeMarks = { best: 'pass', good: 'pass', gaps: 'fail', incomplete: 'attention' } as const
const outcomeMarks = { complete: 'pass', gaps: 'fail', open: 'attention', 'not-applicable': 'not-applicable' } as const

function Result({ report: { grade, coverage }, translator }: Props): ReactElement {
  const mark = gradeMarks[grade.id]
  const beyond = coverage.notApplicable === 0 ? null : translator.text('report/coverage/not-applicable', { count: coverage.notApplicable })
  return (
    <View style={styles.panels} wrap={false}>
      <View style={styles.panel}>
        <Text style={styles.label}>{translator.text('report/heading/grade')}</Text>
        <Text style={[styles.grade, { color: verdictColours[mark] }]}>{`${verdictSigns[mark]} ${grade.word}`}</Text>
        <Text>{grade.sentence}</Text>
      </View>
      <View style={styles.panelGap} />
      <View style={styles.panel}>
        <Text style={styles.label}>{translator.text('report/heading/coverage')}</Text>
        <CoverageBar coverage={coverage} />
        <Text>{`${coverage.inWords}.`}</Text>
        {beyond === null ? null : <Text style={[styles.small, styles.soft]}>{beyond}</Text>}
      </View>
    </View>
  )
}

function CoverageBar({ coverage }: { readonly coverage: Report['coverage'] }): ReactElement {
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

function Checklists({ report, translator }: Props): ReactElement {
  return (
    <>
      <Heading text={translator.text('report/heading/checklists')} />
      <View style={styles.headRow} minPresenceAhead={HEADING_PRESENCE}>
        <Text style={[styles.headCell, { width: '46%' }]}>{translator.text('report/column/checklist')}</Text>
        <Text style={[styles.headCell, { width: '20%' }]}>{translator.text('report/column/outcome')}</Text>
        <Text style={[styles.headCell, { width: '34%' }]}>{translator.text('report/column/items')}</Text>
      </View>
      {each(report.checklists, (checklist) => (
        <View style={styles.row} wrap={false}>
          <Text style={{ width: '46%', paddingRight: 10 }}>{checklist.title}</Text>
          <View style={{ width: '20%' }}>
            <Mark verdict={outcomeMarks[checklist.outcome]} word={checklist.outcomeWord} />
          </View>
          <Text style={[styles.soft, { width: '34%' }]}>{checklist.countsInWords}</Text>
        </View>
      ))}
      {each(report.otherPacks, (pack) => (
        <Text style={[styles.small, styles.soft, { marginTop: 3 }]}>
          {translator.text('report/labelled', { label: pack.title, text: pack.sentence })}
        </Text>
      ))}
    </>
  )
}

function Items({
  heading,
  items,
  translator,
}: {
  readonly heading: 'gaps' | 'open'
  readonly items: Report['gaps']
  readonly translator: Translator
}): ReactElement {
  return (
    <>
      <Heading text={translator.text(`report/heading/${heading}`)} />
      {items.length === 0 ? <Text>{translator.text(`report/none/${heading}`)}</Text> : null}
      {each(items, (item) => (
        <ItemBlock item={item} translator={translator} shows="first-step" />
      ))}
    </>
  )
}

function Logins({ report, translator }: Props): ReactElement {
  return (
    <>
      <Heading text={translator.text('report/heading/logins')} />
      {report.logins.length === 0 ? <Text>{translator.text('report/none/logins')}</Text> : null}
      {each(report.logins, ({ login, details }) => (
        <TwoColumns left={login} right={details.join(' · ')} style={styles.row} />
      ))}
    </>
  )
}

function NotCheckedParts({ report: { notChecked }, translator }: Props): ReactElement {
  const groups = [
    { key: 'items', lines: notChecked.items.map(({ title, sentence }) => ({ label: title, text: sentence })) },
    { key: 'probes', lines: notChecked.probes.map(({ name, reason }) => ({ label: name, text: reason })) },
    { key: 'answers', lines: notChecked.answers.map((text) => ({ label: '', text })) },
  ].filter((group) => group.lines.length > 0)
  return (
    <>
      <Heading text={translator.text('report/heading/not-checked')} />
      {groups.length === 0 ? <Text>{translator.text('report/none/not-checked')}</Text> : null}
      {each(groups, ({ key, lines }) => (
        <View style={{ marginBottom: 4 }}>
          <Text style={styles.label} minPresenceAhead={20}>
            {translator.text(`report/heading/not-checked-${key}`)}
          </Text>
          {each(lines, ({ label, text }) => (
            <Text style={styles.paragraph}>{label === '' ? text : translator.text('report/labelled', { label, text })}</Text>
          ))}
        </View>
      ))}
    </>
  )
}

function About({ report, translator }: Props): ReactElement {
  const isLong = report.identity.some(({ value }) => value.length > FITS_A_COLUMN)
  return (
    <View wrap={isLong}>
      <Heading text={translator.text('report/heading/about')} />
      <Text style={[styles.small, styles.paragraph]}>{[...report.scope, translator.text('report/times')].join(' ')}</Text>
      {each(report.identity, ({ label, value }) => (
        <Text style={[styles.small, styles.paragraph]}>{translator.text('report/labelled', { label, text: value })}</Text>
      ))}
    </View>
  )
}
