import { makeStyles, tokens } from '@fluentui/react-components'
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker'

import type { CaseView } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'

const useStyles = makeStyles({
  banner: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginBlockEnd: tokens.spacingVerticalL,
    paddingInline: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    overflowWrap: 'anywhere',
  },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
})

/** Marks a sample server on every page of it; nothing for a real one. */
export function SampleBanner({ view }: { readonly view: Pick<CaseView, 'sample'> }) {
  const { text } = useTexts()
  const styles = useStyles()
  if (view.sample === null) return null
  return (
    <div className={styles.banner} role="note">
      <BeakerRegular aria-hidden className={styles.icon} />
      <span>{text('common/sample-banner', { title: view.sample })}</span>
    </div>
  )
}
