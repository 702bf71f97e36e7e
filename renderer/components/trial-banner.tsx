import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker'
import type { ReactNode } from 'react'

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
    overflowWrap: 'anywhere',
  },
  words: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, flexGrow: 1, flexBasis: '14rem', minWidth: 0 },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
})

/** Says that what is on the page is no real server, or no real change; what can be done about that stands behind it. */
export function TrialBanner(props: { readonly words: string; readonly className?: string; readonly children?: ReactNode }) {
  const styles = useStyles()
  return (
    <div className={mergeClasses(styles.banner, props.className)} role="note">
      <span className={styles.words}>
        <BeakerRegular aria-hidden className={styles.icon} />
        <span>{props.words}</span>
      </span>
      {props.children}
    </div>
  )
}
