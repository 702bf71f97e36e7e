import { Text, View } from '@react-pdf/renderer'
import type { ReactElement } from 'react'

import type { ReportItem } from '#shared/report/model.ts'
import { each } from './each.ts'
import { Heading } from './heading.tsx'
import { ItemBlock } from './item-block.tsx'
import { Line } from './line.tsx'
import type { ReportProps } from './report-props.ts'
import { HEADING_PRESENCE, styles } from './style.ts'

/** Gaps, accepted risks and open items, each item once. */
export function WhatIsLeft({ report, translator }: ReportProps): ReactElement {
  const notAccepted = (items: readonly ReportItem[]): readonly ReportItem[] => items.filter(({ accepted }) => accepted === undefined)
  const parts = [
    { id: 'gaps', items: notAccepted(report.gaps) },
    { id: 'accepted', items: report.accepted },
    { id: 'open', items: notAccepted(report.open) },
  ].filter(({ items }) => items.length > 0)
  return (
    <>
      {each(parts, ({ id, items }) => (
        <>
          <Heading text={translator.text(`report/heading/${id}`)} />
          {each(items, (item) => (
            <ItemBlock item={item} translator={translator} />
          ))}
        </>
      ))}
    </>
  )
}

/** What nothing can be said about, and why. */
export function NotCheckedParts({ report: { notChecked }, translator }: ReportProps): ReactElement | null {
  if (notChecked.isEmpty) return null
  const groups = [
    { key: 'items', lines: notChecked.items.map(({ title, sentence }) => ({ label: title, text: sentence })) },
    { key: 'probes', lines: notChecked.probes.map(({ name, reason }) => ({ label: name, text: reason })) },
    { key: 'answers', lines: notChecked.answers.map((text) => ({ label: '', text })) },
  ].filter((group) => group.lines.length > 0)
  return (
    <>
      <Heading text={translator.text('report/heading/not-checked')} />
      {each(groups, ({ key, lines }) => (
        <View style={{ marginBottom: 4 }}>
          <Text style={[styles.small, styles.soft]} minPresenceAhead={HEADING_PRESENCE}>
            {translator.text(`report/heading/not-checked-${key}`)}
          </Text>
          {each(lines, (line) => (
            <Line {...line} />
          ))}
        </View>
      ))}
    </>
  )
}
