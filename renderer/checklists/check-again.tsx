import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { type ReactNode, useId } from 'react'

import type { CaseView, ItemView } from '#shared/contract/index.ts'
import { useNavigation } from '../app/route-context.tsx'
import { useSettings } from '../app/settings-context.tsx'
import { useTexts } from '../texts/text-context.tsx'

const useStyles = makeStyles({
  area: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXS },
  hint: { flexGrow: 1, flexBasis: '14rem', margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

/** Reads again what one item looks at. Where that cannot be, the button stays, says why, and does nothing. */
export function CheckAgain(props: {
  readonly view: CaseView
  readonly item: ItemView
  /** another button beside it */
  readonly children?: ReactNode
}) {
  const { view, item, children } = props
  const { text } = useTexts()
  const { about } = useSettings()
  const { go } = useNavigation()
  const styles = useStyles()
  const hint = useId()
  const obstacle = obstacleOf(view, item, about.canRead)
  const asks = item.reads.includes('sql-server')
  return (
    <div className={styles.area}>
      <Button
        icon={<ArrowClockwiseRegular />}
        disabledFocusable={obstacle !== null}
        aria-describedby={hint}
        onClick={() => go({ screen: 'scan', id: view.id, probes: item.reads, item: item.id, ...(asks ? { ask: true } : {}) })}
      >
        {text('checklists/again')}
      </Button>
      {children}
      <p id={hint} className={styles.hint}>
        {text(`checklists/again/${obstacle ?? (asks ? 'sql' : 'what')}`)}
      </p>
    </div>
  )
}

type Obstacle = 'person' | 'sample' | 'file' | 'machine'

function obstacleOf(view: CaseView, item: ItemView, canRead: boolean): Obstacle | null {
  if (item.reads.length === 0) return 'person'
  if (view.source !== 'live') return view.source
  return canRead ? null : 'machine'
}
