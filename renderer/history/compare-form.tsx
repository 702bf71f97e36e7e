import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useState } from 'react'

import type { CaseLine } from '#shared/contract/index.ts'
import { useNavigation } from '../app/route-context.tsx'
import { useTexts } from '../texts/text-context.tsx'

/** Value of the choice that stands for the case as it is now; no checkup's id is empty. */
const NOW = ''

const useStyles = makeStyles({
  area: {
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    paddingBlockStart: tokens.spacingVerticalM,
    '> summary': { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
  },
  none: {
    margin: 0,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    paddingBlockStart: tokens.spacingVerticalM,
    color: tokens.colorNeutralForeground2,
  },
  kept: { color: tokens.colorNeutralForeground2 },
  fields: {
    display: 'grid',
    alignItems: 'start',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 15rem), 1fr))',
    gap: tokens.spacingHorizontalM,
    marginBlock: tokens.spacingVerticalM,
  },
})

/** Kept checkups of one server, and the choice of two of them. */
export function CompareForm({ line }: { readonly line: CaseLine }) {
  const { text, moment } = useTexts()
  const { go } = useNavigation()
  const styles = useStyles()
  const [before, setBefore] = useState(line.checkups[0]?.id ?? NOW)
  const [after, setAfter] = useState(NOW)
  if (line.checkups.length === 0) return <p className={styles.none}>{text('history/kept-none')}</p>
  const isSame = before === after
  const choices = [
    { id: NOW, words: text('history/now') },
    ...line.checkups.map(({ id, at, grade }) => ({ id, words: text('history/kept-line', { moment: moment(at), grade: grade.word }) })),
  ]
  return (
    <details className={styles.area}>
      <summary>
        {text('history/compare')} <span className={styles.kept}>({text('history/kept', { count: line.checkups.length })})</span>
      </summary>
      <div className={styles.fields}>
        <Side name="before" choices={choices} value={before} onChoose={setBefore} />
        <Side
          name="after"
          choices={choices}
          value={after}
          onChoose={setAfter}
          problem={isSame ? text('history/compare-same') : undefined}
        />
      </div>
      <Button
        appearance="primary"
        disabledFocusable={isSame}
        aria-label={text('history/compare-which', { server: line.server })}
        onClick={() => go({ screen: 'changes', id: line.id, before: idOf(before), after: idOf(after) })}
      >
        {text('history/compare-do')}
      </Button>
    </details>
  )
}

function idOf(choice: string): string | null {
  return choice === NOW ? null : choice
}

function Side(props: {
  readonly name: 'before' | 'after'
  readonly choices: readonly { readonly id: string; readonly words: string }[]
  readonly value: string
  readonly onChoose: (id: string) => void
  readonly problem?: string | undefined
}) {
  const { name, choices, value, onChoose, problem } = props
  const { text } = useTexts()
  return (
    <Field
      label={text(`history/compare-${name}`)}
      {...(problem === undefined ? {} : { validationState: 'warning' as const, validationMessage: problem })}
    >
      <Select value={value} onChange={(_event, { value: chosen }) => onChoose(chosen)}>
        {choices.map(({ id, words }) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  )
}
