import { Document, Page, Text, View } from '@react-pdf/renderer'
import type { ReactElement } from 'react'

import type { RotationReport } from '#shared/report/rotation/rotation-report.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { each } from './each.ts'
import type { CertificateFont } from './fonts.ts'
import { FITS_THE_FRONT } from './front.tsx'
import { Heading } from './heading.tsx'
import { KEPT_TOGETHER, Line } from './line.tsx'
import { mapStrings } from './map-strings.ts'
import { pageFrame } from './page-frame.tsx'
import { BigMark } from './result.tsx'
import { RotationLogins } from './rotation-logins.tsx'
import type { RotationReportProps } from './rotation-report-props.ts'
import { RotationTimeline } from './rotation-timeline.tsx'
import { shortened } from './shortened.ts'
import { styles, verdictColours } from './style.ts'

/** The document: what is in it depends on the report and the language alone. */
export function rotationReport(
  given: RotationReport,
  translator: Translator,
  font: CertificateFont,
  paper: 'a4' | 'letter',
): ReactElement<Document['props']> {
  const report = mapStrings(given, font.drawable)
  const madeAt = new Date(report.madeAt)
  const title = translator.text('report/rotation/title-of', { server: report.server })
  const frame = {
    header: title,
    markFirst: report.rehearsal ?? '',
    mark: report.rehearsal === undefined ? '' : translator.text('report/rotation/rehearsal-page'),
    server: report.server,
    number: translator.text('report/rotation/footer', { rotation: shortened(report.rotation, LONGEST_ID) }),
  }
  return (
    <Document
      title={title}
      subject={report.rotation}
      creator="ERP Sync Security Checkup"
      producer="ERP Sync Security Checkup"
      language={report.language}
      creationDate={madeAt}
      modificationDate={madeAt}
      pdfVersion="1.7"
    >
      <Page
        size={paper === 'a4' ? 'A4' : 'LETTER'}
        style={[styles.page, { fontFamily: font.family }]}
        layout={pageFrame(frame, translator)}
      >
        <Text style={styles.kicker}>{translator.text('report/rotation/kicker')}</Text>
        <Text style={report.server.length > LONG_NAME ? styles.longTitle : styles.title}>{shortened(report.server, FITS_THE_FRONT)}</Text>
        <Outcome report={report} translator={translator} />
        <Fields report={report} />
        <RotationLogins report={report} translator={translator} />
        <Sentences title={translator.text('report/rotation/heading/paused')} lines={report.paused} />
        <Troubles report={report} translator={translator} />
        <Sentences
          title={translator.text('report/rotation/heading/open')}
          lines={report.open.length > 0 ? report.open : [translator.text('report/rotation/none/open')]}
        />
        <RotationTimeline report={report} translator={translator} />
        <Sentences title={translator.text('report/rotation/heading/about')} lines={report.about} />
      </Page>
    </Document>
  )
}

/** Our own ids are shorter; in characters. */
const LONGEST_ID = 60

/** A name of more characters would take too many lines in the large type. */
const LONG_NAME = 40

const outcomeMarks: { readonly [Id in RotationReport['outcome']['id']]: 'pass' | 'attention' | 'fail' } = {
  complete: 'pass',
  'in-grace': 'pass',
  provisional: 'attention',
  cancelled: 'attention',
  'taken-back': 'attention',
  interrupted: 'fail',
  open: 'attention',
}

function Outcome({ report: { about, outcome, rehearsal }, translator }: RotationReportProps): ReactElement {
  const mark = outcomeMarks[outcome.id]
  return (
    <View style={styles.panel} wrap={false}>
      <BigMark mark={mark} />
      <View style={styles.rest}>
        <Text style={styles.label}>{translator.text('report/rotation/heading/result')}</Text>
        <Text style={[styles.grade, { color: verdictColours[mark] }]}>{outcome.word}</Text>
        <Text>{outcome.sentence}</Text>
        {rehearsal === undefined ? null : <Text style={[styles.bold, { color: verdictColours.attention }]}>{rehearsal}</Text>}
        <Text style={[styles.small, styles.soft]}>{about[0] ?? ''}</Text>
      </View>
    </View>
  )
}

/** The server stands above them. */
function Fields({ report: { fields } }: Pick<RotationReportProps, 'report'>): ReactElement {
  return (
    <View style={styles.fields}>
      {each(
        fields.filter(({ id }) => id !== 'server'),
        ({ label, value }) => (
          <View style={[styles.field, { width: '33.3%' }]} wrap={false}>
            <Text style={styles.label}>{label}</Text>
            <Text>{value}</Text>
          </View>
        ),
      )}
    </View>
  )
}

function Sentences({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): ReactElement {
  return (
    <>
      <Heading text={title} />
      {each(lines, (text) => (
        <Line label="" text={text} />
      ))}
    </>
  )
}

function Troubles({ report: { troubles }, translator }: RotationReportProps): ReactElement {
  if (troubles.length === 0) {
    return (
      <Sentences title={translator.text('report/rotation/heading/troubles')} lines={[translator.text('report/rotation/none/troubles')]} />
    )
  }
  return (
    <>
      <Heading text={translator.text('report/rotation/heading/troubles')} />
      {each(troubles, ({ decision, moment, sentence }) => (
        <View style={[styles.item, { borderLeftColor: verdictColours.attention, marginBottom: 4 }]} wrap={sentence.length > KEPT_TOGETHER}>
          <Text>
            <Text style={styles.soft}>{`${moment}  `}</Text>
            {sentence}
          </Text>
          {decision === undefined ? null : <Text style={styles.bold}>{decision}</Text>}
        </View>
      ))}
    </>
  )
}
