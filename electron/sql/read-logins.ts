import type { Facts } from '#shared/facts/index.ts'
import { windowsSid } from '#shared/sql-login/windows-sid.ts'
import { serverQueries } from './catalogue-queries.ts'
import { createRoleReach } from './nested-roles.ts'
import { serverPermission } from './securables.ts'
import { describeSqlFailure, type SqlFailure, type SqlResult, type SqlRow, type SqlSession } from './session.ts'

type Login = Facts['sql-server']['instances'][number]['logins'][number]

/** A login with what the catalogue knows it by. */
export interface ReadLogin {
  /** `0x…`, as the catalogues of the databases have it */
  readonly sid: string
  readonly facts: Omit<Login, 'databases'>
}

const KINDS: Readonly<Record<string, Login['kind']>> = { S: 'sql', U: 'windows-user', G: 'windows-group' }

/** Logins of Microsoft Entra ID, which these facts have no word for. */
const ENTRA = ['E', 'X']

/** Every role of a server; everybody is in it. */
const PUBLIC = 'public'

/**
 * Logins with their roles and grants on the whole server.
 *
 * Fails only where the logins themselves cannot be listed. `gap` takes what else could not be read: without role members or permissions
 * what a login may do is not known, so that makes the sight partial; `remark` takes what costs its own field alone.
 */
export async function readLogins(
  session: SqlSession,
  notebook: { gap(note: string): void; remark(note: string): void },
): Promise<SqlResult<readonly ReadLogin[]>> {
  const listed = await session.query(serverQueries.logins)
  if (!listed.ok) return listed
  const take = async (what: string, text: string, note: (line: string) => void): Promise<readonly SqlRow[]> => {
    const answer = await session.query(text)
    if (!answer.ok) note(`${what}: ${describeSqlFailure(answer.failure)}`)
    return answer.ok ? answer.value : []
  }
  const members = await take('members of server roles are not known', serverQueries.roleMembers, notebook.gap)
  const grants = await take('server permissions are not known', serverQueries.permissions, notebook.gap)
  const times = await take('the ages of passwords are not known', serverQueries.passwordTimes, notebook.remark)
  const names = new Map(listed.value.map((row) => [Number(row.id), row.name ?? '']))
  const rolesOf = createRoleReach(members.map((row) => ({ role: Number(row.role), member: Number(row.member) })))
  const grantsOf = Map.groupBy(grants, (row) => Number(row.grantee))
  const setAt = new Map(times.map((row) => [Number(row.id), row.at]))
  const entra = listed.value.filter((row) => ENTRA.includes(row.type?.trim() ?? '')).length
  if (entra > 0) notebook.remark(`logins of Microsoft Entra ID are not listed: ${entra}`)
  const logins = listed.value.flatMap((row): readonly ReadLogin[] => {
    const kind = KINDS[row.type?.trim() ?? '']
    if (kind === undefined || row.name === null || row.name === undefined || row.sid === null || row.sid === undefined) return []
    const id = Number(row.id)
    const roles = rolesOf(id).map((role) => names.get(role) ?? `role ${role}`)
    return [
      {
        sid: row.sid,
        facts: {
          name: row.name,
          sid: kind === 'sql' ? row.sid : (windowsSid(row.sid) ?? row.sid),
          kind,
          enabled: row.disabled === '0',
          policyChecked: flag(row.policy),
          expirationChecked: flag(row.expiration),
          passwordLastSet: instantOf(setAt.get(id)),
          serverRoles: roles.filter((role) => role !== PUBLIC),
          serverPermissions: (grantsOf.get(id) ?? []).map(serverPermission),
        },
      },
    ]
  })
  if (logins.length === 0) return { ok: false, failure: NO_LOGIN }
  return { ok: true, value: logins }
}

/** Whoever asks is a login: a list without one is no answer. */
const NO_LOGIN: SqlFailure = { kind: 'connection', code: 'NO_LOGIN' }

function flag(value: string | null | undefined): boolean | null {
  return value === null || value === undefined ? null : value === '1'
}

/** ISO 8601 without a zone, meant as UTC. */
function instantOf(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null
  const time = Date.parse(`${text}Z`)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
