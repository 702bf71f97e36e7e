import { Document, Page, Text, View } from '@react-pdf/renderer'
import type { ComponentProps, ReactElement } from 'react'

import type { Report } from '#shared/report/model.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { Details } from './details.tsx'
import type { CertificateFont } from './fonts.ts'
import { mapStrings } from './map-strings.ts'
import { styles } from './style.ts'
import { Summary } from './summary.tsx'

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
      subject={report.checkupId}
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
        <Summary report={report} translator={translator} />
        <Details report={report} translator={translator} />
      </Page>
    </Document>
  )
}

/**
 * What stands around the content of every page.
 *
 * A `layout` also chooses the pagination that survives hundreds of items: the older one loses its place and throws.
 */
function pageLayout(report: Report, translator: Translator): (props: PageLayoutProps) => ReactElement {
  const sample = report.sample === undefined ? '' : `${translator.text('report/sample-short')} · `
  const header = shortened(`${report.title} · ${report.server} · ${report.organization}`)
  const footer = `${sample}${translator.text('report/checkup-id', { id: report.checkupId })}`
  return ({ children, pageNumber = 1, totalPages = 1 }) => (
    <>
      <View style={styles.accent} />
      {pageNumber === 1 ? null : <Text style={styles.pageHeader}>{header}</Text>}
      {children}
      <View style={styles.pageFooter}>
        <Text style={styles.pageFooterText}>{footer}</Text>
        <Text style={styles.pageFooterText}>{translator.text('report/page', { page: pageNumber, pages: totalPages })}</Text>
      </View>
    </>
  )
}

/** The head of a page is one line; the whole names stand on the first page. */
const HEADER_CHARACTERS = 110

function shortened(line: string): string {
  const characters = [...line]
  return characters.length <= HEADER_CHARACTERS ? line : `${characters.slice(0, HEADER_CHARACTERS - 1).join('')}…`
}
