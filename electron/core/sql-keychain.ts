import type { Snapshot } from '#shared/formats/snapshot.ts'
import { parseServerName } from '../sql/server-name.ts'
import type { VaultProblem, VaultResult } from '../vault/problem.ts'
import type { StoredGeneration } from '../vault/register.ts'
import type { Vault } from '../vault/vault.ts'

export type { VaultProblem } from '../vault/problem.ts'

export interface SqlKeychainPorts {
  readonly vault: () => Promise<Vault>
  /** name of this machine: passwords that were stored on another one are none of its */
  readonly machine: string
}

/** A login whose password can be had; never the password. */
export interface StoredSqlLogin {
  /** the SQL Server that it was stored for: `HOST`, `HOST\INSTANCE` or `HOST,PORT` */
  readonly instance: string
  readonly login: string
  /** the SQL Server is one of this machine */
  readonly isHere: boolean
}

/** `several`: the instances of this machine have different ones, and nobody said which is meant. */
export type SqlLookup =
  | { readonly kind: 'found'; readonly password: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly instances: readonly string[] }

/**
 * Passwords of SQL logins in the keychain, each for one SQL Server.
 *
 * A password is given for the server alone that it was stored for: another name for it counts only where this machine is meant. Those
 * that a password change made current are found as well, because they are stored under the same names. Windows accounts are none of it.
 */
export interface SqlKeychain {
  /** Names only: no password is opened. */
  stored(): Promise<VaultResult<readonly StoredSqlLogin[]>>
  /** The current password; `server` null: any instance of this machine, as long as one password serves for all that have one. */
  find(server: string | null, login: string): Promise<VaultResult<SqlLookup>>
  /** Whether a password could be kept at all; asked before somebody types one. */
  canKeep(): Promise<VaultResult<null>>
  /** Makes it the current one for each of these servers. What was current before goes when its grace is over. */
  keep(servers: readonly string[], login: string, password: string): Promise<VaultResult<null>>
  /** Removes the current one; false: there was none. */
  forget(server: string, login: string): Promise<VaultResult<boolean>>
}

/** One that a person may sign in with, among all that the keychain holds. */
interface Entry extends StoredSqlLogin {
  /** the same for every name of the same server */
  readonly place: string
  readonly generation: StoredGeneration
}

export function createSqlKeychain(ports: SqlKeychainPorts): SqlKeychain {
  const { machine } = ports
  let opened: Promise<Vault> | null = null
  const open = (): Promise<Vault> => {
    opened ??= ports.vault()
    return opened
  }
  const keep = async (vault: Vault, server: string, login: string, password: string): Promise<VaultResult<null>> => {
    const entries = await entriesOf(vault, machine)
    if (!entries.ok) return entries
    const place = placeOf(server, machine)
    // Another spelling of the same server would begin a second line of passwords, of which one would soon be wrong.
    const known = entries.value.filter((each) => each.place === place && each.login === login)
    const current = known.find(isCurrent)
    if (current !== undefined) {
      const stored = await vault.read(current.generation.generation)
      if (stored.ok && stored.value === password) return { ok: true, value: null }
    }
    const { server: at, login: key } = (current ?? known[0])?.generation ?? {
      server: machine,
      login: `sql-server:${nameOf(server, machine)}/${login}`,
    }
    return await makeCurrent(vault, { server: at, login: key }, password)
  }
  return {
    stored: async () => {
      const entries = await entriesOf(await open(), machine)
      if (!entries.ok) return entries
      const logins = onePerPlace(entries.value.filter(isCurrent))
      return { ok: true, value: logins.map(({ instance, login, isHere }) => ({ instance, login, isHere })) }
    },
    find: async (server, login) => {
      const vault = await open()
      const entries = await entriesOf(vault, machine)
      if (!entries.ok) return entries
      const place = server === null ? null : placeOf(server, machine)
      const there = entries.value.filter((each) => isCurrent(each) && (place === null ? each.isHere : each.place === place))
      return await readOne(vault, onePerPlace(called(there, login)))
    },
    canKeep: async () => {
      const vault = await open()
      return vault.storedIn === 'keychain' ? await vault.preflight() : NOWHERE
    },
    keep: async (servers, login, password) => {
      const vault = await open()
      // SECURITY: what this process alone remembers is not kept, and no file takes the keychain's place.
      if (vault.storedIn !== 'keychain') return NOWHERE
      for (const server of servers) {
        const kept = await keep(vault, server, login, password)
        if (!kept.ok) return kept
      }
      return { ok: true, value: null }
    },
    forget: async (server, login) => {
      const vault = await open()
      const entries = await entriesOf(vault, machine)
      if (!entries.ok) return entries
      const place = placeOf(server, machine)
      const current = entries.value.filter((each) => isCurrent(each) && each.place === place && each.login === login)
      for (const { generation } of current) {
        const removed = await vault.discard(generation.generation)
        if (!removed.ok) return removed
      }
      return { ok: true, value: current.length > 0 }
    },
  }
}

/** Instances that took the sign-in: by the name that was asked for, where one was, in the spelling of the server. */
export function acceptingInstances({ probes }: Snapshot, server: string | null): readonly string[] {
  const record = probes['sql-server']
  if (record?.status !== 'ok') return []
  // What was lost after the sign-in has an error and no problem.
  const names = record.facts.instances.flatMap(({ name, problem }) => (problem === undefined ? [name] : []))
  if (server === null || names.length === 0) return names
  // SECURITY: a server that calls itself by another's name does not take that one's place in the keychain.
  return [names.find((name) => name.toLowerCase() === server.trim().toLowerCase()) ?? server]
}

const NOWHERE: { readonly ok: false; readonly problem: VaultProblem } = { ok: false, problem: { kind: 'policy' } }

/** `sql-server:ERP01\SAGE/wsp_sync`, as a password change names it too. No host has a slash in its name, but a login may. */
const LOGIN_KEY = /^sql-server:([^/]+)\/(.+)$/s

async function entriesOf(vault: Vault, machine: string): Promise<VaultResult<readonly Entry[]>> {
  const listed = await vault.list()
  if (!listed.ok) return listed
  const here = machine.toLowerCase()
  const entries = listed.value.generations.flatMap((generation) => {
    const [, instance, login] = LOGIN_KEY.exec(generation.login) ?? []
    if (instance === undefined || login === undefined || generation.server.toLowerCase() !== here) return []
    const place = placeOf(instance, machine)
    return [{ instance, login, isHere: place.split(/[\\,]/, 1)[0] === here, place, generation }]
  })
  // The newest first, where two spellings of one server have a password each.
  return { ok: true, value: entries.toSorted((one, other) => promotedAt(other).localeCompare(promotedAt(one), 'en')) }
}

const promotedAt = ({ generation }: Entry): string => generation.promotedAt ?? ''
const isCurrent = ({ generation }: Entry): boolean => generation.state === 'current'

/** One name for all that a server may be called by: this machine by its own name, and a port instead of what stands beside it. */
function nameOf(server: string, machine: string): string {
  const address = parseServerName(server)
  if (address === null) return server.trim()
  const host = address.host === '127.0.0.1' ? machine : address.host
  if (address.port !== null) return `${host},${address.port}`
  return address.instance === null ? host : `${host}\\${address.instance}`
}

/** The same for every spelling of it. */
const placeOf = (server: string, machine: string): string => nameOf(server, machine).toLowerCase()

/** SQL Server may tell large letters from small ones: only where no login is written in exactly this way another one is meant. */
function called(entries: readonly Entry[], login: string): readonly Entry[] {
  const exact = entries.filter((each) => each.login === login)
  return exact.length > 0 ? exact : entries.filter((each) => each.login.toLowerCase() === login.toLowerCase())
}

function onePerPlace(entries: readonly Entry[]): readonly Entry[] {
  const seen = new Set<string>()
  return entries.filter(({ place, login }) => {
    const name = `${place}/${login}`
    const isNew = !seen.has(name)
    seen.add(name)
    return isNew
  })
}

async function readOne(vault: Vault, entries: readonly Entry[]): Promise<VaultResult<SqlLookup>> {
  const passwords = new Set<string>()
  for (const { generation } of entries) {
    const read = await vault.read(generation.generation)
    if (!read.ok) return read
    passwords.add(read.value)
  }
  const [password] = passwords
  if (password === undefined) return { ok: true, value: { kind: 'none' } }
  if (passwords.size === 1) return { ok: true, value: { kind: 'found', password } }
  return { ok: true, value: { kind: 'several', instances: entries.map(({ instance }) => instance) } }
}

async function makeCurrent(
  vault: Vault,
  owner: { readonly server: string; readonly login: string },
  password: string,
): Promise<VaultResult<null>> {
  const staged = await vault.stage(owner, password)
  if (!staged.ok) return staged
  const promoted = await vault.promote(staged.value)
  // One that waits would stand in the way of every later one.
  if (!promoted.ok) await vault.discard(staged.value)
  return promoted
}
