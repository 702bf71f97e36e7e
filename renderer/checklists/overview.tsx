import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowRightRegular } from '@fluentui/react-icons/svg/arrow-right'

import type { CaseView, ItemView } from '#shared/contract/index.ts'
import { GradeMark } from '../components/grade-mark.tsx'
import { VerdictBadge } from '../components/verdict-badge.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { allItems, isOpen, isToDo, worstFirst } from './order.ts'

const useStyles = makeStyles({
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 20rem), 1fr))',
    gap: tokens.spacingHorizontalL,
    marginBlockEnd: tokens.spacingVerticalXXL,
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    overflowWrap: 'anywhere',
  },
  step: { border: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}` },
  label: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  text: { margin: 0 },
  soft: { margin: 0, color: tokens.colorNeutralForeground2 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  counts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontVariantNumeric: 'tabular-nums',
  },
})

/** What the server came to, and the one thing to do next. */
export function Overview({ view, onOpen }: { readonly view: CaseView; readonly onOpen: (item: string) => void }) {
  const { text } = useTexts()
  const styles = useStyles()
  const { fail, open, pass, notApplicable } = view.counts
  const counts = [
    ['fail', fail],
    ['open', open],
    ['pass', pass],
    ['not-applicable', notApplicable],
  ] as const
  return (
    <div className={styles.cards}>
      <section className={styles.card} aria-labelledby="result-heading">
        <h2 id="result-heading" className={styles.label}>
          {text('checklists/result')}
        </h2>
        <GradeMark grade={view.grade} size="large" />
        <p className={styles.text}>{view.grade.sentence}</p>
        <ul className={styles.counts}>
          {counts.map(([name, count]) => (
            <li key={name}>{text(`checklists/count/${name}`, { count })}</li>
          ))}
        </ul>
        <p className={styles.soft}>{view.coverage}</p>
      </section>
      <NextStep items={allItems(view)} onOpen={onOpen} />
    </div>
  )
}

function NextStep({ items, onOpen }: { readonly items: readonly ItemView[]; readonly onOpen: (item: string) => void }) {
  const { text } = useTexts()
  const styles = useStyles()
  const [next] = worstFirst(items.filter(isToDo))
  return (
    <section className={mergeClasses(styles.card, styles.step)} aria-labelledby="next-heading">
      <h2 id="next-heading" className={styles.label}>
        {text('checklists/next')}
      </h2>
      {next === undefined ? (
        <p className={styles.text}>{text(items.some(isOpen) ? 'checklists/next/accepted' : 'checklists/next/done')}</p>
      ) : (
        <>
          <VerdictBadge verdict={next.verdict} />
          <h3 className={styles.title}>{next.title}</h3>
          <p className={styles.soft}>{next.steps[0]?.text ?? next.sentence}</p>
          <Button appearance="primary" icon={<ArrowRightRegular />} iconPosition="after" onClick={() => onOpen(next.id)}>
            {text('checklists/next/open')}
          </Button>
        </>
      )}
    </section>
  )
}
