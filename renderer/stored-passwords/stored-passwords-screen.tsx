import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'

import type { StoredPassword } from '#shared/contract/index.ts'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { StateEmpty } from '../components/state-empty.tsx'
import { StateFailure } from '../components/state-failure.tsx'
import { StateLoading } from '../components/state-loading.tsx'
import { useAsked } from '../components/use-asked.ts'
import { HandOverDialog } from '../hand-over/hand-over-dialog.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { KeychainProblem } from './keychain-problem.tsx'
import { LoginCard } from './login-card.tsx'
import { useDelete } from './use-delete.ts'
import { type Stored, useStored } from './use-stored.ts'

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
})

/** What lies in the keychain, by names and times. SECURITY: no password ever reaches this window. */
export function StoredPasswordsScreen() {
  const { text } = useTexts()
  const { found, failure, reload } = useStored()
  return (
    <>
      <PageTitle title={text('stored-passwords/title')} lead={text('stored-passwords/lead')} />
      {failure === null ? null : <StateFailure failure={failure} retry={reload} />}
      {found === null ? failure === null && <StateLoading /> : <Answer found={found} reload={reload} />}
    </>
  )
}

function Answer({ found, reload }: { readonly found: Stored; readonly reload: () => void }) {
  if (found.kind === 'problem') return <KeychainProblem problem={found} retry={reload} />
  return <Passwords found={found} reload={reload} />
}

function Passwords({ found, reload }: { readonly found: Extract<Stored, { kind: 'stored' }>; readonly reload: () => void }) {
  const { passwords, storedIn, unreadable } = found
  const { text } = useTexts()
  const styles = useStyles()
  const { asked, ask, forget } = useAsked<StoredPassword>()
  const [taken, take] = useState<StoredPassword | null>(null)
  const { busy, failure, problem, remove, retry } = useDelete(reload)
  return (
    <div className={styles.parts}>
      {failure === null ? null : <StateFailure failure={failure} />}
      {problem === null ? null : <KeychainProblem problem={problem} retry={retry} />}
      {storedIn === 'elsewhere' ? <Note intent="warning" line={text('stored-passwords/elsewhere')} /> : null}
      {unreadable === 0 ? null : <Note intent="warning" line={text('stored-passwords/unreadable', { count: unreadable })} />}
      {passwords.length === 0 ? (
        <StateEmpty title={text('stored-passwords/empty')} body={text('stored-passwords/empty-does')} />
      ) : (
        <Note intent="info" line={text('stored-passwords/not-shown')} />
      )}
      {byLogin(passwords).map(([first, all]) => (
        <LoginCard key={first.generation} first={first} passwords={all} onHandOver={take} onDelete={ask} />
      ))}
      {taken === null ? null : (
        <HandOverDialog secret={{ kind: 'stored', generation: taken.generation }} login={taken.login} onClose={() => take(null)} />
      )}
      {asked === null ? null : (
        <ConfirmDialog
          open
          title={text('stored-passwords/delete-title', { login: asked.login })}
          body={text(`stored-passwords/delete-body/${asked.state}`)}
          confirm={text('stored-passwords/delete')}
          busy={busy}
          onCancel={forget}
          onConfirm={() => {
            remove(asked)
            forget()
          }}
        />
      )}
    </div>
  )
}

function Note({ intent, line }: { readonly intent: 'info' | 'warning'; readonly line: string }) {
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>{line}</MessageBarBody>
    </MessageBar>
  )
}

/** The passwords of each login, in their order. */
function byLogin(passwords: readonly StoredPassword[]): readonly (readonly [StoredPassword, readonly StoredPassword[]])[] {
  const isSame = (one: StoredPassword, other: StoredPassword) =>
    one.server === other.server && one.kind === other.kind && one.login === other.login
  return passwords
    .filter((each) => passwords.find((other) => isSame(each, other)) === each)
    .map((first) => [first, passwords.filter((each) => isSame(first, each))])
}
