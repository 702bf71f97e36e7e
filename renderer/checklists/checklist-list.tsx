import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components'

import type { ChecklistView, ItemView } from '#shared/contract/index.ts'
import { useAnnounce } from '../app/announce.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { ChecklistSection } from './checklist-section.tsx'
import { isShown, isToDo } from './order.ts'
import { FoldedPart } from './part.tsx'

export type Filter = 'all' | 'to-do'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, minWidth: 0, containerType: 'inline-size' },
  filter: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  packs: { paddingInlineStart: tokens.spacingHorizontalXL, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

/** Items in the order of the page, as the filter lets them through; those of packs that do not apply are not among them. */
export function shownItems(checklists: readonly ChecklistView[], filter: Filter): ItemView[] {
  return checklists.filter(isShown).flatMap(({ items }) => filtered(items, filter))
}

function filtered(items: readonly ItemView[], filter: Filter): readonly ItemView[] {
  return filter === 'all' ? items : items.filter(isToDo)
}

/** The checklists and the packs that apply; those that do not are a line each. */
export function ChecklistList(props: {
  readonly checklists: readonly ChecklistView[]
  readonly filter: Filter
  readonly current: string | undefined
  readonly onFilter: (filter: Filter) => void
  readonly onOpen: (item: string) => void
}) {
  const { checklists, filter, current, onFilter, onOpen } = props
  const { text } = useTexts()
  const styles = useStyles()
  const others = checklists.filter((checklist) => !isShown(checklist))
  return (
    <div className={styles.list}>
      <FilterButtons filter={filter} toDo={shownItems(checklists, 'to-do').length} onFilter={onFilter} />
      {checklists.filter(isShown).map((checklist) => (
        <ChecklistSection
          key={checklist.id}
          checklist={checklist}
          shown={filtered(checklist.items, filter)}
          current={current}
          onOpen={onOpen}
        />
      ))}
      {others.length === 0 ? null : (
        <FoldedPart title={text('checklists/packs-not-applicable')}>
          <ul className={styles.packs}>
            {others.map(({ id, title, reason, outcomeWord }) => (
              <li key={id}>{text('checklists/pack-line', { title, reason: reason ?? outcomeWord })}</li>
            ))}
          </ul>
        </FoldedPart>
      )}
    </div>
  )
}

function FilterButtons({
  filter,
  toDo,
  onFilter,
}: {
  readonly filter: Filter
  readonly toDo: number
  readonly onFilter: (filter: Filter) => void
}) {
  const { text } = useTexts()
  const announce = useAnnounce()
  const styles = useStyles()
  const choose = (chosen: Filter): void => {
    onFilter(chosen)
    announce(chosen === 'all' ? text('checklists/filter/said-all') : text('checklists/filter/said-to-do', { count: toDo }))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a toolbar of two buttons is no set of fields
    <div role="group" aria-label={text('checklists/filter')} className={styles.filter}>
      <ToggleButton checked={filter === 'all'} onClick={() => choose('all')}>
        {text('checklists/filter/all')}
      </ToggleButton>
      <ToggleButton checked={filter === 'to-do'} onClick={() => choose('to-do')}>
        {text('checklists/filter/to-do', { count: toDo })}
      </ToggleButton>
    </div>
  )
}
