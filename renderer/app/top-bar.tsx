import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { NavigationRegular } from '@fluentui/react-icons/svg/navigation'
import { type ReactNode, useState } from 'react'

import { useTexts } from '../texts/text-context.tsx'

const useStyles = makeStyles({
  name: { margin: 0, paddingInline: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  bar: {
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  barRow: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  barPanel: { paddingBlockStart: tokens.spacingVerticalL },
})

/** The navigation of a narrow window: folded away until it is asked for. */
export function TopBar({ panel }: { readonly panel: (onChosen: () => void) => ReactNode }) {
  const { text } = useTexts()
  const styles = useStyles()
  const [isOpen, setOpen] = useState(false)
  return (
    <header className={styles.bar}>
      <div className={styles.barRow}>
        <p className={styles.name}>{text('frame/first-name')}</p>
        <Button
          appearance="subtle"
          icon={isOpen ? <DismissRegular /> : <NavigationRegular />}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {text(isOpen ? 'frame/nav-close' : 'frame/nav-open')}
        </Button>
      </div>
      {isOpen ? <div className={styles.barPanel}>{panel(() => setOpen(false))}</div> : null}
    </header>
  )
}
