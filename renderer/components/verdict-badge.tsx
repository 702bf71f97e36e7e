import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import { PersonQuestionMarkFilled } from '@fluentui/react-icons/svg/person-question-mark'
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle'
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle'

import type { ItemView } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'

type Verdict = ItemView['verdict']

const icons: { readonly [Each in Verdict]: typeof CheckmarkCircleFilled } = {
  pass: CheckmarkCircleFilled,
  fail: ErrorCircleFilled,
  attention: PersonQuestionMarkFilled,
  unknown: QuestionCircleRegular,
  'not-applicable': SubtractCircleRegular,
}

const useStyles = makeStyles({
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    flexShrink: 0,
    gap: tokens.spacingHorizontalXS,
    paddingInline: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXXS,
    borderRadius: tokens.borderRadiusCircular,
    border: `${tokens.strokeWidthThin} solid transparent`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase400 },
  pass: { color: tokens.colorStatusSuccessForeground1, backgroundColor: tokens.colorStatusSuccessBackground1 },
  fail: { color: tokens.colorStatusDangerForeground1, backgroundColor: tokens.colorStatusDangerBackground1 },
  attention: { color: tokens.colorStatusWarningForeground1, backgroundColor: tokens.colorStatusWarningBackground1 },
  unknown: { color: tokens.colorNeutralForeground2, ...shorthands.borderColor(tokens.colorNeutralStrokeAccessible) },
  'not-applicable': { color: tokens.colorNeutralForeground3, backgroundColor: tokens.colorNeutralBackground3 },
})

/** A verdict as icon and word together, so that nothing rests on its colour. `word` replaces the usual one. */
export function VerdictBadge({ verdict, word }: { readonly verdict: Verdict; readonly word?: string }) {
  const { text } = useTexts()
  const styles = useStyles()
  const Icon = icons[verdict]
  return (
    <span className={mergeClasses(styles.badge, styles[verdict])}>
      <Icon aria-hidden className={styles.icon} />
      {word ?? text(`common/verdict/${verdict}`)}
    </span>
  )
}
