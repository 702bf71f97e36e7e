import { Button, Field, Input, makeStyles, Radio, RadioGroup, Spinner, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { KeyRegular } from '@fluentui/react-icons/svg/key'
import { PlayRegular } from '@fluentui/react-icons/svg/play'
import { type FormEvent, useId, useRef, useState } from 'react'

import type { RunView } from '#shared/contract/index.ts'
import { useAsked } from '../components/use-asked.ts'
import { HandOverDialog } from '../hand-over/hand-over-dialog.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { type FocusPlace, NowHeading } from './now-heading.tsx'
import type { Run } from './use-run.ts'
import { useWait, Wait } from './wait.tsx'

type Act = NonNullable<RunView['act']>

const useStyles = makeStyles({
  act: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  instructions: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
  facts: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  short: { maxWidth: '24rem' },
  text: { margin: 0 },
})

/** The one act to do now: what exactly, how it is checked, and the button for it. */
export function CurrentAct(props: { readonly view: RunView; readonly act: Act; readonly run: Run; readonly heading: FocusPlace }) {
  const { view, act, run, heading } = props
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <div className={styles.act}>
      <NowHeading heading={heading}>{act.line}</NowHeading>
      {act.instructions.length === 0 ? null : (
        <ol className={styles.instructions} aria-label={text('rotation/act/instructions')}>
          {act.instructions.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      )}
      <p className={styles.facts}>
        {act.undo === null
          ? text('rotation/act/check', { check: act.check })
          : text('rotation/act/check-and-undo', { check: act.check, undo: act.undo })}
      </p>
      {view.typeIn !== null ? (
        <TypeItIn typeIn={view.typeIn} run={run} />
      ) : act.action === 'run' ? (
        <RunIt view={view} act={act} run={run} />
      ) : (
        <ConfirmIt key={act.id} view={view} act={act} run={run} />
      )}
    </div>
  )
}

interface ActProps {
  readonly view: RunView
  readonly act: Act
  readonly run: Run
}

/** A password goes to the sync tool's window through a dialog of its own; that it is there, a person says. */
function HandItOver({ view, act }: Pick<ActProps, 'view' | 'act'>) {
  const { text } = useTexts()
  const { asked, ask, forget } = useAsked<true>()
  const restoreFocus = useRestoreFocusTarget()
  return (
    <>
      <Button {...restoreFocus} size="large" icon={<KeyRegular />} onClick={() => ask(true)}>
        {text('rotation/act/hand-over')}
      </Button>
      {asked === null ? null : <HandOverDialog secret={{ kind: 'run', run: view.run, act: act.id }} login={act.line} onClose={forget} />}
    </>
  )
}

/** The program has forgotten a password that a person holds: before the act they type it in. */
function TypeItIn({ typeIn, run }: { readonly typeIn: NonNullable<RunView['typeIn']>; readonly run: Run }) {
  const { text } = useTexts()
  const styles = useStyles()
  const lineId = useId()
  return (
    <>
      <p id={lineId} className={styles.text}>
        {typeIn.line}
      </p>
      {typeIn.possible ? (
        <div className={styles.buttons}>
          <Button
            appearance="primary"
            size="large"
            icon={run.busy ? <Spinner size="tiny" aria-hidden /> : <KeyRegular />}
            disabledFocusable={run.busy}
            aria-describedby={lineId}
            onClick={() => {
              if (!run.busy) run.typeIn()
            }}
          >
            {text('rotation/act/type-in')}
          </Button>
        </div>
      ) : (
        <p className={styles.facts}>{text('rotation/act/type-in-nowhere')}</p>
      )}
    </>
  )
}

/** The program acts when it is told to; while it does, the button stays and does nothing. */
function RunIt({ view, act, run }: ActProps) {
  const { text } = useTexts()
  const styles = useStyles()
  const waitId = useId()
  const leftMs = useWait(view, act.notBefore)
  const isRunning = view.running || run.busy
  return (
    <>
      {act.notBefore === null || leftMs === 0 ? null : <Wait id={waitId} leftMs={leftMs} notBefore={act.notBefore} />}
      <div className={styles.buttons}>
        {act.handsOver ? <HandItOver view={view} act={act} /> : null}
        <Button
          appearance="primary"
          size="large"
          icon={isRunning ? <Spinner size="tiny" aria-hidden /> : <PlayRegular />}
          disabledFocusable={isRunning || leftMs > 0}
          aria-label={isRunning ? undefined : text('rotation/act/run-what', { line: act.line })}
          aria-describedby={leftMs > 0 ? waitId : undefined}
          onClick={() => {
            if (!isRunning && leftMs === 0) run.act(act.id)
          }}
        >
          {text(
            isRunning
              ? 'rotation/act/running'
              : act.kind === 'hand-over' && !view.rehearsal
                ? 'rotation/act/handed-over'
                : 'rotation/act/run',
          )}
        </Button>
      </div>
    </>
  )
}

/** A person acts, and says that it is done or that it did not work. */
function ConfirmIt({ view, act, run }: ActProps) {
  const { text } = useTexts()
  const styles = useStyles()
  const waitId = useId()
  const form = useRef<HTMLFormElement>(null)
  const [by, setBy] = useState('')
  const [session, setSession] = useState<'gone' | 'remains' | null>(null)
  const [asked, setAsked] = useState(false)
  const leftMs = useWait(view, act.notBefore)
  const isOff = run.busy || leftMs > 0
  const lacks = (act.asks === 'name' && by.trim() === '') || (act.asks === 'session' && session === null)
  const wrong = (key: string) => (asked && lacks ? ({ validationState: 'error', validationMessage: text(key) } as const) : {})

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (isOff) return
    setAsked(true)
    if (lacks) form.current?.querySelector<HTMLElement>('input')?.focus()
    else run.confirm(act.id, { outcome: 'done', by: by.trim() === '' ? null : by.trim(), session })
  }

  return (
    <form ref={form} className={styles.act} aria-label={act.line} noValidate onSubmit={submit}>
      {act.asks === 'name' ? (
        <Field className={styles.short} label={text('rotation/act/by')} required {...wrong('rotation/act/by-missing')}>
          <Input value={by} autoComplete="off" maxLength={200} onChange={(_event, { value }) => setBy(value)} />
        </Field>
      ) : null}
      {act.asks === 'session' ? (
        <Field label={text('rotation/act/session')} required {...wrong('rotation/act/session-missing')}>
          <RadioGroup value={session ?? ''} onChange={(_event, { value }) => setSession(value === 'gone' ? 'gone' : 'remains')}>
            <Radio value="gone" label={text('rotation/act/session-gone')} />
            <Radio value="remains" label={text('rotation/act/session-remains')} />
          </RadioGroup>
        </Field>
      ) : null}
      {act.notBefore === null || leftMs === 0 ? null : <Wait id={waitId} leftMs={leftMs} notBefore={act.notBefore} />}
      <div className={styles.buttons}>
        {act.handsOver ? <HandItOver view={view} act={act} /> : null}
        <Button
          type="submit"
          appearance="primary"
          size="large"
          icon={run.busy ? <Spinner size="tiny" aria-hidden /> : <CheckmarkRegular />}
          disabledFocusable={isOff}
          aria-describedby={leftMs > 0 ? waitId : undefined}
        >
          {text('rotation/act/done-it')}
        </Button>
        <Button
          size="large"
          disabledFocusable={run.busy}
          onClick={() => run.confirm(act.id, { outcome: 'not-done', by: null, session: null })}
        >
          {text('rotation/act/not-done')}
        </Button>
      </div>
    </form>
  )
}
