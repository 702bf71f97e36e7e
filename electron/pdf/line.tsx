import { Text } from '@react-pdf/renderer'
import type { ReactElement } from 'react'

import { styles } from './style.ts'

/** A longer line may break over pages. In characters. */
export const KEPT_TOGETHER = 900

/** A name and what is said about it, or a sentence alone where the name is empty. */
export function Line({ label, text }: { readonly label: string; readonly text: string }): ReactElement {
  return (
    <Text style={styles.line} wrap={label.length + text.length > KEPT_TOGETHER}>
      {label === '' ? null : <Text style={styles.bold}>{`${label}: `}</Text>}
      {text}
    </Text>
  )
}
