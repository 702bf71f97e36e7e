import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import { ClockRegular } from '@fluentui/react-icons/svg/clock'

import type { ItemView } from '#shared/contract/index.ts'
import { VerdictBadge } from '../components/verdict-badge.tsx'
import { useTexts } from '../texts/text-context.tsx'

/** A border that is transparent is drawn there. */
const FORCED = '@media (forced-colors: active)'

const useStyles = makeStyles({
  row: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: 'minmax(8.5rem, max-content) minmax(0, 1fr) auto',
    gridTemplateAreas: '"badge title icon" ". sentence icon"',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    alignItems: 'center',
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalM,
    borderLeft: `${tokens.strokeWidthThickest} solid transparent`,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    [FORCED]: { borderLeftColor: 'Canvas' },
    '@container (max-width: 560px)': {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      gridTemplateAreas: '"badge icon" "title title" "sentence sentence"',
      paddingInline: tokens.spacingHorizontalM,
    },
  },
  title: {
    gridArea: 'title',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    ':focus-visible': { outlineStyle: 'none' },
    '::after': { content: '""', position: 'absolute', inset: 0 },
    ':focus-visible::after': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  current: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    borderLeftColor: tokens.colorCompoundBrandStroke,
    [FORCED]: { borderLeftColor: 'Highlight' },
  },
  badge: { gridArea: 'badge', justifySelf: 'start' },
  sentence: { gridArea: 'sentence', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  clamped: { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: '3', overflow: 'hidden' },
  accepted: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    marginBlockStart: tokens.spacingVerticalXXS,
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { gridArea: 'icon', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase500 },
})

/** Id of the row's button, for the focus to come back to. */
export function rowId(item: string): string {
  return `item-${item}`
}

/** One item of a list: what it came to and the sentence that says why. The title's button reaches over the whole row. */
export function ItemRow(props: {
  readonly item: ItemView
  readonly current: boolean
  /** the checklist has said it already for all of them */
  readonly withoutSentence: boolean
  readonly onOpen: (item: string) => void
}) {
  const { item, current, withoutSentence, onOpen } = props
  const { text, day } = useTexts()
  const styles = useStyles()
  const id = rowId(item.id)
  return (
    <li className={mergeClasses(styles.row, current && styles.current)}>
      <span id={`${id}-verdict`} className={styles.badge}>
        <VerdictBadge verdict={item.verdict} />
      </span>
      <button
        type="button"
        id={id}
        data-item={item.id}
        className={styles.title}
        aria-labelledby={`${id}-verdict ${id}`}
        aria-describedby={withoutSentence ? undefined : `${id}-sentence`}
        aria-current={current ? 'true' : undefined}
        onClick={() => onOpen(item.id)}
      >
        {item.title}
      </button>
      {withoutSentence ? null : (
        <div id={`${id}-sentence`} className={styles.sentence}>
          <bdi dir="ltr" className={styles.clamped}>
            {item.sentence}
          </bdi>
          {item.acceptedUntil === null ? null : (
            <span className={styles.accepted}>
              <ClockRegular aria-hidden />
              {text('checklists/item/accepted', { date: day(item.acceptedUntil) })}
            </span>
          )}
        </div>
      )}
      <ChevronRightRegular aria-hidden className={styles.icon} />
    </li>
  )
}
