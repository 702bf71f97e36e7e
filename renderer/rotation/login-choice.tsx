import { Checkbox, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components'

import type { RotationPreparation } from '#shared/contract/index.ts'
import { FoldedPart } from '../checklists/part.tsx'
import { LengthField } from '../passwords/length-field.tsx'
import { Columns } from '../setup/section.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { type LoginDraft, lacksUser } from './draft.ts'
import { TypeButton } from './type-button.tsx'
import type { Typing } from './use-typed.ts'

type LoginView = RotationPreparation['logins'][number]

const useStyles = makeStyles({
  login: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    minWidth: 0,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'anywhere',
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  soft: { color: tokens.colorNeutralForeground2 },
  does: { display: 'block', margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  text: { margin: 0 },
})

interface Props {
  readonly login: LoginView
  readonly draft: LoginDraft
  readonly change: (part: Partial<LoginDraft>) => void
  /** the server itself is to be changed; null: a rehearsal */
  readonly real: RealChange | null
}

/** Of a change of the server itself the keychain tells which passwords are known, and a person can add one. */
export interface RealChange {
  readonly keeping: RotationPreparation['keeping']
  /** how the person types the present password of this login; null: it cannot be typed here */
  readonly oldPassword: Typing | null
  /** how the person signs in to SQL Server as somebody who may change this login; null: nobody has to */
  readonly sqlServer: Typing | null
}

/** One login: whether it changes, and how. */
export function LoginChoice({ login, draft, change, real }: Props) {
  const { text } = useTexts()
  const styles = useStyles()
  const keptIn = real === null || real.keeping === 'either' ? draft.keptIn : real.keeping
  return (
    <fieldset className={styles.login} aria-label={login.name}>
      <Checkbox
        checked={draft.chosen}
        label={
          <>
            <bdi className={styles.name}>{login.name}</bdi> <span className={styles.soft}>{login.kindWord}</span>
          </>
        }
        onChange={(_event, { checked }) => change({ chosen: checked === true })}
      />
      {draft.chosen ? (
        <>
          <How login={login} draft={draft} change={change} />
          <p className={styles.text}>{login.how}</p>
          {login.goesTo.length === 0 ? null : (
            <p className={styles.text}>
              <span className={styles.soft}>{text('rotation/goes-to')}</span> {login.goesTo.join(' · ')}
            </p>
          )}
          {real !== null && keptIn === 'keychain' ? (
            <StoredOldPassword login={login} real={real} />
          ) : (
            <OldPassword login={login} draft={draft} change={change} />
          )}
          {login.signInTo !== null && real?.sqlServer ? <SqlSignIn instance={login.signInTo} typing={real.sqlServer} /> : null}
          <FoldedPart title={text('rotation/length-and-place')}>
            <Columns>
              <LengthField value={draft.length} limit={draft.limit} input={null} onChange={(length) => change({ length })} />
              {real === null || real.keeping === 'either' ? <KeptIn draft={draft} change={change} /> : null}
            </Columns>
          </FoldedPart>
        </>
      ) : null}
    </fieldset>
  )
}

function How({ login, draft, change }: Omit<Props, 'real'>) {
  const { text } = useTexts()
  const label = (kind: 'password' | 'user') => <WithDoes label={text(`rotation/how/${kind}`)} does={text(`rotation/how-does/${kind}`)} />
  return (
    <Columns>
      <Field label={text('rotation/how')}>
        <RadioGroup value={draft.moves ? 'user' : 'password'} onChange={(_event, { value }) => change({ moves: value === 'user' })}>
          <Radio value="password" label={label('password')} />
          <Radio value="user" label={label('user')} />
        </RadioGroup>
      </Field>
      {draft.moves ? (
        <Field
          label={text('rotation/new-user')}
          hint={text('rotation/new-user-hint', { name: login.suggestedUser })}
          required
          {...(lacksUser(draft) ? { validationState: 'error', validationMessage: text('rotation/new-user-missing') } : {})}
        >
          <Input value={draft.newUser} spellCheck={false} autoComplete="off" onChange={(_event, { value }) => change({ newUser: value })} />
        </Field>
      ) : null}
    </Columns>
  )
}

function StoredOldPassword({ login, real: { oldPassword } }: { readonly login: LoginView; readonly real: RealChange }) {
  const { text } = useTexts()
  const styles = useStyles()
  const { oldPasswordAtHand, name, kind } = login
  const does = kind === 'windows' ? 'rotation/old-enter-does/windows' : 'rotation/old-enter-does'
  return (
    <>
      <p className={styles.does}>{text(oldPasswordAtHand ? 'rotation/old-stored' : 'rotation/old-not-stored')}</p>
      {oldPassword === null ? null : (
        <TypeButton
          typing={oldPassword}
          label={text(oldPasswordAtHand ? 'rotation/old-enter-anew' : 'rotation/old-enter')}
          name={text(oldPasswordAtHand ? 'rotation/old-enter-anew-of' : 'rotation/old-enter-of', { login: name })}
          does={text(oldPasswordAtHand ? 'rotation/old-enter-anew-does' : does)}
        />
      )}
    </>
  )
}

/** Nobody is signed in to SQL Server who may change this login. */
function SqlSignIn({ instance, typing }: { readonly instance: string; readonly typing: Typing }) {
  const { text } = useTexts()
  return (
    <TypeButton
      typing={typing}
      label={text('rotation/sql-sign-in')}
      name={text('rotation/sql-sign-in-of', { instance })}
      does={text('rotation/sql-sign-in-does')}
    />
  )
}

function OldPassword({ login, draft, change }: Omit<Props, 'real'>) {
  const { text } = useTexts()
  return (
    <Checkbox
      checked={draft.oldPasswordAtHand}
      label={
        <WithDoes
          label={text('rotation/old-password')}
          does={text(login.kind === 'windows' ? 'rotation/old-password-does/windows' : 'rotation/old-password-does')}
        />
      }
      onChange={(_event, { checked }) => change({ oldPasswordAtHand: checked === true })}
    />
  )
}

function KeptIn({ draft, change }: Pick<Props, 'draft' | 'change'>) {
  const { text } = useTexts()
  return (
    <Field label={text('rotation/kept-in')}>
      <RadioGroup value={draft.keptIn} onChange={(_event, { value }) => change({ keptIn: value === 'person' ? 'person' : 'keychain' })}>
        {(['keychain', 'person'] as const).map((place) => (
          <Radio
            key={place}
            value={place}
            label={<WithDoes label={text(`rotation/kept-in/${place}`)} does={text(`rotation/kept-in-does/${place}`)} />}
          />
        ))}
      </RadioGroup>
    </Field>
  )
}

/** A choice, and what it means. */
export function WithDoes({ label, does }: { readonly label: string; readonly does: string }) {
  const styles = useStyles()
  return (
    <>
      <span className={styles.name}>{label}</span>
      <span className={styles.does}>{does}</span>
    </>
  )
}
