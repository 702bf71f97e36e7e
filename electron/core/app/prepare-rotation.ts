import type { RotationChoices } from '#shared/contract/index.ts'
import type { RotationPlan } from '#shared/rotation/plan.ts'
import type { PreflightReadings } from '#shared/rotation/preflight/readings.ts'
import type { StoredCase } from '../../store/case-folder.ts'
import { GRACE_MS } from '../../vault/register.ts'
import { type Keeping, mayRehearse, namesToType, type Preparation, prepareChange } from '../rotation/preparation.ts'
import type { ServerQuestions } from '../rotation/read-server.ts'
import { rehearsalServerOf } from '../rotation/rehearsal-logins.ts'
import { instancesToSignInTo } from '../rotation/sql-administrators.ts'
import type { App } from './app.ts'
import { AppFailure, found } from './failure.ts'
import { nowOf } from './judge-case.ts'
import { serverOf } from './open-case.ts'

/** Each choice asks again; the server itself is asked once for so long. */
const READINGS_LAST_MS = 2 * 60 * 1000

export interface Prepared {
  readonly stored: StoredCase
  readonly preparation: Preparation | null
  /** why only a rehearsal is possible; null: this server can be changed from here */
  readonly onlyRehearsal: OnlyRehearsal | null
  readonly oldEntries: ReadonlyMap<string, string> | null
  /** where new passwords of a real change can be kept */
  readonly keeping: Keeping
  /** instances of SQL Server to which a person can sign in as somebody who may change logins, because nobody has */
  readonly toSignInTo: readonly string[]
}

export type OnlyRehearsal = 'sample' | 'not-here' | 'in-browser' | 'not-elevated' | 'no-keychain'

/** Prepares a change of a case; where this machine is the case's server, it is asked what the facts do not tell. */
export function createPreparer(app: App): (id: string, choices: RotationChoices | null, real: boolean) => Promise<Prepared> {
  let last: {
    readonly id: string
    readonly collectedAt: string
    readonly atMs: number
    readonly signIns: number
    readonly readings: Promise<PreflightReadings>
  } | null = null
  const readingsOf = (stored: StoredCase): Promise<PreflightReadings> => {
    const { readServer } = app.ports
    if (readServer === null || !isThisServer(app, stored)) return Promise.resolve({})
    const { collectedAt } = stored.snapshot.value
    const nowMs = Date.parse(app.ports.core.now())
    const signIns = app.sqlAdministrators.version()
    const isFresh =
      last?.id === stored.id && last.signIns === signIns && last.collectedAt === collectedAt && nowMs - last.atMs < READINGS_LAST_MS
    if (last === null || !isFresh) {
      const readings = questionsOf(app, stored).then(readServer)
      last = { id: stored.id, collectedAt, atMs: nowMs, signIns, readings }
      // What failed is asked again the next time.
      readings.catch(() => {
        last = null
      })
    }
    return last.readings
  }
  return async (id, choices, real) => {
    const stored = found(await app.cases.read(id))
    const onlyRehearsal = await whyOnlyRehearsal(app, stored)
    const oldEntries = real && onlyRehearsal === null ? await currentEntries(app, serverOf(stored.snapshot.value)) : null
    const keeping = await keepingOf(app)
    const request = { snapshot: stored.snapshot.value, profile: stored.profile.value, choices, now: nowOf(app, stored) }
    const readings = await readingsOf(stored)
    const preparation = prepareChange({ ...request, oldEntries, keeping, readings })
    const canSignIn = oldEntries !== null && app.ports.askPassword !== null
    const toSignInTo = canSignIn ? instancesToSignInTo(readings.sqlServers ?? []) : []
    return { stored, preparation, onlyRehearsal, oldEntries, keeping, toSignInTo }
  }
}

/** A snapshot of another server tells nothing that could be asked here. */
export function isThisServer(app: App, { file, snapshot }: StoredCase): boolean {
  return file.source === 'live' && serverOf(snapshot.value).toLowerCase() === app.ports.machine.toLowerCase()
}

/** What a preflight wants to know of this server beside its facts. */
export async function questionsOf(app: App, { snapshot, profile }: StoredCase): Promise<ServerQuestions> {
  const { logins, facts } = rehearsalServerOf(snapshot.value, profile.value)
  return {
    environment: process.env,
    vault: await app.ports.vault(),
    journalFolder: app.ports.dataFolder,
    administratorOf: app.sqlAdministrators.of,
    users: logins.filter(({ kind }) => kind === 'windows').map(({ name }) => name),
    sqlServers: (facts['sql-server']?.instances ?? []).map(({ name }) => ({
      instance: name,
      logins: logins.filter(({ key }) => key.startsWith(`sql-server:${name}/`)).map((login) => login.name),
    })),
  }
}

/** What a change would do to another server, or could not do here, is only rehearsed. */
export async function whyOnlyRehearsal(app: App, stored: StoredCase): Promise<OnlyRehearsal | null> {
  const { changeServer, host, elevated } = app.ports
  if (stored.file.source === 'sample') return 'sample'
  if (!isThisServer(app, stored)) return 'not-here'
  // SECURITY: what reaches the browser of this machine does not change its passwords.
  if (host === 'loopback') return 'in-browser'
  if (changeServer === null) return 'not-here'
  if ((await elevated()) !== true) return 'not-elevated'
  // What a person holds has to be typed, and not into a page.
  return (await keepingOf(app)) === 'person' && app.ports.askPassword === null ? 'no-keychain' : null
}

async function keepingOf({ ports }: App): Promise<Keeping> {
  if ((await ports.vault()).storedIn !== 'keychain') return 'person'
  return ports.askPassword === null ? 'keychain' : 'either'
}

/** What the keychain has as the current password of each login of this server. */
async function currentEntries(app: App, server: string): Promise<ReadonlyMap<string, string>> {
  const listed = await (await app.ports.vault()).list()
  const current = listed.ok ? listed.value.generations.filter((each) => each.state === 'current' && each.server === server) : []
  return new Map(current.map(({ login, generation }) => [login, generation]))
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** What is begun: a rehearsal in short times, or the change of this server as the keychain knows it. */
export function planToBegin(
  app: App,
  { id: caseId, real, typed }: { readonly id: string; readonly real: boolean; readonly typed: string | null },
  { preparation, onlyRehearsal, oldEntries }: Prepared,
): RotationPlan {
  const change = preparation?.change ?? null
  if (real && (onlyRehearsal !== null || oldEntries === null)) throw new AppFailure('REFUSED', 'rotation/refused/only-rehearsal')
  const mayBegin = change !== null && (real ? change.preflight.canStart : mayRehearse(change))
  if (!mayBegin) throw new AppFailure('REFUSED', 'rotation/refused/cannot-begin')
  const { plan } = change
  const wanted = real ? namesToType(change) : null
  if (wanted !== null && typed?.trim().toLowerCase() !== wanted.toLowerCase())
    throw new AppFailure('REFUSED', 'rotation/refused/not-typed', { names: wanted })
  const { watchMs, realWatchMs } = app.ports.rotationTimes
  const watchMinutes = (real ? realWatchMs : watchMs) / MINUTE_MS
  if (!real) {
    return { ...plan, caseId, times: { ...plan.times, watchMinutes, graceDays: 0 } }
  }
  const logins = plan.logins.map((login) => {
    const oldEntry = oldEntries?.get(login.key)
    return oldEntry === undefined || login.keptIn === 'person' ? login : { ...login, oldEntry }
  })
  const id = `change ${app.ports.core.now()}`
  return { ...plan, id, caseId, rehearsal: false, logins, times: { ...plan.times, watchMinutes, graceDays: GRACE_MS / DAY_MS } }
}
