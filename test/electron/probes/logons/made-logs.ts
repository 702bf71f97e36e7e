import type { EventListing, EventLog } from '#electron/win32/event-log.ts'
import type { EventValue } from '#electron/win32/event-values.ts'
import { refused, succeeded } from '#electron/win32/result.ts'

export const SESSION_MANAGER = 'Microsoft-Windows-TerminalServices-LocalSessionManager/Operational'
export const SECURITY = 'Security'
export const REMOTE_ASSISTANCE = 'Microsoft-Windows-RemoteAssistance/Operational'

export interface MadeEvent {
  readonly id: number
  readonly at: string | null
  /** Values by the end of their path; a value that is no text stands as it is. */
  readonly data?: Readonly<Record<string, string | EventValue>>
}

/** A log, oldest event first, or the code that querying it gives. */
export type MadeLog =
  | number
  | {
      readonly events: readonly MadeEvent[]
      /** Code that telling this gives, or whether it is written; on where absent. */
      readonly enabled?: boolean | number
      /** What a query of chosen events ends with, beside them. */
      readonly ending?: Partial<EventListing>
    }

export function session(id: 21 | 25, at: string | null, user: string, address: string, number = 2): MadeEvent {
  return { id, at, data: { User: user, SessionID: { kind: 'number', number }, Address: address } }
}

export function logon(type: number, at: string, user: string, address: string, sid: string): MadeEvent {
  const [TargetDomainName = '', TargetUserName = ''] = user.split('\\')
  return {
    id: 4624,
    at,
    data: { TargetUserSid: { kind: 'sid', sid }, TargetDomainName, TargetUserName, IpAddress: address, type: String(type) },
  }
}

/** Event logs by name; what is not listed does not exist. Filters are understood as far as the probe writes them. */
export function eventLogOf(logs: Readonly<Record<string, MadeLog>>): EventLog {
  return {
    read: async ({ log, filter, order, values }, visit) => {
      const made = logs[log] ?? 15_007
      if (typeof made === 'number') return refused('EvtQuery', made, { subject: log, missingRight: 'membership in Administrators' })
      const found = made.events.filter((event) => matches(event, filter))
      for (const event of order === 'oldest-first' ? found : found.reverse()) {
        if (!visit(values.map((path) => eventValue(event, path)))) break
      }
      const ending = order === 'newest-first' ? made.ending : undefined
      return succeeded({ cutShort: null, unread: { count: 0, failure: null }, ...ending })
    },
    isEnabled: async (log) => {
      const made = logs[log]
      const enabled = typeof made === 'object' ? (made.enabled ?? true) : 15_007
      return typeof enabled === 'number' ? refused('EvtOpenChannelConfig', enabled, { subject: log }) : succeeded(enabled)
    },
  }
}

function matches(event: MadeEvent, filter: string): boolean {
  const ids = [...filter.matchAll(/EventID=(\d+)/g)].map(([, id]) => Number(id))
  const type = /'LogonType'\]='(\d+)'/.exec(filter)?.[1]
  return (ids.length === 0 || ids.includes(event.id)) && (type === undefined || event.data?.type === type)
}

function eventValue(event: MadeEvent, path: string): EventValue {
  if (path.endsWith('@SystemTime')) return event.at === null ? { kind: 'none' } : { kind: 'time', atMs: Date.parse(event.at) }
  const value = event.data?.[/(\w+)"?\]?$/.exec(path)?.[1] ?? '']
  return typeof value === 'string' ? { kind: 'text', text: value } : (value ?? { kind: 'none' })
}
