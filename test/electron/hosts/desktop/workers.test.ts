import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { type CollectOptions, collect } from '#electron/collector/collect.ts'
import { utilityWorkers } from '#electron/hosts/desktop/workers.ts'
import { type AnyProbe, type Area, areas } from '#electron/probes/probe.ts'
import { createElectronStandIn } from '../../../support/electron-stand-in.ts'
import { realUtilityProcess } from '../../../support/utility-process.ts'

const LIMITS_MS = Object.fromEntries(areas.map((area) => [area, 60_000])) as Readonly<Record<Area, number>>
const PROBES: readonly Pick<AnyProbe, 'id' | 'area'>[] = [
  { id: 'host', area: 'host' },
  { id: 'services', area: 'services' },
  { id: 'programs', area: 'programs' },
]

const workerFile = (name: string) => fileURLToPath(new URL(`../../collector/workers/${name}-worker.ts`, import.meta.url))

/** The collector over utility processes: the same faults as over Node processes, in test/electron/collector/node-workers.test.ts. */
function scan(worker: string, options: Partial<CollectOptions> = {}) {
  const { electron, pids } = realUtilityProcess()
  const result = collect({
    version: '0.0.0',
    now: () => new Date('2026-03-01T08:15:00Z'),
    platform: 'win32',
    probes: PROBES,
    limitsMs: LIMITS_MS,
    startWorker: utilityWorkers(electron, workerFile(worker)),
    ...options,
  })
  return { result, pids }
}

async function probesOf(result: ReturnType<typeof collect>) {
  const outcome = await result
  if (outcome.kind !== 'snapshot') throw new Error(`no snapshot but ${outcome.kind}`)
  return outcome.snapshot.probes
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('workers', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('lose only the probes of a worker that crashes or hangs, and end those that are done', async () => {
    const probes = [...PROBES, { id: 'updates', area: 'host' }] as const
    const { result, pids } = scan('broken', { probes, limitsMs: { ...LIMITS_MS, services: 1000 } })
    expect(await probesOf(result)).toMatchObject({
      host: { status: 'unsupported', reason: 'a record before the crash' },
      updates: { status: 'failed', reason: expect.stringMatching(/^the worker process ended/) },
      services: { status: 'failed', reason: expect.stringMatching(/^the worker process did not finish within 1 s/) },
      programs: { status: 'ok', facts: { programs: [] }, notes: ['well'] },
    })
    expect(pids).toHaveLength(3)
    await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]))
  })

  it('make a record of a bug and of facts that do not fit', async () => {
    expect(await probesOf(scan('confused', { only: ['host', 'services'] }).result)).toMatchObject({
      host: { status: 'failed', reason: 'fault of this program: index out of range' },
      services: { status: 'failed', reason: expect.stringMatching(/^the facts do not fit their format: services\.0\./) },
    })
  })

  it('are ended at once when the scan is cancelled', async () => {
    const controller = new AbortController()
    const { result, pids } = scan('endless', {
      workers: 3,
      signal: controller.signal,
      onProgress: (step) => {
        if (step.kind === 'started') controller.abort()
      },
    })
    expect(await result).toEqual({ kind: 'cancelled' })
    await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]))
  })

  it('never start another, and get no variables of Node or of this program', async () => {
    vi.stubEnv('NODE_OPTIONS', '--no-warnings')
    vi.stubEnv('ERP_CHECKUP_SQL_PASSWORD', 'hunter2')
    const refusal = 'a worker never starts another'
    expect(await probesOf(scan('breeding', { only: ['host'] }).result)).toMatchObject({
      host: { reason: `${refusal}; ${refusal}; ERP_CHECKUP_WORKER` },
    })
  })

  it('are not started by a process that is one', () => {
    vi.stubEnv('ERP_CHECKUP_WORKER', 'host')
    const standIn = createElectronStandIn()
    expect(() => utilityWorkers(standIn.electron, '/worker.mjs')('host')).toThrow('a worker never starts another')
    expect(standIn.children).toEqual([])
  })

  it('are started without arguments, without output and under a name', () => {
    const standIn = createElectronStandIn()
    utilityWorkers(standIn.electron, '/app/worker.mjs')('services')
    expect(standIn.children.map(({ path, args, options }) => ({ path, args, ...options, env: options.env.ERP_CHECKUP_WORKER }))).toEqual([
      { path: '/app/worker.mjs', args: [], execArgv: [], stdio: 'ignore', serviceName: 'erp-checkup services', env: 'services' },
    ])
  })

  it('are ended as soon as they are there where that was asked for before', () => {
    const standIn = createElectronStandIn()
    utilityWorkers(standIn.electron, '/app/worker.mjs')('host').kill()
    const [child] = standIn.children
    expect(child?.kill).toHaveBeenCalledOnce()
    child?.emit('spawn')
    expect(child?.kill).toHaveBeenCalledTimes(2)
  })

  it('count as done well once they said so, whatever ending them looks like', () => {
    const standIn = createElectronStandIn()
    const channel = utilityWorkers(standIn.electron, '/app/worker.mjs')('host')
    const [child] = standIn.children
    const messages: unknown[] = []
    const exits: unknown[] = []
    channel.onMessage((message) => messages.push(message))
    channel.onExit((exit) => exits.push(exit))
    child?.say({ kind: 'started', probe: 'host' })
    expect(child?.kill).not.toHaveBeenCalled()
    child?.say('end of work')
    expect(child?.kill).toHaveBeenCalledOnce()
    child?.emit('exit', 1)
    expect({ messages, exits }).toEqual({ messages: [{ kind: 'started', probe: 'host' }], exits: [{ status: 0, signal: null }] })
  })
})
