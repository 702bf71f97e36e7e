import { Checkbox, Field, Input, makeStyles, Radio, RadioGroup, Select, tokens } from '@fluentui/react-components'
import type { RefObject } from 'react'

import { SecretField } from '../components/secret-field.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { type Need, type SignInKind, type SqlDraft, takesPassword } from './draft.ts'
import { plain, type Validation } from './fields.ts'
import type { Keychain } from './use-stored.ts'

const useStyles = makeStyles({
  does: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  text: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

interface Props {
  readonly draft: SqlDraft
  readonly change: (part: Partial<SqlDraft>) => void
  /** those that can be chosen */
  readonly kinds: readonly SignInKind[]
  /** whose password is stored for the SQL Server that was chosen */
  readonly storedLogins: readonly string[]
  readonly keychain: Keychain
  readonly validation: (need: Need) => Validation
  readonly secret: RefObject<HTMLInputElement | null>
  readonly onSecret: () => void
  readonly onEnter: () => void
}

/** Who signs in: whoever runs the program, a login of SQL Server, or another Windows account. */
export function WhoFields(props: Props) {
  const { draft, change, kinds, storedLogins, keychain, validation, secret, onSecret, onEnter } = props
  const { text } = useTexts()
  const styles = useStyles()
  // One way alone is no choice.
  if (kinds.length < 2) return null
  return (
    <>
      <Field label={text('sql-server/who')}>
        <RadioGroup value={draft.kind} onChange={(_event, { value }) => change({ kind: value as SignInKind })}>
          {kinds.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              label={
                <>
                  {text(`sql-server/who/${kind}`)}
                  <span className={styles.does}>{text(`sql-server/who-does/${kind}`)}</span>
                </>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      {draft.kind === 'stored' ? (
        <Field
          label={text('sql-server/login')}
          hint={text(kinds.includes('sql-login') ? 'sql-server/stored-hint' : 'sql-server/stored-hint-browser')}
        >
          <Select value={draft.stored} onChange={(_event, { value }) => change({ stored: value })}>
            {storedLogins.map((login) => (
              <option key={login} value={login}>
                {login}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      {draft.kind === 'sql-login' ? (
        <Field data-need="login" label={text('sql-server/login')} hint={text('sql-server/login-hint')} required {...validation('login')}>
          <Input {...plain} value={draft.login} onChange={(_event, { value }) => change({ login: value })} />
        </Field>
      ) : null}
      {draft.kind === 'windows-account' ? (
        <Field
          data-need="account"
          label={text('sql-server/account')}
          hint={text('sql-server/account-hint')}
          required
          {...validation('account')}
        >
          <Input {...plain} value={draft.account} onChange={(_event, { value }) => change({ account: value })} />
        </Field>
      ) : null}
      {takesPassword(draft.kind) ? (
        <div data-need="password">
          <SecretField
            key={draft.kind}
            input={secret}
            label={text('sql-server/password')}
            hint={text('sql-server/password-hint')}
            required
            problem={validation('password').validationMessage ?? null}
            onInput={onSecret}
            onEnter={onEnter}
          />
        </div>
      ) : null}
      {draft.kind === 'sql-login' ? <Keep draft={draft} change={change} keychain={keychain} /> : null}
    </>
  )
}

/** The decision to keep what was typed; where the keychain cannot be used, why. */
function Keep({ draft, change, keychain: { canKeep, problem } }: Pick<Props, 'draft' | 'change' | 'keychain'>) {
  const { text } = useTexts()
  const styles = useStyles()
  if (problem !== null) return <p className={styles.text}>{text('sql-server/keep-not', { problem: problem.line, next: problem.next })}</p>
  if (!canKeep) return null
  return (
    <Checkbox
      label={
        <>
          {text('sql-server/keep')}
          <span className={styles.does}>{text('sql-server/keep-does')}</span>
        </>
      }
      checked={draft.keep}
      onChange={(_event, { checked }) => change({ keep: checked === true })}
    />
  )
}
