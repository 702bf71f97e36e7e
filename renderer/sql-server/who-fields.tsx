import { Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import type { RefObject } from 'react'

import { CopyButton } from '../components/copy-button.tsx'
import { SecretField } from '../components/secret-field.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { type Need, type SignInKind, type SqlDraft, signInKinds } from './draft.ts'
import { plain, type Validation } from './fields.ts'

const useStyles = makeStyles({
  does: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  text: { margin: 0 },
  command: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
})

interface Props {
  readonly draft: SqlDraft
  readonly change: (part: Partial<SqlDraft>) => void
  readonly validation: (need: Need) => Validation
  readonly secret: RefObject<HTMLInputElement | null>
  readonly onSecret: () => void
  readonly onEnter: () => void
}

/** Who signs in: whoever runs the program, a login of SQL Server, or another Windows account. */
export function WhoFields(props: Props) {
  const { draft, change, validation, secret, onSecret, onEnter } = props
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <>
      <Field label={text('sql-server/who')}>
        <RadioGroup value={draft.kind} onChange={(_event, { value }) => change({ kind: value as SignInKind })}>
          {signInKinds.map((kind) => (
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
      {draft.kind === 'integrated' ? null : (
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
      )}
    </>
  )
}

/** Makes a snapshot with any sign-in, in the terminal; what it asks for is typed there. */
const COMMAND = 'erp-checkup collect --sql-login LOGIN --out server.json'

/** In a browser no password is taken: what signs in then, why, and the way to another sign-in. */
export function WhoInBrowser() {
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <>
      <p className={styles.text}>{text('sql-server/browser')}</p>
      <div className={styles.command}>
        <code>{COMMAND}</code>
        <CopyButton content={COMMAND} what={text('sql-server/browser-command')} />
      </div>
    </>
  )
}
