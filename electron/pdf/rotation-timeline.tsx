import { Text, View } from '@react-pdf/renderer'
import type { ReactElement } from 'react'

import type { TimelineEntry, TimelineKind } from '#shared/report/rotation/timeline.ts'
import { each } from './each.ts'
import { Heading } from './heading.tsx'
import { KEPT_TOGETHER, Line } from './line.tsx'
import type { RotationReportProps } from './rotation-report-props.ts'
import { colours, HEADING_PRESENCE, styles, verdictColours } from './style.ts'

/** Signs that the font has; the sentence beside them says the same. */
const signs: { readonly [Kind in TimelineKind]: { readonly sign: string; readonly colour: string } } = {
  done: { sign: '', colour: colours.text },
  failed: { sign: '✗', colour: verdictColours.fail },
  begun: { sign: '…', colour: verdictColours.attention },
  decided: { sign: '→', colour: colours.accent },
  seen: { sign: '?', colour: verdictColours.unknown },
}

/** Wide enough for two times of a day. */
const TIME_WIDTH = 52
const SIGN_WIDTH = 12

/** Every entry of the journal, day by day. */
export function RotationTimeline({ report: { timeline }, translator }: RotationReportProps): ReactElement {
  return (
    <>
      <Heading text={translator.text('report/rotation/heading/timeline')} />
      {timeline.length === 0 ? <Line label="" text={translator.text('report/rotation/none/events')} /> : null}
      {each(timeline, ({ day, entries }) => (
        <>
          <Text style={[styles.small, styles.bold, { marginTop: 3 }]} minPresenceAhead={HEADING_PRESENCE}>
            {day}
          </Text>
          {each(entries, (entry) => (
            <Entry entry={entry} />
          ))}
        </>
      ))}
    </>
  )
}

function Entry({ entry: { kind, sentence, time } }: { readonly entry: TimelineEntry }): ReactElement {
  const { sign, colour } = signs[kind]
  return (
    <View style={[styles.line, { flexDirection: 'row', marginBottom: 1 }]} wrap={sentence.length > KEPT_TOGETHER}>
      <Text style={[styles.soft, { width: TIME_WIDTH }]}>{time}</Text>
      <Text style={[styles.bold, { width: SIGN_WIDTH, color: colour }]}>{sign}</Text>
      <Text style={[styles.rest, { color: colour }]}>{sentence}</Text>
    </View>
  )
}
