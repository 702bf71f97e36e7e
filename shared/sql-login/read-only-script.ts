import { type DatabaseAccess, excessServerPermissions, excessServerRoles, type FoundLogin, sameSqlName } from './login.ts'
import { bracketed, commentText, isSafeInScript, literal, quotedPermission } from './t-sql.ts'

/** T-SQL for a person to read and run, and the way back. */
export interface ReadOnlyScript {
  readonly fix: string
  readonly inverse: string
}

interface Change {
  readonly database: string
  readonly why: string
  /** null: only a person can do it */
  readonly fix: string | null
  readonly inverse: string | null
}

const READER = 'db_datareader'
/** Whoever has no user of his own enters as this one, where it may. */
const GUEST = 'guest'
const harmlessRoles = ['public', READER, 'db_denydatawriter']
const grantsThatStay = ['CONNECT']
const serverDatabases = ['master', 'tempdb', 'model', 'msdb']

/**
 * Makes a login read-only: what is too much is taken away, what is missing in the required databases is given.
 *
 * Roles reached through other roles cannot be told apart in the facts, so a role is only left where the login is a direct
 * member; the script prints what it changed, and the way back holds a line for each. Other MAS_ databases stay mapped.
 */
export function readOnlyScript({ instance, login }: FoundLogin, required: readonly string[]): ReadOnlyScript {
  const present = required.filter((database) => instance.databases.some((each) => sameSqlName(each, database)))
  const changes = [
    ...serverChanges(login.name, excessServerRoles(login), excessServerPermissions(login)),
    ...login.databases.flatMap((access) => databaseChanges(login.name, access, present)),
    ...present
      .filter((database) => !login.databases.some((access) => sameSqlName(access.database, database)))
      .map((database) => mapping(login.name, database)),
  ].map(withoutUnsafeNames)
  const head = `-- ${commentText(instance.name)}: ${commentText(login.name)}`
  return {
    fix: [head, ...changes.flatMap((change) => lines(change, change.fix))].join('\n'),
    inverse: [
      `${head}, back to what it was: leave out what the other script did not change`,
      ...changes.toReversed().flatMap((change) => lines(change, change.inverse)),
    ].join('\n'),
  }
}

function lines({ database, why }: Change, statement: string | null): readonly string[] {
  const comment = `-- ${commentText(database)}: ${commentText(why)}`
  return statement === null ? [`${comment} (by hand)`] : [comment, `USE ${bracketed(database)};`, statement]
}

/** The statements hold every name that the comments hold: one with a line break is left to a person. */
function withoutUnsafeNames(change: Change): Change {
  const safe = [change.database, change.fix ?? ' ', change.inverse ?? ' '].every(isSafeInScript)
  return safe ? change : { ...change, fix: null, inverse: null }
}

function serverChanges(login: string, roles: readonly string[], permissions: readonly string[]): readonly Change[] {
  const database = 'master'
  return [
    ...roles.map((role) => ({
      database,
      why: `server role ${role}`,
      fix: whereMember(
        'sys.server_role_members',
        'sys.server_principals',
        role,
        login,
        `ALTER SERVER ROLE ${bracketed(role)} DROP MEMBER ${bracketed(login)}`,
      ),
      inverse: `ALTER SERVER ROLE ${bracketed(role)} ADD MEMBER ${bracketed(login)};`,
    })),
    ...permissions.map((permission) => revocation(database, `server permission ${permission}`, permission, login)),
  ]
}

function databaseChanges(login: string, access: DatabaseAccess, required: readonly string[]): readonly Change[] {
  const { database, user, owner, roles, permissions } = access
  const isRequired = required.some((each) => sameSqlName(each, database))
  const isOfServer = serverDatabases.some((each) => sameSqlName(each, database))
  if (owner) return [ownership(login, database), ...(isRequired ? [mapping(login, database)] : [])]
  if (sameSqlName(user, GUEST)) return isOfServer ? [] : [guest(database), ...(isRequired ? [mapping(login, database)] : [])]
  const isSage = database.toLowerCase().startsWith('mas_')
  if (!isRequired && !isSage && !isOfServer) return [removal(login, access)]
  const excess = roles.filter((role) => !harmlessRoles.some((harmless) => sameSqlName(harmless, role)))
  const changes: Change[] = excess.map((role) => ({
    database,
    why: `role ${role}`,
    fix: whereMember(
      'sys.database_role_members',
      'sys.database_principals',
      role,
      user,
      `ALTER ROLE ${bracketed(role)} DROP MEMBER ${bracketed(user)}`,
    ),
    inverse: `ALTER ROLE ${bracketed(role)} ADD MEMBER ${bracketed(user)};`,
  }))
  for (const permission of permissions.filter((each) => !grantsThatStay.some((stays) => sameSqlName(stays, each)))) {
    changes.push(revocation(database, `granted ${permission}`, permission, user))
  }
  if (isRequired && !roles.some((role) => sameSqlName(role, READER))) {
    const role = `ALTER ROLE ${bracketed(READER)}`
    const member = `MEMBER ${bracketed(user)};`
    changes.push({ database, why: `no ${READER}`, fix: `${role} ADD ${member}`, inverse: `${role} DROP ${member}` })
  }
  return changes
}

function revocation(database: string, why: string, permission: string, principal: string): Change {
  const quoted = quotedPermission(permission)
  if (quoted === null) return { database, why, fix: null, inverse: null }
  return { database, why, fix: `REVOKE ${quoted} FROM ${bracketed(principal)};`, inverse: `GRANT ${quoted} TO ${bracketed(principal)};` }
}

/** The administrator may have another name: it is looked up by its SID, in a batch of its own because variables last as long as theirs. */
function ownership(login: string, database: string): Change {
  const statement = `ALTER AUTHORIZATION ON DATABASE::${bracketed(database)} TO `
  const batch = `DECLARE @statement nvarchar(max) = ${literal(statement)} + QUOTENAME(SUSER_SNAME(0x01)); EXEC (@statement);`
  return { database, why: 'owner', fix: `EXEC (${literal(batch)});`, inverse: `${statement}${bracketed(login)};` }
}

/** It is everybody's way in: taking it away is for a person who knows the others. */
function guest(database: string): Change {
  return {
    database,
    why: 'guest may enter, and with it every login: REVOKE CONNECT FROM [guest] if nobody needs that',
    fix: null,
    inverse: null,
  }
}

function mapping(login: string, database: string): Change {
  const name = bracketed(login)
  return {
    database,
    why: 'not mapped',
    fix: `CREATE USER ${name} FOR LOGIN ${name}; ALTER ROLE ${bracketed(READER)} ADD MEMBER ${name};`,
    inverse: `DROP USER ${name};`,
  }
}

function removal(login: string, { database, user, roles, permissions }: DatabaseAccess): Change {
  const name = bracketed(user)
  const own = roles.filter((role) => !sameSqlName(role, 'public')).map((role) => ` ALTER ROLE ${bracketed(role)} ADD MEMBER ${name};`)
  const grants = permissions.map(quotedPermission).map((quoted) => (quoted === null ? '' : ` GRANT ${quoted} TO ${name};`))
  return {
    database,
    why: 'mapped, but no database of Sage 100',
    fix: `DROP USER ${name};`,
    inverse: `CREATE USER ${name} FOR LOGIN ${bracketed(login)};${[...own, ...grants].join('')}`,
  }
}

/** Only a direct member can be dropped: membership through another role would end in an error. */
function whereMember(members: string, principals: string, role: string, member: string, statement: string): string {
  return (
    `IF EXISTS (SELECT 1 FROM ${members} AS m JOIN ${principals} AS r ON r.principal_id = m.role_principal_id ` +
    `JOIN ${principals} AS p ON p.principal_id = m.member_principal_id ` +
    `WHERE r.name = ${literal(role)} AND p.name = ${literal(member)}) BEGIN ${statement}; PRINT ${literal(`${statement};`)}; END`
  )
}
