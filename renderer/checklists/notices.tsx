import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components'

import type { CaseView } from '#shared/contract/index.ts'
import { useSettings } from '../app/settings-context.tsx'
import { RestartElevatedButton } from '../components/restart-elevated-button.tsx'
import { useTexts } from '../texts/text-context.tsx'

const useStyles = makeStyles({
  notices: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, marginBlockEnd: tokens.spacingVerticalXL },
  lines: { marginBlock: tokens.spacingVerticalXS, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
  folded: { '> summary': { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold } },
})

/** What keeps the result from being whole: parts that could not be read, and answers that count for nothing. */
export function Notices({ view }: { readonly view: CaseView }) {
  const { text } = useTexts()
  const { about } = useSettings()
  const styles = useStyles()
  const unread = view.notCollected.map(({ name, reason }) => text('checklists/not-collected-line', { name, reason }))
  if (view.elevated && unread.length === 0 && view.answerProblems.length === 0) return null
  return (
    <div className={styles.notices}>
      {view.elevated ? null : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{text('checklists/not-elevated')}</MessageBarBody>
          {view.source === 'live' && about.canElevate ? (
            <MessageBarActions>
              <RestartElevatedButton />
            </MessageBarActions>
          ) : null}
        </MessageBar>
      )}
      {unread.length === 0 ? null : (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <details className={styles.folded}>
              <summary>{text('checklists/not-collected', { count: unread.length })}</summary>
              <Lines lines={unread} />
            </details>
          </MessageBarBody>
        </MessageBar>
      )}
      {view.answerProblems.length === 0 ? null : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{text('checklists/answer-problems', { count: view.answerProblems.length })}</MessageBarTitle>
            <Lines lines={view.answerProblems} />
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  )
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  const styles = useStyles()
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line}>
          <bdi>{line}</bdi>
        </li>
      ))}
    </ul>
  )
}
