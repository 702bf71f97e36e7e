import { type AccountSignIn, createAccountSignIn } from '../../win32/account-sign-in.ts'
import { createDomainAccounts, type DomainAccount, type DomainAccounts } from '../../win32/domain-accounts.ts'
import type { NativeAccess } from '../../win32/library.ts'
import { succeeded, type Win32Result } from '../../win32/result.ts'
import { windowsCode } from './account-codes.ts'
import { ageOf, signInOnce } from './account-sign-in.ts'
import type { AccountHands } from './accounts.ts'
import { notDone } from './acted.ts'

/**
 * Looks at accounts of domains, each by its full name, and signs in as one; a domain is never written to.
 *
 * A sign-in is tried only where the controller that leads the domain told of the account just before: without a controller Windows lets
 * a service in with the password that it remembers, which proves nothing.
 */
export type DomainAccountHands = Pick<AccountHands, 'exists' | 'passwordAge' | 'signIn'>

export interface DomainAccountPorts {
  readonly accounts: Pick<DomainAccounts, 'place' | 'account'>
  readonly logOn: AccountSignIn
}

export function openDomainAccountHands(native: NativeAccess): DomainAccountHands {
  return createDomainAccountHands({ accounts: createDomainAccounts(native), logOn: createAccountSignIn(native) })
}

export function createDomainAccountHands({ accounts, logOn }: DomainAccountPorts): DomainAccountHands {
  const look = async (name: string): Promise<Win32Result<DomainAccount | null>> => {
    const place = await accounts.place(name)
    if (!place.ok) return place
    return place.value === null ? succeeded(null) : await accounts.account(place.value)
  }
  return {
    exists: async (name) => {
      const found = await look(name)
      return found.ok ? found.value !== null : null
    },
    passwordAge: async (name) => {
      const found = await look(name)
      return found.ok && found.value !== null ? ageOf(found.value) : null
    },
    signIn: async (name, password, kind) => {
      const found = await look(name)
      if (!found.ok) return notDone(windowsCode(found.failure.code))
      const [domain, user] = signInName(name)
      return await signInOnce(found.value, () => password.useUntil((text) => logOn.signIn(domain, user, text, kind)))
    },
  }
}

/** As LogonUserW wants it: a user principal name is whole, and has no domain beside it. */
function signInName(name: string): readonly [domain: string | null, user: string] {
  const at = name.indexOf('\\')
  return at === -1 ? [null, name] : [name.slice(0, at), name.slice(at + 1)]
}
