import type { EventValue } from '../../win32/event-values.ts'
import { numberOf, type SignIn, type SignInSource, textOf, timeOf, withTime } from './sign-in-log.ts'

const LOG = 'Microsoft-Windows-TerminalServices-LocalSessionManager/Operational'

/** What stands in place of an address where somebody sits at the machine itself; it is written so in every language. */
const AT_THE_MACHINE = 'LOCAL'

/**
 * Log of the session manager: 21 is a sign-in to a new session, 25 a return to one that was left.
 *
 * It is written on every Windows without being asked for, needs no audit policy, and any of its events shows that it was written.
 */
export const sessionManagerLog: SignInSource = {
  log: LOG,
  witness: '*',
  query: {
    log: LOG,
    filter: '*[System[(EventID=21 or EventID=25)]]',
    values: withTime('Event/UserData/EventXML/User', 'Event/UserData/EventXML/SessionID', 'Event/UserData/EventXML/Address'),
  },
  decode,
}

function decode([time, user, session, address]: readonly EventValue[]): SignIn | undefined {
  const atMs = timeOf(time)
  const account = textOf(user)?.trim()
  const from = textOf(address)?.trim()
  if (atMs === null || !account || !from) return undefined
  return { account, sid: null, atMs, session: numberOf(session), remote: from === AT_THE_MACHINE ? null : { from } }
}
