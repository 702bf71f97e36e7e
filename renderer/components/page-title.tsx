import { makeStyles, tokens } from '@fluentui/react-components'
import { type ReactNode, useLayoutEffect, useRef } from 'react'

import { useArrival } from '../app/arrival.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { focusByKeyboard } from './focus-by-keyboard.ts'

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
    marginBlockEnd: tokens.spacingVerticalXXL,
  },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0, flexGrow: 1, flexBasis: '20rem' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    // A long German word fits a line of the narrowest window.
    '@media (max-width: 30rem)': { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, hyphens: 'auto' },
    ...focusByKeyboard,
  },
  lead: { margin: 0, maxWidth: '44rem', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** The one heading of a page: it names the window, and focus moves to it when a person comes from another page. */
export function PageTitle(props: { readonly title: string; readonly lead?: ReactNode; readonly actions?: ReactNode }) {
  const { title, lead, actions } = props
  const { text } = useTexts()
  const styles = useStyles()
  const heading = useRef<HTMLHeadingElement>(null)
  const arrival = useArrival()

  // At once: an effect that waits could take the arrival that was meant for the page after this one.
  useLayoutEffect(() => {
    document.title = text('frame/document-title', { page: title })
    if (!arrival.pending) return
    arrival.pending = false
    heading.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [title, text, arrival])

  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
