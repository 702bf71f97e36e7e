import { assertNever } from '#shared/assert-never.ts'
import type { Language, ScanProgress } from '#shared/contract/index.ts'
import type { ProbeId } from '#shared/facts/index.ts'
import type { Profile } from '#shared/formats/profile.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { probeNames } from '#shared/texts/probes.ts'
import { visibleText } from '#shared/visible-text.ts'
import type { CollectProgress } from '../../collector/collect.ts'
import type { StoredCase } from '../../store/case-folder.ts'
import { documentText } from '../inputs.ts'
import { createSqlKeychain, type SqlKeychain } from '../sql-keychain.ts'
import type { App } from './app.ts'
import { asAnswer } from './boundary.ts'
import { liveCaseId } from './case-id.ts'
import { eventStream } from './event-stream.ts'
import { AppFailure, found } from './failure.ts'
import type { Implementer } from './implementer.ts'
import { mayRenewParts, mergeSnapshots } from './merge-snapshot.ts'
import { newTold, openOrCreate, serverOf } from './open-case.ts'
import { type AskedSql, askedSqlOf, keepPassword, sqlInstancesOf, sqlProblemsOf, storedSqlLogins } from './sql-access.ts'

interface ScanPlan {
  /** null: a new look at this server, whatever is known of it */
  readonly stored: StoredCase | null
  /** null: all probes */
  readonly only: readonly ProbeId[] | null
  /** what is known of this server */
  readonly profile: Profile | null
  /** SECURITY: may hold a password; it lives as long as the scan */
  readonly sql: AskedSql | undefined
}

/**
 * Reading this server.
 *
 * One scan at a time. Nothing of a scan is kept that did not come to its end.
 */
export function scanProcedures(os: Implementer, app: App) {
  let isRunning = false
  const keychain = createSqlKeychain({ vault: app.ports.vault, machine: app.ports.machine })
  return {
    run: os.scan.run.handler(async ({ input, signal }) => {
      if (app.ports.platform !== 'win32') throw new AppFailure('NOT_A_SERVER', 'app/not-a-server')
      if (isRunning) throw new AppFailure('BUSY', 'app/busy')
      isRunning = true
      const { language } = input
      try {
        const sql = await askedSqlOf(app, keychain, input.sql, language)
        const plan: ScanPlan = { ...(await planScan(app, input.id, input.probes)), sql }
        return eventStream<ScanProgress>(async (tell, aborted) => {
          try {
            await runScan({ app, keychain, plan, language }, tell, aborted)
          } catch (error) {
            throw asAnswer(error, app, 'scan.run', language)
          } finally {
            isRunning = false
          }
        }, signal)
      } catch (error) {
        isRunning = false
        throw error
      }
    }),
    sqlInstances: os.scan.sqlInstances.handler(async () => {
      const { machine } = app.ports
      const known = await app.cases.read(liveCaseId(machine))
      return known === null ? [] : sqlInstancesOf(known.snapshot.value, machine)
    }),
    sqlStored: os.scan.sqlStored.handler(({ input }) => storedSqlLogins(app, keychain, input.language)),
  }
}

async function planScan(app: App, id: string | null, probes: readonly ProbeId[] | null): Promise<Omit<ScanPlan, 'sql'>> {
  if (id === null) {
    const known = await app.cases.read(liveCaseId(app.ports.machine))
    return { stored: null, only: null, profile: known?.profile.value ?? null }
  }
  const stored = found(await app.cases.read(id))
  if (stored.file.source !== 'live') throw new AppFailure('REFUSED', 'app/refused/not-live')
  refuseOtherServer(serverOf(stored.snapshot.value), app.ports.machine)
  const mayRenew = mayRenewParts(stored.snapshot.value, Date.parse(app.ports.core.now()))
  return { stored, only: mayRenew ? probes : null, profile: stored.profile.value }
}

/** Names are compared without case; one that could not be read says nothing. */
function refuseOtherServer(server: string, machine: string): void {
  if (server === '' || server.toLowerCase() === machine.toLowerCase()) return
  throw new AppFailure('REFUSED', 'app/refused/other-server', { server: visibleText(server), machine: visibleText(machine) })
}

interface ScanParts {
  readonly app: App
  readonly keychain: SqlKeychain
  readonly plan: ScanPlan
  readonly language: Language
}

async function runScan(
  { app, keychain, plan, language }: ScanParts,
  tell: (event: ScanProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  const result = await app.ports.collect({
    ...(plan.only === null ? {} : { only: plan.only }),
    ...(plan.profile === null ? {} : { profile: plan.profile }),
    ...(plan.sql === undefined ? {} : { sql: plan.sql.request }),
    signal,
    onProgress: (step) => tell(progressView(step, language)),
  })
  switch (result.kind) {
    case 'snapshot': {
      if (signal.aborted) return
      const id = await keep(app, plan, result.snapshot)
      const password = plan.sql === undefined ? undefined : await keepPassword(app, keychain, plan.sql, result.snapshot, language)
      tell({ kind: 'case', id, sqlProblems: sqlProblemsOf(result.snapshot), ...(password === undefined ? {} : { password }) })
      return
    }
    case 'cancelled':
      return
    case 'not-windows':
      throw new AppFailure('NOT_A_SERVER', 'app/not-a-server')
    case 'unknown-probes':
      throw new Error('the collector does not know a probe that it lists')
    default:
      assertNever(result)
  }
}

/** Facts are renewed, answers stay; without a case this server's own is taken, or made. */
async function keep(app: App, plan: ScanPlan, fresh: Snapshot): Promise<string> {
  const server = serverOf(fresh) || app.ports.machine
  const id = plan.stored?.id ?? liveCaseId(server)
  const renewed = await app.cases.change(id, async (current) => {
    const snapshot = plan.only === null ? fresh : mergeSnapshots(current.snapshot.value, fresh)
    return { snapshotText: documentText(snapshot) }
  })
  if (renewed !== null) return id
  if (plan.stored !== null) throw new AppFailure('NOT_FOUND', 'app/not-found/case')
  await openOrCreate(app, id, { source: 'live', snapshotText: documentText(fresh), ...(await newTold(app)) })
  return id
}

function progressView(step: CollectProgress, language: Language): ScanProgress {
  const name = probeNames[language][step.probe]
  if (step.kind === 'started') return { ...step, name }
  return { ...step, name, reason: step.reason === null ? null : visibleText(step.reason) }
}
