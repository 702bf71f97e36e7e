import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import { HourglassHalfRegular } from '@fluentui/react-icons/svg/hourglass-half'
import { ShieldCheckmarkFilled, ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark'

import type { CaseView } from '#shared/contract/index.ts'

type Grade = CaseView['grade']['id']

const icons: { readonly [Each in Grade]: typeof ShieldCheckmarkFilled } = {
  best: ShieldCheckmarkFilled,
  good: ShieldCheckmarkRegular,
  gaps: ErrorCircleFilled,
  incomplete: HourglassHalfRegular,
}

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightSemibold,
  },
  small: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  large: {
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    '@media (max-width: 30rem)': {
      flexWrap: 'wrap',
      hyphens: 'auto',
      fontSize: tokens.fontSizeBase600,
      lineHeight: tokens.lineHeightBase600,
    },
  },
  icon: { flexShrink: 0, fontSize: '1.25em' },
  best: { color: tokens.colorStatusSuccessForeground1 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  gaps: { color: tokens.colorStatusDangerForeground1 },
  incomplete: { color: tokens.colorStatusWarningForeground1 },
})

/** The grade of a whole checkup as icon and word. */
export function GradeMark(props: { readonly grade: { readonly id: Grade; readonly word: string }; readonly size?: 'small' | 'large' }) {
  const { grade, size = 'small' } = props
  const styles = useStyles()
  const Icon = icons[grade.id]
  return (
    <span className={mergeClasses(styles.mark, styles[size], styles[grade.id])}>
      <Icon aria-hidden className={styles.icon} />
      {grade.word}
    </span>
  )
}
