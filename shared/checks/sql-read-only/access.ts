import { type DatabaseAccess, sameSqlName } from '../../sql-login/login.ts'
import { about, type Found } from './finding.ts'

/** Roles that let a user read or forbid it to write. */
const harmlessRoles = ['public', 'db_datareader', 'db_denydatawriter']

/** Given to the user itself instead of by db_datareader: no writing, but not what was asked for. */
const READING_GRANT = /^(?:select\b|view\s|showplan\b)/i

/** What db_datareader and `public` come to, in every version since 2014. */
const READING_PERMISSION = /^(?:connect|select|showplan|unmask|view\s.*)$/i

/** What the login may do in one database beyond reading it. */
export function judgeAccess(access: DatabaseAccess, login: string, subject: string): readonly Found[] {
  const { database, owner, roles, permissions, effective } = access
  const count = access.writable ?? 0
  const findings: Found[] = []
  if (owner) findings.push(about('fail', 'owner', subject, { databases: [database], login }))
  for (const role of roles.filter((each) => !harmlessRoles.some((harmless) => sameSqlName(harmless, each)))) {
    findings.push(about('fail', 'role', `${subject} / ${role}`, { roles: [role], database, login }))
  }
  for (const permission of permissions.map((each) => each.trim()).filter((each) => !sameSqlName(each, 'CONNECT'))) {
    const reads = READING_GRANT.test(permission)
    const params = { permissions: [permission], database, login }
    findings.push(about(reads ? 'attention' : 'fail', reads ? 'reading-grant' : 'grant', `${subject} / ${permission}`, params))
  }
  for (const permission of (effective ?? []).map((each) => each.trim()).filter((each) => !READING_PERMISSION.test(each))) {
    findings.push(about('fail', 'effective', `${subject} / ${permission}`, { permissions: [permission], database, login }))
  }
  if (count > 0) findings.push(about('fail', 'writable', subject, { database, login, count }))
  return findings
}
