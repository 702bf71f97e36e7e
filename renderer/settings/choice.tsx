import { Field, Radio, RadioGroup } from '@fluentui/react-components'

interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
}

/** One of a few, all of them in sight. */
export function Choice<Value extends string>(props: {
  readonly label: string
  readonly hint?: string
  readonly value: Value
  readonly options: readonly Option<Value>[]
  readonly onChoose: (value: Value) => void
}) {
  const { label, hint, value, options, onChoose } = props
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      <RadioGroup
        value={value}
        onChange={(_event, { value: chosen }) => {
          const option = options.find((each) => each.value === chosen)
          if (option !== undefined) onChoose(option.value)
        }}
      >
        {options.map((option) => (
          <Radio key={option.value} value={option.value} label={option.label} />
        ))}
      </RadioGroup>
    </Field>
  )
}
