import { Button, Field, Input, makeStyles, Radio, RadioGroup, Textarea, tokens } from '@fluentui/react-components'
import { type FormEvent, useMemo, useRef, useState } from 'react'

import type { AnswerView, CaseView, ItemView } from '#shared/contract/index.ts'
import { useToast } from '../app/announce.tsx'
import { useSettings } from '../app/settings-context.tsx'
import { useCore } from '../client/core-context.tsx'
import { useAct } from '../client/use-act.ts'
import { StateFailure } from '../components/state-failure.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { type AnswerDraft, acceptanceRange, answerOf, asksForSubjects, type DayRange, type Need, needsOf } from './answer-draft.ts'
import { AnswerSubjects } from './answer-subjects.tsx'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
  kind: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  does: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  short: { maxWidth: '20rem' },
  act: { alignSelf: 'flex-start' },
})

interface FormProps {
  readonly view: CaseView
  readonly item: ItemView
  readonly onAnswered: (view: CaseView) => void
}

/** What a person says about an item; only the kinds that mean something here are offered. */
export function AnswerForm(props: FormProps) {
  const { text } = useTexts()
  const styles = useStyles()
  if (props.item.possibleAnswers.length === 0) return <p className={styles.none}>{text('checklists/answer/impossible')}</p>
  return <OpenForm {...props} />
}

function OpenForm({ view, item, onAnswered }: FormProps) {
  const { text } = useTexts()
  const styles = useStyles()
  const { settings } = useSettings()
  const range = useMemo(() => acceptanceRange(Date.now()), [])
  const empty: AnswerDraft = {
    kind: null,
    by: view.profile.preparedBy || settings.preparedBy,
    note: '',
    until: '',
    subjects: new Set(),
  }
  const [draft, setDraft] = useState(empty)
  const [asked, setAsked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { busy, failure, save } = useSave({ view, item, onAnswered })
  const needs = needsOf(draft, item, range)
  const change = (part: Partial<AnswerDraft>): void => setDraft((before) => ({ ...before, ...part }))
  const validation = (...wanted: readonly Need[]) => (asked ? needText(text, needs, wanted, range) : {})

  function submit(event: FormEvent): void {
    event.preventDefault()
    setAsked(true)
    const { kind } = draft
    if (needs.length > 0 || kind === null) {
      form.current?.querySelector<HTMLElement>(`[data-need="${needs[0]}"] :is(input, textarea)`)?.focus()
      return
    }
    save(answerOf({ ...draft, kind }, item), () => {
      setDraft({ ...empty, by: draft.by })
      setAsked(false)
    })
  }

  return (
    <form ref={form} className={styles.form} aria-label={text('checklists/answer/give')} noValidate onSubmit={submit}>
      <Kinds item={item} draft={draft} change={change} validation={validation('kind')} />
      {asksForSubjects(item) ? (
        <AnswerSubjects
          subjects={item.subjects}
          selected={draft.subjects}
          problem={validation('subjects').validationMessage}
          onSelect={(subjects) => change({ subjects })}
        />
      ) : null}
      {draft.kind === 'accepted-risk' ? (
        <Until draft={draft} change={change} range={range} validation={validation('until', 'until-range')} />
      ) : null}
      <Field
        data-need="note"
        label={text('checklists/answer/note')}
        hint={text('checklists/answer/note-hint')}
        required={draft.kind === 'kept'}
        {...validation('note')}
      >
        <Textarea value={draft.note} resize="vertical" onChange={(_event, { value }) => change({ note: value })} />
      </Field>
      <Field data-need="by" className={styles.short} label={text('checklists/answer/by')} required {...validation('by')}>
        <Input value={draft.by} autoComplete="name" onChange={(_event, { value }) => change({ by: value })} />
      </Field>
      {failure === null ? null : <StateFailure failure={failure} />}
      <Button type="submit" appearance="primary" className={styles.act} disabledFocusable={busy}>
        {text('checklists/answer/save')}
      </Button>
    </form>
  )
}

function useSave({ view, item, onAnswered }: FormProps) {
  const core = useCore()
  const toast = useToast()
  const { language, text } = useTexts()
  const { busy, failure, run } = useAct()
  return {
    busy,
    failure,
    save: (answer: ReturnType<typeof answerOf>, saved: () => void) =>
      run(async () => {
        const next = await core.cases.answer({ id: view.id, language, check: item.id, answer })
        saved()
        onAnswered(next)
        const verdict = next.checklists.flatMap(({ items }) => items).find(({ id }) => id === item.id)?.verdict ?? item.verdict
        toast(text('checklists/answer/saved', { title: item.title, verdict: text(`common/verdict/${verdict}`) }))
      }),
  }
}

type Validation = { readonly validationState?: 'error'; readonly validationMessage?: string }

function needText(text: ReturnType<typeof useTexts>['text'], needs: readonly Need[], wanted: readonly Need[], range: DayRange): Validation {
  const need = needs.find((each) => wanted.includes(each))
  if (need === undefined) return {}
  return { validationState: 'error', validationMessage: text(`checklists/answer/need/${need}`, { date: range.last }) }
}

interface PartProps {
  readonly draft: AnswerDraft
  readonly change: (part: Partial<AnswerDraft>) => void
  readonly validation: Validation
}

function Kinds({ item, draft, change, validation }: PartProps & { readonly item: ItemView }) {
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <Field data-need="kind" label={text('checklists/answer/kind')} required {...validation}>
      <RadioGroup value={draft.kind ?? ''} onChange={(_event, { value }) => change({ kind: value as AnswerView['kind'] })}>
        {item.possibleAnswers.map((kind) => (
          <Radio
            key={kind}
            value={kind}
            label={
              <>
                <span className={styles.kind}>{text(`checklists/kind/${kind}`)}</span>
                <span className={styles.does}>{text(`checklists/kind-does/${kind}`)}</span>
              </>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  )
}

function Until({ draft, change, range, validation }: PartProps & { readonly range: DayRange }) {
  const { text, day } = useTexts()
  const styles = useStyles()
  return (
    <Field
      data-need="until"
      className={styles.short}
      label={text('checklists/answer/until')}
      hint={text('checklists/answer/until-hint', { date: day(range.last) })}
      required
      {...validation}
    >
      <Input
        type="date"
        min={range.first}
        max={range.last}
        value={draft.until}
        onChange={(_event, { value }) => change({ until: value })}
      />
    </Field>
  )
}
