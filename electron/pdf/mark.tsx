import { Text } from '@react-pdf/renderer'
import type { ReactElement } from 'react'

import type { Verdict } from '#shared/formats/checkup.ts'
import { styles, verdictColours, verdictSigns } from './style.ts'

/** A verdict by sign, word and colour. */
export function Mark({ verdict, word }: { readonly verdict: Verdict; readonly word: string }): ReactElement {
  return <Text style={[styles.verdict, { color: verdictColours[verdict] }]}>{`${verdictSigns[verdict]} ${word}`}</Text>
}
