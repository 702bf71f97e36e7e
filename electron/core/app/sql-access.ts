import type { KeptPassword, Language, SqlAccess, SqlInstance, SqlProblem, StoredSqlLogins } from '#shared/contract/index.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { visibleText } from '#shared/visible-text.ts'
import { connectProblemKinds } from '../../sql/connect-problem.ts'
import { acceptingInstances, type SqlKeychain, type VaultProblem } from '../sql-keychain.ts'
import { isServerName, type SqlRequest, sqlUserNamed } from '../sql-sign-in.ts'
import type { App } from './app.ts'
import { AppFailure } from './failure.ts'
import { problemLines } from './vault.ts'

/** What a person asked for, ready for the collector. */
export interface AskedSql {
  readonly request: SqlRequest
  /** the password is to be kept in the keychain, once SQL Server took it */
  readonly keepsPassword: boolean
}

/** Undefined: nothing was said of SQL Server. */
export async function askedSqlOf(
  app: App,
  keychain: SqlKeychain,
  access: SqlAccess | null,
  language: Language,
): Promise<AskedSql | undefined> {
  if (access === null) return undefined
  const { signIn, trustCertificate } = access
  const server = access.server?.trim() ?? null
  // SECURITY: between a browser and this program lies an unencrypted connection, which other administrators of this machine can record.
  if (app.ports.host === 'loopback' && 'password' in signIn) throw new AppFailure('REFUSED', 'app/refused/sql-password-in-browser')
  if (server !== null && !isServerName(server)) throw new AppFailure('REFUSED', 'app/refused/sql-server')
  const keepsPassword = signIn.kind === 'sql-login' && signIn.keep === true
  if (signIn.kind === 'integrated') return { request: { server, signIn: { kind: 'integrated' }, trustCertificate }, keepsPassword }
  const isLogin = signIn.kind !== 'windows-account'
  const user = sqlUserNamed(isLogin ? signIn.login : signIn.account)
  if (user === null || (user.kind === 'sql-login') !== isLogin) {
    throw new AppFailure('REFUSED', isLogin ? 'app/refused/sql-login' : 'app/refused/sql-account')
  }
  const possible = keepsPassword ? await keychain.canKeep() : null
  if (possible?.ok === false) throw refusal(app, possible.problem, language)
  const password = signIn.kind === 'stored' ? await storedPassword(app, keychain, server, signIn.login.trim(), language) : signIn.password
  return { request: { server, signIn: { ...user, password }, trustCertificate }, keepsPassword }
}

async function storedPassword(app: App, keychain: SqlKeychain, server: string | null, login: string, language: Language): Promise<string> {
  const found = await keychain.find(server, login)
  if (!found.ok) throw refusal(app, found.problem, language)
  switch (found.value.kind) {
    case 'found':
      return found.value.password
    case 'none':
      throw new AppFailure('REFUSED', 'app/refused/sql-none-stored', { login: visibleText(login) })
    case 'several': {
      const instances = found.value.instances.map(visibleText)
      throw new AppFailure('REFUSED', 'app/refused/sql-several-stored', { login: visibleText(login), instances })
    }
  }
}

function refusal(app: App, problem: VaultProblem, language: Language): AppFailure {
  const { line, next } = problemLines(app, problem, language)
  return new AppFailure('REFUSED', 'app/refused/sql-keychain', { problem: line, next })
}

/** Undefined: no password was to be kept. SECURITY: nothing is kept that no server accepted. */
export async function keepPassword(
  app: App,
  keychain: SqlKeychain,
  { request: { server, signIn }, keepsPassword }: AskedSql,
  snapshot: Snapshot,
  language: Language,
): Promise<KeptPassword | undefined> {
  if (!keepsPassword || signIn.kind !== 'sql-login') return undefined
  const say = (key: string, params: { readonly [name: string]: string | readonly string[] }): string => app.say(language).text(key, params)
  const login = visibleText(signIn.login)
  const instances = acceptingInstances(snapshot, server)
  if (instances.length === 0) return { isKept: false, line: say('app/sql-password/not-accepted', { login }) }
  const kept = await keychain.keep(instances, signIn.login, signIn.password)
  if (kept.ok) return { isKept: true, line: say('app/sql-password/kept', { login, instances: instances.map(visibleText) }) }
  const { line: problem, next } = problemLines(app, kept.problem, language)
  return { isKept: false, line: say('app/sql-password/not-kept', { login, problem, next }) }
}

/** Logins to choose from; nothing is asked of a keychain where there is no server to read. */
export async function storedSqlLogins(app: App, keychain: SqlKeychain, language: Language): Promise<StoredSqlLogins> {
  if (app.ports.platform !== 'win32') return { kind: 'stored', logins: [], canKeep: false }
  const stored = await keychain.stored()
  if (!stored.ok) return problemLines(app, stored.problem, language)
  const { storedIn } = await app.ports.vault()
  const logins = stored.value.map((each) => ({ ...each }))
  return { kind: 'stored', logins, canKeep: storedIn === 'keychain' && app.ports.host !== 'loopback' }
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
