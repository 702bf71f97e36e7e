import { win32 } from 'node:path'

import type { PreflightReadings, Reading, SqlServerReading } from '#shared/rotation/preflight/readings.ts'
import { readSecurityTemplates } from '../../probes/security-templates.ts'
import { isOfOtherPlace } from '../../rotation/dependants/domain-accounts.ts'
import { policyRightsOf } from '../../rotation/dependants/policy-rights.ts'
import { readPreflight } from '../../rotation/dependants/read-preflight.ts'
import type { SqlPlaces } from '../../rotation/server/sql-ports.ts'
import type { SqlSession } from '../../sql/session.ts'
import type { Vault } from '../../vault/vault.ts'
import { createAccountExpiry } from '../../win32/account-expiry.ts'
import { createCom } from '../../win32/com.ts'
import { createComponentCatalogue } from '../../win32/component-catalogue.ts'
import { createCredentialNames } from '../../win32/credential-names.ts'
import { createDomainAccounts } from '../../win32/domain-accounts.ts'
import { createNativeAccess, koffiSource } from '../../win32/library.ts'
import { createSystemInformation } from '../../win32/system-information.ts'
import { createWindows } from '../../win32/windows.ts'
import { sqlHere } from './sql-here.ts'

/** What is to be asked of this server beside its facts. */
export interface ServerQuestions {
  readonly environment: NodeJS.ProcessEnv
  readonly vault: Vault
  /** where the journal will lie */
  readonly journalFolder: string
  /** names of the Windows accounts that could change, each with the server or the domain that it is of */
  readonly users: readonly string[]
  /** who signs in to an instance of SQL Server */
  readonly administratorOf: SqlPlaces['administratorOf']
  /** names of the instances of SQL Server, each with the logins that could change */
  readonly sqlServers: readonly { readonly instance: string; readonly logins: readonly string[] }[]
}

/** Who answers for a server: this machine, or in a test what stands for it. */
export type ReadServer = (questions: ServerQuestions) => Promise<PreflightReadings>

interface OpenInstance {
  readonly instance: string
  readonly logins: readonly string[]
  readonly session: SqlSession
}

/** Asks this Windows, its keychain and its instances of SQL Server everything that a preflight wants; nothing is changed. */
export const readThisServer: ReadServer = async ({ environment, vault, journalFolder, users, sqlServers, administratorOf }) => {
  const native = createNativeAccess(koffiSource)
  const windows = createWindows(native)
  const computer = createSystemInformation(native).computerName()
  const isOfDomain = (name: string): boolean => isOfOtherPlace(name, computer.ok ? computer.value : '')
  const sql = sqlHere(windows, { administratorOf, now: () => new Date(), run: '' })
  const open: OpenInstance[] = []
  try {
    const refused: SqlServerReading[] = []
    for (const { instance, logins } of sqlServers) {
      const connected = await sql.open(instance)
      if (connected.ok) open.push({ instance, logins, session: connected.session })
      else refused.push(unanswered(instance, logins, connected.problem.kind))
    }
    const readings = await readPreflight({
      registry: windows.registry,
      credentialNames: createCredentialNames(native),
      componentCatalogue: createComponentCatalogue(createCom(native)),
      accountExpiry: createAccountExpiry(native),
      domainAccounts: createDomainAccounts(native),
      systemDirectory: win32.join(environment.SystemRoot ?? 'C:\\Windows', 'System32'),
      journalFolder,
      users: users.filter((name) => !isOfDomain(name)).map((name) => name.split('\\').at(-1) ?? name),
      domainUsers: users.filter(isOfDomain),
      keychain: await keychainReading(vault),
      policyRights: policyRightsOf(await readSecurityTemplates({ windows, environment })),
      sqlServers: open,
    })
    return { ...readings, sqlServers: [...(readings.sqlServers ?? []), ...refused] }
  } finally {
    for (const { session } of open) session.close()
  }
}

/** The reason is the kind of the problem; whoever shows it has the words. */
async function keychainReading(vault: Vault): Promise<Reading<true>> {
  const works = await vault.preflight()
  return works.ok ? { status: 'read', value: true, gaps: [] } : { status: 'failed', reason: works.problem.kind }
}

/** An instance that nobody could sign in to: each of its answers is missing for the same reason. */
function unanswered(instance: string, logins: readonly string[], problem: string): SqlServerReading {
  const reading = { status: 'failed', reason: problem } as const
  return {
    instance,
    windowsOnly: reading,
    rights: reading,
    highAvailability: reading,
    uses: reading,
    logins: logins.map((name) => ({ name, state: reading, sessions: reading })),
  }
}
