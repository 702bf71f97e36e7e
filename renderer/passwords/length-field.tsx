import { Field, Input, makeStyles, Slider, tokens } from '@fluentui/react-components'
import type { Ref } from 'react'

import { BEST_LENGTH, MINIMUM_LENGTH } from '#shared/passwords/policy.ts'
import { useTexts } from '../texts/text-context.tsx'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  number: { width: '6rem' },
  slider: { flexGrow: 1, minWidth: '10rem' },
})

/** Null: no length that a password may have. */
export function lengthIn(given: string, limit: number): number | null {
  if (!/^\d{1,4}$/.test(given.trim())) return null
  const length = Number(given)
  return length >= MINIMUM_LENGTH && length <= limit ? length : null
}

/** Number of characters, typed or drawn; what is typed is kept as it is and told apart from what can be used. */
export function LengthField(props: {
  readonly value: string
  readonly limit: number
  readonly input: Ref<HTMLInputElement>
  readonly onChange: (value: string) => void
}) {
  const { value, limit, input, onChange } = props
  const { text } = useTexts()
  const styles = useStyles()
  const length = lengthIn(value, limit)
  const range = { minimum: MINIMUM_LENGTH, limit, best: BEST_LENGTH }
  return (
    <div>
      <Field
        label={text('passwords/length')}
        hint={text('passwords/length-hint', range)}
        {...(length === null ? { validationState: 'error', validationMessage: text('passwords/length-wrong', range) } : {})}
      >
        {(field) => (
          <div className={styles.row}>
            <Input
              {...field}
              input={{ ref: input }}
              className={styles.number}
              inputMode="numeric"
              autoComplete="off"
              value={value}
              onChange={(_event, data) => onChange(data.value)}
            />
            <Slider
              className={styles.slider}
              aria-label={text('passwords/length-slider')}
              min={MINIMUM_LENGTH}
              max={limit}
              value={length ?? MINIMUM_LENGTH}
              onChange={(_event, data) => onChange(String(data.value))}
            />
          </div>
        )}
      </Field>
    </div>
  )
}
