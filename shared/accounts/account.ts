/**
 * Identity of a Windows account on this server.
 *
 * `local` also stands for the domain's accounts on a domain controller. `exists` is told for local accounts only:
 * undefined where `local-users` was not collected, or where nobody asked the domain for the account.
 */
export interface Account {
  /** as the service, fact or profile spells it */
  readonly name: string
  /** canonical lower-case form: two spellings of one account share it */
  readonly key: string
  readonly sid: string | null
  readonly kind: 'built-in' | 'virtual' | 'managed' | 'local' | 'domain'
  readonly exists?: boolean | undefined
}

/** Kinds that have no password of their own: Windows keeps it, and nobody can sign in with it. */
export function hasOwnPassword(account: Account): boolean {
  return account.kind === 'local' || account.kind === 'domain'
}
