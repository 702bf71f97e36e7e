import { makeStyles, SearchBox, tokens } from '@fluentui/react-components'
import { useDeferredValue, useMemo, useState } from 'react'

import type { ItemView } from '#shared/contract/index.ts'
import { VerdictBadge } from '../components/verdict-badge.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { worstEvidenceFirst } from './order.ts'
import { Pager } from './pager.tsx'

/** Few enough to be drawn at once, enough to hold what almost every item has. */
const ROWS_A_PAGE = 25
/** Fewer rows than this are found faster by eye. */
const SEARCH_FROM_ROWS = 8

const useStyles = makeStyles({
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
  search: { width: '100%', maxWidth: '24rem' },
  count: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    '& th, & td': {
      paddingBlock: tokens.spacingVerticalS,
      paddingInlineEnd: tokens.spacingHorizontalM,
      textAlign: 'start',
      verticalAlign: 'top',
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      overflowWrap: 'anywhere',
    },
    '& thead th': { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
    '& tbody th': { fontWeight: tokens.fontWeightMedium },
  },
  subject: { width: '42%' },
  soft: { display: 'block', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  badge: { display: 'block', marginBlockStart: tokens.spacingVerticalXXS },
})

/** What was found, worst first; a long list comes in pages and can be searched whole. */
export function EvidenceTable({ evidence }: { readonly evidence: ItemView['evidence'] }) {
  const { text, number } = useTexts()
  const styles = useStyles()
  const [search, setSearch] = useState('')
  const [page, setPage] = useState(0)
  const wanted = useDeferredValue(search.trim().toLowerCase())
  const ordered = useMemo(() => worstEvidenceFirst(evidence), [evidence])
  const found = useMemo(
    () =>
      wanted === ''
        ? ordered
        : ordered.filter((piece) => `${piece.subject}\n${piece.detail}\n${piece.probeName}`.toLowerCase().includes(wanted)),
    [ordered, wanted],
  )
  if (evidence.length === 0) return <p className={styles.none}>{text('checklists/evidence/none')}</p>
  const pages = Math.max(1, Math.ceil(found.length / ROWS_A_PAGE))
  const at = Math.min(page, pages - 1)
  const total = number(evidence.length)
  return (
    <>
      {evidence.length < SEARCH_FROM_ROWS ? null : (
        <SearchBox
          className={styles.search}
          value={search}
          aria-label={text('checklists/evidence/search')}
          placeholder={text('checklists/evidence/search')}
          onChange={(_event, { value }) => {
            setSearch(value)
            setPage(0)
          }}
        />
      )}
      <p className={styles.count} role="status">
        {countLine(text, found.length, total, wanted)}
      </p>
      {found.length === 0 ? null : <Rows rows={found.slice(at * ROWS_A_PAGE, (at + 1) * ROWS_A_PAGE)} />}
      <Pager page={at} pages={pages} pageSize={ROWS_A_PAGE} total={found.length} onPage={setPage} />
    </>
  )
}

function countLine(text: ReturnType<typeof useTexts>['text'], count: number, total: string, wanted: string): string {
  if (wanted === '') return text('checklists/evidence/shown', { count })
  return count === 0 ? text('checklists/evidence/no-match', { search: wanted }) : text('checklists/evidence/matching', { count, total })
}

function Rows({ rows }: { readonly rows: ItemView['evidence'] }) {
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.subject}>
            {text('checklists/evidence/subject')}
          </th>
          <th scope="col">{text('checklists/evidence/detail')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same piece may stand there twice, and rows hold no state
          <tr key={`${index}\n${piece.subject}`}>
            <th scope="row">
              <bdi>{piece.subject}</bdi>
              <span className={styles.soft}>{piece.probeName}</span>
            </th>
            <td>
              <bdi>{piece.detail}</bdi>
              <span className={styles.badge}>
                {piece.verdict === null ? (
                  <span className={styles.soft}>{text('checklists/evidence/context')}</span>
                ) : (
                  <VerdictBadge verdict={piece.verdict} />
                )}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
