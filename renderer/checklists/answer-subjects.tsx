import { Checkbox, makeStyles, SearchBox, tokens } from '@fluentui/react-components'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import { useId, useState } from 'react'

import { useTexts } from '../texts/text-context.tsx'

/** More boxes than this are not looked through one by one; searching and *select all* reach the rest. */
const BOXES_SHOWN = 50
const SEARCH_FROM_BOXES = 8

const useStyles = makeStyles({
  boxes: {
    display: 'flex',
    flexDirection: 'column',
    maxHeight: '16rem',
    overflowY: 'auto',
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '& label': { overflowWrap: 'anywhere' },
  },
  area: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0, marginBlockEnd: tokens.spacingVerticalXXS },
  problem: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorStatusDangerForeground1,
  },
  soft: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

/** Which of the things that were found an answer is for. */
export function AnswerSubjects(props: {
  readonly subjects: readonly string[]
  readonly selected: ReadonlySet<string>
  readonly problem: string | undefined
  readonly onSelect: (subjects: ReadonlySet<string>) => void
}) {
  const { subjects, selected, problem, onSelect } = props
  const { text, number } = useTexts()
  const styles = useStyles()
  const problemId = useId()
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const matching = subjects.filter((subject) => subject.toLowerCase().includes(wanted))
  const hidden = matching.length - BOXES_SHOWN
  const all = selected.size === subjects.length
  const toggle = (subject: string, chosen: boolean): void => {
    const next = new Set(selected)
    if (chosen) next.add(subject)
    else next.delete(subject)
    onSelect(next)
  }
  return (
    <fieldset data-need="subjects" className={styles.area} aria-describedby={problem === undefined ? undefined : problemId}>
      <legend className={styles.legend}>{text('checklists/answer/subjects')}</legend>
      {subjects.length < SEARCH_FROM_BOXES ? null : (
        <SearchBox
          value={search}
          aria-label={text('checklists/answer/subjects-search')}
          placeholder={text('checklists/answer/subjects-search')}
          onChange={(_event, { value }) => setSearch(value)}
        />
      )}
      {subjects.length < 2 ? null : (
        <Checkbox
          checked={all ? true : selected.size === 0 ? false : 'mixed'}
          label={text('checklists/answer/select-all', { count: subjects.length })}
          onChange={() => onSelect(all ? new Set() : new Set(subjects))}
        />
      )}
      <div className={styles.boxes}>
        {matching.slice(0, BOXES_SHOWN).map((subject) => (
          <Checkbox
            key={subject}
            checked={selected.has(subject)}
            label={<bdi>{subject}</bdi>}
            onChange={(_event, { checked }) => toggle(subject, checked === true)}
          />
        ))}
      </div>
      {hidden <= 0 ? null : <p className={styles.soft}>{text('checklists/answer/more-subjects', { count: hidden })}</p>}
      <p className={styles.soft} role="status">
        {text('checklists/answer/selected', { count: selected.size, total: number(subjects.length) })}
      </p>
      {problem === undefined ? null : (
        <p id={problemId} role="alert" className={styles.problem}>
          <ErrorCircleFilled aria-hidden />
          {problem}
        </p>
      )}
    </fieldset>
  )
}
