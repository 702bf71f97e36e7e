import { Text, View } from '@react-pdf/renderer'
import type { ReactElement } from 'react'

import type { ReportEvidence, ReportItem } from '#shared/report/model.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { each } from './each.ts'
import { Mark } from './mark.tsx'
import { HEADING_PRESENCE, styles, verdictColours } from './style.ts'
import { TwoColumns } from './two-columns.tsx'

/** So many pieces of evidence below one item: a certificate of hundreds of pages is read by nobody. */
const EVIDENCE_LINES = 25

/** An item with more text than this may break over pages; kept together, it could be longer than a page. In characters. */
const KEPT_TOGETHER_CHARACTERS = 1200

interface Props {
  readonly item: ReportItem
  readonly translator: Translator
  readonly shows: 'first-step' | 'evidence'
}

/** One item: title and verdict, its sentence, then what to do or what was found. */
export function ItemBlock({ item, translator, shows }: Props): ReactElement {
  const evidence = shows === 'evidence' ? item.evidence.slice(0, EVIDENCE_LINES) : []
  return (
    <View
      style={[styles.item, { borderLeftColor: verdictColours[item.verdict] }]}
      wrap={textLength(item, evidence) > KEPT_TOGETHER_CHARACTERS}
    >
      <View style={styles.itemHead} wrap={false} minPresenceAhead={HEADING_PRESENCE}>
        <Text style={styles.itemTitle}>{item.title}</Text>
        <Mark verdict={item.verdict} word={item.verdictWord} />
      </View>
      <Text style={styles.sentence}>{item.sentence}</Text>
      {shows === 'first-step' ? <WhatToDo item={item} translator={translator} /> : null}
      {each(item.answers, (answer) => (
        <Text style={styles.note}>{answer.sentence}</Text>
      ))}
      {each(evidence, (piece) => (
        <TwoColumns left={piece.subject} right={piece.detail} style={styles.evidence} />
      ))}
      {shows === 'evidence' && item.evidence.length > evidence.length ? (
        <Text style={styles.note}>{translator.text('report/more/pdf', { count: item.evidence.length - evidence.length })}</Text>
      ) : null}
    </View>
  )
}

function WhatToDo({ item, translator }: { readonly item: ReportItem; readonly translator: Translator }): ReactElement {
  const about = [translator.text('report/severity-is', { severity: item.severityWord })]
  if (item.accepted !== undefined) about.push(item.accepted.inWords)
  return (
    <>
      {item.firstStep === undefined ? null : (
        <Text style={styles.sentence}>{translator.text('report/first-step', { step: item.firstStep.text })}</Text>
      )}
      <Text style={item.accepted === undefined ? styles.note : [styles.note, styles.strong]}>{about.join(' · ')}</Text>
    </>
  )
}

function textLength(item: ReportItem, evidence: readonly ReportEvidence[]): number {
  const texts = [item.title, item.sentence, item.firstStep?.text ?? '', ...item.answers.map((answer) => answer.sentence)]
  const pieces = evidence.flatMap((piece) => [piece.subject, piece.detail])
  return [...texts, ...pieces].reduce((sum, text) => sum + text.length, 0)
}
