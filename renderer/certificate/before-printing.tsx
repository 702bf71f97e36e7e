import { Button, Link, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'

import type { CaseView } from '#shared/contract/index.ts'
import { useNavigation } from '../app/route-context.tsx'
import { allItems, isOpen, isToDo, worstFirst } from '../checklists/order.ts'
import { VerdictBadge } from '../components/verdict-badge.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { Panel } from './panel.tsx'

/** The worst few say what kind of work is left. */
const ITEMS_SHOWN = 5

const useStyles = makeStyles({
  text: { margin: 0 },
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS, overflowWrap: 'anywhere' },
  missing: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
})

/** What is still open before the page is worth printing. */
export function BeforePrinting({ view }: { readonly view: CaseView }) {
  const { text } = useTexts()
  const { go } = useNavigation()
  const styles = useStyles()
  const [all, setAll] = useState(false)
  const items = allItems(view)
  const left = worstFirst(items.filter(isToDo))
  const accepted = items.filter((item) => isOpen(item) && !isToDo(item)).length
  const rest = left.length - ITEMS_SHOWN
  return (
    <Panel id="open" title={text('certificate/open')}>
      <p className={styles.text}>{summaryOf(text, left.length, accepted)}</p>
      {left.length === 0 ? null : (
        <ul className={styles.list}>
          {(all ? left : left.slice(0, ITEMS_SHOWN)).map((item) => (
            <li key={item.id} className={styles.line}>
              <VerdictBadge verdict={item.verdict} />
              <Link as="button" inline onClick={() => go({ screen: 'checklists', id: view.id, item: item.id })}>
                {item.title}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {all || rest <= 0 ? null : (
        <Button appearance="subtle" onClick={() => setAll(true)}>
          {text('certificate/open/show-all', { count: rest })}
        </Button>
      )}
      <MissingDetails view={view} />
    </Panel>
  )
}

function summaryOf(text: ReturnType<typeof useTexts>['text'], left: number, accepted: number): string {
  if (left > 0) return text('certificate/open/left', { count: left })
  return accepted > 0 ? text('certificate/open/accepted', { count: accepted }) : text('certificate/open/ready')
}

function MissingDetails({ view }: { readonly view: CaseView }) {
  const { text } = useTexts()
  const { go } = useNavigation()
  const styles = useStyles()
  const missing = [
    ...(view.profile.organization.trim() === '' ? ['organization'] : []),
    ...((view.profile.preparedBy ?? '').trim() === '' ? ['prepared-by'] : []),
  ]
  if (missing.length === 0) return null
  return (
    <>
      <ul className={styles.missing}>
        {missing.map((name) => (
          <li key={name}>{text(`certificate/open/${name}`)}</li>
        ))}
      </ul>
      <Button onClick={() => go({ screen: 'setup', id: view.id })}>{text('certificate/open/details')}</Button>
    </>
  )
}
