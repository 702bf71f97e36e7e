import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

import { TrialBanner } from '../components/trial-banner.tsx'
import { useTexts } from '../texts/text-context.tsx'

const useStyles = makeStyles({
  // In view all the time, where it leaves room for what it is about.
  banner: {
    '@media (min-width: 40rem) and (min-height: 40rem)': { position: 'sticky', insetBlockStart: tokens.spacingVerticalS, zIndex: 2 },
  },
})

/** Says all the time that a rehearsal is no real change. */
export function RehearsalBanner({ children }: { readonly children?: ReactNode }) {
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <TrialBanner className={styles.banner} words={text('rotation/rehearsal-banner')}>
      {children}
    </TrialBanner>
  )
}
