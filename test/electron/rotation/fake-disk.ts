import type { JournalFile, JournalFileSystem } from '#electron/rotation/journal-file-system.ts'

/** What is thrown at whoever asks a machine for anything after its power went. */
export class PowerCut extends Error {}

/** A call of the file system, by its name; `open` and `identity` too. */
export type Call = keyof JournalFileSystem | keyof JournalFile

interface Content {
  readonly key: string
  /** what reads show */
  seen: Buffer
  /** what is on the platter */
  durable: Buffer
  /** a flush failed: until it is written again, what was seen then never gets onto the platter */
  lost: { readonly from: number; readonly to: number } | null
}

/** How much of what was not flushed a power cut leaves: a share from 0 to 1 of the bytes, and whether the rest reads as zeros. */
export interface Remains {
  readonly share: number
  readonly zeros: boolean
  /** names that were not flushed are there nevertheless */
  readonly names: boolean
}

/**
 * A disk in memory that keeps apart what was written and what was flushed.
 *
 * `fault` may answer each call with a code of the system; `at: 'after'` lets the call do its work first. A call can be the last one before
 * the power goes.
 */
export interface FakeDisk {
  readonly files: JournalFileSystem
  /** calls so far, in order */
  readonly calls: Call[]
  fault: ((call: Call, count: number) => { readonly code: string; readonly at: 'before' | 'half' | 'after' } | null) | null
  /** The power goes around this call, counted from 0. */
  cutAt: { readonly count: number; readonly at: 'before' | 'after' } | null
  /** The process ended, the machine did not: everything that was seen is still to be seen. */
  nextProcess(): void
  /** Power is back: what was flushed is there, and of the rest what remains. */
  restart(remains: Remains): void
  /** Names and sizes, as a person sees them. */
  listing(): readonly string[]
  /** What a person sees, for another disk. */
  contents(): ReadonlyMap<string, Uint8Array>
  seen(name: string): Buffer
  overwrite(name: string, bytes: Uint8Array): void
  remove(name: string): void
}

/** `from`: files that are on the platter from the beginning, by their names. */
export function fakeDisk(from: ReadonlyMap<string, Uint8Array> = new Map()): FakeDisk {
  const onPlatter = ([name, bytes]: readonly [string, Uint8Array], index: number): [string, Content] => {
    return [name, { key: String(index + 1), seen: Buffer.from(bytes), durable: Buffer.from(bytes), lost: null }]
  }
  let names = new Map<string, Content>([...from].map(onPlatter))
  let durableNames = new Map(names)
  let cut = false
  let made = from.size
  const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
  const contentOf = (path: string): Content => names.get(nameOf(path)) ?? fail('ENOENT')
  const sync = (content: Content): void => {
    const { lost, seen, durable } = content
    content.durable = Buffer.from(seen)
    if (lost !== null) {
      const kept = Buffer.alloc(lost.to - lost.from)
      durable.copy(kept, 0, lost.from, Math.min(lost.to, durable.byteLength))
      kept.copy(content.durable, lost.from)
    }
  }
  const disk: FakeDisk = {
    calls: [],
    fault: null,
    cutAt: null,
    restart: ({ share, zeros, names: keepNames }) => {
      names = keepNames ? names : durableNames
      for (const content of names.values()) {
        const { seen, durable } = content
        const same = firstDifference(seen, durable)
        const end = same + Math.round((seen.byteLength - same) * share)
        const rest = zeros && seen.byteLength > durable.byteLength ? Buffer.alloc(seen.byteLength - end) : Buffer.alloc(0)
        content.seen =
          end <= durable.byteLength && rest.byteLength === 0 ? Buffer.from(durable) : Buffer.concat([seen.subarray(0, end), rest])
        content.durable = Buffer.from(content.seen)
        content.lost = null
      }
      durableNames = new Map(names)
      cut = false
      disk.cutAt = null
      disk.fault = null
    },
    nextProcess: () => {
      cut = false
      disk.cutAt = null
    },
    listing: () => [...names].map(([name, { seen }]) => `${name} ${seen.byteLength}`),
    contents: () => new Map([...names].map(([name, { seen }]) => [name, Buffer.from(seen)])),
    seen: (name) => contentOf(name).seen,
    overwrite: (name, bytes) => {
      const content = contentOf(name)
      content.seen = Buffer.from(bytes)
      content.durable = Buffer.from(bytes)
    },
    remove: (name) => {
      names.delete(name)
      durableNames.delete(name)
    },
    files: {} as JournalFileSystem,
  }
  /** Every call passes here: power, faults, and the half of a write that still gets through. */
  const call = async <Value>(name: Call, work: () => Value, half: () => void = () => undefined): Promise<Value> => {
    if (cut) throw new PowerCut()
    const count = disk.calls.push(name) - 1
    const fault = disk.fault?.(name, count) ?? null
    if (disk.cutAt?.count === count && disk.cutAt.at === 'before') cut = true
    if (cut) throw new PowerCut()
    if (fault?.at === 'half') half()
    if (fault !== null && fault.at !== 'after') fail(fault.code)
    const value = work()
    if (fault !== null) fail(fault.code)
    if (disk.cutAt?.count === count) cut = true
    if (cut) throw new PowerCut()
    return value
  }
  const fileFor = (content: Content): JournalFile => ({
    write: (bytes) =>
      call(
        'write',
        () => {
          content.seen = Buffer.concat([content.seen, bytes])
        },
        () => {
          content.seen = Buffer.concat([content.seen, bytes.subarray(0, bytes.byteLength / 2)])
        },
      ),
    sync: () =>
      call(
        'sync',
        () => sync(content),
        () => {
          content.lost = { from: content.durable.byteLength, to: content.seen.byteLength }
        },
      ),
    identity: () => call('identity', () => ({ key: content.key, size: content.seen.byteLength })),
    close: () => call('close', () => undefined),
  })
  Object.assign(disk.files, {
    create: (path) =>
      call('create', () => {
        if (names.has(nameOf(path))) fail('EEXIST')
        made += 1
        const content: Content = { key: String(made), seen: Buffer.alloc(0), durable: Buffer.alloc(0), lost: null }
        names.set(nameOf(path), content)
        return fileFor(content)
      }),
    open: (path) => call('open', () => fileFor(contentOf(path))),
    read: (path) => call('read', () => Buffer.from(contentOf(path).seen)),
    identify: (path) =>
      call('identify', () => {
        const content = names.get(nameOf(path))
        return content === undefined ? null : { key: content.key, size: content.seen.byteLength }
      }),
    rename: (from, to) =>
      call('rename', () => {
        const content = contentOf(from)
        names.delete(nameOf(from))
        names.set(nameOf(to), content)
      }),
    rewrite: (path, offset, bytes) =>
      call('rewrite', () => {
        const content = contentOf(path)
        Buffer.from(bytes).copy(content.seen, offset)
        if (content.lost !== null && offset <= content.lost.from) content.lost = null
        sync(content)
      }),
    shorten: (path, bytes) =>
      call('shorten', () => {
        const content = contentOf(path)
        content.seen = content.seen.subarray(0, bytes)
        sync(content)
      }),
    names: () => call('names', () => [...names.keys()]),
    flushFolder: () =>
      call('flushFolder', () => {
        durableNames = new Map(names)
      }),
  } satisfies JournalFileSystem)
  return disk
}

function fail(code: string): never {
  throw Object.assign(new Error(code), { code })
}

function firstDifference(one: Buffer, other: Buffer): number {
  let index = 0
  while (index < one.byteLength && index < other.byteLength && one[index] === other[index]) index += 1
  return index
}
