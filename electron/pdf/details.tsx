import { Text, View } from '@react-pdf/renderer'
import type { ReactElement } from 'react'

import type { Report } from '#shared/report/model.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { each } from './each.ts'
import { Heading } from './heading.tsx'
import { ItemBlock } from './item-block.tsx'
import { HEADING_PRESENCE, styles } from './style.ts'

/** Every item with what was found, checklist by checklist, from a new page on. */
export function Details({ report, translator }: { readonly report: Report; readonly translator: Translator }): ReactElement {
  return (
    <>
      <View break />
      <Heading text={translator.text('report/heading/details')} />
      {each(report.checklists, (checklist) => (
        <ChecklistDetails checklist={checklist} translator={translator} />
      ))}
    </>
  )
}

function ChecklistDetails({
  checklist,
  translator,
}: {
  readonly checklist: Report['checklists'][number]
  readonly translator: Translator
}): ReactElement {
  return (
    <>
      <View wrap={false} minPresenceAhead={HEADING_PRESENCE}>
        <Text style={styles.h3}>{checklist.title}</Text>
        <Text style={[styles.small, styles.soft, { marginBottom: 5 }]}>
          {translator.text('report/labelled', { label: checklist.outcomeWord, text: checklist.countsInWords })}
        </Text>
      </View>
      {each(checklist.items, (item) => (
        <ItemBlock item={item} translator={translator} shows="evidence" />
      ))}
    </>
  )
}
