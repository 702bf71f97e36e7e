import type { SqlAccess, SqlInstance, SqlProblem } from '#shared/contract/index.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { visibleText } from '#shared/visible-text.ts'
import { connectProblemKinds } from '../../sql/connect-problem.ts'
import { isServerName, type SqlRequest, sqlUserNamed } from '../sql-sign-in.ts'
import { AppFailure } from './failure.ts'
import type { AppPorts } from './ports.ts'

/** What a person asked for, ready for the collector; undefined: nothing was said of SQL Server. */
export function sqlRequestOf(host: AppPorts['host'], access: SqlAccess | null): SqlRequest | undefined {
  if (access === null) return undefined
  const { signIn, trustCertificate } = access
  const server = access.server?.trim() ?? null
  // SECURITY: between a browser and this program lies an unencrypted connection, which other administrators of this machine can record.
  if (host === 'loopback' && signIn.kind !== 'integrated') throw new AppFailure('REFUSED', 'app/refused/sql-password-in-browser')
  if (server !== null && !isServerName(server)) throw new AppFailure('REFUSED', 'app/refused/sql-server')
  if (signIn.kind === 'integrated') return { server, signIn: { kind: 'integrated' }, trustCertificate }
  const user = sqlUserNamed(signIn.kind === 'sql-login' ? signIn.login : signIn.account)
  if (user?.kind !== signIn.kind) {
    throw new AppFailure('REFUSED', signIn.kind === 'sql-login' ? 'app/refused/sql-login' : 'app/refused/sql-account')
  }
  return { server, signIn: { ...user, password: signIn.password }, trustCertificate }
}

/** Instances that could not be read, or not to their end. */
export function sqlProblemsOf({ probes }: Snapshot): SqlProblem[] {
  const record = probes['sql-server']
  if (record?.status !== 'ok') return []
  return record.facts.instances.flatMap(({ name, error, problem }) => {
    if (error === undefined) return []
    // A file may name a kind that this version has no words for.
    return [
      { instance: visibleText(name), problem: connectProblemKinds.find((kind) => kind === problem) ?? null, line: visibleText(error) },
    ]
  })
}

/** Services of SQL Server's engine: the default instance, and a named one. */
const DEFAULT_SERVICE = 'mssqlserver'
const NAMED_SERVICE = /^MSSQL\$(.+)$/i

/** Instances that this machine's services tell, with the version where one was read. */
export function sqlInstancesOf({ probes }: Snapshot, machine: string): SqlInstance[] {
  const services = probes.services?.status === 'ok' ? probes.services.facts.services : []
  const read = probes['sql-server']?.status === 'ok' ? probes['sql-server'].facts.instances : []
  const names = services.flatMap(({ name }) => {
    if (name.toLowerCase() === DEFAULT_SERVICE) return [machine]
    const instance = NAMED_SERVICE.exec(name)?.[1]
    return instance === undefined ? [] : [`${machine}\\${instance}`]
  })
  return names.map((name) => {
    const version = read.find((each) => each.name.toLowerCase() === name.toLowerCase())?.version ?? ''
    return { name: visibleText(name), version: version === '' ? null : visibleText(version) }
  })
}
