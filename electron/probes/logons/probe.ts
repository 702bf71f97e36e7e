import type { Facts } from '#shared/facts/index.ts'
import { describeFailure } from '../../win32/result.ts'
import type { Windows } from '../../win32/windows.ts'
import type { Probe } from '../probe.ts'
import { createNotebook, type Notebook, refusal } from '../reading.ts'
import { createAccountResolver } from '../service-account.ts'
import { noteRemoteAssistance, readHistory } from './history.ts'
import { readSessions } from './sessions.ts'
import type { SignIn } from './sign-in-log.ts'

type RemoteSignIn = Facts['logons']['remote'][number]

/** Stands for the machine in `.\name`, which neither a log nor a session ever says. */
const NO_AUTHORITY = '.'

/**
 * Sign-ins over a network, and the sessions that exist now.
 *
 * Source: the event log (EvtQuery, EvtNext, EvtRender as values), WTSEnumerateSessionsW and WTSQuerySessionInformationW. `since` is the
 * time from which on every sign-in by Remote Desktop is listed; without a log that could vouch for any, it is the time of the reading.
 * Remote Assistance is noted, never listed. A log names accounts: their SIDs are those that the names have today.
 */
export const logonsProbe: Probe<'logons'> = {
  id: 'logons',
  area: 'management',
  read: async ({ windows, now }) => {
    const notebook = createNotebook()
    const collectedAt = now()
    const sidOf = createSidLookup(windows, notebook)
    const history = await readHistory(windows.eventLog, collectedAt, notebook)
    const signIns = history.ok ? history.value.signIns : []
    const sessions = readSessions(windows.sessions, signIns, sidOf, notebook)
    if (!history.ok && !sessions.ok) return refusal(history.failure)
    if (!history.ok) notebook.gap(`sign-ins over a network are not known: ${describeFailure(history.failure)}`)
    if (!sessions.ok) notebook.gap(`the sessions are not known: ${describeFailure(sessions.failure)}`)
    await noteRemoteAssistance(windows.eventLog, notebook)
    return notebook.reading<Facts['logons']>({
      since: new Date(history.ok ? history.value.sinceMs : collectedAt.getTime()).toISOString(),
      remote: signIns.flatMap((signIn) => describeRemote(signIn, sidOf)),
      sessions: sessions.ok ? [...sessions.value] : [],
    })
  },
}

function describeRemote({ account, sid, atMs, remote }: SignIn, sidOf: (account: string) => string | null): RemoteSignIn[] {
  if (remote === null) return []
  return [{ account, accountSid: sid ?? sidOf(account), at: new Date(atMs).toISOString(), kind: 'rdp', from: remote.from }]
}

/** SIDs by name, each asked for once; one that could not be told leaves one note. */
function createSidLookup(windows: Windows, notebook: Notebook): (account: string) => string | null {
  const resolve = createAccountResolver(windows.accounts, NO_AUTHORITY)
  const noted = new Set<string>()
  return (account) => {
    const { sid, failure } = resolve(account)
    const key = account.toLowerCase()
    if (failure !== null && !noted.has(key)) {
      noted.add(key)
      notebook.gap(`the SID of ${account} is not known: ${describeFailure(failure)}`)
    }
    return sid
  }
}
