import type { Facts } from '#shared/facts/index.ts'
import { sameSqlName } from '#shared/sql-login/login.ts'
import { serverQueries } from './catalogue-queries.ts'
import { readEffective } from './effective-permissions.ts'
import { noteGroupEntry } from './group-entry.ts'
import { type DatabaseCatalogue, readDatabase } from './read-database.ts'
import { readLogins } from './read-logins.ts'
import { describeSqlFailure, type SqlSession } from './session.ts'
import { watch } from './watched-session.ts'

type Instance = Facts['sql-server']['instances'][number]
type Login = Instance['logins'][number]

export interface InstanceReading {
  readonly instance: Instance
  /** what could not be read, and what is remarkable */
  readonly notes: readonly string[]
}

export interface InstanceRequest {
  /** the name that it was asked for by, in case that it does not tell its own */
  readonly name: string
  /** logins whose permissions matter most: they are asked for before the others */
  readonly logins: readonly string[]
}

/** sys.databases.state of a database that can be read. */
const ONLINE = 0

/** Databases that every login enters as guest; what it may do there is the same for all and says nothing. */
const SERVER_DATABASES = ['master', 'model', 'msdb', 'tempdb']

/** Pairs of login and database that are asked for what is really held: each costs two questions of some milliseconds. */
const MAX_EFFECTIVE = 500

/** Reads who may do what on one instance. Changes nothing but the time that this connection waits for locks. */
export async function readInstance(connection: SqlSession, request: InstanceRequest): Promise<InstanceReading> {
  const session = watch(connection)
  const notes: string[] = []
  let isPartial = false
  const remark = (note: string): void => {
    notes.push(note)
  }
  const gap = (note: string): void => {
    isPartial = true
    notes.push(note)
  }
  await session.query(serverQueries.lockTimeout)
  const one = async (text: string, column: string): Promise<string | null> => {
    const answer = await session.query(text)
    return answer.ok ? (answer.value[0]?.[column] ?? null) : null
  }
  const name = (await one(serverQueries.name, 'name')) ?? request.name
  const version = (await one(serverQueries.version, 'version')) ?? ''
  const head = { name, version }
  const broken = (error: string): InstanceReading => ({
    instance: { ...head, databases: [], error, visibility: 'partial', logins: [] },
    notes,
  })
  if ((await one(serverQueries.sight, 'definitions')) !== '1')
    gap(`${name} shows only part of its logins and users; missing right: VIEW ANY DEFINITION`)
  const logins = await readLogins(session, { gap, remark })
  if (!logins.ok) return broken(describeSqlFailure(logins.failure))
  const databases = await readDatabases(session, gap)
  if (databases === null) return broken('its databases could not be listed')
  const found = logins.value.map(
    ({ sid, facts }): Login => ({
      ...facts,
      databases: databases.catalogues.flatMap((catalogue) => catalogue.accessOf(sid) ?? []),
    }),
  )
  for (const login of logins.value) {
    const isAsked = request.logins.some((name) => sameSqlName(name, login.facts.name))
    if (isAsked && login.facts.kind === 'windows-user') {
      await noteGroupEntry(session, login, { logins: logins.value, catalogues: databases.catalogues }, gap)
    }
  }
  const complete = await withEffective(session, { logins: found, asked: request.logins, remark })
  const replicas = await readReplicas(session)
  const lost = session.lost()
  return {
    instance: {
      ...head,
      databases: databases.names,
      ...(lost === null ? {} : { error: `not read to its end: ${describeSqlFailure(lost)}` }),
      ...(replicas.length > 0 ? { replicas } : {}),
      visibility: isPartial || lost !== null ? 'partial' : 'full',
      logins: complete,
    },
    notes,
  }
}

/** Null: not even their names are known. One that cannot be looked into makes the sight partial. */
async function readDatabases(
  session: SqlSession,
  gap: (note: string) => void,
): Promise<{ readonly names: readonly string[]; readonly catalogues: readonly DatabaseCatalogue[] } | null> {
  const listed = await session.query(serverQueries.databases)
  if (!listed.ok || listed.value.length === 0) return null
  const names: string[] = []
  const catalogues: DatabaseCatalogue[] = []
  for (const row of listed.value) {
    // A database snapshot is a picture of another one that is listed as well.
    if (row.name === null || row.name === undefined || row.source !== null) continue
    names.push(row.name)
    if (Number(row.state) !== ONLINE) gap(`database ${row.name} is not online (state ${row.state}): who enters it is not known`)
    else if (row.entry === '0') gap(`database ${row.name} cannot be entered: who enters it is not known`)
    else {
      const catalogue = await readDatabase(session, { name: row.name, owner: row.owner ?? null })
      if (typeof catalogue === 'string') gap(`database ${row.name} could not be read: ${catalogue}`)
      else catalogues.push(catalogue)
    }
  }
  return { names, catalogues }
}

/** The asked logins first; groups and whoever is everything anyway are not impersonated. */
async function withEffective(
  session: SqlSession,
  {
    logins,
    asked,
    remark,
  }: { readonly logins: readonly Login[]; readonly asked: readonly string[]; readonly remark: (note: string) => void },
): Promise<readonly Login[]> {
  const isAsked = (login: Login): boolean => asked.some((name) => sameSqlName(name, login.name))
  const order = [...logins.filter(isAsked), ...logins.filter((login) => !isAsked(login))]
  const complete = new Map<Login, Login>()
  let left = MAX_EFFECTIVE
  for (const login of order) {
    const isOpen = login.kind !== 'windows-group' && !login.serverRoles.includes('sysadmin') && (login.enabled || isAsked(login))
    let isRefused = !isOpen
    const databases: Login['databases'][number][] = []
    for (const access of login.databases) {
      if (isRefused || left === 0 || SERVER_DATABASES.includes(access.database)) {
        databases.push(access)
        continue
      }
      left -= 1
      const { refused, effective, writable } = await readEffective(session, access.database, login.name, remark)
      isRefused = refused
      databases.push({ ...access, effective, writable })
    }
    complete.set(login, { ...login, databases })
  }
  if (left === 0) remark(`what logins really may do was asked for ${MAX_EFFECTIVE} times; the rest is not known`)
  return logins.map((login) => complete.get(login) ?? login)
}

/** A server without availability groups, or too old for them, has none. */
async function readReplicas(session: SqlSession): Promise<readonly string[]> {
  const answer = await session.query(serverQueries.replicas)
  return answer.ok ? answer.value.flatMap(({ name }) => (name === null || name === undefined ? [] : [name])) : []
}
