import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'

import type { HandOverWays } from '#shared/contract/index.ts'

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, '& p': { margin: 0 } },
})

/** Why nothing is handed over here, and where it is. */
export function Elsewhere({ ways }: { readonly ways: Extract<HandOverWays, { kind: 'elsewhere' }> }) {
  const styles = useStyles()
  return (
    <MessageBar intent="info" layout="multiline" politeness="polite">
      <MessageBarBody className={styles.lines}>
        <p>{ways.line}</p>
        <p>{ways.next}</p>
      </MessageBarBody>
    </MessageBar>
  )
}
