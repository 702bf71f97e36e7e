import { databaseQueries, effectiveQueries, loginTokenQuery, serverQueries } from '#electron/sql/catalogue-queries.ts'
import type { TdsAnswer } from './server.ts'
import type { ResultSet } from './tokens.ts'

type Value = string | number | null

export interface DescribedLogin {
  readonly id: number
  readonly name: string
  readonly type: 'S' | 'U' | 'G' | 'R' | 'C' | 'K' | 'E' | 'X'
  /** `0x…` */
  readonly sid: string | null
  readonly disabled?: boolean
  readonly policy?: boolean | null
  readonly expiration?: boolean | null
  /** ISO 8601 without a zone */
  readonly passwordSet?: string | null
}

export interface DescribedUser {
  readonly id: number
  readonly name: string
  /** A: role of an application, C and K: of a certificate and a key */
  readonly type: 'S' | 'U' | 'G' | 'R' | 'A' | 'C' | 'K'
  readonly sid: string | null
  /** for a role: the principal that it belongs to */
  readonly owner?: number
}

/** A grant of a database: its class and what it is on, by the columns of the question. */
export interface DescribedGrant {
  readonly grantee: number
  readonly permission: string
  /** G: granted, W: granted so that it may be handed on, D: denied; granted where absent */
  readonly state?: 'G' | 'W' | 'D'
  readonly class?: number
  readonly on?: { readonly [column: string]: Value }
}

export interface DescribedDatabase {
  readonly name: string
  readonly owner: string | null
  readonly state?: number
  /** 0: the auditor does not get in */
  readonly entry?: number
  readonly source?: number | null
  readonly users?: readonly DescribedUser[]
  readonly members?: readonly (readonly [role: number, member: number])[]
  readonly grants?: readonly DescribedGrant[]
  /** by login: what it holds, or the number of the error */
  readonly effective?: Readonly<Record<string, readonly string[] | number>>
  readonly writable?: Readonly<Record<string, number>>
}

export interface DescribedServer {
  readonly name: string
  readonly version: string
  /** whether the auditor sees every row */
  readonly sight?: 0 | 1 | null
  readonly logins: readonly DescribedLogin[]
  readonly members?: readonly (readonly [role: number, member: number])[]
  readonly grants?: readonly DescribedGrant[]
  readonly databases: readonly DescribedDatabase[]
  readonly replicas?: readonly string[]
  /** SIDs of the Windows groups of a login; of others Windows tells nothing */
  readonly groups?: Readonly<Record<string, readonly string[]>>
  /** questions that this server does not answer, by their name */
  readonly refuses?: Readonly<Partial<Record<keyof typeof serverQueries, number>>>
}

function table(columns: readonly string[], rows: readonly (readonly Value[])[]): ResultSet {
  return { columns, rows }
}

const flag = (value: boolean | null | undefined): Value => (value === null || value === undefined ? null : Number(value))

const PRINCIPAL_COLUMNS = ['principal', 'principal_type'] as const

function grantsTable(grants: readonly DescribedGrant[], columns: readonly string[], usual: number): ResultSet {
  return table(
    ['grantee', 'class', 'permission', ...columns],
    // As the question asks for it.
    grants
      .filter(({ state }) => state !== 'D')
      .map(({ grantee, permission, class: kind = usual, on = {} }) => [
        grantee,
        kind,
        permission,
        ...columns.map((column) => on[column] ?? null),
      ]),
  )
}

/** Answers of a server that is described as data, to exactly the questions that the product asks; others are an error. */
export function answersOf(server: DescribedServer): (text: string, parameters: Readonly<Record<string, string>>) => TdsAnswer {
  const ofServer = new Map<string, TdsAnswer>(serverAnswers(server))
  return (text, parameters) => {
    const known = ofServer.get(text)
    if (known !== undefined) return known
    if (text === loginTokenQuery) return groupsOf(server, parameters.login ?? '')
    for (const database of server.databases) {
      const found = databaseAnswer(database, text, parameters.login ?? '')
      if (found !== null) return found
    }
    // What the client library sets at the beginning has no result.
    return text.startsWith('set ') ? table([], []) : { number: 102 }
  }
}

function serverAnswers(server: DescribedServer): [string, TdsAnswer][] {
  const answers: Record<keyof typeof serverQueries, ResultSet> = {
    lockTimeout: table([], []),
    name: table(['name'], [[server.name]]),
    version: table(['version'], [[server.version]]),
    sight: table(['definitions'], [[server.sight === undefined ? 1 : server.sight]]),
    logins: table(
      ['id', 'name', 'sid', 'type', 'disabled', 'policy', 'expiration'],
      server.logins.map((login) => [
        login.id,
        login.name,
        login.sid,
        login.type,
        Number(login.disabled ?? false),
        flag(login.policy),
        flag(login.expiration),
      ]),
    ),
    passwordTimes: table(
      ['id', 'at'],
      server.logins.filter(({ type }) => type === 'S').map(({ id, passwordSet = null }) => [id, passwordSet]),
    ),
    roleMembers: table(['role', 'member'], server.members ?? []),
    permissions: grantsTable(server.grants ?? [], [...PRINCIPAL_COLUMNS, 'endpoint'], 100),
    databases: table(
      ['name', 'state', 'owner', 'entry', 'source'],
      server.databases.map(({ name, state = 0, owner, entry = 1, source = null }) => [name, state, owner, entry, source]),
    ),
    replicas: table(
      ['name'],
      (server.replicas ?? []).map((name) => [name]),
    ),
  }
  return (Object.keys(answers) as (keyof typeof serverQueries)[]).map((key) => {
    const number = server.refuses?.[key]
    return [serverQueries[key], number === undefined ? answers[key] : { number }]
  })
}

function groupsOf({ groups = {} }: DescribedServer, login: string): TdsAnswer {
  const sids = groups[login]
  return sids === undefined
    ? { number: 15_406 }
    : table(
        ['sid'],
        sids.map((sid) => [sid]),
      )
}

/** Null: the question is about something else. */
function databaseAnswer(database: DescribedDatabase, text: string, login: string): TdsAnswer | null {
  const questions = databaseQueries(database.name)
  const really = effectiveQueries(database.name)
  switch (text) {
    case questions.principals:
      return table(
        ['id', 'name', 'type', 'sid', 'owner'],
        (database.users ?? []).map(({ id, name, type, sid, owner = null }) => [id, name, type, sid, owner]),
      )
    case questions.roleMembers:
      return table(['role', 'member'], database.members ?? [])
    case questions.permissions:
      return grantsTable(database.grants ?? [], ['major', 'object', 'object_schema', 'column', 'schema', ...PRINCIPAL_COLUMNS], 0)
    case really.permissions: {
      const held = database.effective?.[login] ?? 15_406
      return typeof held === 'number'
        ? { number: held }
        : table(
            ['permission'],
            held.map((permission) => [permission]),
          )
    }
    case really.writable:
      return table(['objects'], [[database.writable?.[login] ?? 0]])
    default:
      return null
  }
}
