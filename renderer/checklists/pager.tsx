import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'

import { useTexts } from '../texts/text-context.tsx'

const useStyles = makeStyles({
  pager: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  at: { fontVariantNumeric: 'tabular-nums' },
})

/** Goes through a long list page by page; nothing where one page holds it. */
export function Pager(props: {
  readonly page: number
  readonly pages: number
  readonly pageSize: number
  readonly total: number
  readonly onPage: (page: number) => void
}) {
  const { page, pages, pageSize, total, onPage } = props
  const { text, number } = useTexts()
  const styles = useStyles()
  if (pages < 2) return null
  const from = page * pageSize + 1
  const to = Math.min(total, from + pageSize - 1)
  return (
    <nav className={styles.pager} aria-label={text('checklists/pages')}>
      <Button
        size="small"
        icon={<ChevronLeftRegular />}
        aria-label={text('checklists/pages/previous')}
        disabledFocusable={page === 0}
        onClick={() => onPage(page - 1)}
      />
      <span className={styles.at} role="status">
        {text('checklists/pages/at', { from: number(from), to: number(to), total: number(total) })}
      </span>
      <Button
        size="small"
        icon={<ChevronRightRegular />}
        aria-label={text('checklists/pages/next')}
        disabledFocusable={page === pages - 1}
        onClick={() => onPage(page + 1)}
      />
    </nav>
  )
}
