import type { SqlAccess, StoredSqlLogins } from '#shared/contract/index.ts'

export type SignInKind = SqlAccess['signIn']['kind']

/** In the order in which they are offered. */
const signInKinds: readonly SignInKind[] = ['integrated', 'stored', 'sql-login', 'windows-account']

type StoredLogin = Extract<StoredSqlLogins, { kind: 'stored' }>['logins'][number]

/** What a person chose and typed; the password is never part of it. */
export interface SqlDraft {
  /** all instances of this machine, one of those that are known, or one that is typed */
  readonly where: 'all' | 'known' | 'other'
  /** name of the known instance */
  readonly known: string
  readonly other: string
  readonly kind: SignInKind
  readonly login: string
  /** the login among those whose password is stored */
  readonly stored: string
  readonly account: string
  /** the password that is typed goes into the keychain, once it was accepted */
  readonly keep: boolean
  readonly trustCertificate: boolean
}

export const emptyDraft: SqlDraft = {
  where: 'all',
  known: '',
  other: '',
  kind: 'integrated',
  login: '',
  stored: '',
  account: '',
  keep: false,
  trustCertificate: false,
}

/** Names by which people call the machine that they sit at. */
const THIS_MACHINE = /^(?:\.|\(local\)|localhost|127\.0\.0\.1)(?=$|[\\,])/i

/** Logins whose password is stored for the SQL Server that was chosen, each once. */
export function storedLoginsFor(draft: SqlDraft, stored: readonly StoredLogin[], machine: string): readonly string[] {
  const plainName = (name: string): string => name.trim().replace(THIS_MACHINE, machine).toLowerCase()
  const server = serverOf(draft)
  const fitting = stored.filter(({ instance, isHere }) => (server === null ? isHere : plainName(instance) === plainName(server)))
  return [...new Set(fitting.map(({ login }) => login))]
}

/** What can be chosen: a browser takes no password, and a stored one has to be there. */
export function kindsOf(inBrowser: boolean, storedLogins: readonly string[]): readonly SignInKind[] {
  return signInKinds.filter((kind) => (kind === 'stored' ? storedLogins.length > 0 : kind === 'integrated' || !inBrowser))
}

/** The draft as it can be sent: what cannot be chosen here is not chosen, whatever was before. */
export function possibleDraft(draft: SqlDraft, inBrowser: boolean, storedLogins: readonly string[]): SqlDraft {
  const kind = kindsOf(inBrowser, storedLogins).includes(draft.kind) ? draft.kind : 'integrated'
  const stored = storedLogins.includes(draft.stored) ? draft.stored : (storedLogins[0] ?? '')
  return { ...draft, kind, stored }
}

/** A field without which nobody can sign in. */
export type Need = 'other' | 'login' | 'account' | 'password'

/** What is missing, in the order of the form. */
export function needsOf(draft: SqlDraft, password: string): readonly Need[] {
  const needs: Need[] = []
  if (draft.where === 'other' && draft.other.trim() === '') needs.push('other')
  if (draft.kind === 'sql-login' && draft.login.trim() === '') needs.push('login')
  if (draft.kind === 'windows-account' && !/^[^\\]+\\[^\\]+$/.test(draft.account.trim())) needs.push('account')
  if (takesPassword(draft.kind) && password === '') needs.push('password')
  return needs
}

export const takesPassword = (kind: SignInKind): boolean => kind === 'sql-login' || kind === 'windows-account'

/** What is asked of the core. */
export function accessOf(draft: SqlDraft, password: string): SqlAccess {
  return {
    server: serverOf(draft),
    signIn: signInOf(draft, password),
    trustCertificate: draft.trustCertificate,
  }
}

/** Null: all instances of this machine. */
function serverOf({ where, known, other }: SqlDraft): string | null {
  return where === 'all' ? null : (where === 'known' ? known : other).trim()
}

function signInOf({ kind, login, stored, account, keep }: SqlDraft, password: string): SqlAccess['signIn'] {
  switch (kind) {
    case 'integrated':
      return { kind }
    case 'sql-login':
      return { kind, login: login.trim(), password, ...(keep ? { keep } : {}) }
    case 'stored':
      return { kind, login: stored }
    case 'windows-account':
      return { kind, account: account.trim(), password }
  }
}
