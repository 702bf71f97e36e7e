import { makeStyles, tokens } from '@fluentui/react-components'

import { CopyButton } from '../components/copy-button.tsx'
import { useTexts } from '../texts/text-context.tsx'

const useStyles = makeStyles({
  text: { margin: 0 },
  command: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
})

/** Makes a snapshot with any sign-in, in the terminal; what it asks for is typed there. */
const COMMAND = 'erp-checkup collect --sql-login LOGIN --sql-keep-password --out server.json'

/** In a browser no password is taken: what signs in then, why, and the way to another sign-in. */
export function WhoInBrowser({ hasStored }: { readonly hasStored: boolean }) {
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <>
      <p className={styles.text}>{text(hasStored ? 'sql-server/browser-stored' : 'sql-server/browser')}</p>
      <div className={styles.command}>
        <code>{COMMAND}</code>
        <CopyButton content={COMMAND} what={text('sql-server/browser-command')} />
      </div>
    </>
  )
}
