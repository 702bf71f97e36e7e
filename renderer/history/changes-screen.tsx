import { Button, MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { ArrowSwapRegular } from '@fluentui/react-icons/svg/arrow-swap'
import { useCallback } from 'react'

import type { Comparison } from '#shared/contract/index.ts'
import { useNavigation } from '../app/route-context.tsx'
import { useCore } from '../client/core-context.tsx'
import { useQuestion } from '../client/use-question.ts'
import { PageTitle } from '../components/page-title.tsx'
import { StateEmpty } from '../components/state-empty.tsx'
import { StateFailure } from '../components/state-failure.tsx'
import { StateLoading } from '../components/state-loading.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { ChangedItem } from './changed-item.tsx'

/** What got worse is what a person came for. */
const directions = ['worse', 'better', 'same'] as const

const useStyles = makeStyles({
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 16rem), 1fr))',
    gap: tokens.spacingHorizontalL,
    margin: 0,
    marginBlockEnd: tokens.spacingVerticalL,
  },
  side: {
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
    '& dt': { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0 },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  notes: { marginBlockEnd: tokens.spacingVerticalL },
  lines: { marginBlock: tokens.spacingVerticalXS, paddingInlineStart: tokens.spacingHorizontalXL },
  summary: { margin: 0, marginBlockEnd: tokens.spacingVerticalL },
  group: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, marginBlockEnd: tokens.spacingVerticalXXL },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
})

interface Props {
  readonly id: string
  /** null: the case as it is now */
  readonly before: string | null
  readonly after: string | null
}

/** What changed between two checkups of one server. */
export function ChangesScreen({ id, before, after }: Props) {
  const core = useCore()
  const { language, text } = useTexts()
  const { go } = useNavigation()
  const compare = useCallback(() => core.reports.compare({ id, before, after, language }), [core, id, before, after, language])
  const { found, failure, reload } = useQuestion(compare)
  return (
    <>
      <PageTitle
        title={text('history/changes/title')}
        lead={found?.after.server}
        actions={
          <>
            <Button icon={<ArrowLeftRegular />} onClick={() => go({ screen: 'history' })}>
              {text('history/changes/back')}
            </Button>
            <Button icon={<ArrowSwapRegular />} onClick={() => go({ screen: 'changes', id, before: after, after: before })}>
              {text('history/changes/swap')}
            </Button>
          </>
        }
      />
      {failure === null ? null : <StateFailure failure={failure} retry={reload} />}
      {found === null ? failure === null && <StateLoading /> : <Changes id={id} comparison={found} />}
    </>
  )
}

function Changes({ id, comparison }: { readonly id: string; readonly comparison: Comparison }) {
  const { text, number } = useTexts()
  const styles = useStyles()
  const groups = directions.map((direction) => ({ direction, items: comparison.items.filter((item) => item.direction === direction) }))
  const counts = Object.fromEntries(groups.map(({ direction, items }) => [direction, number(items.length)]))
  return (
    <>
      <dl className={styles.sides}>
        <Side name="before" side={comparison.before} />
        <Side name="after" side={comparison.after} />
      </dl>
      <Notes notes={comparison.notes} />
      {comparison.items.length === 0 ? (
        <StateEmpty title={text('history/changes/none')} body={text('history/changes/none-does')} />
      ) : (
        <p className={styles.summary} role="status">
          {text('history/changes/summary', counts)}
        </p>
      )}
      {groups.map(({ direction, items }) =>
        items.length === 0 ? null : (
          <section key={direction} className={styles.group} aria-labelledby={`${direction}-heading`}>
            <h2 id={`${direction}-heading`} className={styles.heading}>
              {text(`history/changes/${direction}`, { count: items.length })}
            </h2>
            {items.map((item) => (
              <ChangedItem key={item.id} caseId={id} item={item} />
            ))}
          </section>
        ),
      )}
    </>
  )
}

function Side({ name, side }: { readonly name: 'before' | 'after'; readonly side: Comparison['before'] }) {
  const { text, moment } = useTexts()
  const styles = useStyles()
  return (
    <div className={styles.side}>
      <dt>{text(`history/changes/${name}`)}</dt>
      <dd className={styles.name}>{moment(side.at)}</dd>
      <dd>
        <bdi>{side.server}</bdi>
      </dd>
      <dd>{text(`history/changes/grade/${side.grade ?? 'none'}`)}</dd>
    </div>
  )
}

/** Why the two may not be comparable. */
function Notes({ notes }: { readonly notes: readonly string[] }) {
  const { text } = useTexts()
  const styles = useStyles()
  if (notes.length === 0) return null
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.notes}>
      <MessageBarBody>
        <MessageBarTitle>{text('history/changes/notes')}</MessageBarTitle>
        <ul className={styles.lines}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}
