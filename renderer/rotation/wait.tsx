import { makeStyles, tokens } from '@fluentui/react-components'
import { HourglassHalfRegular } from '@fluentui/react-icons/svg/hourglass-half'
import { useEffect, useRef } from 'react'

import type { RunView } from '#shared/contract/index.ts'
import { useAnnounce } from '../app/announce.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { clockFace, useCoreTime } from './core-time.ts'

/** Longer than this nobody sits and looks: a day is told instead. */
const COUNTED_MS = 24 * 3_600_000

const useStyles = makeStyles({
  wait: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, margin: 0 },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
  time: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
})

/** Milliseconds until something may be completed; 0: now. That it may be now is announced once. */
export function useWait(view: RunView, notBefore: string | null): number {
  const { text } = useTexts()
  const announce = useAnnounce()
  const now = useCoreTime(view, notBefore !== null)
  const leftMs = notBefore === null ? 0 : Math.max(0, Date.parse(notBefore) - now)
  const waits = leftMs > 0
  const waited = useRef(waits)
  useEffect(() => {
    if (waited.current && !waits) announce(text('rotation/wait/over'))
    waited.current = waits
  }, [waits, announce, text])
  return leftMs
}

/** How long it still takes, as a countdown or as a day. */
export function Wait({ id, leftMs, notBefore }: { readonly id: string; readonly leftMs: number; readonly notBefore: string }) {
  const { text, moment } = useTexts()
  const styles = useStyles()
  return (
    <p id={id} className={styles.wait}>
      <HourglassHalfRegular aria-hidden className={styles.icon} />
      {leftMs > COUNTED_MS ? (
        <span>{text('rotation/wait/until', { moment: moment(notBefore) })}</span>
      ) : (
        <>
          <span>{text('rotation/wait/left')}</span>
          <span className={styles.time} role="timer" aria-live="off">
            {clockFace(leftMs + 999)}
          </span>
        </>
      )}
    </p>
  )
}
