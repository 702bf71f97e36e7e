import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode, RefObject } from 'react'

import { focusByKeyboard } from '../components/focus-by-keyboard.ts'

const useStyles = makeStyles({
  heading: {
    margin: 0,
    scrollMarginBlock: '8rem',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    ...focusByKeyboard,
  },
})

/** Where focus comes when what is to be done changes; null: something else on the page comes first. */
export type FocusPlace = RefObject<HTMLHeadingElement | null> | null

/** What is to be done now. */
export function NowHeading(props: { readonly heading: FocusPlace; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <h3 ref={props.heading} tabIndex={-1} className={styles.heading}>
      {props.children}
    </h3>
  )
}
