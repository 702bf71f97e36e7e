import { Path, Svg, Text, View } from '@react-pdf/renderer'
import type { ReactElement } from 'react'

import { qrCode } from '#shared/report/qr.ts'
import type { ReportProps } from './report-props.ts'
import { shortened } from './shortened.ts'
import { styles } from './style.ts'

/** A longer name is set smaller; one longer still is cut here and stands whole among the fields. In characters. */
const FITS_THE_TITLE = 45
const LONGEST_WORD_OF_A_TITLE = 24
export const FITS_THE_FRONT = 150

const inTheSubtitle: ReadonlySet<string> = new Set(['server', 'erp', 'phase'])

/** Side of one module of the QR code, in points: 0.6 mm, which a telephone reads from paper. */
const MODULE = 1.7

/** Who and what, with the number and the QR code. */
export function Front({ report, translator }: ReportProps): ReactElement {
  const what = report.fields.filter(({ id }) => inTheSubtitle.has(id)).map(({ value }) => shortened(value, FITS_THE_FRONT))
  const code = qrCode(report.identity.qrText)
  const side = code.size * MODULE
  const quietZone = -4 * MODULE
  return (
    <View style={styles.front} wrap={false}>
      <View style={styles.frontNames}>
        <Text style={styles.kicker}>{report.title}</Text>
        <Text style={fitsTheTitle(report.organization) ? styles.title : styles.longTitle}>
          {shortened(report.organization, FITS_THE_FRONT)}
        </Text>
        <Text style={styles.subtitle}>{what.join(' · ')}</Text>
        <Text style={styles.number}>
          {translator.text('report/labelled', { label: translator.text('report/field/number'), text: report.identity.number })}
        </Text>
      </View>
      <Svg viewBox={`0 0 ${code.size} ${code.size}`} style={{ width: side, height: side, marginTop: quietZone, marginRight: quietZone }}>
        <Path d={code.path} fill="#000000" />
      </Svg>
    </View>
  )
}

function fitsTheTitle(name: string): boolean {
  return name.length <= FITS_THE_TITLE && name.split(' ').every((word) => word.length <= LONGEST_WORD_OF_A_TITLE)
}
