import { createServiceHands, type ServicePorts } from '#electron/rotation/server/services.ts'
import type { EventQuery } from '#electron/win32/event-log.ts'
import type { EventValue } from '#electron/win32/event-values.ts'
import { refused, succeeded, type Win32Result } from '#electron/win32/result.ts'
import type { ServiceStatus } from '#electron/win32/service-control.ts'
import type { ServiceConfiguration } from '#electron/win32/service-manager.ts'

export const HOST = 'ERP01'
export const NOW = new Date('2026-03-01T08:15:00Z')

/** SIDs by the names that are looked up; every other name is nobody's. */
const SIDS: Readonly<Record<string, string>> = {
  'ERP01\\erpsync': 'S-1-5-21-9-9-9-1001',
  'ERP01\\erpnew': 'S-1-5-21-9-9-9-1002',
  'ACME\\svc': 'S-1-5-21-7-7-7-1001',
  'acme.example\\svc': 'S-1-5-21-7-7-7-1001',
  'NT-AUTORITÄT\\Lokaler Dienst': 'S-1-5-19',
  'VORDEFINIERT\\Administratoren': 'S-1-5-32-544',
}

export const accountPorts = {
  accounts: { sidOf: (name: string): Win32Result<string | null> => succeeded(SIDS[name] ?? null) },
  localAuthority: (): Win32Result<string> => succeeded(HOST),
}

export const status = (state: ServiceStatus['state'], more: Partial<ServiceStatus> = {}): ServiceStatus => ({
  state,
  checkpoint: 0,
  waitHintMs: 0,
  exitCode: 0,
  processId: state === 'stopped' ? 0 : 4711,
  ...more,
})

/** What each question for the status gives, one after the other and the last for ever; a number is the code of a refusal. */
export type Statuses = readonly (ServiceStatus | number)[]

export interface World {
  statuses: Statuses
  configuration: ServiceConfiguration | number
  /** codes with which orders are refused, by their names */
  readonly refusals: Readonly<Record<string, number>>
  /** orders that change nothing although they are taken */
  readonly ignored: readonly string[]
  /** events of each log */
  events: Readonly<Record<string, readonly (readonly EventValue[])[]>>
  readonly orders: (readonly unknown[])[]
  readonly waitedMs: number[]
  readonly queries: EventQuery[]
}

export const CONFIGURATION: ServiceConfiguration = { startMode: 'manual', imagePath: 'C:\\sync.exe', account: '.\\erpsync' }

/** Hands on one service that is made of JavaScript; time passes only by waiting. */
export function serviceHands(given: Partial<World> = {}) {
  const world: World = {
    statuses: [status('running')],
    configuration: CONFIGURATION,
    refusals: {},
    ignored: [],
    events: {},
    orders: [],
    waitedMs: [],
    queries: [],
    ...given,
  }
  let asked = 0
  const order = (name: string, args: readonly unknown[], work: () => void = () => undefined): Win32Result<null> => {
    world.orders.push([name, ...args])
    const code = world.refusals[name]
    if (code !== undefined) return refused(name, code)
    if (!world.ignored.includes(name)) work()
    return succeeded(null)
  }
  const configure = (change: Partial<ServiceConfiguration>): void => {
    if (typeof world.configuration !== 'number') world.configuration = { ...world.configuration, ...change }
  }
  const ports: ServicePorts = {
    ...accountPorts,
    control: {
      status: () => {
        const answer = world.statuses[Math.min(asked, world.statuses.length - 1)] ?? 1060
        asked += 1
        return typeof answer === 'number' ? refused('QueryServiceStatusEx', answer) : succeeded(answer)
      },
      stop: async (name) => order('stop', [name]),
      start: async (name) => order('start', [name]),
      setStartMode: (name, startMode) => order('setStartMode', [name, startMode], () => configure({ startMode })),
      setDelayedStart: (name, delayedStart) => order('setDelayedStart', [name, delayedStart], () => configure({ delayedStart })),
      setAccount: (name, account, password) =>
        order('setAccount', [name, account, password.toString('utf16le')], () => configure({ account })),
    },
    manager: {
      connect: (reader) =>
        succeeded(
          reader({
            list: () => succeeded([{ name: 'WSPSync', displayName: 'Sage Übertrag', state: 'running' }]),
            configuration: () =>
              typeof world.configuration === 'number' ? refused('OpenServiceW', world.configuration) : succeeded(world.configuration),
          }),
        ),
    },
    eventLog: {
      isEnabled: async () => succeeded(true),
      read: async (query, visit) => {
        world.queries.push(query)
        const events = world.events[query.log]
        if (events === undefined) return refused('EvtQuery', 5)
        for (const event of events) visit(event)
        return succeeded({ cutShort: null, unread: { count: 0, failure: null } })
      },
    },
    processes: { list: () => succeeded([]), open: () => refused('OpenProcess', 87) },
    filesIn: async () => [],
    now: () => NOW,
    wait: async (durationMs) => {
      world.waitedMs.push(durationMs)
    },
  }
  return { hands: createServiceHands(ports), ports, world }
}

export const number = (value: number): EventValue => ({ kind: 'number', number: value })
export const text = (value: string): EventValue => ({ kind: 'text', text: value })
export const none: EventValue = { kind: 'none' }
