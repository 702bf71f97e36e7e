import { type Page, Text, View } from '@react-pdf/renderer'
import type { ComponentProps, ReactElement } from 'react'

import type { Translator } from '#shared/texts/translator.ts'
import { shortened } from './shortened.ts'
import { styles } from './style.ts'

type PageLayoutProps = Parameters<NonNullable<ComponentProps<typeof Page>['layout']>>[0]

/** The head of a page is one line; the whole names stand on the first page. In characters. */
const HEADER_CHARACTERS = 80
const FOOTER_CHARACTERS = 60

/** What repeats on each page; an empty text stands for nothing. */
export interface PageTexts {
  /** from the second page on */
  readonly header: string
  /** what marks a page that shows nothing real: at length on the first page, briefly on the others */
  readonly markFirst: string
  readonly mark: string
  /** name of the server */
  readonly server: string
  /** what the document is told from others by */
  readonly number: string
}

/**
 * What stands around the content of every page.
 *
 * A `layout` also chooses the pagination that survives hundreds of items: the older one loses its place and throws.
 */
export function pageFrame(texts: PageTexts, translator: Translator): (props: PageLayoutProps) => ReactElement {
  const header = shortened(texts.header, HEADER_CHARACTERS)
  const markFirst = shortened(texts.markFirst, HEADER_CHARACTERS + FOOTER_CHARACTERS)
  const footer = `${shortened(texts.server, FOOTER_CHARACTERS)} · ${texts.number}`
  return ({ children, pageNumber = 1, totalPages = 1 }) => (
    <>
      <View style={styles.accent} />
      <View style={styles.pageHeader}>
        <Text style={styles.pageText}>{pageNumber === 1 ? '' : header}</Text>
        <Text style={styles.pageSample}>{pageNumber === 1 ? markFirst : texts.mark}</Text>
      </View>
      {children}
      <View style={styles.pageFooter}>
        <Text style={styles.pageText}>{footer}</Text>
        <Text style={styles.pageText}>{translator.text('report/page', { page: pageNumber, pages: totalPages })}</Text>
      </View>
    </>
  )
}
