import { Field, Input, Select, Textarea } from '@fluentui/react-components'

import type { Suggestion } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'
import type { Draft, ListField } from './draft.ts'
import { fieldId, useForm } from './form-context.tsx'
import { Suggested } from './suggested.tsx'

type TextField = { [Name in keyof Draft]: Draft[Name] extends string ? Name : never }[keyof Draft]

/** A problem of a field as Fluent's Field takes it. */
export function validation(problem: string | undefined) {
  return problem === undefined ? {} : ({ validationState: 'error', validationMessage: problem } as const)
}

/** One line of text; `hint` is a key. */
export function TextInput(props: {
  readonly field: TextField
  readonly label: string
  readonly hint?: string
  readonly required?: boolean
  readonly type?: 'text' | 'date' | 'number'
}) {
  const { field, label, hint, required = false, type = 'text' } = props
  const { text } = useTexts()
  const { draft, change, problem } = useForm()
  return (
    <Field label={text(label)} required={required} hint={hint === undefined ? null : text(hint)} {...validation(problem(field))}>
      <Input id={fieldId(field)} type={type} value={draft[field]} onChange={(_event, { value }) => change({ [field]: value })} />
    </Field>
  )
}

/** A list, one entry a line. */
export function ListInput(props: {
  readonly field: ListField
  readonly label: string
  readonly hint: string
  readonly suggestion: Suggestion['field']
}) {
  const { field, label, hint, suggestion } = props
  const { text } = useTexts()
  const { draft, change, problem } = useForm()
  return (
    <div>
      <Field label={text(label)} hint={text(hint)} {...validation(problem(field))}>
        <Textarea
          id={fieldId(field)}
          rows={3}
          resize="vertical"
          spellCheck={false}
          value={draft[field]}
          onChange={(_event, { value }) => change({ [field]: value })}
        />
      </Field>
      <Suggested field={suggestion} focusId={fieldId(field)} />
    </div>
  )
}

/** One of few; the words of a choice are `prefix` and its id. */
export function Choice<Name extends 'product' | 'edition' | 'database'>(props: {
  readonly field: Name
  readonly label: string
  readonly prefix: string
  readonly choices: readonly Draft[Name][]
  readonly suggestion: Suggestion['field']
}) {
  const { field, label, prefix, choices, suggestion } = props
  const { text } = useTexts()
  const { draft, change } = useForm()
  return (
    <div>
      <Field label={text(label)}>
        <Select
          id={fieldId(field)}
          value={draft[field]}
          onChange={(_event, { value }) => {
            const chosen = choices.find((choice) => choice === value)
            if (chosen !== undefined) change({ [field]: chosen })
          }}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {text(choice === '' ? 'setup/not-told' : `${prefix}${choice}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Suggested field={suggestion} focusId={fieldId(field)} />
    </div>
  )
}
