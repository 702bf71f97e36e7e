import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'

import type { ItemView } from '#shared/contract/index.ts'

const stripes = (colour: string): string => `repeating-linear-gradient(135deg, ${colour} 0 3px, transparent 3px 6px)`

/** Fillings vanish there: the words beside the strip stay. */
const FORCED = '@media (forced-colors: active)'

const useStyles = makeStyles({
  strip: { display: 'flex', gap: tokens.spacingHorizontalXXS, height: '10px', [FORCED]: { display: 'none' } },
  cell: {
    flexGrow: 1,
    flexBasis: 0,
    maxWidth: '4rem',
    minWidth: '4px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusSmall,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  pass: {
    backgroundColor: tokens.colorStatusSuccessForeground3,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusSuccessForeground3}`,
  },
  fail: { backgroundColor: tokens.colorStatusDangerBackground1, backgroundImage: stripes(tokens.colorStatusDangerForeground3) },
  attention: { backgroundImage: `linear-gradient(${tokens.colorStatusWarningForeground3} 0 50%, transparent 50% 100%)` },
  unknown: { border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStrokeAccessible}` },
  'not-applicable': { height: '2px', alignSelf: 'center', border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
})

/** A cell for each item, told apart by filling as well as by colour; the counts beside it say the same in words. */
export function ProgressStrip({ items }: { readonly items: readonly ItemView[] }) {
  const styles = useStyles()
  return (
    <div className={styles.strip} aria-hidden>
      {items.map(({ id, verdict }) => (
        <span key={id} className={mergeClasses(styles.cell, styles[verdict])} />
      ))}
    </div>
  )
}
