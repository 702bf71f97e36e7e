import type { Facts } from '#shared/facts/index.ts'
import { describeFailure, succeeded, type Win32Failure, type Win32Result } from '../../win32/result.ts'
import type { ListedSession, TerminalSessions } from '../../win32/terminal-sessions.ts'
import type { Notebook } from '../reading.ts'
import type { SignIn } from './sign-in-log.ts'

type Session = Facts['logons']['sessions'][number]

/**
 * Sessions that somebody is signed in to; those of the services and of listeners have no user.
 *
 * A session that refuses is left out with a note. Fails where none is listed, or where every one refuses.
 */
export function readSessions(
  sessions: TerminalSessions,
  signIns: readonly SignIn[],
  sidOf: (account: string) => string | null,
  notebook: Notebook,
): Win32Result<readonly Session[]> {
  const list = sessions.list()
  if (!list.ok) return list
  const found: Session[] = []
  const failures: Win32Failure[] = []
  for (const session of list.value) {
    const account = sessions.user(session.id)
    if (account.ok && account.value === null) continue
    const kind = account.ok ? kindOf(sessions, session, account.value ?? '', signIns, notebook) : account
    if (account.ok && account.value !== null && kind.ok) {
      const state = session.disconnected ? 'disconnected' : 'active'
      found.push({ account: account.value, accountSid: sidOf(account.value), kind: kind.value, state })
    } else if (!kind.ok) {
      failures.push(kind.failure)
      notebook.gap(`session ${session.id} is left out: ${describeFailure(kind.failure)}`)
    }
  }
  const [first] = failures
  return first !== undefined && failures.length === list.value.length ? { ok: false, failure: first } : succeeded(found)
}

/** Windows does not keep how a session was opened that nobody looks at any more, so the newest sign-in to it tells. */
function kindOf(
  sessions: TerminalSessions,
  { id, disconnected }: ListedSession,
  account: string,
  signIns: readonly SignIn[],
  notebook: Notebook,
): Win32Result<Session['kind']> {
  const isHis = (signIn: SignIn): boolean => signIn.session === id && signIn.account.toLowerCase() === account.toLowerCase()
  const last = disconnected ? signIns.find(isHis) : undefined
  if (last !== undefined) return succeeded(last.remote === null ? 'console' : 'rdp')
  const carrier = sessions.carrier(id)
  if (!carrier.ok) return carrier
  if (disconnected && carrier.value === 'console') {
    notebook.remark(`the disconnected session of ${account} may have been opened over a network: no log tells`)
  }
  return succeeded(carrier.value === 'console' ? 'console' : 'rdp')
}
