import { afterEach, describe, expect, it, vi } from 'vitest'

import { type CollectOptions, collect } from '#electron/collector/collect.ts'
import type { StartWorker, WorkerExit } from '#electron/collector/worker-port.ts'
import type { AnyProbe, Area } from '#electron/probes/probe.ts'
import { emptyProfile } from '#shared/formats/profile.ts'
import { snapshotSchema } from '#shared/formats/snapshot.ts'

const PROBES: readonly Pick<AnyProbe, 'id' | 'area'>[] = [
  { id: 'host', area: 'host' },
  { id: 'services', area: 'services' },
  { id: 'programs', area: 'programs' },
]

interface Controls {
  readonly say: (message: unknown) => void
  readonly end: (exit: WorkerExit) => void
}

interface FakeWorker extends Controls {
  readonly area: Area
  readonly requests: unknown[]
  killed: boolean
}

/** Workers without processes: a test says what they say. */
function fakeWorkers(live: (worker: FakeWorker, area: Area) => void = () => undefined): {
  startWorker: StartWorker
  started: FakeWorker[]
} {
  const started: FakeWorker[] = []
  const startWorker: StartWorker = (area) => {
    const listeners: ((message: unknown) => void)[] = []
    const exits: ((exit: WorkerExit) => void)[] = []
    const worker: FakeWorker = {
      area,
      requests: [],
      killed: false,
      say: (message) => {
        for (const listener of listeners) listener(message)
      },
      end: (exit) => {
        for (const listener of exits) listener(exit)
      },
    }
    started.push(worker)
    return {
      send: (message) => {
        worker.requests.push(message)
        live(worker, area)
      },
      onMessage: (listener) => listeners.push(listener),
      onExit: (listener) => exits.push(listener),
      kill: () => {
        worker.killed = true
      },
    }
  }
  return { startWorker, started }
}

const DONE: WorkerExit = { status: 0, signal: null }

function wellBehaved(worker: Controls, area: Area): void {
  worker.say({ kind: 'started', probe: area })
  worker.say({ kind: 'record', probe: area, record: { status: 'unsupported', durationMs: 1, reason: 'made up' } })
  worker.say({ kind: 'identity', elevated: true, userSid: 'S-1-5-21-1-2-3-500' })
  worker.end(DONE)
}

function scan(startWorker: StartWorker, options: Partial<CollectOptions> = {}) {
  return collect({
    version: '1.2.3',
    now: () => new Date('2026-03-01T08:15:00Z'),
    platform: 'win32',
    probes: PROBES,
    startWorker,
    ...options,
  })
}

describe('collect', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.useRealTimers()
  })

  it('makes a snapshot that its own format takes', async () => {
    const result = await scan(fakeWorkers(wellBehaved).startWorker)
    expect(result).toEqual({
      kind: 'snapshot',
      snapshot: {
        schema: 'erp-sync-checkup/snapshot@1',
        collectedAt: '2026-03-01T08:15:00.000Z',
        collector: { version: '1.2.3', elevated: true, userSid: 'S-1-5-21-1-2-3-500', durationMs: expect.any(Number) },
        probes: Object.fromEntries(PROBES.map(({ id }) => [id, { status: 'unsupported', durationMs: 1, reason: 'made up' }])),
      },
    })
    expect(snapshotSchema.safeParse(result.kind === 'snapshot' ? result.snapshot : null).success).toBe(true)
  })

  it('keeps the order of the list, whichever worker is first', async () => {
    const waiting: (() => void)[] = []
    const { startWorker } = fakeWorkers((worker, area) => {
      waiting.unshift(() => wellBehaved(worker, area))
      if (waiting.length === 3) for (const go of waiting) go()
    })
    const result = await scan(startWorker, { workers: 3 })
    expect(result.kind === 'snapshot' && Object.keys(result.snapshot.probes)).toEqual(['host', 'services', 'programs'])
  })

  it('tells that this is not Windows and starts nothing', async () => {
    const { startWorker, started } = fakeWorkers()
    expect(await scan(startWorker, { platform: 'linux' })).toEqual({ kind: 'not-windows', platform: 'linux' })
    expect(started).toEqual([])
  })

  it('reads only what is asked for', async () => {
    const { startWorker, started } = fakeWorkers(wellBehaved)
    const result = await scan(startWorker, { only: ['services'] })
    expect(result.kind === 'snapshot' && Object.keys(result.snapshot.probes)).toEqual(['services'])
    expect(started.map((worker) => worker.requests)).toEqual([
      [{ kind: 'read', probes: ['services'], limitMs: 60_000, profile: emptyProfile }],
    ])
  })

  it('names probes that there are not', async () => {
    const { startWorker, started } = fakeWorkers()
    const result = await scan(startWorker, { only: ['services', 'service', 'firewall'] })
    expect(result).toEqual({ kind: 'unknown-probes', unknown: ['service', 'firewall'], known: ['host', 'services', 'programs'] })
    expect(started).toEqual([])
  })

  it('gives the probes that a worker did not come to to another, in half of the time, and no probe is tried twice', async () => {
    const probes = [
      { id: 'host', area: 'host' },
      { id: 'updates', area: 'host' },
      { id: 'logons', area: 'host' },
    ] as const
    const { startWorker, started } = fakeWorkers((worker) => {
      const { probes: wanted } = worker.requests[0] as { probes: string[] }
      worker.say({ kind: 'started', probe: wanted[0] })
      worker.end({ status: 0xc0000005, signal: null })
    })
    const result = await scan(startWorker, { probes, limitsMs: { host: 40_000 } })
    expect(started.map(({ requests }) => requests)).toMatchObject([
      [{ probes: ['host', 'updates', 'logons'], limitMs: 40_000 }],
      [{ probes: ['updates', 'logons'], limitMs: 20_000 }],
      [{ probes: ['logons'], limitMs: 10_000 }],
    ])
    const lost = { status: 'failed', reason: 'the worker process ended (exit status 0xC0000005, access violation)' }
    expect(result.kind === 'snapshot' && result.snapshot.probes).toMatchObject({ host: lost, updates: lost, logons: lost })
  })

  it('starts no other worker where one did nothing at all', async () => {
    const { startWorker, started } = fakeWorkers((worker) => worker.end({ status: 7, signal: null }))
    await scan(startWorker, { only: ['services'] })
    expect(started).toHaveLength(1)
  })

  it('begins with what may take longest, and tells each step as it happens', async () => {
    const steps: unknown[] = []
    const limitsMs = { host: 1000, programs: 2000 }
    await scan(fakeWorkers(wellBehaved).startWorker, {
      workers: 1,
      only: ['host', 'programs'],
      limitsMs,
      onProgress: (step) => steps.push(step),
    })
    const record = { status: 'unsupported', reason: 'made up', incomplete: false, durationMs: 1 }
    expect(steps).toEqual([
      { kind: 'started', probe: 'programs', done: 0, total: 2 },
      { kind: 'finished', probe: 'programs', ...record, done: 1, total: 2 },
      { kind: 'started', probe: 'host', done: 1, total: 2 },
      { kind: 'finished', probe: 'host', ...record, done: 2, total: 2 },
    ])
  })

  it.each([1, 2, 3])('runs at most %i workers at a time', async (workers) => {
    let running = 0
    let most = 0
    const { startWorker } = fakeWorkers((worker, area) => {
      running += 1
      most = Math.max(most, running)
      setImmediate(() => {
        running -= 1
        wellBehaved(worker, area)
      })
    })
    await scan(startWorker, { workers })
    expect(most).toBe(workers)
  })

  it('does not claim to be elevated where no worker could tell', async () => {
    const { startWorker } = fakeWorkers((worker) => worker.end(DONE))
    const result = await scan(startWorker)
    expect(result.kind === 'snapshot' && result.snapshot.collector).toEqual({
      version: '1.2.3',
      elevated: false,
      durationMs: expect.any(Number),
    })
  })

  it('gives every probe a record when workers end without one', async () => {
    const { startWorker } = fakeWorkers((worker) => worker.end({ status: 0xc0000005, signal: null }))
    const reason = 'the worker process ended (exit status 0xC0000005, access violation)'
    expect(await scan(startWorker)).toMatchObject({
      snapshot: { probes: { host: { status: 'failed', reason }, services: { reason }, programs: { reason } } },
    })
  })

  it('keeps the first record of a probe and takes none for a probe that it did not ask for', async () => {
    const { startWorker } = fakeWorkers((worker) => {
      worker.say({ kind: 'record', probe: 'host', record: { status: 'denied', durationMs: 1, reason: 'first' } })
      worker.say({ kind: 'record', probe: 'host', record: { status: 'denied', durationMs: 1, reason: 'second' } })
      worker.say({ kind: 'record', probe: 'firewall', record: { status: 'denied', durationMs: 1, reason: 'not asked' } })
      worker.end(DONE)
    })
    const result = await scan(startWorker, { only: ['host'] })
    expect(result.kind === 'snapshot' && result.snapshot.probes).toEqual({ host: { status: 'denied', durationMs: 1, reason: 'first' } })
  })

  it('makes a record of a worker that cannot be started', async () => {
    const startWorker: StartWorker = () => {
      throw new Error('spawn EACCES')
    }
    expect(await scan(startWorker, { only: ['host'] })).toMatchObject({
      snapshot: { probes: { host: { status: 'failed', reason: 'the worker process could not be started: spawn EACCES' } } },
    })
  })

  it('ends a silent worker itself once its limit and the grace are over', async () => {
    vi.useFakeTimers()
    const { startWorker, started } = fakeWorkers()
    const limitsMs = { host: 1000, services: 1000, programs: 1000 }
    const result = scan(startWorker, { only: ['host'], limitsMs, graceMs: 500 })
    await vi.advanceTimersByTimeAsync(1499)
    expect(started[0]?.killed).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(started[0]?.killed).toBe(true)
    expect(await result).toMatchObject({
      snapshot: { probes: { host: { reason: 'the worker process did not finish within 1 s and was ended (no exit status)' } } },
    })
  })

  it('starts nothing when it is cancelled before it begins', async () => {
    const { startWorker, started } = fakeWorkers()
    expect(await scan(startWorker, { signal: AbortSignal.abort() })).toEqual({ kind: 'cancelled' })
    expect(started).toEqual([])
  })

  it('is cancelled at once, whatever the workers do, and listens to them no more', async () => {
    const controller = new AbortController()
    const steps: unknown[] = []
    const { startWorker, started } = fakeWorkers()
    const result = scan(startWorker, { workers: 2, signal: controller.signal, onProgress: (step) => steps.push(step) })
    controller.abort()
    for (const worker of started) wellBehaved(worker, worker.area)
    expect(await result).toEqual({ kind: 'cancelled' })
    expect(started.map((worker) => worker.killed)).toEqual([true, true])
    expect(steps).toEqual([])
  })

  it('does not run in a worker', async () => {
    vi.stubEnv('ERP_CHECKUP_WORKER', 'host')
    await expect(scan(fakeWorkers().startWorker)).rejects.toThrow('a worker never starts another')
  })
})
