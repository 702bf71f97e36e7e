import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import { HourglassHalfRegular } from '@fluentui/react-icons/svg/hourglass-half'
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle'

import type { ChecklistView } from '#shared/contract/index.ts'

type Outcome = ChecklistView['outcome']

const icons: { readonly [Each in Outcome]: typeof CheckmarkCircleFilled } = {
  complete: CheckmarkCircleFilled,
  gaps: ErrorCircleFilled,
  open: HourglassHalfRegular,
  'not-applicable': SubtractCircleRegular,
}

const useStyles = makeStyles({
  word: {
    display: 'inline-flex',
    alignItems: 'center',
    flexShrink: 0,
    gap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { fontSize: tokens.fontSizeBase500 },
  complete: { color: tokens.colorStatusSuccessForeground1 },
  gaps: { color: tokens.colorStatusDangerForeground1 },
  open: { color: tokens.colorStatusWarningForeground1 },
  'not-applicable': { color: tokens.colorNeutralForeground3 },
})

/** What a checklist came to, as icon and word. */
export function OutcomeWord({ outcome, word }: { readonly outcome: Outcome; readonly word: string }) {
  const styles = useStyles()
  const Icon = icons[outcome]
  return (
    <span className={mergeClasses(styles.word, styles[outcome])}>
      <Icon aria-hidden className={styles.icon} />
      {word}
    </span>
  )
}
