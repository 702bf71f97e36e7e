import { withFault, withoutWorker } from './lost-file.ts'
import type { Job, Judged, WorkerMessage } from './messages.ts'

/** One worker, whatever it is made of. */
export interface PoolWorker {
  /** `place` comes back with the answer */
  send(place: number, job: Job): void
  onMessage(listener: (message: WorkerMessage) => void): void
  /** called once, with why it ended; nothing comes after it */
  onEnd(listener: (error: unknown) => void): void
  terminate(): Promise<unknown>
}

export interface PoolOptions {
  readonly workers: number
  readonly start: () => PoolWorker
  readonly signal?: AbortSignal | undefined
  /** of the files in hand; for tests */
  readonly budgetBytes?: number
}

/** A worker reads the next files while it judges one. */
const IN_HAND_PER_WORKER = 3

/** So many files for each worker may wait for an earlier one before the next is begun: the results stay few, and no worker idles. */
const AHEAD_PER_WORKER = 8

/** Parsed, a snapshot takes ten times its file: so much of them is judged at once, and a larger one alone. */
const BUDGET_BYTES = 64 * 1024 * 1024

interface Slot {
  readonly worker: PoolWorker
  /** places of the jobs that it has */
  readonly places: Set<number>
  isReady: boolean
  /** it has a job that may have ended another worker, and gets no second one */
  isAlone: boolean
}

interface Pool {
  readonly jobs: readonly Job[]
  readonly options: PoolOptions
  readonly slots: Set<Slot>
  readonly results: Map<number, Judged>
  /** places that were in the hands of a worker that died: each is tried again alone, so that it costs no other file */
  readonly suspects: number[]
  /** place of the next job to begin, and of the next result to hand over */
  next: number
  handedOver: number
  bytesInHand: number
  broken: Error | null
  isOver: boolean
  wake: () => void
}

/**
 * Has every job done by workers and hands the results over in the order of the jobs, whichever worker was faster.
 *
 * Whoever takes results slowly slows the workers down: only a bounded number is begun ahead. A worker that dies costs the one file that it
 * died of and is replaced; one that never started is a fault. Leaving the loop ends all workers.
 */
export async function* runPool(jobs: readonly Job[], options: PoolOptions): AsyncGenerator<Judged> {
  const pool: Pool = {
    jobs,
    options,
    slots: new Set(),
    results: new Map(),
    suspects: [],
    next: 0,
    handedOver: 0,
    bytesInHand: 0,
    broken: null,
    isOver: false,
    wake: () => undefined,
  }
  const stop = (): void => {
    pool.wake()
  }
  options.signal?.addEventListener('abort', stop)
  try {
    for (; pool.handedOver < jobs.length; pool.handedOver += 1) yield await resultAt(pool, pool.handedOver)
  } finally {
    pool.isOver = true
    options.signal?.removeEventListener('abort', stop)
    await Promise.all([...pool.slots].map(({ worker }) => worker.terminate()))
  }
}

async function resultAt(pool: Pool, place: number): Promise<Judged> {
  for (;;) {
    pool.options.signal?.throwIfAborted()
    begin(pool)
    if (pool.broken !== null) throw pool.broken
    const result = pool.results.get(place)
    if (result !== undefined) {
      pool.results.delete(place)
      return result
    }
    await new Promise<void>((resolve) => {
      pool.wake = resolve
    })
  }
}

/** Gives workers jobs as far as order and memory allow: first what has to be tried alone, then the next ones. */
function begin(pool: Pool): void {
  if (pool.isOver || pool.broken !== null) return
  while (pool.suspects.length > 0) {
    const slot = freeSlot(pool, 1)
    const place = slot === undefined ? undefined : pool.suspects.shift()
    if (slot === undefined || place === undefined) return
    slot.isAlone = true
    give(pool, slot, place)
  }
  const limit = Math.min(pool.jobs.length, pool.handedOver + pool.options.workers * AHEAD_PER_WORKER)
  while (pool.next < limit) {
    const bytes = pool.jobs[pool.next]?.sizeBytes ?? 0
    const isTooMuch = pool.bytesInHand > 0 && pool.bytesInHand + bytes > (pool.options.budgetBytes ?? BUDGET_BYTES)
    const slot = isTooMuch ? undefined : freeSlot(pool, IN_HAND_PER_WORKER)
    if (slot === undefined) return
    give(pool, slot, pool.next)
    pool.next += 1
  }
}

/** The worker with the least to do, or a new one where all have something and there may be more; undefined: none has room. */
function freeSlot(pool: Pool, room: number): Slot | undefined {
  const open = [...pool.slots].filter((slot) => !slot.isAlone && slot.places.size < room)
  const least = open.sort((one, other) => one.places.size - other.places.size)[0]
  if (least !== undefined && least.places.size === 0) return least
  return pool.slots.size < pool.options.workers ? startSlot(pool) : least
}

function give(pool: Pool, slot: Slot, place: number): void {
  const job = pool.jobs[place]
  if (job === undefined) throw new Error(`there is no job ${place}`)
  slot.places.add(place)
  pool.bytesInHand += job.sizeBytes
  slot.worker.send(place, job)
}

function startSlot(pool: Pool): Slot {
  const slot: Slot = { worker: pool.options.start(), places: new Set(), isReady: false, isAlone: false }
  pool.slots.add(slot)
  slot.worker.onMessage((message) => {
    if (message.kind === 'ready') slot.isReady = true
    else {
      const job = takeBack(pool, slot, message.place)
      pool.results.set(message.place, message.kind === 'judged' ? message.judged : withFault(job, message.error, message.check))
    }
    begin(pool)
    pool.wake()
  })
  slot.worker.onEnd((error) => {
    pool.slots.delete(slot)
    if (slot.isReady) bury(pool, slot, error)
    else pool.broken ??= new Error('a worker that judges files could not be started', { cause: error })
    begin(pool)
    pool.wake()
  })
  return slot
}

/** Of one job in the hands of a dead worker it is known that it was this one. */
function bury(pool: Pool, slot: Slot, error: unknown): void {
  const places = [...slot.places]
  const [only] = places
  for (const place of places) {
    const job = takeBack(pool, slot, place)
    if (places.length === 1 && only !== undefined) pool.results.set(only, withoutWorker(job, error))
    else pool.suspects.push(place)
  }
}

function takeBack(pool: Pool, slot: Slot, place: number): Job {
  const job = pool.jobs[place]
  if (job === undefined || !slot.places.delete(place)) throw new Error(`a worker spoke of job ${place}, which it has not`)
  pool.bytesInHand -= job.sizeBytes
  slot.isAlone = false
  return job
}
