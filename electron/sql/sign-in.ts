/** Who signs in to SQL Server. A password lives here and in the connection, nowhere else. */
export type SqlSignIn =
  | { readonly kind: 'sql-login'; readonly login: string; readonly password: string }
  /** NTLM with what a person typed */
  | { readonly kind: 'windows-account'; readonly domain: string; readonly user: string; readonly password: string }
  /** the account that this program runs as */
  | { readonly kind: 'integrated' }
