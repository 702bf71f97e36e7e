import type { ServerName } from './account-changes.ts'
import { decodeExpiry } from './account-expiry.ts'
import { type AccountLookup, createAccountLookup } from './accounts.ts'
import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { createNetBuffers, textBehind } from './net-buffers.ts'
import { errorCodes, succeeded, type Win32Result } from './result.ts'
import type { SlowFunction } from './slow-calls.ts'
import { decodeUser, type UserAccount } from './user-accounts.ts'

/** Where a domain keeps an account. */
export interface DomainPlace {
  /** the controller that leads the domain */
  readonly controller: ServerName
  /** the name that the account has in the database there */
  readonly user: string
}

export interface DomainAccount extends UserAccount {
  /** seconds since 1970 at which it can no longer sign in; null: never */
  readonly expiresSeconds: number | null
}

/**
 * Looks at accounts of domains, where the controllers that lead them keep them; nothing is ever written there.
 *
 * Every controller counts wrong passwords for itself and passes them on to the one that leads, which learns of new passwords first as well.
 * Each question may take as long as the network lets it.
 */
export interface DomainAccounts {
  /** By `DOMAIN\name` or `name@domain`; null: nobody has the name. */
  place(name: string): Promise<Win32Result<DomainPlace | null>>
  /** Null: the domain has no such account. */
  account(place: DomainPlace): Promise<Win32Result<DomainAccount | null>>
  /** Failed sign-ins at which the policy of the whole domain locks an account; 0: never. A fine-grained policy may give it another one. */
  lockoutThreshold(place: DomainPlace): Promise<Win32Result<number>>
}

/** DS_PDC_REQUIRED of dsgetdc.h. */
const LEADING_CONTROLLER = 0x80

export function createDomainAccounts(native: NativeAccess): DomainAccounts {
  const buffers = createNetBuffers(native)
  const names = createAccountLookup(native)
  const bind = (declaration: string): SlowFunction => native.bindSlow('netapi32.dll', declaration, 'status')
  const getController = bind(
    'uint32_t __stdcall DsGetDcNameW(str16 computer, str16 domain, void *domainGuid, str16 site, uint32_t flags, _Out_ uintptr_t *information)',
  )
  const getInformation = bind('uint32_t __stdcall NetUserGetInfo(str16 server, str16 name, uint32_t level, _Out_ uintptr_t *buffer)')
  const getModals = bind('uint32_t __stdcall NetUserModalsGet(str16 server, uint32_t level, _Out_ uintptr_t *buffer)')
  return {
    place: async (name) => {
      const full = fullName(names, name)
      if (!full.ok) return full
      const [domain, user] = partsOf(full.value ?? '')
      if (domain === '' || user === '') return succeeded(null)
      const controller = await buffers.takeSlow(
        { function: 'DsGetDcNameW', subject: domain, bytes: layouts.DOMAIN_CONTROLLER_INFOW.size },
        (buffer) => getController(null, domain, null, null, LEADING_CONTROLLER, buffer),
        (bytes) => serverName(textBehind(native, bytes, layouts.DOMAIN_CONTROLLER_INFOW.DomainControllerName)),
      )
      return controller.ok ? succeeded({ controller: controller.value, user }) : controller
    },
    account: async ({ controller, user }) => {
      const found = await buffers.takeSlow(
        { function: 'NetUserGetInfo', subject: user, bytes: layouts.USER_INFO_4.size },
        (buffer) => getInformation(controller, user, 4, buffer),
        (bytes): DomainAccount | null => {
          const account = decodeUser(native, bytes)
          return account === null ? null : { ...account, expiresSeconds: decodeExpiry(bytes) }
        },
      )
      return !found.ok && found.failure.code === errorCodes.userNotFound ? succeeded(null) : found
    },
    lockoutThreshold: ({ controller }) =>
      buffers.takeSlow(
        { function: 'NetUserModalsGet', subject: controller, bytes: layouts.USER_MODALS_INFO_3.size },
        (buffer) => getModals(controller, 3, buffer),
        (bytes) => bytes.readUInt32LE(layouts.USER_MODALS_INFO_3.usrmod3_lockout_threshold),
      ),
  }
}

/** Null: no name of a computer. A call that got none would ask this machine instead. */
function serverName(name: string): ServerName | null {
  return /^\\\\[^\\]+$/.test(name) ? (name as ServerName) : null
}

/** What follows the sign of a user principal name need not be a domain, so Windows says whose it is. */
function fullName(names: AccountLookup, name: string): Win32Result<string | null> {
  if (name.includes('\\') || !name.includes('@')) return succeeded(name)
  const sid = names.sidOf(name)
  return sid.ok && sid.value !== null ? names.nameOf(sid.value) : sid
}

function partsOf(name: string): readonly [domain: string, user: string] {
  const at = name.indexOf('\\')
  return at === -1 ? ['', name] : [name.slice(0, at), name.slice(at + 1)]
}
