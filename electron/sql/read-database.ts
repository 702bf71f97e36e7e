import type { Facts } from '#shared/facts/index.ts'
import { databaseQueries } from './catalogue-queries.ts'
import { createRoleReach } from './nested-roles.ts'
import { databasePermission } from './securables.ts'
import { describeSqlFailure, type SqlRow, type SqlSession } from './session.ts'

type Access = Facts['sql-server']['instances'][number]['logins'][number]['databases'][number]

/** What is known of a database from the list of databases. */
export interface ListedDatabase {
  readonly name: string
  /** SID of its owner, as `0x…` */
  readonly owner: string | null
}

/** Who may enter one database, and as what. */
export interface DatabaseCatalogue {
  /** Of a login by its SID (`0x…`); null: it does not enter. What it really holds is asked for elsewhere. */
  accessOf(sid: string): Access | null
  /** a user of its own, not as guest */
  readonly hasUser: (sid: string) => boolean
  /** some user is a Windows group */
  readonly hasGroups: boolean
}

/** Permissions without which nobody could enter at all. */
const ENTRY = 'CONNECT'

const DATABASE_OWNER = 'dbo'
const DBO_ID = 1
const GUEST = 'guest'
const PUBLIC = 'public'
const ROLE = 'R'
const WINDOWS_GROUP = 'G'

/**
 * Reads the users, roles and grants of one database; the string says why that was not possible.
 *
 * Users are matched by SID alone: a user may be called otherwise than its login, or be called like a login that it does not belong to.
 */
export async function readDatabase(session: SqlSession, database: ListedDatabase): Promise<DatabaseCatalogue | string> {
  const queries = databaseQueries(database.name)
  const rows: Partial<Record<keyof typeof queries, readonly SqlRow[]>> = {}
  for (const [name, text] of Object.entries(queries) as [keyof typeof queries, string][]) {
    const answer = await session.query(text)
    if (!answer.ok) return describeSqlFailure(answer.failure)
    rows[name] = answer.value
  }
  const { principals = [], roleMembers = [], permissions = [] } = rows
  if (principals.length === 0) return 'SQL Server showed no user of it'
  const names = new Map(principals.map((row) => [Number(row.id), row.name ?? '']))
  const rolesOf = createRoleReach(roleMembers.map((row) => ({ role: Number(row.role), member: Number(row.member) })))
  const grantsOf = Map.groupBy(permissions, (row) => Number(row.grantee))
  const usersBySid = new Map(principals.flatMap((row) => (row.sid && row.type?.trim() !== ROLE ? [[row.sid.toLowerCase(), row]] : [])))
  const databaseOwner = principals.find((row) => Number(row.id) === DBO_ID)
  const guest = principals.find((row) => row.name === GUEST && isOpenTo(grantsOf.get(Number(row.id))))

  const accessAs = (row: SqlRow, owner: boolean): Access => {
    const id = Number(row.id)
    const grants = (grantsOf.get(id) ?? []).filter((grant) => !isEntry(grant)).map(databasePermission)
    return {
      database: database.name,
      user: row.name ?? '',
      owner,
      roles: [PUBLIC, ...rolesOf(id).map((role) => names.get(role) ?? `role ${role}`)],
      permissions: [...new Set([...grants, ...ownedRoles(id, principals)])],
      effective: null,
      writable: null,
    }
  }
  return {
    hasUser: (sid) => usersBySid.has(sid.toLowerCase()),
    hasGroups: principals.some((row) => row.type?.trim() === WINDOWS_GROUP),
    accessOf: (sid) => {
      const user = usersBySid.get(sid.toLowerCase())
      const owner = sameSid(database.owner, sid) || user?.name === DATABASE_OWNER
      if (owner) return accessAs(user ?? databaseOwner ?? { id: String(DBO_ID), name: DATABASE_OWNER }, true)
      if (user !== undefined) return accessAs(user, false)
      return guest === undefined ? null : accessAs(guest, false)
    },
  }
}

/** Who owns a role can make itself a member of it, without a grant that says so. */
function ownedRoles(id: number, principals: readonly SqlRow[]): readonly string[] {
  const owned = principals.filter((row) => row.type?.trim() === ROLE && row.owner !== null && Number(row.owner) === id)
  return id === DBO_ID ? [] : owned.map((row) => `OWNER OF ROLE::${row.name}`)
}

function isOpenTo(grants: readonly SqlRow[] | undefined): boolean {
  return (grants ?? []).some(isEntry)
}

function isEntry(grant: SqlRow): boolean {
  return Number(grant.class) === 0 && grant.permission === ENTRY
}

function sameSid(one: string | null | undefined, other: string): boolean {
  return one !== null && one !== undefined && one.toLowerCase() === other.toLowerCase()
}
