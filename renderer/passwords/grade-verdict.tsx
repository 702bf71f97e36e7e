import { makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import { ShieldCheckmarkFilled } from '@fluentui/react-icons/svg/shield-checkmark'
import type { ReactNode } from 'react'

import type { PasswordGrade, PasswordVerdict, WeakReason } from '#shared/passwords/grade.ts'
import { type Texts, useTexts } from '../texts/text-context.tsx'

const icons: { readonly [Grade in PasswordGrade]: typeof ShieldCheckmarkFilled } = {
  best: ShieldCheckmarkFilled,
  good: CheckmarkCircleFilled,
  weak: ErrorCircleFilled,
}

const useStyles = makeStyles({
  area: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid transparent`,
    overflowWrap: 'anywhere',
  },
  heading: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, margin: 0 },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeHero700 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, display: 'grid', gap: tokens.spacingVerticalXS },
  best: { backgroundColor: tokens.colorStatusSuccessBackground1 },
  good: { backgroundColor: tokens.colorStatusSuccessBackground1 },
  weak: { backgroundColor: tokens.colorStatusDangerBackground1 },
  strong: { color: tokens.colorStatusSuccessForeground1 },
  poor: { color: tokens.colorStatusDangerForeground1 },
})

/** A grade as icon and word, why it is none better, and what to do. */
export function GradeVerdict(props: {
  readonly verdict: PasswordVerdict
  /** what makes it as good as it is; nothing where reasons and remarks say it all */
  readonly because?: string
  readonly action?: ReactNode
}) {
  const { verdict, because, action } = props
  const texts = useTexts()
  const styles = useStyles()
  const Icon = icons[verdict.grade]
  const lines = linesOf(texts, verdict)
  return (
    <div className={mergeClasses(styles.area, styles[verdict.grade])}>
      <h3 className={mergeClasses(styles.heading, verdict.grade === 'weak' ? styles.poor : styles.strong)}>
        <Icon aria-hidden className={styles.icon} />
        <Subtitle2>{texts.text(`passwords/grade/${verdict.grade}`)}</Subtitle2>
      </h3>
      {because === undefined ? null : <span>{because}</span>}
      {lines.length === 0 ? null : (
        <ul className={styles.list}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {action}
    </div>
  )
}

function linesOf(texts: Texts, { reasons, remarks }: PasswordVerdict): readonly string[] {
  return [...reasons.map((reason) => reasonInWords(texts, reason)), ...remarks.map((key) => texts.text(`passwords/remark/${key}`))]
}

function reasonInWords({ text }: Texts, reason: WeakReason): string {
  switch (reason.key) {
    case 'too-short':
      return text('passwords/reason/too-short', { length: reason.length, minimum: reason.minimum })
    case 'too-long': {
      const target = text(`passwords/target/${reason.target}`)
      return text('passwords/reason/too-long', { length: reason.length, limit: reason.limit, target })
    }
    case 'pattern':
      return text(`passwords/pattern/${reason.pattern}`)
    default:
      return text(`passwords/reason/${reason.key}`)
  }
}
