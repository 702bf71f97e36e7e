import type { EventValue } from '../../win32/event-values.ts'
import { type SignIn, type SignInSource, textOf, timeOf, withTime } from './sign-in-log.ts'

const LOG = 'Security'

/** What the log writes where it has no value. */
const NO_VALUE = '-'

const data = (name: string): string => `Event/EventData/Data[@Name="${name}"]`

/**
 * Security log: 4624 of type 10 is a sign-in by Remote Desktop.
 *
 * It depends on the audit policy, so only an event 4624 of any type shows that sign-ins were written. A return to a session that was
 * left is not among them.
 */
export const securityLog: SignInSource = {
  log: LOG,
  witness: '*[System[(EventID=4624)]]',
  query: {
    log: LOG,
    filter: "*[System[(EventID=4624)] and EventData[Data[@Name='LogonType']='10']]",
    values: withTime(data('TargetUserSid'), data('TargetDomainName'), data('TargetUserName'), data('IpAddress')),
  },
  decode,
}

function decode([time, sid, domain, name, address]: readonly EventValue[]): SignIn | undefined {
  const atMs = timeOf(time)
  const user = textOf(name)?.trim()
  const authority = textOf(domain)?.trim()
  if (atMs === null || !user) return undefined
  const from = textOf(address)?.trim()
  return {
    account: authority && authority !== NO_VALUE ? `${authority}\\${user}` : user,
    sid: sid?.kind === 'sid' ? sid.sid : null,
    atMs,
    session: null,
    remote: { from: from && from !== NO_VALUE ? from : null },
  }
}
