import { Button, MessageBar, MessageBarBody, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo'
import { CertificateRegular } from '@fluentui/react-icons/svg/certificate'
import { useCallback, useEffect, useRef, useState } from 'react'

import type { CaseView } from '#shared/contract/index.ts'
import { useToast } from '../app/announce.tsx'
import { useNavigation } from '../app/route-context.tsx'
import { useCore } from '../client/core-context.tsx'
import { useAct } from '../client/use-act.ts'
import { useCase } from '../client/use-case.ts'
import { PageTitle } from '../components/page-title.tsx'
import { SampleBanner } from '../components/sample-banner.tsx'
import { StateFailure } from '../components/state-failure.tsx'
import { StateLoading } from '../components/state-loading.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { ChecklistList, type Filter, shownItems } from './checklist-list.tsx'
import { ItemPanel } from './item-panel.tsx'
import { rowId } from './item-row.tsx'
import { Notices } from './notices.tsx'
import { allItems } from './order.ts'
import { Overview } from './overview.tsx'
import { useItemKeys } from './use-item-keys.ts'

/** Below this width of the page an open item takes the place of the list. */
const NARROW = '@container checklists (max-width: 899px)'

const useStyles = makeStyles({
  screen: { containerType: 'inline-size', containerName: 'checklists' },
  columns: { display: 'grid', alignItems: 'start', gap: tokens.spacingHorizontalXL, gridTemplateColumns: 'minmax(0, 1fr)' },
  beside: { gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 6fr)', [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)' } },
  away: { [NARROW]: { display: 'none' } },
})

/** The result of a checkup: what is wrong, what to do next, and one item at a time in full. */
export function ChecklistsScreen({ id, item }: { readonly id: string; readonly item?: string | undefined }) {
  const { view, failure, replace, reload } = useCase(id)
  if (failure !== null) return <StateFailure failure={failure} retry={reload} />
  if (view === null) return <StateLoading />
  return <Checklists view={view} item={item} onView={replace} />
}

interface Props {
  readonly view: CaseView
  readonly item: string | undefined
  readonly onView: (view: CaseView) => void
}

function Checklists({ view, item, onView }: Props) {
  const { text, moment } = useTexts()
  const { go } = useNavigation()
  const styles = useStyles()
  const [filter, setFilter] = useState<Filter>('all')
  const undo = useUndo(view, onView)
  const undoWords = view.undo === null ? undefined : text('checklists/undo-what', { what: view.undo })
  const { open, close, move, heading } = useItems(view, item, filter)
  useItemKeys({ move, close: item === undefined ? null : close, undo: view.undo === null ? null : undo.run })
  const opened = allItems(view).find((each) => each.id === item)
  return (
    <div className={styles.screen}>
      <SampleBanner view={view} />
      <PageTitle
        title={text('checklists/title')}
        lead={text('checklists/of-server', { server: view.server, moment: moment(view.collectedAt) })}
        actions={
          <>
            <Button
              icon={<ArrowUndoRegular />}
              disabledFocusable={view.undo === null || undo.busy}
              aria-label={undoWords}
              title={undoWords}
              onClick={undo.run}
            >
              {text('checklists/undo')}
            </Button>
            <Button icon={<CertificateRegular />} onClick={() => go({ screen: 'certificate', id: view.id })}>
              {text('checklists/to-certificate')}
            </Button>
          </>
        }
      />
      {undo.failure === null ? null : <StateFailure failure={undo.failure} />}
      {opened === undefined ? (
        <>
          <Overview view={view} onOpen={open} />
          <Notices view={view} />
        </>
      ) : null}
      {item !== undefined && opened === undefined ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{text('checklists/item/unknown', { item })}</MessageBarBody>
        </MessageBar>
      ) : null}
      <div className={mergeClasses(styles.columns, opened === undefined ? undefined : styles.beside)}>
        <div className={opened === undefined ? undefined : styles.away}>
          <ChecklistList checklists={view.checklists} filter={filter} current={opened?.id} onFilter={setFilter} onOpen={open} />
        </div>
        {opened === undefined ? null : (
          <ItemPanel view={view} item={opened} heading={heading} onView={onView} onClose={close} onMove={move} />
        )}
      </div>
    </div>
  )
}

/** Opens, closes and goes through items; focus follows to the opened item, and back to its row. */
function useItems(view: CaseView, item: string | undefined, filter: Filter) {
  const { go } = useNavigation()
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef<string | undefined>(undefined)
  const caseId = view.id
  const open = useCallback((next: string) => go({ screen: 'checklists', id: caseId, item: next }), [go, caseId])
  const close = useCallback(() => go({ screen: 'checklists', id: caseId }), [go, caseId])

  useEffect(() => {
    if (item !== undefined) {
      // The list has become narrower and longer: the row that was pressed may be elsewhere now.
      document.getElementById(rowId(item))?.closest('li')?.scrollIntoView({ block: 'nearest' })
      heading.current?.focus()
    } else if (before.current !== undefined) document.getElementById(rowId(before.current))?.focus()
    before.current = item
  }, [item])

  const move = useCallback(
    (by: -1 | 1) => {
      const onRow = document.activeElement?.closest('[data-item]')?.getAttribute('data-item') ?? undefined
      const next = neighbour(
        shownItems(view.checklists, filter).map((each) => each.id),
        onRow ?? item,
        by,
      )
      if (next === undefined) return
      if (onRow === undefined && item !== undefined) open(next)
      else document.getElementById(rowId(next))?.focus()
    },
    [view, filter, item, open],
  )
  return { open, close, move, heading }
}

/** The first one where nothing is chosen yet; the ends are ends. */
function neighbour(ids: readonly string[], current: string | undefined, by: -1 | 1): string | undefined {
  const at = current === undefined ? -1 : ids.indexOf(current)
  return at === -1 ? ids[0] : ids[at + by]
}

function useUndo(view: CaseView, onView: (view: CaseView) => void) {
  const core = useCore()
  const toast = useToast()
  const { language, text } = useTexts()
  const { busy, failure, run } = useAct()
  const { id, undo: what } = view
  const undo = useCallback(() => {
    if (what === null) return
    run(async () => {
      onView(await core.cases.undoAnswer({ id, language }))
      toast(text('checklists/undone', { what }))
    })
  }, [core, id, language, what, onView, run, text, toast])
  return { busy, failure, run: undo }
}
