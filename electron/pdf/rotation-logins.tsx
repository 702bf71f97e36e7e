import { Text, View } from '@react-pdf/renderer'
import type { ReactElement } from 'react'

import { each } from './each.ts'
import { Heading } from './heading.tsx'
import type { RotationReportProps } from './rotation-report-props.ts'
import { colours, styles, verdictColours } from './style.ts'

/** A login with more text than this may break over pages; kept together, it could be longer than a page. In characters. */
const KEPT_TOGETHER_CHARACTERS = 1500

/** Each login with how it changed, and who has which password. */
export function RotationLogins({ report: { logins }, translator }: RotationReportProps): ReactElement {
  return (
    <>
      <Heading text={translator.text('report/rotation/heading/logins')} />
      {each(logins, (login) => (
        <View
          style={[styles.item, { borderLeftColor: login.warning === undefined ? colours.line : verdictColours.fail }]}
          wrap={textLength(login) > KEPT_TOGETHER_CHARACTERS}
        >
          <Text style={styles.bold}>{login.name}</Text>
          <View style={{ flexDirection: 'row', flexWrap: 'wrap', marginTop: 2 }}>
            {each(login.facts, ({ label, value }) => (
              <View style={[styles.field, { width: '25%', marginBottom: 3 }]}>
                <Text style={styles.label}>{label}</Text>
                <Text style={styles.small}>{value}</Text>
              </View>
            ))}
          </View>
          <Text style={styles.label}>{translator.text('report/rotation/fact/holders')}</Text>
          {each(login.holders, (holder) => (
            <Text style={styles.small}>{holder}</Text>
          ))}
          {login.warning === undefined ? null : (
            <Text style={[styles.small, styles.verdict, { color: verdictColours.fail }]}>{`! ${login.warning}`}</Text>
          )}
        </View>
      ))}
    </>
  )
}

function textLength({ facts, holders, name }: RotationReportProps['report']['logins'][number]): number {
  return [name, ...facts.map(({ value }) => value), ...holders].join('').length
}
