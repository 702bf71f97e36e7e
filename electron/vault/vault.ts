import { type CheckedStore, createCheckedStore } from './checked-store.ts'
import { newGeneration, type Owner, passwordService } from './entry-names.ts'
import { createJournalHeads, type JournalHeads } from './journal-head.ts'
import { asResult, type Run, type VaultProblem, VaultRefusal, type VaultResult } from './problem.ts'
import {
  createRegister,
  currentOf,
  type GenerationRecord,
  GRACE_MS,
  isOf,
  type Register,
  type StoredGeneration,
  standing,
} from './register.ts'
import { createSecretBytes, type SecretBytes } from './secret-bytes.ts'
import type { SecretStore } from './secret-store.ts'

/** What a vault stands on. */
export interface VaultPorts {
  readonly store: SecretStore
  readonly storedIn: Vault['storedIn']
  /** what is wrong with the keychain at this moment; null: nothing */
  readonly check: () => Promise<VaultProblem | null>
  readonly now: () => Date
  readonly randomBytes: (count: number) => Uint8Array
}

/** Names and times of what is stored; never a password. */
export interface StoredPasswords {
  readonly generations: readonly StoredGeneration[]
  /** accounts of register entries that this version cannot understand; nothing touches them */
  readonly unreadable: readonly string[]
}

/**
 * The passwords of logins, by generation.
 *
 * A generation is named by itself alone. Nothing is ever written over: a login has one `current`, as many `previous` ones as have not
 * reached the end of their grace, and one `next`, or more where a change that goes on knows of them. One operation runs at a time.
 */
export interface Vault {
  /** `elsewhere`: held by a person; this process forgets it when it ends */
  readonly storedIn: 'keychain' | 'elsewhere'
  /** Whether passwords can be kept here: whose keychain it is, what policy says, and a random entry written, read, compared and removed. */
  preflight(): Promise<VaultResult<null>>
  /**
   * Stores a password before anything changes, reads it back and compares; tells its generation.
   *
   * Refused while the login has a `next` that is none of `beside`: those that whoever asks knows of, and has not done with.
   */
  stage(owner: Owner, password: string, beside?: readonly string[]): Promise<VaultResult<string>>
  /** Makes it the `current` one; the one before begins its grace. Also the way back: a `previous` one becomes current again. */
  promote(generation: string): Promise<VaultResult<null>>
  /** Removes it whatever it is; one that is not there is removed already. */
  discard(generation: string): Promise<VaultResult<null>>
  /** The password itself: for the one who uses it at once, and never kept. */
  read(generation: string): Promise<VaultResult<string>>
  list(): Promise<VaultResult<StoredPasswords>>
  /** Removes the previous ones whose grace is over, and what an interrupted storing left behind, but none of `spared`; tells what went. */
  expire(spared: ReadonlySet<string>): Promise<VaultResult<readonly StoredGeneration[]>>
  readonly heads: JournalHeads
  /** A key of this machine and account, made when it is asked for first. */
  readonly secretBytes: SecretBytes
}

export function createVault(ports: VaultPorts): Vault {
  const store = createCheckedStore(ports.store, ports.check)
  const register = createRegister(store)
  const inTurn = createQueue()
  const work = { store, register, now: () => ports.now().toISOString(), randomBytes: ports.randomBytes }
  const run: Run = (act) => inTurn(() => asResult(act))
  return {
    storedIn: ports.storedIn,
    preflight: () =>
      inTurn(async () => {
        const problem = await ports.check()
        return problem === null ? { ok: true, value: null } : { ok: false, problem }
      }),
    stage: (owner, password, beside = []) => run(() => stage(work, owner, password, beside)),
    promote: (generation) => run(() => promote(work, generation)),
    discard: (generation) => run(() => discard(work, generation)),
    read: (generation) => run(() => read(work, generation)),
    list: () =>
      run(async () => {
        const { records, unreadable } = await register.all()
        return { generations: standing(records), unreadable }
      }),
    expire: (spared) => run(() => expire(work, spared)),
    heads: createJournalHeads(store, run),
    secretBytes: createSecretBytes(store, ports.randomBytes, run),
  }
}

interface Work {
  readonly store: CheckedStore
  readonly register: Register
  readonly now: () => string
  readonly randomBytes: (count: number) => Uint8Array
}

async function stage(
  { store, register, now, randomBytes }: Work,
  owner: Owner,
  password: string,
  beside: readonly string[],
): Promise<string> {
  if (password === '') throw new Error('an empty password was to be stored')
  const { records } = await register.all()
  const nexts = standing(records).filter((each) => each.state === 'next' && each.server === owner.server && each.login === owner.login)
  const waiting = nexts.find(({ generation }) => !beside.includes(generation))
  if (waiting !== undefined) throw new VaultRefusal({ kind: 'next-exists', generation: waiting.generation })
  const generation = newGeneration(randomBytes)
  const record: GenerationRecord = { format: 1, server: owner.server, login: owner.login, stagedAt: now() }
  // Registered first: a password that stands in no register would never be found again, nor removed.
  await register.put(generation, record)
  try {
    await store.write(passwordService(owner), generation, password)
    await register.put(generation, { ...record, storedAt: now() })
  } catch (error) {
    // As far as the keychain lets it; what stays is seen as unfinished.
    await asResult(() => forget({ store, register }, owner, generation))
    throw error
  }
  return generation
}

async function promote({ register, now }: Work, generation: string): Promise<null> {
  const { records } = await register.all()
  const record = records.get(generation)
  if (record?.storedAt === undefined) throw new VaultRefusal({ kind: 'no-such-generation' })
  const before = currentOf(record, records)
  if (before === generation) return null
  const { keepUntil: _ended, ...rest } = record
  // Later than the one before, whatever the clock says now: the newest promotion decides.
  const earliest = Date.parse((before === null ? undefined : records.get(before)?.promotedAt) ?? now()) + 1
  const promotedAt = new Date(Math.max(Date.parse(now()), before === null ? 0 : earliest)).toISOString()
  const promoted = { ...rest, promotedAt }
  await register.put(generation, promoted)
  await settle(register, new Map([...records, [generation, promoted]]), record)
  return null
}

/** Notes the end of the grace on every generation whose place was taken: it must not become current when a newer one is removed. */
async function settle(register: Register, records: ReadonlyMap<string, GenerationRecord>, owner: Owner): Promise<void> {
  for (const { generation, keepUntil } of standing(records)) {
    const record = records.get(generation)
    if (record === undefined || !isOf(owner, record) || keepUntil === null || record.keepUntil !== undefined) continue
    await register.put(generation, { ...record, keepUntil })
  }
}

async function discard({ store, register }: Work, generation: string): Promise<null> {
  const { records } = await register.all()
  const record = records.get(generation)
  if (record === undefined) return null
  await settle(register, records, record)
  const { storedAt: _stored, ...unfinished } = record
  await register.put(generation, unfinished)
  await forget({ store, register }, record, generation)
  return null
}

/** The password goes first: were it the other way round, an interruption would leave it where nobody finds it. */
async function forget({ store, register }: Pick<Work, 'store' | 'register'>, owner: Owner, generation: string): Promise<void> {
  await store.remove(passwordService(owner), generation)
  await register.remove(generation)
}

async function read({ store, register }: Work, generation: string): Promise<string> {
  const record = await register.one(generation)
  if (record === null) throw new VaultRefusal({ kind: 'no-such-generation' })
  const password = await store.read(passwordService(record), generation)
  if (password === null) throw new VaultRefusal({ kind: 'lost' })
  return password
}

async function expire(work: Work, spared: ReadonlySet<string>): Promise<readonly StoredGeneration[]> {
  const { records } = await work.register.all()
  const now = work.now()
  const over = standing(records).filter(
    (each) => !spared.has(each.generation) && isOver(each, records.get(each.generation)?.stagedAt ?? now, now),
  )
  for (const { generation } of over) await discard(work, generation)
  return over
}

/** What was interrupted gets the grace too: another process may be at it right now. */
function isOver({ state, keepUntil }: StoredGeneration, stagedAt: string, now: string): boolean {
  if (state === 'unfinished') return Date.parse(stagedAt) + GRACE_MS <= Date.parse(now)
  return state === 'previous' && keepUntil !== null && Date.parse(keepUntil) <= Date.parse(now)
}

function createQueue(): <Value>(act: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve()
  return (act) => {
    const turn = last.then(act)
    last = turn.catch(() => undefined)
    return turn
  }
}
