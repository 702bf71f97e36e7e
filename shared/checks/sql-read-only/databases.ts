import type { Profile } from '../../formats/profile.ts'
import { type DatabaseAccess, type FoundLogin, type Instance, isFullyVisible, sameSqlName } from '../../sql-login/login.ts'
import { judgeAccess } from './access.ts'
import { about, type Found } from './finding.ts'

const SYSTEM_DATABASE = 'MAS_System'

/** Company codes have three characters. */
const COMPANY_DATABASE = /^mas_.{3}$/iu

const serverDatabases = ['master', 'tempdb', 'model', 'msdb']

/** MAS_System and the companies of the profile, each once. */
export function requiredDatabases({ companyDatabases }: Profile['erp']): readonly string[] {
  const companies = (companyDatabases ?? []).map((name) => name.trim()).filter((name) => name !== '')
  return distinct([SYSTEM_DATABASE, ...companies])
}

export function companyDatabasesSeen(instances: readonly Instance[]): readonly string[] {
  return distinct(instances.flatMap((instance) => instance.databases).filter((name) => COMPANY_DATABASE.test(name)))
}

function distinct(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.findIndex((other) => sameSqlName(other, name)) === index)
}

/** Judged are the instances that have MAS_System: the others hold no company of Sage 100. */
export function judgeDatabases(
  name: string,
  found: readonly FoundLogin[],
  instances: readonly Instance[],
  required: readonly string[],
): readonly Found[] {
  const judged = instances.filter((instance) => holds(instance, SYSTEM_DATABASE))
  const isRequired = (database: string): boolean => required.some((each) => sameSqlName(each, database))
  if (judged.length === 0) return [about('attention', 'no-system-database', SYSTEM_DATABASE, {})]
  const mapped = found.filter(({ instance }) => judged.includes(instance))
  return [
    ...mapped.flatMap((each) => each.login.databases.flatMap((access) => judgeMapped(each, access, isRequired(access.database)))),
    ...required.flatMap((database) => judgeRequired(name, database, judged, mapped)),
  ]
}

function holds(instance: Instance, database: string): boolean {
  return instance.databases.some((each) => sameSqlName(each, database))
}

function judgeMapped({ instance, login }: FoundLogin, access: DatabaseAccess, required: boolean): readonly Found[] {
  const { database } = access
  const subject = `${instance.name} / ${login.name} / ${database}`
  const params = { databases: [database], login: login.name }
  const findings = [...judgeAccess(access, login.name, subject)]
  if (!required && !serverDatabases.some((each) => sameSqlName(each, database))) {
    const isSage = database.toLowerCase().startsWith('mas_')
    findings.push(about(isSage ? 'attention' : 'fail', isSage ? 'other-company' : 'other-database', subject, params))
  }
  return findings
}

function judgeRequired(name: string, database: string, judged: readonly Instance[], mapped: readonly FoundLogin[]): readonly Found[] {
  const holders = judged.filter((instance) => holds(instance, database))
  if (holders.length === 0) return [about('attention', 'no-such-database', database, { databases: [database] })]
  const here = mapped.filter(({ instance }) => holders.includes(instance))
  if (here.length > 0) return here.flatMap((each) => judgeOn(each, database))
  // Whether it is mapped where it was not seen is told by the finding about that instance.
  return holders.every(isFullyVisible) ? [notMapped(holders, name, database)] : []
}

function notMapped(holders: readonly Instance[], login: string, database: string): Found {
  const where = holders.map((instance) => instance.name).join(', ')
  return about('fail', 'not-mapped', `${where} / ${login} / ${database}`, { databases: [database], login })
}

function judgeOn({ instance, login }: FoundLogin, database: string): readonly Found[] {
  const subject = `${instance.name} / ${login.name} / ${database}`
  const params = { databases: [database], login: login.name }
  const full = isFullyVisible(instance)
  const accesses = login.databases.filter((access) => sameSqlName(access.database, database))
  if (accesses.length === 0) return full ? [notMapped([instance], login.name, database)] : []
  return accesses.flatMap(({ roles, effective, writable }) => {
    const findings: Found[] = []
    const isReader = roles.some((role) => sameSqlName(role, 'db_datareader'))
    if (!isReader && full) findings.push(about('fail', 'no-reader', subject, params))
    if (effective === null) findings.push(about('unknown', 'effective-unknown', subject, params))
    if (isReader) findings.push(about('pass', writable === null ? 'objects-not-checked' : 'read-only', subject, params))
    return findings
  })
}
