import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { type AnyRouter, createRouterClient, safe } from '@orpc/server'
import type { Language } from '#shared/texts/translator.ts'
import type { WindowsHandOver } from '../rotation/hand-over/windows-ports.ts'
import { type AppPorts, createAppRouter, defaultDataFolder, type StartWorker } from './app/index.ts'
import { collectServer } from './collect-server.ts'
import { createCore } from './core.ts'
import type { Elevation } from './elevation.ts'
import { createDeskHere, type DeskHere, openWindowsHandOver } from './hand-over-desk.ts'
import type { OpenSecretWindow } from './host-hand-over.ts'
import { readTextFile, type StandardInput } from './read-file.ts'

export interface DesktopCorePorts {
  /** folder of the bundle */
  readonly folder: string
  readonly startWorker: StartWorker
  readonly elevation: Pick<Elevation, 'isElevated'>
  /** null: this process cannot get more rights */
  readonly restartElevated: (() => Promise<void>) | null
  /** the host's window for secrets */
  readonly openSecretWindow: OpenSecretWindow
  readonly environment: NodeJS.ProcessEnv
  readonly platform: NodeJS.Platform
  /** another place for records than this user's own; for tests */
  readonly dataFolder?: string
  /** another keychain than this account's; for tests */
  readonly vault?: AppPorts['vault']
  /** other parts than those of the Windows that this runs on; for tests */
  readonly openWindows?: () => Promise<WindowsHandOver>
}

/** The case, or one line for a person; null: a fault of our own, which is noted already. */
export type OpenedSnapshot = { readonly id: string } | { readonly line: string | null }

/** What the desktop host asks of the core. */
export interface DesktopCore {
  readonly router: AnyRouter
  /** the language that the person chose; null: that of the system, also where it could not be read */
  language(): Promise<Language | null>
  /** addresses that the checks refer to */
  references(): Promise<readonly string[]>
  /** makes a case of a snapshot's file */
  openSnapshot(path: string, language: Language): Promise<OpenedSnapshot>
  /** reads this server into a file; false: there is nothing to read, or the file could not be written */
  collectTo(path: string): Promise<boolean>
  /** for the end of the process: takes back what was handed over, before it returns */
  close(): void
}

/** A window has none. */
const NO_INPUT: StandardInput = { isTerminal: false, chunks: Readable.from([]) }

/** Puts the core together for a window; nothing is read before the page asks. */
export function openDesktopCore(ports: DesktopCorePorts): DesktopCore {
  const core = createCore({
    standardInput: NO_INPUT,
    now: () => new Date(),
    environment: ports.environment,
    workerPath: join(ports.folder, 'worker.mjs'),
    judgeWorkerPath: join(ports.folder, 'judge-worker.mjs'),
    strengthWorkerPath: join(ports.folder, 'strength-worker.mjs'),
    fontFolder: join(ports.folder, 'fonts'),
  })
  const desk = deskHere(ports)
  const router = createAppRouter({
    core,
    host: 'desktop',
    dataFolder: ports.dataFolder ?? defaultDataFolder(ports.environment, ports.platform, homedir()),
    workerPath: join(ports.folder, 'worker.mjs'),
    startWorker: ports.startWorker,
    restartElevated: ports.restartElevated,
    licenses: () => readFile(join(ports.folder, 'licenses.md'), 'utf8'),
    platform: ports.platform,
    elevated: async () => ports.elevation.isElevated,
    handOverDesk: desk?.open ?? null,
    ...(ports.vault === undefined ? {} : { vault: ports.vault }),
  })
  const client = createRouterClient(router)
  return {
    router,
    language: async () => {
      const settings = await safe(client.app.settings({}))
      // The page says what is wrong with the file; the window opens all the same.
      return settings.isSuccess && settings.data.language !== 'system' ? settings.data.language : null
    },
    references: async () => {
      const { checks } = await import('#shared/checks/index.ts')
      return checks.flatMap(({ definition }) => definition.references.map(({ url }) => url))
    },
    openSnapshot: async (path, language) => {
      const file = await readTextFile(path, NO_INPUT)
      if (!file.ok) return { line: file.line }
      const opened = await safe(client.cases.openSnapshot({ name: basename(path), text: file.value.text, language }))
      if (opened.isSuccess) return { id: opened.data.id }
      return { line: opened.isDefined ? opened.error.data.line : null }
    },
    collectTo: async (path) => {
      const collected = await collectServer({
        version: core.version,
        now: () => new Date(),
        workerPath: join(ports.folder, 'worker.mjs'),
        startWorker: ports.startWorker,
      })
      return collected.kind === 'snapshot' && (await core.saveSnapshot(path, collected.text)).ok
    },
    close: () => desk?.close(),
  }
}

/** Null: only on Windows it can be proven who else sees a secret. */
function deskHere({ platform, openSecretWindow, openWindows }: DesktopCorePorts): DeskHere | null {
  if (openWindows !== undefined) return createDeskHere(openWindows, openSecretWindow)
  return platform === 'win32' ? createDeskHere(openWindowsHandOver, openSecretWindow) : null
}
