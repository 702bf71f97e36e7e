import { Button, Checkbox, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'

import type { HandOverWays } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'
import type { HandOver, Way } from './use-hand-over.ts'

type Here = Extract<HandOverWays, { kind: 'here' }>

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, paddingBlockEnd: tokens.spacingVerticalL },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  way: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
  line: { margin: 0 },
  again: { alignSelf: 'flex-start' },
  folded: {
    '> summary': { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold, borderRadius: tokens.borderRadiusMedium },
    '> summary:focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
    '& dt': { fontWeight: tokens.fontWeightSemibold, marginBlockStart: tokens.spacingVerticalS },
    '& dd': { margin: 0 },
  },
})

/** What to do first, the ways that are open with the chosen one as the first choice, and why the others are closed. */
export function WaysHere({ ways, handOver }: { readonly ways: Here; readonly handOver: HandOver }) {
  const { advice, chosen, line, open, closed, whenPaused } = ways
  const { running, give, takeBack, lookAgain } = handOver
  const { text } = useTexts()
  const styles = useStyles()
  const [isPaused, setPaused] = useState(false)
  const offered = whenPaused !== null && isPaused ? [...open, whenPaused] : open
  const first = chosen ?? (isPaused ? whenPaused?.way : undefined)
  return (
    <div className={styles.parts}>
      {chosen === null ? <Note line={line} /> : null}
      {advice === null ? null : <Note line={advice} />}
      {offered.length === 0 ? null : (
        <ul className={styles.list} aria-label={text('hand-over/ways')}>
          {offered.map(({ way, line: does }) => (
            <li key={way} className={styles.way}>
              <p className={styles.line}>{does}</p>
              <WayButton way={way} isFirst={way === first} running={running} onGive={() => give(way, isPaused)} onTakeBack={takeBack} />
            </li>
          ))}
        </ul>
      )}
      {whenPaused === null ? null : (
        <Checkbox
          checked={isPaused}
          disabled={running !== null}
          label={text('hand-over/paused')}
          onChange={(_event, { checked }) => setPaused(checked === true)}
        />
      )}
      {chosen === null && running === null ? (
        <Button className={styles.again} onClick={lookAgain}>
          {text('hand-over/look-again')}
        </Button>
      ) : null}
      {closed.length === 0 ? null : (
        <details className={styles.folded}>
          <summary>{text('hand-over/closed', { count: closed.length })}</summary>
          <dl>
            {closed.map(({ way, reason }) => (
              <div key={way}>
                <dt>{text(`hand-over/name/${way}`)}</dt>
                <dd>{reason}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  )
}

function Note({ line }: { readonly line: string }) {
  return (
    <MessageBar intent="warning" layout="multiline" politeness="polite">
      <MessageBarBody>{line}</MessageBarBody>
    </MessageBar>
  )
}

/** While its way is gone, the same button takes back: the focus stays where it is. */
function WayButton(props: {
  readonly way: Way
  readonly isFirst: boolean
  readonly running: Way | null
  readonly onGive: () => void
  readonly onTakeBack: () => void
}) {
  const { way, isFirst, running, onGive, onTakeBack } = props
  const { text } = useTexts()
  const isGone = running === way
  return (
    <Button
      appearance={isFirst && !isGone ? 'primary' : 'secondary'}
      disabledFocusable={running !== null && !isGone}
      onClick={isGone ? onTakeBack : onGive}
    >
      {text(isGone ? 'hand-over/take-back' : `hand-over/act/${way}`)}
    </Button>
  )
}
