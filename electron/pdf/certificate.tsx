import { Document, Page, Text, View } from '@react-pdf/renderer'
import type { ComponentProps, ReactElement } from 'react'

import type { Report } from '#shared/report/model.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { About } from './about.tsx'
import { Annex } from './annex.tsx'
import { Checklists, Logins } from './checklists.tsx'
import type { CertificateFont } from './fonts.ts'
import { Front } from './front.tsx'
import { mapStrings } from './map-strings.ts'
import { Result } from './result.tsx'
import { NotCheckedParts, WhatIsLeft } from './sections.tsx'
import { NotApplicable, Passed } from './settled.tsx'
import { shortened } from './shortened.ts'
import { styles } from './style.ts'

type PageLayoutProps = Parameters<NonNullable<ComponentProps<typeof Page>['layout']>>[0]

/** The document: what is in it depends on the report and the language alone. */
export function certificate(
  given: Report,
  translator: Translator,
  font: CertificateFont,
  paper: 'a4' | 'letter',
): ReactElement<Document['props']> {
  const report = mapStrings(given, font.drawable)
  const evaluatedAt = new Date(report.evaluatedAt)
  return (
    <Document
      title={translator.text('report/title-of', { server: report.server })}
      author={report.organization}
      subject={report.identity.number}
      creator="ERP Sync Security Checkup"
      producer="ERP Sync Security Checkup"
      language={report.language}
      creationDate={evaluatedAt}
      modificationDate={evaluatedAt}
      pdfVersion="1.7"
    >
      <Page
        size={paper === 'a4' ? 'A4' : 'LETTER'}
        style={[styles.page, { fontFamily: font.family }]}
        layout={pageLayout(report, translator)}
      >
        <Front report={report} translator={translator} />
        <Result report={report} translator={translator} />
        <Checklists report={report} translator={translator} />
        <Logins report={report} translator={translator} />
        <WhatIsLeft report={report} translator={translator} />
        <NotCheckedParts report={report} translator={translator} />
        <Passed report={report} translator={translator} />
        <NotApplicable report={report} translator={translator} />
        <About report={report} translator={translator} />
        <Annex report={report} translator={translator} />
      </Page>
    </Document>
  )
}

/** The head of a page is one line; the whole names stand on the first page. In characters. */
const HEADER_CHARACTERS = 80
const FOOTER_CHARACTERS = 60

/**
 * What stands around the content of every page.
 *
 * A `layout` also chooses the pagination that survives hundreds of items: the older one loses its place and throws.
 */
function pageLayout(report: Report, translator: Translator): (props: PageLayoutProps) => ReactElement {
  const header = shortened(`${report.title} · ${report.organization}`, HEADER_CHARACTERS)
  const sample = report.sample === undefined ? '' : translator.text('report/sample-page')
  const sampleFirst = shortened(report.sample ?? '', HEADER_CHARACTERS + FOOTER_CHARACTERS)
  const footer = `${shortened(report.server, FOOTER_CHARACTERS)} · ${translator.text('report/number', { number: report.identity.number })}`
  return ({ children, pageNumber = 1, totalPages = 1 }) => (
    <>
      <View style={styles.accent} />
      <View style={styles.pageHeader}>
        <Text style={styles.pageText}>{pageNumber === 1 ? '' : header}</Text>
        <Text style={styles.pageSample}>{pageNumber === 1 ? sampleFirst : sample}</Text>
      </View>
      {children}
      <View style={styles.pageFooter}>
        <Text style={styles.pageText}>{footer}</Text>
        <Text style={styles.pageText}>{translator.text('report/page', { page: pageNumber, pages: totalPages })}</Text>
      </View>
    </>
  )
}
