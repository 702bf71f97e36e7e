import { Link, makeStyles, tokens } from '@fluentui/react-components'

import type { ItemView } from '#shared/contract/index.ts'
import { CopyButton } from '../components/copy-button.tsx'
import { useTexts } from '../texts/text-context.tsx'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  address: {
    flexBasis: '100%',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
})

/** Where to read more. The address stands beside its link: a window with administrator rights opens none, it can be copied. */
export function References({ references }: { readonly references: ItemView['references'] }) {
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {references.map(({ title, url }) => (
        <li key={url} className={styles.line}>
          <Link href={url} target="_blank" rel="noreferrer" inline>
            {title} {text('checklists/references/new-window')}
          </Link>
          <CopyButton content={url} what={text('checklists/references/copy', { title })} />
          <span className={styles.address}>{url}</span>
        </li>
      ))}
    </ul>
  )
}
