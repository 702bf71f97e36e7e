import type { SqlAccess } from '#shared/contract/index.ts'

export type SignInKind = SqlAccess['signIn']['kind']

/** In the order in which they are offered. */
export const signInKinds: readonly SignInKind[] = ['integrated', 'sql-login', 'windows-account']

/** What a person chose and typed; the password is never part of it. */
export interface SqlDraft {
  /** all instances of this machine, one of those that are known, or one that is typed */
  readonly where: 'all' | 'known' | 'other'
  /** name of the known instance */
  readonly known: string
  readonly other: string
  readonly kind: SignInKind
  readonly login: string
  readonly account: string
  readonly trustCertificate: boolean
}

export const emptyDraft: SqlDraft = {
  where: 'all',
  known: '',
  other: '',
  kind: 'integrated',
  login: '',
  account: '',
  trustCertificate: false,
}

/** A field without which nobody can sign in. */
export type Need = 'other' | 'login' | 'account' | 'password'

/** What is missing, in the order of the form. */
export function needsOf(draft: SqlDraft, password: string): readonly Need[] {
  const needs: Need[] = []
  if (draft.where === 'other' && draft.other.trim() === '') needs.push('other')
  if (draft.kind === 'sql-login' && draft.login.trim() === '') needs.push('login')
  if (draft.kind === 'windows-account' && !/^[^\\]+\\[^\\]+$/.test(draft.account.trim())) needs.push('account')
  if (draft.kind !== 'integrated' && password === '') needs.push('password')
  return needs
}

/** What is asked of the core. */
export function accessOf(draft: SqlDraft, password: string): SqlAccess {
  return {
    server: draft.where === 'all' ? null : (draft.where === 'known' ? draft.known : draft.other).trim(),
    signIn: signInOf(draft, password),
    trustCertificate: draft.trustCertificate,
  }
}

function signInOf({ kind, login, account }: SqlDraft, password: string): SqlAccess['signIn'] {
  switch (kind) {
    case 'integrated':
      return { kind }
    case 'sql-login':
      return { kind, login: login.trim(), password }
    case 'windows-account':
      return { kind, account: account.trim(), password }
  }
}
