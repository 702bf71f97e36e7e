import { makeStyles, tokens } from '@fluentui/react-components'
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker'
import type { ReactNode } from 'react'

import { useTexts } from '../texts/text-context.tsx'

const useStyles = makeStyles({
  banner: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    marginBlockEnd: tokens.spacingVerticalL,
    paddingInline: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    // In view all the time, where it leaves room for what it is about.
    '@media (min-width: 40rem) and (min-height: 40rem)': { position: 'sticky', insetBlockStart: tokens.spacingVerticalS, zIndex: 2 },
  },
  words: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, flexGrow: 1, flexBasis: '14rem', minWidth: 0 },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
})

/** Says all the time that a rehearsal is no real change. */
export function RehearsalBanner({ children }: { readonly children?: ReactNode }) {
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <div className={styles.banner} role="note">
      <span className={styles.words}>
        <BeakerRegular aria-hidden className={styles.icon} />
        <span>{text('rotation/rehearsal-banner')}</span>
      </span>
      {children}
    </div>
  )
}
