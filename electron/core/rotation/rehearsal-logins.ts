import type { Account } from '#shared/accounts/account.ts'
import { createAccountDirectory } from '#shared/accounts/directory.ts'
import type { Facts, ProbeId } from '#shared/facts/index.ts'
import type { Profile } from '#shared/formats/profile.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { createSyncTools } from '#shared/sync-tool/create-sync-tools.ts'
import { listDesignatedLogins } from '#shared/sync-tool/designated-logins.ts'
import type { InstalledTool } from '#shared/sync-tool/installed-tool.ts'
import { isNamedService, liesUnder } from '#shared/sync-tool/patterns.ts'

/** A login of the sync tool whose password could be changed. */
export interface KnownLogin {
  readonly key: string
  readonly kind: 'windows' | 'sql-server' | 'erp'
  readonly name: string
}

/** What a rehearsal knows of a server: facts of a file and what a person told. */
export interface RehearsalServer {
  /** Undefined: its identity was not read. */
  readonly name: string | undefined
  readonly facts: Pick<Partial<Facts>, 'services' | 'sql-server'>
  readonly logins: readonly KnownLogin[]
  /** logins of SQL Server that Windows keeps: they change with their Windows account */
  readonly throughWindows: readonly string[]
  /** names of the sync tools, as the profile calls them */
  readonly tools: readonly string[]
  /** names of its services, with those that the profile names and nobody found */
  readonly services: readonly string[]
  /** paths of its tasks */
  readonly tasks: readonly string[]
  /** folders that its services and programs lie in */
  readonly folders: readonly string[]
}

/** Where nothing was told and nothing seen. */
const NO_NAME = '?'

/** Reads from a snapshot and a profile which logins, services and tasks are the sync tool's. */
export function rehearsalServerOf(snapshot: Snapshot, profile: Profile): RehearsalServer {
  const facts = factsOf(snapshot)
  const accounts = createAccountDirectory(facts)
  const syncTools = createSyncTools(facts, profile, accounts)
  const all = listDesignatedLogins({ profile, credentials: [], accounts, syncTools, sqlServer: facts['sql-server'] })
  const isThroughWindows = ({ kind, hasOwnPassword }: (typeof all)[number]): boolean => kind === 'sql-server' && !hasOwnPassword
  const name = facts.host?.name
  return {
    name,
    facts: { ...(facts.services && { services: facts.services }), ...(facts['sql-server'] && { 'sql-server': facts['sql-server'] }) },
    logins: all
      .filter((login) => !isThroughWindows(login))
      .flatMap(({ kind, login, account }) => {
        if (account !== undefined) return [windowsLogin(account, facts.host)]
        if (kind === 'sql-server') return instancesOf(login, facts['sql-server'], name).map((at) => known(kind, `${at}/${login}`, login))
        return [known(kind, kind === 'erp' ? `${profile.erp.product || 'erp'}/${login}` : login, login)]
      }),
    throughWindows: all.filter(isThroughWindows).map(({ login }) => login),
    tools: syncTools.tools.map(({ label }) => label),
    services: [...syncTools.tools.flatMap((tool) => tool.services.map((service) => service.name)), ...missingOf(syncTools.tools)],
    tasks: (facts['scheduled-tasks']?.tasks ?? [])
      .filter(({ command }) => syncTools.tools.some(({ folders }) => folders.some((folder) => liesUnder(command, folder))))
      .map(({ path }) => path),
    folders: [...new Set(syncTools.tools.flatMap(({ folders }) => folders))],
  }
}

const known = (kind: KnownLogin['kind'], place: string, name: string): KnownLogin => ({ key: `${kind}:${place}`, kind, name })

/** A local account by the name of its server: a dot or nothing before it means the same everywhere. */
function windowsLogin({ kind, name }: Account, host: Facts['host'] | undefined): KnownLogin {
  const bare = name.split('\\').at(-1) ?? name
  const authority = host?.membership === 'domain-controller' ? host.netbiosDomain : host?.name
  const full = kind === 'local' && authority != null && !name.includes('@') ? `${authority}\\${bare}` : name
  return known('windows', full, full)
}

function factsOf(snapshot: Snapshot) {
  const facts = <Id extends ProbeId>(id: Id): Facts[Id] | undefined => {
    const record = snapshot.probes[id]
    return record?.status === 'ok' ? (record.facts as Facts[Id]) : undefined
  }
  return {
    host: facts('host'),
    'local-users': facts('local-users'),
    'local-groups': facts('local-groups'),
    'account-groups': facts('account-groups'),
    services: facts('services'),
    programs: facts('programs'),
    connector: facts('connector'),
    'scheduled-tasks': facts('scheduled-tasks'),
    logons: facts('logons'),
    'sql-server': facts('sql-server'),
  } as const
}

/** The instances that have the login; where none was seen with it, the first one, or the server that they would be on. */
function instancesOf(login: string, facts: Facts['sql-server'] | undefined, server: string | undefined): readonly string[] {
  const instances = facts?.instances ?? []
  const having = instances.filter(({ logins }) => logins.some(({ name }) => name.toLowerCase() === login.toLowerCase()))
  return having.length > 0 ? having.map(({ name }) => name) : [instances[0]?.name ?? server ?? NO_NAME]
}

/** Services that the profile names and that were not found. */
function missingOf(tools: readonly InstalledTool[]): readonly string[] {
  return tools.flatMap(({ named, services }) =>
    named.flatMap(({ service = '' }) =>
      service.trim() === '' || services.some((found) => isNamedService(found, service)) ? [] : [service.trim()],
    ),
  )
}
