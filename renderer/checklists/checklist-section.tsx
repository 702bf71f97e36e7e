import { makeStyles, tokens } from '@fluentui/react-components'

import type { ChecklistView, ItemView } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'
import { ItemRow } from './item-row.tsx'
import { OutcomeWord } from './outcome-word.tsx'
import { ProgressStrip } from './progress-strip.tsx'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    borderRadius: tokens.borderRadiusXLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    overflow: 'hidden',
  },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalL },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  soft: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  items: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    '> li': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  },
  none: {
    margin: 0,
    padding: tokens.spacingHorizontalL,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
  },
})

/** One checklist: how far it is, and the items that the filter lets through. */
export function ChecklistSection(props: {
  readonly checklist: ChecklistView
  readonly shown: readonly ItemView[]
  readonly current: string | undefined
  readonly onOpen: (item: string) => void
}) {
  const { checklist, shown, current, onOpen } = props
  const { text } = useTexts()
  const styles = useStyles()
  const heading = `checklist-${checklist.id}`
  const hidden = checklist.items.length - shown.length
  return (
    <section className={styles.card} aria-labelledby={heading}>
      <div className={styles.head}>
        <div className={styles.line}>
          <h2 id={heading} className={styles.title}>
            {checklist.title}
          </h2>
          <OutcomeWord outcome={checklist.outcome} word={checklist.outcomeWord} />
        </div>
        <p className={styles.soft}>{checklist.reason ?? checklist.introduction}</p>
        <ProgressStrip items={checklist.items} />
        <p className={styles.soft}>{checklist.countsInWords}</p>
      </div>
      {shown.length === 0 ? null : (
        <ul className={styles.items}>
          {shown.map((item) => (
            <ItemRow key={item.id} item={item} current={item.id === current} withoutSentence={checklist.reason !== null} onOpen={onOpen} />
          ))}
        </ul>
      )}
      {hidden === 0 ? null : (
        <p className={styles.none}>
          {shown.length === 0 ? text('checklists/filter/none') : text('checklists/filter/hidden', { count: hidden })}
        </p>
      )}
    </section>
  )
}
