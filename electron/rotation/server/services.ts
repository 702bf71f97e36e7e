import type { EventLog } from '../../win32/event-log.ts'
import type { Win32Result } from '../../win32/result.ts'
import type { ServiceControl, ServiceStatus } from '../../win32/service-control.ts'
import type { ServiceConfiguration, ServiceManager } from '../../win32/service-manager.ts'
import { type Acted, acted, notDone } from './acted.ts'
import type { SecretText } from './secret-text.ts'
import { type AccountPorts, hasOwnPassword, isSameAccount } from './services-account.ts'
import { type ProcessPorts, processesLeft } from './services-processes.ts'
import { type ServiceWaitPorts, type Waited, waitUntil } from './services-wait.ts'
import { meaningOf, namesOfService, readServiceTroubles } from './watch-events.ts'

export interface LookedAt {
  /** `unknown`: paused, on its way to another state, or not told */
  readonly state: 'running' | 'stopped' | 'unknown'
  readonly startMode: 'auto' | 'manual' | 'disabled' | 'unknown'
}

/** What is done to services of the sync tool; each act is read back before it counts as done, and may be done twice. */
export interface ServiceHands {
  /** Waits until it is stopped. Services that need it have to be stopped first. */
  stop(service: string, signal: AbortSignal): Promise<Acted>
  /** Waits until it runs, and a moment longer: a service that ends at once did not start. */
  start(service: string, signal: AbortSignal): Promise<Acted>
  disable(service: string): Promise<Acted>
  restoreStartMode(service: string, mode: 'auto' | 'manual' | 'disabled', delayedStart: boolean): Promise<Acted>
  /** Account and password together; an account that the service has already keeps its spelling. */
  setAccount(service: string, account: string, password: SecretText): Promise<Acted>
  look(service: string): Promise<LookedAt>
  /** As the service names it; null: it could not be told. */
  accountOf(service: string): Promise<string | null>
  /** Names of processes that belong to these services or were started from these folders; null: it could not be told. */
  processesLeft(services: readonly string[], folders: readonly string[]): Promise<readonly string[] | null>
}

export interface ServicePorts extends ServiceWaitPorts, ProcessPorts, AccountPorts {
  readonly control: ServiceControl
  readonly manager: ServiceManager
  readonly eventLog: Pick<EventLog, 'read' | 'isEnabled'>
  readonly now: () => Date
}

/** Codes of winerror.h that are no refusal, or tell of one elsewhere. */
const ALREADY_RUNNING = 1056
const NOT_ACTIVE = 1062
const SIGN_IN_FAILED = 1069

/** The service was told, and did not answer in time or lost its connection: ERROR_BROKEN_PIPE, ERROR_NO_DATA, ERROR_SERVICE_REQUEST_TIMEOUT. */
const TOLD_ALL_THE_SAME: readonly number[] = [109, 232, 1053]

/** A service that cannot work mostly ends within its first seconds, in milliseconds. */
const PROBATION_MS = 3000

/** How often the event log is asked why a sign-in failed: the event may be written a moment after the refusal. */
const EVENT_TRIES = 4
const EVENT_PAUSE_MS = 500

/** The clock of an event and that of this process may differ by their resolution. */
const CLOCK_TOLERANCE_MS = 1000

export function createServiceHands(ports: ServicePorts): ServiceHands {
  return {
    stop: (service, signal) => stop(ports, service, signal),
    start: (service, signal) => start(ports, service, signal),
    disable: async (service) => setStartMode(ports, service, 'disabled', false),
    restoreStartMode: async (service, mode, delayedStart) => setStartMode(ports, service, mode, delayedStart),
    setAccount: async (service, account, password) => setAccount(ports, service, account, password),
    look: async (service) => look(ports, service),
    accountOf: async (service) => {
      const configuration = configurationOf(ports, service)
      return configuration.ok ? configuration.value.account : null
    },
    processesLeft: (services, folders) => processesLeft(ports, services, folders),
  }
}

const unknown = (code: string): Acted => ({ kind: 'failed', code, outcome: 'unknown' })
const codeOf = (refusal: Extract<Win32Result<unknown>, { readonly ok: false }>): string => `service-${refusal.failure.code}`

function configurationOf({ manager }: ServicePorts, service: string): Win32Result<ServiceConfiguration> {
  const connected = manager.connect((open) => open.configuration(service))
  return connected.ok ? connected.value : connected
}

const isStopped = ({ state }: ServiceStatus): boolean => state === 'stopped'
/** In a state that it stays in: one on its way takes no order. */
const isSettled = ({ state }: ServiceStatus): boolean => state === 'running' || state === 'stopped' || state === 'paused'

type NotReached = Exclude<Waited, { readonly kind: 'reached' }>

/** A service that never got ready for the order: nothing was done to it. */
const notBegun = (waited: NotReached): Acted =>
  notDone(waited.kind === 'refused' ? `service-${waited.code}` : waited.kind === 'stalled' ? 'service-pending' : 'time-out')

/** An order that was refused. */
const notTaken = (code: number): Acted => (TOLD_ALL_THE_SAME.includes(code) ? unknown(`service-${code}`) : notDone(`service-${code}`))

/** What becomes of an order whose service did not get where it had to. */
function notReached(waited: NotReached, stalled: string): Acted {
  if (waited.kind === 'refused') return unknown(`service-${waited.code}`)
  return unknown(waited.kind === 'stalled' ? stalled : 'time-out')
}

async function stop(ports: ServicePorts, service: string, signal: AbortSignal): Promise<Acted> {
  const isReady = (status: ServiceStatus): boolean => isSettled(status) || status.state === 'stop-pending'
  const before = await waitUntil(ports, service, isReady, signal)
  if (before.kind !== 'reached') return notBegun(before)
  if (before.status.state !== 'stop-pending') {
    if (isStopped(before.status)) return acted
    if (signal.aborted) return notDone('time-out')
    const asked = await ports.control.stop(service)
    if (!asked.ok && asked.failure.code !== NOT_ACTIVE) return notTaken(asked.failure.code)
  }
  const waited = await waitUntil(ports, service, isStopped, signal)
  return waited.kind === 'reached' ? acted : notReached(waited, 'service-stop-stalled')
}

async function start(ports: ServicePorts, service: string, signal: AbortSignal): Promise<Acted> {
  const before = await waitUntil(ports, service, isSettled, signal)
  if (before.kind !== 'reached') return notBegun(before)
  if (before.status.state === 'running') return acted
  if (before.status.state === 'paused') return notDone('service-paused')
  if (signal.aborted) return notDone('time-out')
  const since = new Date(ports.now().getTime() - CLOCK_TOLERANCE_MS)
  const asked = await ports.control.start(service)
  if (!asked.ok && asked.failure.code === SIGN_IN_FAILED) return await whyNoSignIn(ports, service, since, signal)
  if (!asked.ok && asked.failure.code !== ALREADY_RUNNING) return notTaken(asked.failure.code)
  const waited = await waitUntil(ports, service, isSettled, signal)
  if (waited.kind !== 'reached') return notReached(waited, 'service-start-stalled')
  if (waited.status.state !== 'running') return await whyStopped(ports, service, waited.status, since, signal)
  await ports.wait(PROBATION_MS, signal)
  const after = ports.control.status(service)
  if (!after.ok) return unknown(codeOf(after))
  if (after.value.state !== 'running') return await whyStopped(ports, service, after.value, since, signal)
  return after.value.processId === waited.status.processId ? acted : unknown('service-restarted')
}

async function whyStopped(ports: ServicePorts, service: string, status: ServiceStatus, since: Date, signal: AbortSignal): Promise<Acted> {
  if (status.exitCode === SIGN_IN_FAILED) return await whyNoSignIn(ports, service, since, signal)
  return isStopped(status) ? notDone('service-stopped-again') : unknown('service-stopped-again')
}

/** The refusal of a start says only that the sign-in failed; which way is in the event that the service control manager writes. */
async function whyNoSignIn(ports: ServicePorts, service: string, since: Date, signal: AbortSignal): Promise<Acted> {
  const listed = ports.manager.connect((manager) => namesOfService(manager, service))
  const names = listed.ok ? listed.value : [service.toLowerCase()]
  for (let tries = 0; tries < EVENT_TRIES && !signal.aborted; tries += 1) {
    if (tries > 0) await ports.wait(EVENT_PAUSE_MS, signal)
    const { found } = await readServiceTroubles(ports.eventLog, since)
    const meaning = meaningOf(found.filter(({ service: name, event }) => event !== 7000 && names.includes(name.toLowerCase())))
    if (meaning !== null) return meaning
  }
  return { kind: 'no-sign-in', code: `service-${SIGN_IN_FAILED}`, proves: 'nothing' }
}

/** A service that does not start by itself has no delay. */
function setStartMode(ports: ServicePorts, service: string, mode: 'auto' | 'manual' | 'disabled', delayed: boolean): Acted {
  const isSo = ({ startMode, delayedStart = false }: ServiceConfiguration): boolean =>
    startMode === mode && (mode !== 'auto' || delayedStart === delayed)
  const before = configurationOf(ports, service)
  if (!before.ok) return notDone(codeOf(before))
  if (isSo(before.value)) return acted
  if (before.value.startMode !== mode) {
    const changed = ports.control.setStartMode(service, mode)
    if (!changed.ok) return notDone(codeOf(changed))
  }
  const between = configurationOf(ports, service)
  if (!between.ok) return unknown(codeOf(between))
  if (isSo(between.value)) return acted
  if (between.value.startMode !== mode) return notDone('service-start-mode-differs')
  // Half of it is done, which a look at the start mode would take for all of it: so it is not done, and all of it is tried again.
  const changed = ports.control.setDelayedStart(service, delayed)
  if (!changed.ok) return notDone(codeOf(changed))
  const after = configurationOf(ports, service)
  return after.ok && isSo(after.value) ? acted : notDone(after.ok ? 'service-start-mode-differs' : codeOf(after))
}

/** The password cannot be read back: it is set again each time, and whether it holds shows at the next start. */
function setAccount(ports: ServicePorts, service: string, account: string, password: SecretText): Acted {
  const before = configurationOf(ports, service)
  if (!before.ok) return notDone(codeOf(before))
  const present = before.value.account
  if (!hasOwnPassword(ports, account) || !hasOwnPassword(ports, present)) return notDone('service-account-not-ours')
  const spelling = isSameAccount(ports, present, account) ? present : account
  const changed = password.use((characters) => ports.control.setAccount(service, spelling, characters))
  if (!changed.ok) return notDone(codeOf(changed))
  const after = configurationOf(ports, service)
  if (!after.ok) return unknown(codeOf(after))
  return isSameAccount(ports, after.value.account, spelling) ? acted : unknown('service-account-differs')
}

function look(ports: ServicePorts, service: string): LookedAt {
  const status = ports.control.status(service)
  const configuration = configurationOf(ports, service)
  const state = status.ok ? status.value.state : null
  const startMode = configuration.ok ? configuration.value.startMode : null
  return {
    state: state === 'running' || state === 'stopped' ? state : 'unknown',
    startMode: startMode === 'auto' || startMode === 'manual' || startMode === 'disabled' ? startMode : 'unknown',
  }
}
