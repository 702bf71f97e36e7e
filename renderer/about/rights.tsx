import { makeStyles, tokens } from '@fluentui/react-components'
import { InfoRegular } from '@fluentui/react-icons/svg/info'
import { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'

import type { About } from '#shared/contract/index.ts'
import { RestartElevatedButton } from '../components/restart-elevated-button.tsx'
import { useTexts } from '../texts/text-context.tsx'

/** What the rights of this process come to. */
type Rights = 'no-server' | 'elevated' | 'ordinary' | 'unknown'

const icons = { 'no-server': InfoRegular, elevated: ShieldCheckmarkRegular, ordinary: WarningRegular, unknown: InfoRegular } as const

const useStyles = makeStyles({
  row: { display: 'flex', gap: tokens.spacingHorizontalS },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
})

/** Whether the program runs as administrator, and what that means for what it can see. */
export function RightsInWords({ about }: { readonly about: Pick<About, 'canRead' | 'elevated' | 'canElevate'> }) {
  const { text } = useTexts()
  const styles = useStyles()
  const rights = rightsOf(about)
  const Icon = icons[rights]
  return (
    <span className={styles.row}>
      <Icon aria-hidden className={styles.icon} />
      <span className={styles.words}>
        <strong>{text(`about/rights/${rights}`)}</strong>
        <span>{text(`about/rights-means/${rights}`)}</span>
        {rights === 'ordinary' ? <span>{about.canElevate ? <RestartElevatedButton /> : text('about/rights-close')}</span> : null}
      </span>
    </span>
  )
}

function rightsOf({ canRead, elevated }: Pick<About, 'canRead' | 'elevated'>): Rights {
  if (!canRead) return 'no-server'
  if (elevated === null) return 'unknown'
  return elevated ? 'elevated' : 'ordinary'
}
