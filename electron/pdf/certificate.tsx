import { Document, Page } from '@react-pdf/renderer'
import type { ReactElement } from 'react'

import type { Report } from '#shared/report/model.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { About } from './about.tsx'
import { Annex } from './annex.tsx'
import { Checklists, Logins } from './checklists.tsx'
import type { CertificateFont } from './fonts.ts'
import { Front } from './front.tsx'
import { mapStrings } from './map-strings.ts'
import { type PageTexts, pageFrame } from './page-frame.tsx'
import { Result } from './result.tsx'
import { NotCheckedParts, WhatIsLeft } from './sections.tsx'
import { NotApplicable, Passed } from './settled.tsx'
import { styles } from './style.ts'

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
        layout={pageFrame(pageTexts(report, translator), translator)}
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

function pageTexts(report: Report, translator: Translator): PageTexts {
  return {
    header: `${report.title} · ${report.organization}`,
    markFirst: report.sample ?? '',
    mark: report.sample === undefined ? '' : translator.text('report/sample-page'),
    server: report.server,
    number: translator.text('report/number', { number: report.identity.number }),
  }
}
