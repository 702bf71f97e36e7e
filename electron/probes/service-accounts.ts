import { describeFailure, errorCodes, succeeded, type Win32Result } from '../win32/result.ts'
import type { OpenServiceManager } from '../win32/service-manager.ts'
import type { Windows } from '../win32/windows.ts'
import type { Notebook } from './reading.ts'
import { createAccountResolver, readLocalAuthority } from './service-account.ts'
import { readServiceConfiguration } from './service-configuration.ts'

/** An account that at least one service runs under. */
export interface ServiceAccount {
  /** as the service names it */
  readonly name: string
  readonly sid: string
}

/** Accounts of people and services; built-in and virtual ones have SIDs of other shapes. */
const ACCOUNT_SID = /^S-1-5-21-/

/**
 * Accounts of this machine or a domain that services run under, each once.
 *
 * Whose SID cannot be told is left out with a note; a name that nobody has is no account.
 */
export function readServiceAccounts(windows: Windows, notebook: Notebook): Win32Result<readonly ServiceAccount[]> {
  const authority = readLocalAuthority(windows)
  if (!authority.ok) return authority
  const names = windows.services.connect((manager) => readNames(manager, windows, notebook))
  if (!names.ok) return names
  if (!names.value.ok) return names.value
  const resolve = createAccountResolver(windows.accounts, authority.value)
  const accounts = new Map<string, ServiceAccount>()
  for (const name of names.value.value) {
    const { sid, failure } = resolve(name)
    if (failure !== null) notebook.gap(`account ${name} is left out: ${describeFailure(failure)}`)
    else if (sid !== null && ACCOUNT_SID.test(sid) && !accounts.has(sid)) accounts.set(sid, { name, sid })
  }
  return succeeded([...accounts.values()])
}

function readNames(manager: OpenServiceManager, windows: Windows, notebook: Notebook): Win32Result<ReadonlySet<string>> {
  const list = manager.list()
  if (!list.ok) return list
  const names = new Set<string>()
  for (const { name } of list.value) {
    const configuration = readServiceConfiguration(windows.registry, manager, name)
    if (configuration.ok) names.add(configuration.value.account)
    else if (configuration.failure.code !== errorCodes.serviceDoesNotExist) {
      notebook.gap(`the account of service ${name} is not known: ${describeFailure(configuration.failure)}`)
    }
  }
  return succeeded(names)
}
