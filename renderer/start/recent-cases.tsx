import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'

import type { CaseLine } from '#shared/contract/index.ts'
import { useNavigation } from '../app/route-context.tsx'
import type { CoreClient } from '../client/core-client.ts'
import { useCore } from '../client/core-context.tsx'
import { useAct } from '../client/use-act.ts'
import { GradeMark } from '../components/grade-mark.tsx'
import { StateEmpty } from '../components/state-empty.tsx'
import { StateFailure } from '../components/state-failure.tsx'
import { StateLoading } from '../components/state-loading.tsx'
import { useTexts } from '../texts/text-context.tsx'

/** The rest is in the history. */
const SHOWN = 5

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: '14rem', minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
  small: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  more: { marginBlockStart: tokens.spacingVerticalM },
})

type CaseList = Awaited<ReturnType<CoreClient['cases']['list']>>

/** The servers that were worked on last, newest first; for a first run what will stand here. */
export function RecentCases() {
  const core = useCore()
  const { language, text } = useTexts()
  const { go } = useNavigation()
  const styles = useStyles()
  const { run, failure } = useAct()
  const [list, setList] = useState<CaseList | null>(null)
  const load = () => run(async () => setList(await core.cases.list({ language })))

  // biome-ignore lint/correctness/useExhaustiveDependencies: `load` is new with every drawing, the list is wanted once per language
  useEffect(load, [core, language])

  if (failure !== null) return <StateFailure failure={failure} retry={load} />
  if (list === null) return <StateLoading />
  const newest = list.cases.toSorted((left, right) => right.changedAt.localeCompare(left.changedAt))
  return (
    <>
      {list.damaged.length === 0 ? null : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{text('start/damaged', { names: list.damaged.join(', ') })}</MessageBarBody>
        </MessageBar>
      )}
      {newest.length === 0 ? <StateEmpty title={text('start/empty-title')} body={text('start/empty-body')} /> : null}
      <ul className={styles.list}>
        {newest.slice(0, SHOWN).map((line) => (
          <CaseRow key={line.id} line={line} />
        ))}
      </ul>
      {newest.length <= SHOWN ? null : (
        <Button className={styles.more} onClick={() => go({ screen: 'history' })}>
          {text('start/all-cases', { count: newest.length })}
        </Button>
      )}
    </>
  )
}

function CaseRow({ line }: { readonly line: CaseLine }) {
  const { text, moment } = useTexts()
  const { go } = useNavigation()
  const styles = useStyles()
  const { id, server, organization, source, collectedAt, grade, fail, open } = line
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <span className={styles.name}>{organization === '' ? server : text('start/case-name', { server, organization })}</span>
        <span className={styles.small}>{text(`start/case-${source}`, { moment: moment(collectedAt) })}</span>
      </span>
      <GradeMark grade={grade} />
      <span className={styles.small}>
        {text('start/case-counts', { gaps: text('start/gaps', { count: fail }), open: text('start/open', { count: open }) })}
      </span>
      <Button aria-label={text('start/continue-with', { server })} onClick={() => go({ screen: 'checklists', id })}>
        {text('start/continue')}
      </Button>
    </li>
  )
}
