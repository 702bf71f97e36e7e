import { hostname } from 'node:os'

import type { Language, Settings } from '#shared/contract/index.ts'
import { createTranslator, type Translator } from '#shared/texts/translator.ts'
import { type CaseStore, createCaseStore } from '../../store/cases.ts'
import { createFolderLocks } from '../../store/folder-locks.ts'
import { createSettingsStore, type SettingsStore } from '../../store/settings.ts'
import type { ReadServer } from '../rotation/read-server.ts'
import { createSqlAdministrators, type SqlAdministrators } from '../rotation/sql-administrators.ts'
import type { AskPassword } from '../rotation/type-twice.ts'
import { saveFile } from '../save-file.ts'
import type { AppPorts, Collect } from './ports.ts'
import { defaultSettings, understandSettings } from './settings-values.ts'

/** What the procedures share. */
export interface App {
  readonly ports: Required<Omit<AppPorts, 'startWorker'>>
  readonly cases: CaseStore
  readonly settings: SettingsStore<Settings>
  readonly sqlAdministrators: SqlAdministrators
  readonly say: (language: Language) => Translator
}

/**
 * Long enough that a person sees each act of a rehearsal pass by, and what watching is; short enough to stay with it.
 *
 * A service that signs in wrongly mostly ends at once; ten minutes leave time for its second try.
 */
const rotationTimes = { actMs: 350, watchMs: 10_000, realWatchMs: 600_000 }

export function createApp(given: AppPorts): App {
  const platform = given.platform ?? process.platform
  const sqlAdministrators = createSqlAdministrators()
  const ports = {
    ...given,
    platform,
    machine: given.machine ?? hostname(),
    timeZone: given.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    elevated: given.elevated ?? elevationHere(platform),
    collect: given.collect ?? collectHere(given, platform),
    vault: given.vault ?? vaultHere(given, platform),
    readServer: given.readServer === undefined ? serverHere(platform) : given.readServer,
    changeServer: given.changeServer === undefined ? changesHere(given, platform, sqlAdministrators) : given.changeServer,
    handOverDesk: given.handOverDesk ?? null,
    askPassword: given.askPassword === undefined ? promptHere(given, platform) : given.askPassword,
    rotationTimes: given.rotationTimes ?? rotationTimes,
  }
  const locks = createFolderLocks()
  const store = { folder: given.dataFolder, locks, now: () => new Date(given.core.now()) }
  const translators = new Map<Language, Translator>()
  return {
    ports,
    sqlAdministrators,
    cases: createCaseStore({ ...store, saveFile }),
    settings: createSettingsStore({ ...store, defaults: defaultSettings, understand: understandSettings }),
    say: (language) => {
      const translator = translators.get(language) ?? createTranslator(language)
      translators.set(language, translator)
      return translator
    },
  }
}

/** Asked of Windows once: it does not change while a process lives. Elsewhere there is no such token. */
function elevationHere(platform: NodeJS.Platform): AppPorts['elevated'] & {} {
  let asked: Promise<boolean | null> | null = null
  const ask = async (): Promise<boolean | null> => {
    if (platform !== 'win32') return null
    const { openElevation } = await import('../elevation.ts')
    return (await openElevation(platform)).isElevated
  }
  return () => {
    asked ??= ask()
    return asked
  }
}

/** The keychain of this account or what stands in for it, opened once: what it does, it does one after the other. */
function vaultHere(given: AppPorts, platform: NodeJS.Platform): AppPorts['vault'] & {} {
  let opened: ReturnType<AppPorts['vault'] & {}> | null = null
  const open = async () => {
    const { chooseVault } = await import('../../vault/open-vault.ts')
    return await chooseVault({ platform, environment: process.env, now: () => new Date(given.core.now()) })
  }
  return () => {
    opened ??= open()
    return opened
  }
}

/** The hands for this Windows. SECURITY: none for a browser, which does not change passwords. */
function changesHere(
  { core, host }: AppPorts,
  platform: NodeJS.Platform,
  { of }: SqlAdministrators,
): (AppPorts['changeServer'] & {}) | null {
  if (platform !== 'win32' || host === 'loopback') return null
  return async () => {
    const { thisServer } = await import('../rotation/this-server.ts')
    return thisServer({ environment: process.env, now: () => new Date(core.now()), administratorOf: of })
  }
}

/** The window in which Windows asks for a password. SECURITY: none for a browser, whose person may sit at another machine. */
function promptHere({ host }: AppPorts, platform: NodeJS.Platform): AskPassword | null {
  if (platform !== 'win32' || host !== 'desktop') return null
  return async (question) => await (await import('../rotation/ask-password.ts')).askPassword(question)
}

/** This Windows itself; elsewhere there is no server to ask. */
function serverHere(platform: NodeJS.Platform): ReadServer | null {
  if (platform !== 'win32') return null
  return async (questions) => await (await import('../rotation/read-server.ts')).readThisServer(questions)
}

/** The collector with workers as Node processes, unless the host starts them in its own way. */
function collectHere(given: AppPorts, platform: NodeJS.Platform): Collect {
  return async (request) => {
    const { collect } = await import('../../collector/collect.ts')
    const { nodeWorkers } = await import('../../collector/node-workers.ts')
    return await collect({
      ...request,
      version: given.core.version,
      now: () => new Date(given.core.now()),
      startWorker: given.startWorker ?? nodeWorkers(given.workerPath),
      platform,
    })
  }
}
