import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { useId } from 'react'

import type { RunView } from '#shared/contract/index.ts'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { useAsked } from '../components/use-asked.ts'
import { useTexts } from '../texts/text-context.tsx'
import type { Run } from './use-run.ts'

type Decision = RunView['decisions'][number]

/** What undoes something is asked for once more. */
const ASKED: ReadonlySet<Decision['id']> = new Set(['back-chosen', 'cancelled'])

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  decision: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
  },
  button: { justifyContent: 'flex-start', textAlign: 'start' },
  explanation: { flexGrow: 1, flexBasis: '14rem', minWidth: 0, color: tokens.colorNeutralForeground2 },
})

/** What a person can decide, each with what it means. `first`: the first one is what mostly comes next. */
export function Decisions({ view, run, first = false }: { readonly view: RunView; readonly run: Run; readonly first?: boolean }) {
  const { text } = useTexts()
  const styles = useStyles()
  const { asked, ask, forget } = useAsked<Decision>()
  const isOff = run.busy || view.running
  // “Cancel” alone is what every dialog says of itself.
  const labelOf = ({ id, label }: Decision): string => (id === 'cancelled' ? text('rotation/decide/cancel') : label)
  const choose = (decision: Decision) => {
    if (isOff) return
    if (ASKED.has(decision.id)) ask(decision)
    else run.decide(decision.id)
  }
  return (
    <>
      <ul className={styles.list} aria-label={text('rotation/decisions')}>
        {view.decisions.map((decision, index) => (
          <DecisionLine
            key={decision.id}
            decision={decision}
            label={labelOf(decision)}
            isOff={isOff}
            isPrimary={first && index === 0}
            onChoose={() => choose(decision)}
          />
        ))}
      </ul>
      {asked === null ? null : (
        <ConfirmDialog
          open
          title={text(`rotation/decide/${asked.id}`)}
          body={
            <>
              <p>{asked.explanation}</p>
              <p>{text('rotation/decide/nothing-lost')}</p>
            </>
          }
          confirm={labelOf(asked)}
          dismiss={text('rotation/decide/keep')}
          onCancel={forget}
          onConfirm={() => {
            forget()
            run.decide(asked.id)
          }}
        />
      )}
    </>
  )
}

function DecisionLine(props: {
  readonly decision: Decision
  readonly label: string
  readonly isOff: boolean
  readonly isPrimary: boolean
  readonly onChoose: () => void
}) {
  const { decision, label, isOff, isPrimary, onChoose } = props
  const styles = useStyles()
  const explanation = useId()
  const restoreFocus = useRestoreFocusTarget()
  return (
    <li className={styles.decision}>
      <Button
        {...restoreFocus}
        className={styles.button}
        appearance={isPrimary ? 'primary' : 'secondary'}
        disabledFocusable={isOff}
        aria-describedby={explanation}
        onClick={onChoose}
      >
        {label}
      </Button>
      <span id={explanation} className={styles.explanation}>
        {decision.explanation}
      </span>
    </li>
  )
}
