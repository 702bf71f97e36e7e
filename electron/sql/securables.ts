import type { SqlRow } from './session.ts'

/** What a server permission is on (class of sys.server_permissions). */
const SERVER = 100
const SERVER_PRINCIPAL = 101
const ENDPOINT = 105

/** What a database permission is on (class of sys.database_permissions). */
const DATABASE = 0
const OBJECT_OR_COLUMN = 1
const SCHEMA = 3
const DATABASE_PRINCIPAL = 4

/** Type of a principal that is a role. */
const ROLE = 'R'

/** A server permission as people write it: `CONTROL SERVER`, `IMPERSONATE ON LOGIN::sa`. */
export function serverPermission(row: SqlRow): string {
  const permission = row.permission ?? ''
  switch (Number(row.class)) {
    case SERVER:
      return permission
    case SERVER_PRINCIPAL:
      return `${permission} ON ${row.principal_type?.trim() === ROLE ? 'SERVER ROLE' : 'LOGIN'}::${row.principal ?? ''}`
    case ENDPOINT:
      return `${permission} ON ENDPOINT::${row.endpoint ?? ''}`
    default:
      return `${permission} ON CLASS ${row.class}`
  }
}

/** A database permission as people write it: `EXECUTE`, `INSERT ON OBJECT::dbo.Orders`, `UPDATE (Price) ON OBJECT::dbo.Items`. */
export function databasePermission(row: SqlRow): string {
  const permission = row.permission ?? ''
  switch (Number(row.class)) {
    case DATABASE:
      return permission
    case OBJECT_OR_COLUMN: {
      const column = row.column === null || row.column === undefined ? '' : ` (${row.column})`
      return `${permission}${column} ON OBJECT::${row.object_schema ?? ''}.${row.object ?? row.major}`
    }
    case SCHEMA:
      return `${permission} ON SCHEMA::${row.schema ?? row.major}`
    case DATABASE_PRINCIPAL:
      return `${permission} ON ${row.principal_type?.trim() === ROLE ? 'ROLE' : 'USER'}::${row.principal ?? row.major}`
    default:
      return `${permission} ON CLASS ${row.class}::${row.major}`
  }
}
