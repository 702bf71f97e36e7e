import type { EventLog } from '../../win32/event-log.ts'
import type { ServiceControl } from '../../win32/service-control.ts'
import type { ServiceManager } from '../../win32/service-manager.ts'
import { type Acted, acted, notDone } from './acted.ts'
import { type AccountPorts, withAuthority } from './services-account.ts'
import { meaningOf, namesOfService, type RefusedSignIn, readRefusedSignIns, readServiceTroubles } from './watch-events.ts'

/** What came of a watch. Done with a log in `unread` means that nobody saw a failure, not that there was none. */
export type Watched = Acted & {
  /** names of event logs that could not be read to their end */
  readonly unread: readonly string[]
  /** of the plan, whose sign-in was refused; null: it is not about one */
  readonly login: string | null
}

/** Looks at services and at the sign-ins of logins for a time. */
export interface WatchHands {
  /** Until then every service has to go on running; a failure that was written since `since` counts as well. */
  watch(services: readonly string[], until: Date, since: Date, signal: AbortSignal): Promise<Watched>
}

/** A Windows login of the plan. */
export interface WatchedLogin {
  readonly key: string
  /** `AUTHORITY\name`, `.\name`, `name@domain` or the name alone */
  readonly name: string
}

export interface WatchPorts extends Pick<AccountPorts, 'localAuthority'> {
  readonly control: Pick<ServiceControl, 'status'>
  readonly manager: ServiceManager
  readonly eventLog: Pick<EventLog, 'read' | 'isEnabled'>
  readonly logins: readonly WatchedLogin[]
  readonly now: () => Date
  /** resolves after that many milliseconds, or when the signal is aborted */
  readonly wait: (durationMs: number, signal: AbortSignal) => Promise<void>
}

/** Between two looks at the services, in milliseconds: one that restarts is seen by its process all the same. */
const LOOK_MS = 2000

/** Reading a log costs more, and what stands in it stays there. */
const EVENTS_MS = 15_000

/** An event may come into its log a while after its own time: each reading begins this much before the last one. */
const OVERLAP_MS = 60_000

type Trouble = Exclude<Watched, { readonly kind: 'done' }>

export function createWatchHands(ports: WatchPorts): WatchHands {
  return {
    watch: async (services, until, since, signal) => {
      const processes = new Map<string, number>()
      const names = serviceNames(ports, services)
      const unread = new Set<string>()
      let eventsAtMs = Number.NEGATIVE_INFINITY
      for (;;) {
        const now = ports.now().getTime()
        const trouble = troubleOf(ports, services, processes)
        const isLast = now >= until.getTime()
        if (trouble !== null || isLast || now - eventsAtMs >= EVENTS_MS) {
          const from = new Date(Math.max(since.getTime(), eventsAtMs - OVERLAP_MS))
          const seen = await lookIntoLogs(ports, names, from, unread)
          // What stands in the log tells more than that a service has stopped.
          if (seen !== null) return seen
          eventsAtMs = now
        }
        if (trouble !== null) return { ...trouble, unread: [...unread] }
        if (isLast) return { ...acted, unread: [...unread], login: null }
        if (signal.aborted) return { ...notDone('time-out'), unread: [...unread], login: null }
        await ports.wait(Math.min(LOOK_MS, until.getTime() - now), signal)
      }
    },
  }
}

/** What the logs may call each of the services. */
function serviceNames({ manager }: WatchPorts, services: readonly string[]): ReadonlySet<string> {
  const listed = manager.connect((open) => services.flatMap((service) => namesOfService(open, service)))
  return new Set(listed.ok ? listed.value : services.map((service) => service.toLowerCase()))
}

/** A service that does not run, was started again meanwhile, or does not tell. */
function troubleOf({ control }: WatchPorts, services: readonly string[], processes: Map<string, number>): Trouble | null {
  for (const service of services) {
    const status = control.status(service)
    const about = { unread: [], login: null }
    if (!status.ok) return { kind: 'failed', code: `service-${status.failure.code}`, outcome: 'unknown', ...about }
    const { state, processId } = status.value
    if (state !== 'running') return { kind: 'failed', code: 'service-not-running', outcome: 'not-done', ...about }
    const before = processes.get(service)
    if (before !== undefined && before !== processId) {
      return { kind: 'failed', code: 'service-restarted', outcome: 'not-done', ...about }
    }
    processes.set(service, processId)
  }
  return null
}

/** Adds to `unread` what could not be read. */
async function lookIntoLogs(ports: WatchPorts, names: ReadonlySet<string>, since: Date, unread: Set<string>): Promise<Trouble | null> {
  const troubles = await readServiceTroubles(ports.eventLog, since)
  const signIns = await readRefusedSignIns(ports.eventLog, since)
  for (const log of [...troubles.unread, ...signIns.unread]) unread.add(log)
  const meaning = meaningOf(troubles.found.filter(({ service }) => names.has(service.toLowerCase())))
  if (meaning !== null) return { ...meaning, unread: [...unread], login: null }
  for (const { key, name } of ports.logins) {
    const refused = signIns.found.some((signIn) => isOf(signIn, identityOf(ports, name)))
    // Somebody tried a password that does not hold: not which one, and not that the new one is wrong.
    if (refused) return { kind: 'no-sign-in', code: 'event-4625', proves: 'nothing', unread: [...unread], login: key }
  }
  return null
}

function identityOf(ports: WatchPorts, login: string): RefusedSignIn {
  const whole = withAuthority(ports, login)
  const text = whole.ok ? whole.value : login
  const slash = text.indexOf('\\')
  return slash >= 0 ? { authority: text.slice(0, slash), name: text.slice(slash + 1) } : fromPrincipalName(text)
}

/** Without an authority on either side the name alone has to do: better a look too many than a failure that nobody sees. */
function isOf(signIn: RefusedSignIn, login: RefusedSignIn): boolean {
  const seen = signIn.authority === null ? fromPrincipalName(signIn.name) : signIn
  if (seen.name.toLowerCase() !== login.name.toLowerCase()) return false
  const [one, other] = [seen.authority, login.authority].map((authority) => (authority === '.' ? null : authority))
  return one === null || one === undefined || other === null || other === undefined || shortName(one) === shortName(other)
}

/** A domain goes by its short name and by its DNS name, which mostly begins with it. */
const shortName = (authority: string): string => (authority.split('.')[0] ?? authority).toLowerCase()

function fromPrincipalName(name: string): RefusedSignIn {
  const at = name.lastIndexOf('@')
  return at > 0 ? { authority: name.slice(at + 1), name: name.slice(0, at) } : { authority: null, name }
}
