import { Text, View } from '@react-pdf/renderer'
import type { ReactElement } from 'react'

import type { ReportItem } from '#shared/report/model.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { each } from './each.ts'
import { Mark } from './mark.tsx'
import { HEADING_PRESENCE, styles, verdictColours } from './style.ts'

/** An item with more text than this may break over pages; kept together, it could be longer than a page. In characters. */
const KEPT_TOGETHER_CHARACTERS = 1500

/** One item that is not settled: title and verdict, its sentence, who answered what, and what to do first. */
export function ItemBlock({ item, translator }: { readonly item: ReportItem; readonly translator: Translator }): ReactElement {
  return (
    <View style={[styles.item, { borderLeftColor: verdictColours[item.verdict] }]} wrap={textLength(item) > KEPT_TOGETHER_CHARACTERS}>
      <View style={styles.itemHead} wrap={false} minPresenceAhead={HEADING_PRESENCE}>
        <Text style={styles.itemTitle}>{item.title}</Text>
        <Mark verdict={item.verdict} word={`${item.verdictWord} · ${item.severityWord}`} />
      </View>
      <Text>{item.sentence}</Text>
      {item.accepted === undefined ? null : <Text style={[styles.step, styles.bold]}>{item.accepted.inWords}</Text>}
      {each(item.answers, (answer) => (
        <Text style={styles.note}>{answer.sentence}</Text>
      ))}
      <FirstStep item={item} translator={translator} />
    </View>
  )
}

function FirstStep({
  item: { firstStep },
  translator,
}: {
  readonly item: ReportItem
  readonly translator: Translator
}): ReactElement | null {
  if (firstStep === undefined) return null
  return (
    <>
      <Text style={styles.step}>
        <Text style={styles.bold}>{`${translator.text('report/first-step-label')} `}</Text>
        {firstStep.text}
      </Text>
      {firstStep.restarts === undefined ? null : (
        <Text style={styles.note}>{translator.text('report/restarts', { what: firstStep.restarts })}</Text>
      )}
    </>
  )
}

function textLength(item: ReportItem): number {
  const texts = [item.title, item.sentence, item.firstStep?.text ?? '', ...item.answers.map((answer) => answer.sentence)]
  return texts.reduce((sum, text) => sum + text.length, 0)
}
