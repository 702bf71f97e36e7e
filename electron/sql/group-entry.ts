import { loginTokenQuery } from './catalogue-queries.ts'
import type { DatabaseCatalogue } from './read-database.ts'
import type { ReadLogin } from './read-logins.ts'
import { describeSqlFailure, type SqlSession } from './session.ts'

/** Who may be somebody's way in: the groups that have a login, and the users of databases. */
interface Doors {
  readonly logins: readonly ReadLogin[]
  readonly catalogues: readonly DatabaseCatalogue[]
}

/**
 * What Windows groups bring a Windows user beyond its own rows, said in a note.
 *
 * The rights stay with the groups, whose rows they are: a right of a group is not taken away by taking it from one of its members. So
 * the rows of the user alone do not say what it may do. Only Windows knows the members of a group; SQL Server asks it when it runs as
 * the user.
 */
export async function noteGroupEntry(session: SqlSession, login: ReadLogin, doors: Doors, gap: (note: string) => void): Promise<void> {
  const groups = doors.logins.filter(({ facts }) => facts.kind === 'windows-group')
  const isDoor = (sid: string): boolean =>
    groups.some((group) => isSame(group.sid, sid)) || doors.catalogues.some(({ hasUser }) => hasUser(sid))
  if (groups.length === 0 && !doors.catalogues.some(({ hasGroups }) => hasGroups)) return
  const { name } = login.facts
  const token = await session.query(loginTokenQuery, { login: name })
  if (!token.ok) {
    gap(`whether ${name} enters through Windows groups is not known: ${describeSqlFailure(token.failure)}`)
    return
  }
  const sids = token.value.flatMap(({ sid }) => (sid === null || sid === undefined ? [] : [sid])).filter(isDoor)
  if (sids.length === 0) return
  const names = sids.map((sid) => groups.find((group) => isSame(group.sid, sid))?.facts.name ?? sid)
  gap(`${name} enters through Windows groups as well (${names.join(', ')}): what they may do counts for it and is listed with them`)
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
