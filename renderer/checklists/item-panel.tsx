import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import type { RefObject } from 'react'

import type { CaseView, ItemView } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'
import { ItemDetail } from './item-detail.tsx'

const useStyles = makeStyles({
  panel: {
    boxSizing: 'border-box',
    minWidth: 0,
    position: 'sticky',
    insetBlockStart: tokens.spacingVerticalL,
    maxHeight: `calc(100vh - 2 * ${tokens.spacingVerticalL})`,
    overflowY: 'auto',
    scrollbarGutter: 'stable',
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
    '@container checklists (max-width: 899px)': {
      position: 'static',
      maxHeight: 'none',
      overflowY: 'visible',
      padding: 0,
      border: 'none',
      boxShadow: 'none',
      backgroundColor: 'transparent',
    },
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
    marginBlockEnd: tokens.spacingVerticalM,
  },
  close: { marginInlineEnd: 'auto' },
})

/** The open item: beside the list where there is room, in its place where there is none. */
export function ItemPanel(props: {
  readonly view: CaseView
  readonly item: ItemView
  readonly heading: RefObject<HTMLHeadingElement | null>
  readonly onView: (view: CaseView) => void
  readonly onClose: () => void
  readonly onMove: (by: -1 | 1) => void
}) {
  const { view, item, heading, onView, onClose, onMove } = props
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <Button className={styles.close} appearance="subtle" icon={<DismissRegular />} onClick={onClose}>
          {text('checklists/item/back')}
        </Button>
        <Button appearance="subtle" icon={<ArrowUpRegular />} aria-label={text('checklists/item/previous')} onClick={() => onMove(-1)} />
        <Button appearance="subtle" icon={<ArrowDownRegular />} aria-label={text('checklists/item/next')} onClick={() => onMove(1)} />
      </div>
      <ItemDetail view={view} item={item} heading={heading} onView={onView} />
    </div>
  )
}
