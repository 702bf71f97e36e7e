import type { RotationChoices } from '#shared/contract/index.ts'
import type { PreflightReadings } from '#shared/rotation/preflight/readings.ts'
import type { StoredCase } from '../../store/case-folder.ts'
import { type Preparation, prepareChange } from '../rotation/preparation.ts'
import type { ServerQuestions } from '../rotation/read-server.ts'
import { rehearsalServerOf } from '../rotation/rehearsal-logins.ts'
import type { App } from './app.ts'
import { found } from './failure.ts'
import { nowOf } from './judge-case.ts'
import { serverOf } from './open-case.ts'

/** Each choice asks again; the server itself is asked once for so long. */
const READINGS_LAST_MS = 2 * 60 * 1000

export type Prepared = { readonly stored: StoredCase; readonly preparation: Preparation | null }

/** Prepares a change of a case; where this machine is the case's server, it is asked what the facts do not tell. */
export function createPreparer(app: App): (id: string, choices: RotationChoices | null) => Promise<Prepared> {
  let last: {
    readonly id: string
    readonly collectedAt: string
    readonly atMs: number
    readonly readings: Promise<PreflightReadings>
  } | null = null
  const readingsOf = (stored: StoredCase): Promise<PreflightReadings> => {
    const { readServer } = app.ports
    if (readServer === null || !isThisServer(app, stored)) return Promise.resolve({})
    const { collectedAt } = stored.snapshot.value
    const nowMs = Date.parse(app.ports.core.now())
    const isFresh = last?.id === stored.id && last.collectedAt === collectedAt && nowMs - last.atMs < READINGS_LAST_MS
    if (last === null || !isFresh) {
      const readings = questionsOf(app, stored).then(readServer)
      last = { id: stored.id, collectedAt, atMs: nowMs, readings }
      // What failed is asked again the next time.
      readings.catch(() => {
        last = null
      })
    }
    return last.readings
  }
  return async (id, choices) => {
    const stored = found(await app.cases.read(id))
    const request = { snapshot: stored.snapshot.value, profile: stored.profile.value, choices, now: nowOf(app, stored) }
    return { stored, preparation: prepareChange({ ...request, readings: await readingsOf(stored) }) }
  }
}

/** A snapshot of another server tells nothing that could be asked here. */
export function isThisServer(app: App, { file, snapshot }: StoredCase): boolean {
  return file.source === 'live' && serverOf(snapshot.value).toLowerCase() === app.ports.machine.toLowerCase()
}

async function questionsOf(app: App, { snapshot, profile }: StoredCase): Promise<ServerQuestions> {
  const { logins, facts } = rehearsalServerOf(snapshot.value, profile.value)
  const bare = (name: string): string => name.split('\\').at(-1) ?? name
  return {
    environment: process.env,
    vault: await app.ports.vault(),
    journalFolder: app.ports.dataFolder,
    users: logins.filter(({ kind }) => kind === 'windows').map(({ name }) => bare(name)),
    sqlServers: (facts['sql-server']?.instances ?? []).map(({ name }) => ({
      instance: name,
      logins: logins.filter(({ key }) => key.startsWith(`sql-server:${name}/`)).map((login) => login.name),
    })),
  }
}
