import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { type CollectOptions, type CollectProgress, collect } from '#electron/collector/collect.ts'
import { nodeWorkers, workerEnvironment } from '#electron/collector/node-workers.ts'
import type { WorkerChannel } from '#electron/collector/worker-port.ts'
import type { AnyProbe } from '#electron/probes/probe.ts'

const LONG_MS = 60_000
const LIMITS_MS = { host: LONG_MS, services: LONG_MS, programs: LONG_MS }
const PROBES: readonly Pick<AnyProbe, 'id' | 'area'>[] = [
  { id: 'host', area: 'host' },
  { id: 'services', area: 'services' },
  { id: 'programs', area: 'programs' },
]

const workerFiles = {
  broken: new URL('./workers/broken-worker.ts', import.meta.url),
  confused: new URL('./workers/confused-worker.ts', import.meta.url),
  endless: new URL('./workers/endless-worker.ts', import.meta.url),
  breeding: new URL('./workers/breeding-worker.ts', import.meta.url),
  missing: new URL('./workers/no-such-worker.mjs', import.meta.url),
  entry: new URL('../../../electron/collector/worker-entry.ts', import.meta.url),
}

const startWorkers = (worker: keyof typeof workerFiles) => nodeWorkers(fileURLToPath(workerFiles[worker]))

/** Real processes, on this machine: only the probes are made up. */
function scan(worker: keyof typeof workerFiles, options: Partial<CollectOptions> = {}) {
  const started: string[] = []
  const startWorker = startWorkers(worker)
  const result = collect({
    version: '0.0.0',
    now: () => new Date('2026-03-01T08:15:00Z'),
    platform: 'win32',
    probes: PROBES,
    limitsMs: LIMITS_MS,
    startWorker: (area) => {
      started.push(area)
      return startWorker(area)
    },
    ...options,
  })
  return { result, started }
}

async function probesOf(result: ReturnType<typeof collect>) {
  const outcome = await result
  if (outcome.kind !== 'snapshot') throw new Error(`no snapshot but ${outcome.kind}`)
  return outcome.snapshot.probes
}

describe('node-workers', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('loses only the probe that crashes or hangs, and tries none twice', async () => {
    const probes = [...PROBES, { id: 'updates', area: 'host' }, { id: 'logons', area: 'host' }] as const
    const { result, started } = scan('broken', { probes, limitsMs: { ...LIMITS_MS, services: 1000 } })
    expect(await probesOf(result)).toEqual({
      host: { status: 'unsupported', durationMs: expect.any(Number), reason: 'a record before the crash' },
      updates: { status: 'failed', durationMs: expect.any(Number), reason: 'the worker process ended (signal SIGSEGV)' },
      logons: { status: 'denied', durationMs: expect.any(Number), reason: 'read by another worker' },
      services: {
        status: 'failed',
        durationMs: expect.any(Number),
        reason: 'the worker process did not finish within 1 s and was ended (signal SIGKILL)',
      },
      programs: { status: 'ok', durationMs: expect.any(Number), facts: { programs: [] }, notes: ['well'] },
    })
    expect(started.sort()).toEqual(['host', 'host', 'programs', 'services'])
  })

  it('makes a record of a bug, of facts that do not fit and of a message that is none', async () => {
    const { result } = scan('confused')
    expect(await probesOf(result)).toMatchObject({
      host: { status: 'failed', reason: 'fault of this program: index out of range' },
      services: { status: 'failed', reason: expect.stringMatching(/^the facts do not fit their format: services\.0\./) },
      programs: { status: 'failed', reason: 'the worker process ended (signal SIGKILL)' },
    })
  })

  it('ends every worker at once when the scan is cancelled', async () => {
    const controller = new AbortController()
    const exits: Promise<unknown>[] = []
    const startWorker = startWorkers('endless')
    const result = collect({
      version: '0.0.0',
      now: () => new Date(0),
      platform: 'win32',
      probes: PROBES,
      limitsMs: LIMITS_MS,
      workers: 3,
      signal: controller.signal,
      startWorker: (area) => {
        const channel = startWorker(area)
        exits.push(new Promise((resolve) => channel.onExit(resolve)))
        return channel
      },
      onProgress: (step: CollectProgress) => {
        if (step.kind === 'started') controller.abort()
      },
    })
    expect(await result).toEqual({ kind: 'cancelled' })
    expect(await Promise.all(exits)).toEqual(exits.map(() => ({ status: null, signal: 'SIGKILL' })))
    expect(exits).toHaveLength(3)
  })

  it('ends a worker that somebody else killed, and keeps the others', async () => {
    const channels: WorkerChannel[] = []
    const startWorker = startWorkers('endless')
    const result = collect({
      version: '0.0.0',
      now: () => new Date(0),
      platform: 'win32',
      probes: [{ id: 'host', area: 'host' }],
      limitsMs: LIMITS_MS,
      startWorker: (area) => {
        const channel = startWorker(area)
        channels.push(channel)
        return channel
      },
      onProgress: (step) => {
        if (step.kind === 'started') for (const channel of channels) channel.kill()
      },
    })
    expect(await probesOf(result)).toMatchObject({ host: { status: 'failed', reason: 'the worker process ended (signal SIGKILL)' } })
  })

  it('never lets a worker start another, and hands no variables of Node or of this program down', async () => {
    vi.stubEnv('NODE_OPTIONS', '--no-warnings')
    vi.stubEnv('ERP_CHECKUP_SQL_PASSWORD', 'hunter2')
    const { result } = scan('breeding', { only: ['host'] })
    const refusal = 'a worker never starts another'
    expect(await probesOf(result)).toMatchObject({ host: { reason: `${refusal}; ${refusal}; ERP_CHECKUP_WORKER` } })
  })

  it('says that a worker could not be started', async () => {
    const { result } = scan('missing', { only: ['host'] })
    expect(await probesOf(result)).toMatchObject({ host: { status: 'failed', reason: 'the worker process ended (exit status 1)' } })
  })

  it('keeps what a worker needs and sets its mark', () => {
    const kept = workerEnvironment({ Path: 'C:\\Windows', SystemRoot: 'C:\\Windows', node_options: 'x', Electron_Run_As_Node: '1' }, 'host')
    expect(kept).toEqual({ Path: 'C:\\Windows', SystemRoot: 'C:\\Windows', ERP_CHECKUP_WORKER: 'host' })
  })

  it.each([
    { name: 'without the mark', environment: {} },
    { name: 'with a mark that is no area', environment: { ERP_CHECKUP_WORKER: 'everything' } },
    { name: 'without a parent', environment: { ERP_CHECKUP_WORKER: 'host' } },
  ])('refuses to run the worker $name', ({ environment }) => {
    const entry = fileURLToPath(workerFiles.entry)
    const { status, stderr, stdout } = spawnSync(process.execPath, ['--no-warnings', entry], { env: environment, encoding: 'utf8' })
    expect({ status, stderr, stdout }).toEqual({ status: 2, stderr: 'this file is started by the collector only\n', stdout: '' })
  })
})
