import { describe, expect, it } from 'vitest'

import type { Job, Judged, WorkerMessage } from '#electron/core/portfolio/messages.ts'
import { type PoolOptions, type PoolWorker, runPool } from '#electron/core/portfolio/pool.ts'
import { unreadFile } from '#electron/core/portfolio/unread-file.ts'

const outOfMemory = Object.assign(new Error('too much'), { code: 'ERR_WORKER_OUT_OF_MEMORY' })

function job(path: string, sizeBytes = 1): Job {
  return { path, profile: null, answers: null, isNamed: true, sizeBytes }
}

const jobsOf = (count: number): Job[] => Array.from({ length: count }, (_, index) => job(`${index}`))

/** Workers that answer when the test lets them, and tell what they were given. */
function fakeWorkers(behave: (job: Job) => 'judge' | 'die' | 'fault' | 'wait' = () => 'judge') {
  const log = { started: 0, running: 0, mostRunning: 0, terminated: 0, begun: [] as string[], inHand: 0, mostInHand: 0 }
  const start = (): PoolWorker => {
    log.started += 1
    log.running += 1
    log.mostRunning = Math.max(log.mostRunning, log.running)
    let isAlive = true
    let tell: (message: WorkerMessage) => void = () => undefined
    let end: (error: unknown) => void = () => undefined
    const held = new Set<number>()
    setImmediate(() => tell({ kind: 'ready' }))
    const answer = (place: number, given: Job): void => {
      if (!isAlive) return
      const act = behave(given)
      if (act === 'wait') return
      if (act === 'die') {
        isAlive = false
        log.running -= 1
        log.inHand -= held.size
        end(outOfMemory)
        return
      }
      log.inHand -= 1
      held.delete(place)
      if (act === 'fault') tell({ kind: 'fault', place, error: new Error('broken'), check: 'sql-read-only' })
      else tell({ kind: 'judged', place, judged: { ...unreadFile(given.path, given.path), status: 'done' } })
    }
    return {
      send: (place, given) => {
        log.begun.push(given.path)
        held.add(place)
        log.inHand += 1
        log.mostInHand = Math.max(log.mostInHand, log.inHand)
        // Later jobs are answered first now and then.
        setTimeout(() => answer(place, given), (place * 7) % 5)
      },
      onMessage: (listener) => {
        tell = listener
      },
      onEnd: (listener) => {
        end = listener
      },
      terminate: async () => {
        if (isAlive) log.running -= 1
        isAlive = false
        log.terminated += 1
      },
    }
  }
  return { log, start }
}

async function all(jobs: readonly Job[], options: PoolOptions): Promise<Judged[]> {
  const results: Judged[] = []
  for await (const result of runPool(jobs, options)) results.push(result)
  return results
}

const pathsOf = (results: readonly Judged[]): string[] => results.flatMap((each) => (each.kind === 'row' ? each.row.file : []))

describe('runPool', () => {
  it.each([1, 2, 5])('hands results over in the order of the jobs with %i workers, and ends them', async (workers) => {
    const { log, start } = fakeWorkers()
    const jobs = jobsOf(60)
    expect(pathsOf(await all(jobs, { workers, start }))).toEqual(jobs.map(({ path }) => path))
    expect(log).toMatchObject({ started: workers, running: 0, mostRunning: workers })
  })

  it('starts no worker for nothing', async () => {
    const { log, start } = fakeWorkers()
    expect(await all([], { workers: 4, start })).toEqual([])
    expect(log.started).toBe(0)
  })

  it('begins a bounded number ahead of whoever takes the results', async () => {
    const { log, start } = fakeWorkers()
    const results = runPool(jobsOf(500), { workers: 2, start })
    for (let taken = 1; taken <= 20; taken += 1) {
      await results.next()
      // However long nobody asks for the next.
      while (log.inHand > 0) await new Promise((resolve) => setImmediate(resolve))
      expect(log.begun.length).toBeLessThanOrEqual(taken + 2 * 8)
    }
    await results.return(undefined)
    expect(log).toMatchObject({ terminated: 2, running: 0 })
  })

  it('judges a large file alone', async () => {
    const { log, start } = fakeWorkers()
    const jobs = Array.from({ length: 6 }, (_, index) => job(`${index}`, 100))
    await all(jobs, { workers: 3, start, budgetBytes: 100 })
    expect(log.mostInHand).toBe(1)
    await all(jobs, { workers: 3, start, budgetBytes: 200 })
    expect(log.mostInHand).toBe(2)
  })

  it('loses the one file that a worker died of, wherever it lay', async () => {
    for (const deadly of [0, 7, 29]) {
      const { log, start } = fakeWorkers(({ path }) => (path === String(deadly) ? 'die' : 'judge'))
      const results = await all(jobsOf(30), { workers: 2, start })
      const lost = results.flatMap((each, index) => (each.kind === 'row' && each.status === 'unread' ? [[index, each.line]] : []))
      expect(lost).toEqual([[deadly, `${deadly}: expected a snapshot of usual size, but judging this one takes more memory than there is`]])
      expect(log).toMatchObject({ mostRunning: 2, running: 0 })
    }
  })

  it('ends although every file ends its worker', async () => {
    const results = await all(jobsOf(12), { workers: 3, start: fakeWorkers(() => 'die').start })
    expect(results.every((each) => each.kind === 'row' && each.status === 'unread')).toBe(true)
    expect(results).toHaveLength(12)
  })

  it('tells a fault of our own with its check and goes on', async () => {
    const results = await all(jobsOf(5), { workers: 1, start: fakeWorkers(({ path }) => (path === '2' ? 'fault' : 'judge')).start })
    expect(results[2]).toMatchObject({
      status: 'unread',
      line: '2: a fault of our own in the check sql-read-only: nothing was judged',
      fault: { checkId: 'sql-read-only' },
    })
    expect(results.filter((each) => each.kind === 'row' && each.status === 'done')).toHaveLength(4)
  })

  it('fails where no worker can be started', async () => {
    const start = (): PoolWorker => ({
      send: () => undefined,
      onMessage: () => undefined,
      onEnd: (listener) => void setImmediate(() => listener(new Error('no such file'))),
      terminate: async () => undefined,
    })
    await expect(all(jobsOf(3), { workers: 2, start })).rejects.toThrow('could not be started')
  })

  it('stops when it is told to, and ends its workers', async () => {
    const stop = new AbortController()
    const { log, start } = fakeWorkers(({ path }) => (Number(path) > 3 ? 'wait' : 'judge'))
    const results = runPool(jobsOf(50), { workers: 2, start, signal: stop.signal })
    for (let taken = 0; taken <= 3; taken += 1) await results.next()
    const next = results.next()
    stop.abort(new Error('told to stop'))
    await expect(next).rejects.toThrow('told to stop')
    expect(log.running).toBe(0)
  })
})
