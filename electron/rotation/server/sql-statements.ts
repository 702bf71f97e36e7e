import { createHash } from 'node:crypto'

import { bracketed, isSafeInScript, literal } from '#shared/sql-login/t-sql.ts'

/** As SQL Server has it; a longer one is refused there with an error that repeats its beginning. */
const LONGEST_PASSWORD = 128

/** SQL Server's logins have SIDs of this size. */
const SID_BYTES = 16

/**
 * Why a password does not go into a statement; null: it can.
 *
 * In a literal a backslash at the end of a line joins it with the next, and a driver stops at a NUL: what holds control characters would
 * be another password on the server than in the keychain. The same of half a surrogate pair.
 */
export function passwordFault(password: string): string | null {
  if (password === '') return 'sql-15116'
  if (password.length > LONGEST_PASSWORD) return 'sql-15117'
  return /\p{Cc}/u.test(password) || !password.isWellFormed() ? 'sql-password-characters' : null
}

/** Why a name does not go into a statement; null: it can. */
export function nameFault(...names: readonly string[]): string | null {
  return names.every((name) => isSafeInScript(name) && name.isWellFormed()) ? null : 'sql-name-characters'
}

/**
 * The SID that a login gets from one password change, the same in each of its tries.
 *
 * By it a login that a try before the interruption made is known from one of the same name that was there before.
 */
export function sidOf(run: string, login: string): string {
  const digest = createHash('sha256').update(`${run}\0${login}`, 'utf8').digest()
  return `0x${digest.subarray(0, SID_BYTES).toString('hex').toUpperCase()}`
}

/** Without the old password, so that SQL Server does not ask its history; everything else of the login stays as it is. */
export const setPasswordStatement = (login: string, password: string): string =>
  `ALTER LOGIN ${bracketed(login)} WITH PASSWORD = ${literal(password)};`

/** Both options are given: whether the policy alone switches the expiration on depends on the version. */
export const createLoginStatement = (login: string, password: string, sid: string): string =>
  `CREATE LOGIN ${bracketed(login)} WITH PASSWORD = ${literal(password)}, SID = ${sid}, CHECK_EXPIRATION = OFF, CHECK_POLICY = ON;`

export const disableLoginStatement = (login: string): string => `ALTER LOGIN ${bracketed(login)} DISABLE;`

export const dropLoginStatement = (login: string): string => `DROP LOGIN ${bracketed(login)};`

/** A user of the login's name that may read and nothing else; of one that is there already the role alone. Whole or not at all. */
export const readOnlyUserBatch = (database: string, login: string, user: string | null): string =>
  inDatabase(
    database,
    'SET XACT_ABORT ON',
    'BEGIN TRANSACTION',
    ...(user === null ? [`CREATE USER ${bracketed(login)} FOR LOGIN ${bracketed(login)}`] : []),
    `ALTER ROLE [db_datareader] ADD MEMBER ${bracketed(user ?? login)}`,
    'COMMIT TRANSACTION',
  )

export const dropUserBatch = (database: string, user: string): string => inDatabase(database, `DROP USER ${bracketed(user)}`)

/** By a procedure of that database: where it does not open, nothing runs, least of all in another one. */
const inDatabase = (database: string, ...statements: readonly string[]): string =>
  `EXECUTE ${bracketed(database)}.sys.sp_executesql ${literal(`${statements.join('; ')};`)};`
