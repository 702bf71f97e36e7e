import type { SqlSignIn } from './sign-in.ts'

/** What somebody wants to be read of SQL Server. It may hold a password: it is kept nowhere. */
export interface SqlRequest {
  /** `HOST`, `HOST\INSTANCE` or `HOST,PORT`; null: the instances of this machine */
  readonly server: string | null
  readonly signIn: SqlSignIn
  /** A person decided to take a certificate that nobody vouches for. */
  readonly trustCertificate: boolean
}
