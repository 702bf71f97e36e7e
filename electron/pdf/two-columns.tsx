import { Text, View } from '@react-pdf/renderer'
import type { ComponentProps, ReactElement } from 'react'

import { styles } from './style.ts'

/**
 * Longer texts stand one below the other. In characters.
 *
 * Side by side they would be taller than a page, and a row that breaks over pages can lose lines of its shorter cell.
 */
const FITS_BESIDE = 400

interface Props {
  readonly left: string
  readonly right: string
  readonly style: NonNullable<ComponentProps<typeof View>['style']>
}

/** A name and what is said about it. */
export function TwoColumns({ left, right, style }: Props): ReactElement {
  if (left.length > FITS_BESIDE || right.length > FITS_BESIDE) {
    return (
      <>
        <Text style={styles.stackedLeft}>{left}</Text>
        <Text style={styles.stackedRight}>{right}</Text>
      </>
    )
  }
  return (
    <View style={[styles.columns, ...[style].flat()]} wrap={false}>
      <Text style={styles.leftColumn}>{left}</Text>
      <Text style={styles.rightColumn}>{right}</Text>
    </View>
  )
}
