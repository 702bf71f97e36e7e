import { hostname } from 'node:os'

import type { Answers } from '#shared/formats/answers.ts'
import type { Checkup } from '#shared/formats/checkup.ts'
import type { Profile } from '#shared/formats/profile.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import type { RotationJournal } from '#shared/report/rotation/course.ts'
import type { SampleHeader } from '#shared/samples/sample.ts'
import type { Vault } from '../vault/vault.ts'
import { listSamples, openSample, type SampleInputs, writeSamples } from './bundled-samples.ts'
import { type Collected, type CollectRequest, collectServer } from './collect-server.ts'
import { type Compared, compareFiles } from './compare.ts'
import { type FaultReport, faultLogFolders, type LogResult, writeFaultLog } from './fault-log.ts'
import { type Input, readAnswersFile, readProfileFile, readSnapshotFile } from './inputs.ts'
import type { AppStart } from './installed-app.ts'
import { createJudge, type Judge, type MakeParts } from './judge.ts'
import type { Outcome } from './outcome.ts'
import { createPasswordsCore, type PasswordPorts, type PasswordsCore } from './passwords.ts'
import { createPortfolioCore, type PortfolioCore, type PortfolioPorts } from './portfolio/portfolio.ts'
import type { StandardInput } from './read-file.ts'
import { type RenderOptions, type ReportFormat, renderCheckup } from './render.ts'
import type { RehearsalRequest, Rehearsed } from './rotation/rehearsal.ts'
import type { RotationRenderOptions } from './rotation/render-rotation.ts'
import { saveFile } from './save-file.ts'
import { createSqlKeychain, type SqlKeychain } from './sql-keychain.ts'
import { productName, version } from './version.ts'

/** What a host needs from outside: the process's own input, clock and places. */
export interface CorePorts extends PortfolioPorts, PasswordPorts {
  readonly standardInput: StandardInput
  readonly now: () => Date
  readonly environment: NodeJS.ProcessEnv
  /** the bundle of the collector's worker */
  readonly workerPath: string
  /** folder of the fonts of the PDF page */
  readonly fontFolder: string
  /** other checks than the bundled ones */
  readonly makeParts?: MakeParts
  /** another vault than the keychain of this account: a test never uses the real one */
  readonly vault?: () => Promise<Vault>
  /** name of this machine, where it is not the system's own */
  readonly machine?: string
}

/** What every host can ask for. Nothing is loaded before it is asked. */
export interface Core {
  readonly version: string
  /** the clock, ISO 8601 UTC */
  now(): string
  readSnapshot(path: string): Promise<Outcome<Input<Snapshot>>>
  readProfile(path: string): Promise<Outcome<Input<Profile>>>
  readAnswers(path: string): Promise<Outcome<Input<Answers>>>
  /** whether this machine can be read: it runs Windows */
  readonly canCollect: boolean
  collect(request: Pick<CollectRequest, 'only' | 'onProgress' | 'profile' | 'sql'>): Promise<Collected>
  samples(): Promise<readonly SampleHeader[]>
  openSample(id: string): Promise<SampleInputs | null>
  writeSamples(folder: string): Promise<Outcome<readonly string[]>>
  readonly judge: Judge
  render(checkup: Checkup, format: ReportFormat, options: Omit<RenderOptions, 'fontFolder'>): Promise<Uint8Array>
  /** the report of a password change */
  renderRotation(journal: RotationJournal, format: 'pdf' | 'json', options: Omit<RotationRenderOptions, 'fontFolder'>): Promise<Uint8Array>
  compare(oldPath: string, newPath: string): Promise<Compared>
  /** writes, reads back and understands; the value is the file's name for one line */
  saveReport(path: string, format: ReportFormat, bytes: Uint8Array): Promise<Outcome<string>>
  saveSnapshot(path: string, text: string): Promise<Outcome<string>>
  /** many snapshots at once */
  readonly portfolio: PortfolioCore
  readonly passwords: PasswordsCore
  /** passwords of SQL logins; nothing is opened before one is asked for */
  readonly sqlKeychain: SqlKeychain
  /** the plan of a password change, from files alone */
  rehearse(request: RehearsalRequest): Promise<Rehearsed>
  /** starts the desktop app where it is installed */
  startApp(): Promise<AppStart>
  noteFault(report: Pick<FaultReport, 'command' | 'error'>): LogResult
}

/** The composition root: the one place that knows all the parts. */
export function createCore(ports: CorePorts): Core {
  const { standardInput } = ports
  const judge = createJudge(ports.makeParts)
  const now = (): string => ports.now().toISOString()
  return {
    version,
    now,
    readSnapshot: (path) => readSnapshotFile(path, standardInput),
    readProfile: (path) => readProfileFile(path, standardInput),
    readAnswers: (path) => readAnswersFile(path, standardInput),
    canCollect: process.platform === 'win32',
    collect: (request) => collectServer({ ...request, version, now: ports.now, workerPath: ports.workerPath }),
    samples: listSamples,
    openSample,
    writeSamples,
    judge,
    render: (checkup, format, options) => renderCheckup(checkup, format, { ...options, fontFolder: ports.fontFolder }),
    renderRotation: async (journal, format, options) => {
      const { renderRotation } = await import('./rotation/render-rotation.ts')
      return await renderRotation(journal, format, { ...options, fontFolder: ports.fontFolder })
    },
    compare: (oldPath, newPath) => compareFiles(oldPath, newPath, standardInput, judge),
    saveReport: async (path, format, bytes) => {
      const { readBackReport } = await import('./read-back.ts')
      return saveFile(path, bytes, (written) => readBackReport(format, written))
    },
    saveSnapshot: async (path, text) => {
      const { readBackSnapshot } = await import('./read-back.ts')
      return saveFile(path, Buffer.from(text), readBackSnapshot)
    },
    portfolio: createPortfolioCore(ports),
    passwords: createPasswordsCore(ports),
    sqlKeychain: createSqlKeychain({ machine: ports.machine ?? hostname(), vault: ports.vault ?? (() => keychainOf(ports)) }),
    rehearse: async (request) => (await import('./rotation/rehearsal.ts')).rehearse(request),
    startApp: async () => {
      const { installedAppPaths, startInstalledApp } = await import('./installed-app.ts')
      return startInstalledApp(installedAppPaths(productName, ports.environment, process.platform))
    },
    noteFault: (report) => writeFaultLog({ ...report, version, at: now() }, faultLogFolders(ports.environment, process.platform)),
  }
}

/** Where the keychain cannot be used every call says why: a command that ends has no memory to hold a password in. */
async function keychainOf({ environment, now }: CorePorts): Promise<Vault> {
  const { openVault } = await import('../vault/open-vault.ts')
  return openVault({ platform: process.platform, environment, now })
}
