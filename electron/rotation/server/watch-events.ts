import type { EventLog, EventQuery } from '../../win32/event-log.ts'
import type { EventValue } from '../../win32/event-values.ts'
import type { OpenServiceManager } from '../../win32/service-manager.ts'
import type { Acted } from './acted.ts'

/** A log that was not read to its end, by its name, and what was found in it all the same. */
export interface FoundEvents<Found> {
  readonly found: readonly Found[]
  readonly unread: readonly string[]
}

/** A service that could not start, as the service control manager noted it. */
export interface ServiceTrouble {
  readonly event: number
  /** name or display name of the service */
  readonly service: string
  /** Win32 code that the event carries; null: it carries none */
  readonly code: number | null
}

/** A sign-in that Windows refused. */
export interface RefusedSignIn {
  readonly name: string
  /** null: the event has none */
  readonly authority: string | null
}

/** The service control manager: 7000 could not start, 7038 could not sign in, 7041 may not sign in that way. */
const TROUBLE = { log: 'System', provider: 'Service Control Manager', ids: [7000, 7038, 7041] } as const

/** 4625: a sign-in was refused. */
const REFUSAL = { log: 'Security', provider: null, ids: [4625] } as const

const ID = 'Event/System/EventID'
const data = (name: string): string => `Event/EventData/Data[@Name="${name}"]`

/** How the service control manager puts an error code into an event: a reference to a text that is never looked up. */
const ERROR_CODE = /^%%(\d+)$/

type Log = Pick<EventLog, 'read' | 'isEnabled'>

export async function readServiceTroubles(eventLog: Log, since: Date): Promise<FoundEvents<ServiceTrouble>> {
  // 7000 has its code in the second place, 7038 in the third, and 7041 none.
  const values = [ID, data('param1'), data('param2'), data('param3')]
  return await collect(eventLog, TROUBLE, since, values, ([id, service, ...rest]) => {
    if (id?.kind !== 'number' || service?.kind !== 'text') return null
    const code = rest.map((value) => ERROR_CODE.exec(textOf(value) ?? '')?.[1]).find((match) => match !== undefined)
    return { event: id.number, service: service.text, code: code === undefined ? null : Number(code) }
  })
}

export async function readRefusedSignIns(eventLog: Log, since: Date): Promise<FoundEvents<RefusedSignIn>> {
  return await collect(eventLog, REFUSAL, since, [data('TargetUserName'), data('TargetDomainName')], ([name, authority]) => {
    const user = textOf(name)
    return user === null ? null : { name: user, authority: textOf(authority) }
  })
}

/** What is in the place of a value that is absent. */
const NO_VALUES: readonly string[] = ['', '-']

function textOf(value: EventValue | undefined): string | null {
  const text = value?.kind === 'text' ? value.text.trim() : ''
  return NO_VALUES.includes(text) ? null : text
}

interface Source {
  readonly log: string
  readonly provider: string | null
  readonly ids: readonly number[]
}

/** An event that cannot be decoded makes its log one that was not wholly read. */
async function collect<Found>(
  eventLog: Log,
  { log, provider, ids }: Source,
  since: Date,
  values: EventQuery['values'],
  decode: (values: readonly EventValue[]) => Found | null,
): Promise<FoundEvents<Found>> {
  const found: Found[] = []
  let broken = 0
  const wanted = [
    ...(provider === null ? [] : [`Provider[@Name='${provider}']`]),
    `(${ids.map((id) => `EventID=${id}`).join(' or ')})`,
    `TimeCreated[@SystemTime>='${since.toISOString()}']`,
  ]
  const filter = `*[System[${wanted.join(' and ')}]]`
  const listing = await eventLog.read({ log, filter, order: 'oldest-first', values }, (event) => {
    const decoded = decode(event)
    if (decoded === null) broken += 1
    else found.push(decoded)
    return true
  })
  const enabled = await eventLog.isEnabled(log)
  const isWhole = listing.ok && listing.value.cutShort === null && listing.value.unread.count === 0 && broken === 0
  return { found, unread: isWhole && enabled.ok && enabled.value ? [] : [log] }
}

/** Names of a service in lower case: events carry the one or the other. */
export function namesOfService(manager: OpenServiceManager, service: string): readonly string[] {
  const listed = manager.list()
  const display = listed.ok ? listed.value.find(({ name }) => name.toLowerCase() === service.toLowerCase())?.displayName : undefined
  return [service, display ?? service].map((name) => name.toLowerCase())
}

/** ERROR_LOGON_FAILURE: the account exists, or it would not be that of a service, so it is the password. */
const WRONG_PASSWORD = 1326
/** ERROR_LOGON_TYPE_NOT_GRANTED: what an event 7041 says without a code. */
const NO_RIGHT = 1385
/** ERROR_SERVICE_LOGON_FAILED: a service could not sign in, and why stands in another event. */
const SIGN_IN_FAILED = 1069

/** What tells most comes first. */
const TELLING = [7038, 7041, 7000]

/** What the troubles of one service mean; null: it had none. */
export function meaningOf(troubles: readonly ServiceTrouble[]): Exclude<Acted, { readonly kind: 'done' }> | null {
  const [worst] = [...troubles].sort((one, other) => TELLING.indexOf(one.event) - TELLING.indexOf(other.event))
  if (worst === undefined) return null
  const number = worst.code ?? (worst.event === 7041 ? NO_RIGHT : null)
  const code = number === null ? `event-${worst.event}` : `service-${number}`
  if (worst.event === 7000 && number !== SIGN_IN_FAILED) return { kind: 'failed', code, outcome: 'not-done' }
  return { kind: 'no-sign-in', code, proves: worst.event === 7038 && number === WRONG_PASSWORD ? 'wrong-password' : 'nothing' }
}
