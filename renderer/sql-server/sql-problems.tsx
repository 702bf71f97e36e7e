import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components'

import type { SqlProblem } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'

const useStyles = makeStyles({
  list: { marginBlock: tokens.spacingVerticalS, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
  one: { marginBlockEnd: tokens.spacingVerticalXS },
  next: { display: 'block' },
})

/** Which instances could not be read, why, and the next step for each; nothing where all were. */
export function SqlProblems({ problems }: { readonly problems: readonly SqlProblem[] }) {
  const { text } = useTexts()
  const styles = useStyles()
  if (problems.length === 0) return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{text('sql-server/problems', { count: problems.length })}</MessageBarTitle>
        <ul className={styles.list}>
          {problems.map((problem) => (
            <li key={`${problem.instance}\n${problem.line}`} className={styles.one}>
              <Problem {...problem} />
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}

function Problem({ instance, problem, line }: SqlProblem) {
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <>
      <strong>
        <bdi>{instance}</bdi>:
      </strong>{' '}
      {problem === null ? (
        <bdi lang="en">{line}</bdi>
      ) : (
        <>
          {text(`sql-problem/${problem}`)} <span className={styles.next}>{text(`sql-next/${problem}`)}</span>
        </>
      )}
    </>
  )
}
