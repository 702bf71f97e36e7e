import type { EventLog } from '../../win32/event-log.ts'
import { describeFailure, errorCodes, succeeded, type Win32Result } from '../../win32/result.ts'
import type { Notebook } from '../reading.ts'
import { securityLog } from './security-log.ts'
import { sessionManagerLog } from './session-manager-log.ts'
import { readSignIns, type SignInHistory, timeOf, withTime } from './sign-in-log.ts'

const REMOTE_ASSISTANCE_LOG = 'Microsoft-Windows-RemoteAssistance/Operational'

/** 16: the password was verified and the help began; 21 and 22: the helper takes control or sees the screen. */
const HELP_BEGAN = '*[System[(EventID=16 or EventID=21 or EventID=22)]]'

/**
 * Sign-ins that a log of this machine tells of.
 *
 * The session manager's log has them all; the Security log stands in where that one is refused, empty or switched off. Where neither can
 * vouch for a time, nothing is known before now. Fails where no log can be read.
 */
export async function readHistory(eventLog: EventLog, now: Date, notebook: Notebook): Promise<Win32Result<SignInHistory>> {
  const own = await readSignIns(eventLog, sessionManagerLog, notebook)
  const doubt = own.ok ? await doubtOf(eventLog, own.value, notebook) : describeFailure(own.failure)
  if (own.ok && own.value !== null && doubt === null) return succeeded(own.value)
  const other = await readSignIns(eventLog, securityLog, notebook)
  if (other.ok && other.value !== null) {
    notebook.gap(`returns to a session that was left are not known: ${doubt}`)
    return succeeded(other.value)
  }
  if (!own.ok) return own
  notebook.gap(`sign-ins over a network are not known: ${doubt}`)
  return succeeded({ sinceMs: now.getTime(), signIns: own.value?.signIns ?? [] })
}

/** Why the session manager's log does not tell everything since its first event; null: it does. */
async function doubtOf(eventLog: EventLog, history: SignInHistory | null, notebook: Notebook): Promise<string | null> {
  const { log } = sessionManagerLog
  if (history === null) return `${log} is empty`
  const enabled = await eventLog.isEnabled(log)
  if (!enabled.ok) notebook.gap(`whether ${log} is still written is not known: ${describeFailure(enabled.failure)}`)
  return enabled.ok && !enabled.value ? `${log} is switched off` : null
}

/**
 * Says where Remote Assistance was used: its log does not tell on which side of the help this server was, or who helped, so nothing of it
 * is listed.
 */
export async function noteRemoteAssistance(eventLog: EventLog, notebook: Notebook): Promise<void> {
  let newestMs: number | null = null
  const query = { log: REMOTE_ASSISTANCE_LOG, filter: HELP_BEGAN, order: 'newest-first', values: withTime() } as const
  const listing = await eventLog.read(query, ([time]) => {
    newestMs = timeOf(time)
    return newestMs === null
  })
  if (!listing.ok && listing.failure.code !== errorCodes.eventChannelNotFound) {
    notebook.gap(`whether Remote Assistance was used is not known: ${describeFailure(listing.failure)}`)
  }
  if (newestMs !== null) {
    notebook.gap(`Remote Assistance was used, last at ${new Date(newestMs).toISOString()}: by whom is not told, so it is not listed`)
  }
}
