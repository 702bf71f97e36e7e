import type { PolicyRights, PreflightReadings, Reading } from '#shared/rotation/preflight/readings.ts'
import type { SqlSession } from '../../sql/session.ts'
import type { AccountExpiry } from '../../win32/account-expiry.ts'
import type { ComponentCatalogue } from '../../win32/component-catalogue.ts'
import type { CredentialNames } from '../../win32/credential-names.ts'
import type { DomainAccounts } from '../../win32/domain-accounts.ts'
import type { Registry } from '../../win32/registry.ts'
import { readAccountExpiry } from './account-expiry.ts'
import { readComponentApplications } from './component-applications.ts'
import { readDistributedComponents } from './distributed-components.ts'
import { readDomainAccounts } from './domain-accounts.ts'
import { readJournalSpace } from './journal-space.ts'
import { readMappedDrives } from './mapped-drives.ts'
import { readServiceDependencies } from './service-dependencies.ts'
import { readSqlServer } from './sql-server.ts'
import { readStoredCredentials } from './stored-credentials.ts'
import { readWebServer } from './web-server.ts'

/** Where the readings of a preflight come from. */
export interface PreflightSources {
  readonly registry: Registry
  readonly credentialNames: CredentialNames
  readonly componentCatalogue: ComponentCatalogue
  readonly accountExpiry: AccountExpiry
  readonly domainAccounts: DomainAccounts
  /** of a 64-bit process, e.g. C:\Windows\System32 */
  readonly systemDirectory: string
  /** where the journal will lie */
  readonly journalFolder: string
  /** bare names of the local users that are to change */
  readonly users: readonly string[]
  /** names of the accounts of domains that are to change, each with its domain */
  readonly domainUsers: readonly string[]
  /** whether an entry could be written, read and removed; undefined: not tried */
  readonly keychain: Reading<true> | undefined
  /** what the policies of this machine set; undefined: nobody can tell */
  readonly policyRights: Reading<readonly PolicyRights[]> | undefined
  /** connections that are open, with the logins to ask each for */
  readonly sqlServers: readonly { readonly instance: string; readonly session: SqlSession; readonly logins: readonly string[] }[]
}

/** Reads everything that a preflight wants beside the facts; each reading tells for itself what it could not see. */
export async function readPreflight(sources: PreflightSources): Promise<PreflightReadings> {
  const { registry } = sources
  const [webServer, journalSpace, domainAccounts, sqlServers] = await Promise.all([
    readWebServer(sources.systemDirectory),
    readJournalSpace(sources.journalFolder),
    readDomainAccounts(sources.domainAccounts, sources.domainUsers),
    Promise.all(sources.sqlServers.map(({ session, instance, logins }) => readSqlServer(session, instance, logins))),
  ])
  return {
    webServer,
    journalSpace,
    sqlServers,
    distributedComponents: readDistributedComponents(registry),
    componentApplications: readComponentApplications(sources.componentCatalogue),
    storedCredentials: readStoredCredentials(sources.credentialNames),
    mappedDrives: readMappedDrives(registry),
    serviceDependencies: readServiceDependencies(registry),
    accountExpiry: readAccountExpiry(sources.accountExpiry, sources.users),
    domainAccounts,
    keychain: sources.keychain,
    policyRights: sources.policyRights,
  }
}
