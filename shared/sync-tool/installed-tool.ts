import type { Account } from '../accounts/account.ts'
import type { Facts } from '../facts/index.ts'
import type { SyncTool } from '../formats/profile.ts'

export type Service = Facts['services']['services'][number]
export type Program = Facts['programs']['programs'][number]

/**
 * One sync tool as profile and facts together know it.
 *
 * Services and programs are empty both where none was found and where the probe was not collected: a rule looks at its own
 * facts to tell the two apart.
 */
export interface InstalledTool {
  /** name in the profile, or that of the product where the profile names none */
  readonly label: string
  readonly kind: 'erp-driver' | 'connector'
  /** entries of the profile that it stands for; empty where only the facts know it */
  readonly named: readonly SyncTool[]
  readonly services: readonly Service[]
  readonly programs: readonly Program[]
  /** accounts that its services log on as, each once */
  readonly serviceAccounts: readonly Account[]
  /** accounts that the profile names, each once */
  readonly namedAccounts: readonly Account[]
  /** both together, each once: all are judged. Empty for a connector whose profile entry names no account */
  readonly accounts: readonly Account[]
  /** both sides are known and are not the same accounts */
  readonly accountsDiffer: boolean
  /** folders that its services and programs lie in, lower case, without trailing backslash */
  readonly folders: readonly string[]
}

/** All sync tools of this server and whose accounts they use. */
export interface SyncTools {
  readonly tools: readonly InstalledTool[]
  /** a service or a program of any of them (or of the kinds' patterns) was seen */
  readonly anythingInstalled: boolean
  /** the tool that a service belongs to */
  toolOfService(service: Service): InstalledTool | undefined
  /** the account is a Windows account of one of them */
  isSyncToolAccount(account: Account): boolean
}
