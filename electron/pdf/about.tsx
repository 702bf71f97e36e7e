import { Text, View } from '@react-pdf/renderer'
import type { ReactElement } from 'react'

import { each } from './each.ts'
import { Heading } from './heading.tsx'
import type { ReportProps } from './report-props.ts'
import { styles } from './style.ts'

/** More than this breaks over pages; kept together, it could be longer than one. In characters. */
const KEPT_TOGETHER_CHARACTERS = 1500

/** What the certificate is and is not, and what it can be compared by; the number, which stands in front, is the start of the checkup's id. */
export function About({ report, translator }: ReportProps): ReactElement {
  const sentences = [...report.scope, ...['times', 'digest-says', 'qr'].map((key) => translator.text(`report/${key}`))]
  const fields = report.identity.fields.filter(({ id }) => id !== 'number' && id !== 'checkup')
  return (
    <View wrap={fields.map(({ value }) => value).join('').length > KEPT_TOGETHER_CHARACTERS}>
      <Heading text={translator.text('report/heading/about')} />
      {each(fields, ({ label, value }) => (
        <Text style={styles.tiny}>
          <Text style={styles.soft}>{`${label}: `}</Text>
          {value}
        </Text>
      ))}
      <Text style={[styles.tiny, styles.soft, { marginTop: 2 }]}>{sentences.join(' ')}</Text>
    </View>
  )
}
