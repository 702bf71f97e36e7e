import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { PauseCircleFilled } from '@fluentui/react-icons/svg/pause-circle'
import { PlayCircleRegular } from '@fluentui/react-icons/svg/play-circle'

import type { RunView } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'
import { clockFace, useCoreTime } from './core-time.ts'

const useStyles = makeStyles({
  clock: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusXLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  paused: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
  },
  icon: { flexShrink: 0, fontSize: '2rem' },
  words: { display: 'flex', flexDirection: 'column' },
  time: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  runs: { fontWeight: tokens.fontWeightSemibold },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
})

/** How long the sync has been paused; nothing of it is announced, or it would be every second. */
export function PauseClock({ view }: { readonly view: RunView }) {
  const { text } = useTexts()
  const styles = useStyles()
  const { pausedSince, pausedBeforeMs } = view.clock
  if (pausedSince !== null) return <Ticking view={view} since={pausedSince} />
  return (
    <div className={styles.clock}>
      <PlayCircleRegular aria-hidden className={styles.icon} />
      <span className={styles.words}>
        <span className={styles.runs}>{text('rotation/clock/runs')}</span>
        {pausedBeforeMs === 0 ? null : (
          <span className={styles.small}>{text('rotation/clock/was-paused', { time: clockFace(pausedBeforeMs) })}</span>
        )}
      </span>
    </div>
  )
}

function Ticking({ view, since }: { readonly view: RunView; readonly since: string }) {
  const { text } = useTexts()
  const styles = useStyles()
  const now = useCoreTime(view)
  const label = text('rotation/clock/paused')
  return (
    <div className={mergeClasses(styles.clock, styles.paused)}>
      <PauseCircleFilled aria-hidden className={styles.icon} />
      <span className={styles.words}>
        <span className={styles.small}>{label}</span>
        <span className={styles.time} role="timer" aria-live="off" aria-label={label}>
          {clockFace(view.clock.pausedBeforeMs + Math.max(0, now - Date.parse(since)))}
        </span>
      </span>
    </div>
  )
}
