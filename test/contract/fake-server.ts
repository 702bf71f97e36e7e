import { collect } from '#electron/collector/collect.ts'
import type { WorkerExit } from '#electron/collector/worker-port.ts'
import type { Collect } from '#electron/core/app/index.ts'
import type { SqlRequest } from '#electron/core/sql-sign-in.ts'
import type { Profile } from '#shared/formats/profile.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { loadSample } from '#shared/samples/index.ts'
import { CLOCK } from './app-under-test.ts'

export interface FakeServer {
  readonly collect: Collect
  /** what the next scan finds */
  probes: Snapshot['probes']
  elevated: boolean
  now: string
  /** probes that were asked for, one list for each worker */
  readonly asked: string[][]
  /** what they were told of the server, as often */
  readonly told: Profile[]
  /** how each worker was to sign in to SQL Server, beside what it was asked for */
  readonly signIns: { readonly probes: readonly string[]; readonly sql: SqlRequest | undefined }[]
  /** workers wait before their first record until this is settled */
  gate: Promise<void>
  /** scans that were cancelled while they ran */
  cancelled: number
}

/** A Windows server without Windows: the real collector over workers that read a sample. */
export function fakeServer(): FakeServer {
  const server: FakeServer = {
    probes: loadSample('typical').snapshot.probes,
    elevated: true,
    now: CLOCK,
    asked: [],
    told: [],
    signIns: [],
    gate: Promise.resolve(),
    cancelled: 0,
    collect: async (request) => {
      const result = await collect({
        ...request,
        version: '1.2.3',
        now: () => new Date(server.now),
        platform: 'win32',
        workers: 1,
        startWorker: () => fakeWorker(server),
      })
      if (result.kind === 'cancelled') server.cancelled += 1
      return result
    },
  }
  return server
}

function fakeWorker(server: FakeServer) {
  const messages: ((message: unknown) => void)[] = []
  const exits: ((exit: WorkerExit) => void)[] = []
  const say = (message: unknown): void => {
    for (const listener of messages) listener(message)
  }
  const live = async (probes: readonly string[]): Promise<void> => {
    for (const probe of probes) {
      say({ kind: 'started', probe })
      await server.gate
      say({ kind: 'record', probe, record: (server.probes as Record<string, unknown>)[probe] ?? failed })
    }
    say({ kind: 'identity', elevated: server.elevated })
    for (const listener of exits) listener({ status: 0, signal: null })
  }
  return {
    send: (message: unknown) => {
      const { probes, profile, sql } = message as { probes: string[]; profile: Profile; sql?: SqlRequest }
      server.asked.push(probes)
      server.told.push(profile)
      server.signIns.push({ probes, sql })
      void live(probes)
    },
    onMessage: (listener: (message: unknown) => void) => {
      messages.push(listener)
    },
    onExit: (listener: (exit: WorkerExit) => void) => {
      exits.push(listener)
    },
    kill: () => undefined,
  }
}

const failed = { status: 'failed', durationMs: 1, reason: 'made up' }
