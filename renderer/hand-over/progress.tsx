import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'

import type { HandOverEvent } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'

const useStyles = makeStyles({
  place: {
    marginBlockEnd: tokens.spacingVerticalL,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  line: { margin: 0 },
  seconds: { display: 'block', fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
})

const intents = { done: 'success', refused: 'warning', warning: 'error' } as const

/** What happens now or became of it, announced politely; the page's own live region is hidden behind a dialog. */
export function Progress({ told, isRunning }: { readonly told: HandOverEvent | null; readonly isRunning: boolean }) {
  const styles = useStyles()
  const place = useRef<HTMLDivElement>(null)
  // Whenever something changes: the way that was gone may be closed after the next look, and its button with it.
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (told?.kind === 'end' && !isRunning && isLost) place.current?.focus()
  })
  return (
    <div ref={place} role="status" tabIndex={-1} className={styles.place}>
      {told === null ? null : (
        <MessageBar intent={told.kind === 'step' ? 'info' : intents[told.outcome]} layout="multiline" politeness="polite">
          <MessageBarBody>
            <p className={styles.line}>{told.line}</p>
            {told.kind === 'end' && told.next !== null ? <p className={styles.line}>{told.next}</p> : null}
            {told.kind === 'step' && told.clearsAfterMs !== null ? <Seconds clearsAfterMs={told.clearsAfterMs} /> : null}
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  )
}

/** More often than each second, so that no second is skipped. */
const LOOK_EVERY_MS = 250

const secondsOf = (durationMs: number): number => Math.max(0, Math.ceil(durationMs / 1000))

/** How long the clipboard still holds it; seen, and not said each second. */
function Seconds({ clearsAfterMs }: { readonly clearsAfterMs: number }) {
  const { text } = useTexts()
  const styles = useStyles()
  const [left, setLeft] = useState(secondsOf(clearsAfterMs))
  useEffect(() => {
    const endsAt = performance.now() + clearsAfterMs
    const timer = setInterval(() => setLeft(secondsOf(endsAt - performance.now())), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [clearsAfterMs])
  return (
    <span role="timer" aria-live="off" className={styles.seconds}>
      {text('hand-over/seconds', { count: left })}
    </span>
  )
}
