import { makeStyles, tokens } from '@fluentui/react-components'

import type { SqlAccess, SqlProblem } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { SqlProblems } from './sql-problems.tsx'

const useStyles = makeStyles({
  area: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, marginBlockEnd: tokens.spacingVerticalL },
  folded: {
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '> summary': { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold, borderRadius: tokens.borderRadiusMedium },
    '> summary:focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
    '&[open] > summary': { marginBlockEnd: tokens.spacingVerticalL },
  },
})

/** After a reading: what could not be read of SQL Server, and the way to try it as somebody else. */
export function AnotherSignIn(props: { readonly problems: readonly SqlProblem[]; readonly onRead: (access: SqlAccess) => void }) {
  const { problems, onRead } = props
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <div className={styles.area}>
      <SqlProblems problems={problems} />
      <details className={styles.folded}>
        <summary>{text('sql-server/other-way')}</summary>
        <SignInForm problems={problems} action={text('sql-server/read-again')} onRead={onRead} />
      </details>
    </div>
  )
}
