import { Field, makeStyles, tokens } from '@fluentui/react-components'
import type { KeyboardEvent, Ref } from 'react'

const useStyles = makeStyles({
  input: {
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '2.5rem',
    paddingInline: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase400,
    '&[aria-invalid=true]:not(:focus-visible)': { border: `${tokens.strokeWidthThin} solid ${tokens.colorPaletteRedBorder2}` },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
})

/**
 * A field for a password that stays in this page.
 *
 * SECURITY: React owns no value of it. A controlled field would repeat what is typed in its `value` attribute, where everything that reads
 * or saves the page finds it. There is no form around it either, which a browser would offer to remember.
 */
export function SecretField(props: {
  readonly input: Ref<HTMLInputElement>
  readonly label: string
  readonly hint: string
  readonly required?: boolean
  /** null: nothing is wrong with it */
  readonly problem: string | null
  readonly onInput: () => void
  readonly onEnter: () => void
}) {
  const { input, label, hint, required = false, problem, onInput, onEnter } = props
  const styles = useStyles()
  const wrong = problem === null ? {} : ({ validationState: 'error', validationMessage: problem } as const)
  return (
    <Field label={label} hint={hint} required={required} {...wrong}>
      {(field) => (
        <input
          {...field}
          ref={input}
          type="password"
          className={styles.input}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          onInput={onInput}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key === 'Enter') onEnter()
          }}
        />
      )}
    </Field>
  )
}
