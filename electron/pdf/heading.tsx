import { Text } from '@react-pdf/renderer'
import type { ReactElement } from 'react'

import { HEADING_PRESENCE, styles } from './style.ts'

/** A heading that never stands alone at the end of a page. */
export function Heading({ text }: { readonly text: string }): ReactElement {
  return (
    <Text style={styles.h2} minPresenceAhead={HEADING_PRESENCE}>
      {text}
    </Text>
  )
}
