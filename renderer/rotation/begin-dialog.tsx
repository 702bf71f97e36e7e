import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'

import type { RotationPreparation } from '#shared/contract/index.ts'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { useTexts } from '../texts/text-context.tsx'

interface Props {
  readonly preparation: RotationPreparation
  /** logins that change */
  readonly count: number
  /** with what was typed; null: nothing had to be */
  readonly onConfirm: (typed: string | null) => void
  readonly onCancel: () => void
}

/** The last question before a server is changed; where secrets are lost, the names of their accounts are typed. */
export function BeginDialog({ preparation, count, onConfirm, onCancel }: Props) {
  const { server, pausedAtLeastMinutes, typeToConfirm } = preparation
  const { text, number } = useTexts()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState(false)
  const isTyped = typeToConfirm === null || typed.trim().toLowerCase() === typeToConfirm.toLowerCase()
  const minutes = number(Math.ceil(pausedAtLeastMinutes))
  return (
    <ConfirmDialog
      open
      title={text('rotation/begin/title', { server })}
      body={
        <>
          <p>{text('rotation/begin/body', { count, minutes })}</p>
          {typeToConfirm === null ? null : (
            <Field
              label={text('rotation/begin/type', { names: typeToConfirm })}
              hint={text('rotation/begin/type-why')}
              required
              {...(asked && !isTyped ? { validationState: 'error', validationMessage: text('rotation/begin/type-wrong') } : {})}
            >
              <Input value={typed} spellCheck={false} autoComplete="off" onChange={(_event, { value }) => setTyped(value)} />
            </Field>
          )}
        </>
      }
      confirm={text('rotation/begin')}
      onCancel={onCancel}
      onConfirm={() => {
        setAsked(true)
        if (isTyped) onConfirm(typeToConfirm === null ? null : typed)
      }}
    />
  )
}
