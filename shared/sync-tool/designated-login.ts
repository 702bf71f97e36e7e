import type { Account } from '../accounts/account.ts'
import type { CredentialRecord } from '../formats/answers.ts'

/** A login that a sync tool uses, with the newest record of its password. */
export interface DesignatedLogin {
  readonly kind: 'windows' | 'erp' | 'sql-server'
  /** as the profile or the service spells it */
  readonly login: string
  /** the Windows account, for kind windows */
  readonly account?: Account | undefined
  /** false: built-in, virtual, managed or Windows-authenticated – kept by Windows, counts as Best */
  readonly hasOwnPassword: boolean
  /** a local account that `local-users` does not contain */
  readonly missing: boolean
  readonly record: CredentialRecord | undefined
}
