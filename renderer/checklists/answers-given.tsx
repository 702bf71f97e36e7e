import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'

import type { AnswerView, CaseView, ItemView } from '#shared/contract/index.ts'
import { useToast } from '../app/announce.tsx'
import { useCore } from '../client/core-context.tsx'
import { useAct } from '../client/use-act.ts'
import { StateFailure } from '../components/state-failure.tsx'
import { useTexts } from '../texts/text-context.tsx'

/** More names than this make a sentence that nobody reads. */
const SUBJECTS_NAMED = 10

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  answer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, flexGrow: 1, flexBasis: '14rem', minWidth: 0 },
  kind: { fontWeight: tokens.fontWeightSemibold },
  soft: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  problem: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, color: tokens.colorStatusWarningForeground1 },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
})

/** What people have said about an item, and which of it counts for nothing and why. */
export function AnswersGiven(props: { readonly view: CaseView; readonly item: ItemView; readonly onView: (view: CaseView) => void }) {
  const { view, item, onView } = props
  const core = useCore()
  const toast = useToast()
  const { language, text } = useTexts()
  const styles = useStyles()
  const { busy, failure, run } = useAct()

  function remove(answer: AnswerView): void {
    run(async () => {
      onView(await core.cases.removeAnswer({ id: view.id, language, check: item.id, at: answer.at }))
      toast(text('checklists/answers/removed'))
    })
  }

  if (item.answers.length === 0) return <p className={styles.none}>{text('checklists/answers/none')}</p>
  return (
    <>
      <ul className={styles.list} aria-label={text('checklists/answers')}>
        {item.answers.map((answer, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two answers may bear one time
          <li key={`${index}\n${answer.at}`} className={styles.answer}>
            <AnswerWords answer={answer} />
            <Button
              size="small"
              icon={<DeleteRegular />}
              disabledFocusable={busy}
              aria-label={text('checklists/answers/remove-which', { kind: text(`checklists/kind/${answer.kind}`), by: answer.by })}
              onClick={() => remove(answer)}
            >
              {text('common/remove')}
            </Button>
          </li>
        ))}
      </ul>
      {failure === null ? null : <StateFailure failure={failure} />}
    </>
  )
}

function AnswerWords({ answer }: { readonly answer: AnswerView }) {
  const { text, moment, day } = useTexts()
  const styles = useStyles()
  return (
    <div className={styles.words}>
      <span className={styles.kind}>
        {text(`checklists/kind/${answer.kind}`)}
        {answer.until === null ? null : ` ${text('checklists/answers/until', { date: day(answer.until) })}`}
      </span>
      <bdi className={styles.soft}>{text('checklists/answers/by', { by: answer.by, moment: moment(answer.at) })}</bdi>
      {answer.subjects === null ? null : <Subjects subjects={answer.subjects} />}
      {answer.note === '' ? null : <bdi>{answer.note}</bdi>}
      {answer.counts ? null : (
        <span className={styles.problem}>
          <WarningFilled aria-hidden />
          <span>
            {text('checklists/answers/counts-not')}
            {answer.problem === null ? null : `: ${answer.problem}`}
          </span>
        </span>
      )}
    </div>
  )
}

function Subjects({ subjects }: { readonly subjects: readonly string[] }) {
  const { text, list } = useTexts()
  const styles = useStyles()
  const rest = subjects.length - SUBJECTS_NAMED
  const named =
    rest > 0 ? [...subjects.slice(0, SUBJECTS_NAMED), text('checklists/answers/more', { count: rest })].join(', ') : list(subjects)
  return <bdi className={styles.soft}>{text('checklists/answers/subjects', { count: subjects.length, subjects: named })}</bdi>
}
