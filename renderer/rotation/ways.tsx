import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowCircleLeftRegular } from '@fluentui/react-icons/svg/arrow-circle-left'
import { ArrowCircleRightRegular } from '@fluentui/react-icons/svg/arrow-circle-right'
import { LockClosedFilled } from '@fluentui/react-icons/svg/lock-closed'

import type { RunView } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'
import { Card } from './card.tsx'
import { Decisions } from './decisions.tsx'
import { isDeciding } from './now-card.tsx'
import type { Run } from './use-run.ts'

const useStyles = makeStyles({
  ways: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(16rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  way: { display: 'grid', gridTemplateColumns: '1.75rem minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  icon: { display: 'flex', fontSize: tokens.fontSizeBase600 },
  open: { color: tokens.colorStatusSuccessForeground1 },
  closed: { color: tokens.colorNeutralForeground2 },
  word: { fontWeight: tokens.fontWeightSemibold },
  reasons: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2 },
  reason: { '::first-letter': { textTransform: 'uppercase' } },
})

/** Whether it can go back, forward or both, and why not; always shown, with what can be decided while nothing is wrong. */
export function Ways({ view, run }: { readonly view: RunView; readonly run: Run }) {
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <Card title={text('rotation/ways')}>
      <ul className={styles.ways}>
        {(['back', 'forward'] as const).map((name) => {
          const { open, closed } = view.ways[name]
          const OpenIcon = name === 'back' ? ArrowCircleLeftRegular : ArrowCircleRightRegular
          return (
            <li key={name} className={styles.way}>
              <span className={mergeClasses(styles.icon, open ? styles.open : styles.closed)}>
                {open ? <OpenIcon aria-hidden /> : <LockClosedFilled aria-hidden />}
              </span>
              <div>
                <span className={mergeClasses(styles.word, open ? styles.open : styles.closed)}>
                  {text(`rotation/way/${name}-${open ? 'open' : 'closed'}`)}
                </span>
                {open || closed.length === 0 ? null : (
                  <ul className={styles.reasons}>
                    {closed.map(({ line }) => (
                      <li key={line}>
                        <div className={styles.reason}>{line}</div>
                      </li>
                    ))}
                  </ul>
                )}
              </div>
            </li>
          )
        })}
      </ul>
      {isDeciding(view) || view.decisions.length === 0 ? null : <Decisions view={view} run={run} />}
    </Card>
  )
}
