import { makeStyles, tokens } from '@fluentui/react-components'

import type { RunView } from '#shared/contract/index.ts'
import { FoldedPart } from '../checklists/part.tsx'
import { useTexts } from '../texts/text-context.tsx'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    paddingBlock: tokens.spacingVerticalS,
    paddingInlineStart: 0,
    listStyleType: 'none',
  },
  time: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

/** What happened so far, newest last. */
export function Timeline({ view }: { readonly view: RunView }) {
  const { text, moment } = useTexts()
  const styles = useStyles()
  if (view.timeline.length === 0) return null
  return (
    <FoldedPart title={text('rotation/timeline', { count: view.timeline.length })}>
      <ol className={styles.list}>
        {view.timeline.map(({ at, line }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries are only ever added at the end, and may be alike
          <li key={index}>
            <time dateTime={at} className={styles.time}>
              {moment(at)}
            </time>
            {line}
          </li>
        ))}
      </ol>
    </FoldedPart>
  )
}
