import { parseServerName } from '../sql/server-name.ts'

export type { SqlRequest } from '../sql/request.ts'

/** Longest name that SQL Server takes for a login, and Windows for an account with its domain. */
const LONGEST_NAME = 256

/** Who signs in by a password, before it is known. */
export type SqlUser =
  | { readonly kind: 'sql-login'; readonly login: string }
  | { readonly kind: 'windows-account'; readonly domain: string; readonly user: string }

/** Whether a text names a server: `HOST`, `HOST\INSTANCE` or `HOST,PORT`. */
export function isServerName(text: string): boolean {
  return parseServerName(text) !== null
}

/** Reads whom a person named; null: it is no name. No SQL login holds a backslash, so `DOMAIN\user` is a Windows account. */
export function sqlUserNamed(text: string): SqlUser | null {
  const name = text.trim()
  if (name === '' || name.length > LONGEST_NAME || /\p{Cc}/u.test(name)) return null
  const [domain = '', user, ...more] = name.split('\\')
  if (user === undefined) return { kind: 'sql-login', login: name }
  if (domain === '' || user === '' || more.length > 0) return null
  // NTLM knows no dot: an account without a domain is one of the server itself.
  return { kind: 'windows-account', domain: domain === '.' ? '' : domain, user }
}
