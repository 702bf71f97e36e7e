import { type NamedUse, namedUseKinds, type Reading } from '#shared/rotation/preflight/readings.ts'
import type { EventLog } from '../../win32/event-log.ts'
import type { ServiceControl } from '../../win32/service-control.ts'
import type { ServiceManager } from '../../win32/service-manager.ts'
import type { TaskRegistration } from '../../win32/task-registration.ts'
import { type Judge, type Seen, worstOf } from './by-hand-entries.ts'
import type { Moments } from './by-hand-moments.ts'
import type { AccountPorts } from './services-account.ts'
import { passwordPrincipal } from './task-definition.ts'
import { meaningOf, namesOfService, readServiceTroubles } from './watch-events.ts'

/** A place that names an account, with the time of its last change where there is one. */
export interface DatedUse extends NamedUse {
  /** null: the place does not tell, or that time says nothing of the password */
  readonly writtenAt: Date | null
  /** the time is that of a file in which other things stand as well */
  readonly isOfMore: boolean
}

export interface WindowsByHandPorts extends AccountPorts {
  readonly manager: ServiceManager
  readonly control: Pick<ServiceControl, 'status'>
  readonly eventLog: Pick<EventLog, 'read' | 'isEnabled'>
  readonly tasks: Pick<TaskRegistration, 'task'>
  /** all places of one kind */
  readonly uses: (kind: NamedUse['kind']) => Promise<Reading<readonly DatedUse[]>>
}

export const isNamedUse = (kind: string): kind is NamedUse['kind'] => namedUseKinds.some((known) => known === kind)

/** ERROR_SERVICE_DOES_NOT_EXIST */
const NO_SUCH_SERVICE = 1060

/**
 * A service that is none of the sync tool's.
 *
 * Windows shows nothing of the password that it keeps for a service. One that does not run, and could not sign in since the login has the
 * wanted password because of a wrong one, still has another; one that runs may have been started before.
 */
export async function lookAtService(ports: WindowsByHandPorts, name: string, judge: Judge, { given }: Moments): Promise<Seen> {
  const connected = ports.manager.connect((open) => ({ configuration: open.configuration(name), names: namesOfService(open, name) }))
  if (!connected.ok) return 'not-told'
  const { configuration, names } = connected.value
  if (!configuration.ok) return configuration.failure.code === NO_SUCH_SERVICE ? 'not-there' : 'not-told'
  const seen = judge({ account: configuration.value.account, writtenAt: null })
  if (seen !== 'not-told' || given === null) return seen
  const status = ports.control.status(name)
  if (!status.ok || status.value.state !== 'stopped') return seen
  const { found } = await readServiceTroubles(ports.eventLog, given)
  const worst = meaningOf(found.filter(({ service }) => names.includes(service.toLowerCase())))
  return worst?.kind === 'no-sign-in' && worst.proves === 'wrong-password' ? 'unchanged' : seen
}

/** A task of somebody else, by its account alone: when a password was stored with it stands nowhere. */
export function lookAtTask({ tasks }: WindowsByHandPorts, path: string, judge: Judge): Seen {
  const found = tasks.task(path)
  if (!found.ok) return 'not-told'
  if (found.value === null) return 'not-there'
  const account = passwordPrincipal(found.value.definition)?.account
  return account === undefined ? 'not-told' : judge({ account, writtenAt: null })
}

/**
 * A pool, an application, an entry or a drive.
 *
 * These are listed by the accounts that they name: what is not in a whole list names nobody any more, whether or not it is still there.
 */
export async function lookAtUse(ports: WindowsByHandPorts, kind: NamedUse['kind'], name: string, judge: Judge): Promise<Seen> {
  const reading = await ports.uses(kind)
  if (reading.status !== 'read') return 'not-told'
  const entries = reading.value.filter((use) => use.kind === kind && use.name.toLowerCase() === name.toLowerCase())
  return worstOf(entries, judge, reading.gaps.length > 0 ? 'not-told' : 'gone-elsewhere')
}
