import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowCircleRightFilled } from '@fluentui/react-icons/svg/arrow-circle-right'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { CircleRegular } from '@fluentui/react-icons/svg/circle'
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle'

import type { RunView } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'

type Step = RunView['steps'][number]

const icons: { readonly [State in Step['state']]: typeof CircleRegular } = {
  done: CheckmarkCircleFilled,
  current: ArrowCircleRightFilled,
  open: CircleRegular,
  'left-out': SubtractCircleRegular,
}

/** Below this width of the page the steps stand in one line, and only the current one is spelled out. */
const NARROW = '@container rotation (max-width: 839px)'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    [NARROW]: { flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  },
  step: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalSNudge,
    borderRadius: tokens.borderRadiusLarge,
    overflowWrap: 'anywhere',
    [NARROW]: { paddingInline: tokens.spacingHorizontalXXS, gap: tokens.spacingHorizontalXS },
  },
  current: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
    [NARROW]: { paddingInline: tokens.spacingHorizontalS },
  },
  icon: { display: 'flex', flexShrink: 0, fontSize: tokens.fontSizeBase500 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  open: { color: tokens.colorNeutralForeground3 },
  'left-out': { color: tokens.colorNeutralForeground3 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  /** spelled out for a screen reader alone where there is no room */
  notCurrent: {
    [NARROW]: {
      position: 'absolute',
      width: '1px',
      height: '1px',
      margin: '-1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
  },
  state: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  currentState: { color: 'inherit' },
})

/** The steps of the change, or of the way back, with what has become of each. */
export function ProgressRail({ view: { place, steps } }: { readonly view: RunView }) {
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <ol className={styles.list} aria-label={text(goesBack(place) ? 'rotation/steps-back' : 'rotation/steps')}>
      {steps.map(({ id, title, state }) => {
        const Icon = icons[state]
        const isCurrent = state === 'current'
        return (
          <li key={id} className={mergeClasses(styles.step, isCurrent && styles.current)} aria-current={isCurrent ? 'step' : undefined}>
            <span className={mergeClasses(styles.icon, state !== 'current' && styles[state])} title={isCurrent ? undefined : title}>
              <Icon aria-hidden />
            </span>
            <span className={mergeClasses(styles.words, !isCurrent && styles.notCurrent)}>
              <span>{title}</span>
              <span className={mergeClasses(styles.state, isCurrent && styles.currentState)}>{text(`rotation/step/${state}`)}</span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}

/** Once it is closed, its steps are those that led there. */
const goesBack = (place: RunView['place']): boolean => place === 'returning' || place === 'cancelled'
