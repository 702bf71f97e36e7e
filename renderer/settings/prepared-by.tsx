import { Field, Input } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'

import { useTexts } from '../texts/text-context.tsx'

/** The contract takes no more. */
const LONGEST = 200

/** Who prepares the checkups: saved when a person leaves the field or presses Enter, and not at each letter. */
export function PreparedBy({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { text } = useTexts()
  const [typed, setTyped] = useState(value)
  const told = useRef(value)
  useEffect(() => {
    told.current = value
    setTyped(value)
  }, [value])
  /** Enter and leaving the field follow each other, often before the first has been kept: the same is told once. */
  const done = () => {
    const name = typed.trim()
    if (name === told.current) return
    told.current = name
    onChange(name)
  }
  return (
    <Field label={text('settings/preparedBy')} hint={text('settings/preparedBy-hint')}>
      <Input
        value={typed}
        maxLength={LONGEST}
        onChange={(_event, data) => setTyped(data.value)}
        onBlur={done}
        onKeyDown={(event) => {
          if (event.key === 'Enter') done()
        }}
      />
    </Field>
  )
}
