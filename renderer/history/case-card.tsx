import { Badge, Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { DocumentRegular } from '@fluentui/react-icons/svg/document'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'

import type { CaseLine } from '#shared/contract/index.ts'
import { useNavigation } from '../app/route-context.tsx'
import { GradeMark } from '../components/grade-mark.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { CompareForm } from './compare-form.tsx'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', justifyContent: 'space-between', gap: tokens.spacingHorizontalL },
  names: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
    flexGrow: 1,
    flexBasis: '16rem',
    minWidth: 0,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  soft: { color: tokens.colorNeutralForeground2 },
  result: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalL },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    '& dt': { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0 },
  },
  overdue: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, color: tokens.colorStatusWarningForeground1 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** One server of the history. `today` is a day of UTC. */
export function CaseCard(props: { readonly line: CaseLine; readonly today: string; readonly onRemove: (line: CaseLine) => void }) {
  const { line, today, onRemove } = props
  const { text } = useTexts()
  const { go } = useNavigation()
  const styles = useStyles()
  const heading = `case-${line.id}`
  const restoreFocus = useRestoreFocusTarget()
  return (
    <section className={styles.card} aria-labelledby={heading}>
      <div className={styles.head}>
        <div className={styles.names}>
          <h2 id={heading} className={styles.title}>
            <bdi>{line.server}</bdi>
          </h2>
          <bdi className={styles.soft}>{line.organization.trim() === '' ? text('history/no-organization') : line.organization}</bdi>
          <SourceMark source={line.source} />
        </div>
        <div className={styles.actions}>
          <Button
            appearance="primary"
            aria-label={text('history/open-which', { server: line.server })}
            onClick={() => go({ screen: 'checklists', id: line.id })}
          >
            {text('history/open')}
          </Button>
          <Button
            {...restoreFocus}
            icon={<DeleteRegular />}
            aria-label={text('history/remove-which', { server: line.server })}
            onClick={() => onRemove(line)}
          >
            {text('common/remove')}
          </Button>
        </div>
      </div>
      <div className={styles.result}>
        <GradeMark grade={line.grade} />
        <span>{text('history/count/fail', { count: line.fail })}</span>
        <span>{text('history/count/open', { count: line.open })}</span>
      </div>
      <CaseFacts line={line} today={today} />
      <CompareForm line={line} />
    </section>
  )
}

function SourceMark({ source }: { readonly source: CaseLine['source'] }) {
  const { text } = useTexts()
  if (source === 'live') return null
  const Icon = source === 'sample' ? BeakerRegular : DocumentRegular
  return (
    <Badge appearance="outline" icon={<Icon aria-hidden />}>
      {text(`history/${source}`)}
    </Badge>
  )
}

function CaseFacts({ line, today }: { readonly line: CaseLine; readonly today: string }) {
  const { text, moment } = useTexts()
  const styles = useStyles()
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{text('history/collected')}</dt>
        <dd>{moment(line.collectedAt)}</dd>
      </div>
      <div>
        <dt>{text('history/changed')}</dt>
        <dd>{moment(line.changedAt)}</dd>
      </div>
      <div>
        <dt>{text('history/review')}</dt>
        <dd>
          <Review day={line.nextReview} today={today} />
        </dd>
      </div>
    </dl>
  )
}

function Review({ day, today }: { readonly day: string | null; readonly today: string }) {
  const { text, day: inWords } = useTexts()
  const styles = useStyles()
  if (day === null) return text('history/review-none')
  if (day.slice(0, today.length) >= today) return inWords(day)
  return (
    <span className={styles.overdue}>
      <WarningFilled aria-hidden />
      {text('history/review-overdue', { date: inWords(day) })}
    </span>
  )
}
