import { describe, expect, it } from 'vitest'

import { accessOf, emptyDraft, type Need, needsOf, type SqlDraft } from '#renderer/sql-server/draft.ts'

describe('needsOf', () => {
  const cases: readonly (readonly [name: string, draft: Partial<SqlDraft>, password: string, needs: readonly Need[]])[] = [
    ['nothing for whoever runs the program', {}, '', []],
    ['a name', { where: 'other', other: ' ' }, '', ['other']],
    ['login and password', { kind: 'sql-login', login: ' ' }, '', ['login', 'password']],
    ['only the password', { kind: 'sql-login', login: 'audit' }, '', ['password']],
    ['an account with its domain', { kind: 'windows-account', account: 'robin' }, 'x', ['account']],
    ['a user behind the domain', { kind: 'windows-account', account: 'NORTH\\' }, 'x', ['account']],
    ['nothing more than this', { kind: 'windows-account', account: ' NORTH\\robin ' }, ' ', []],
  ]
  it.each(cases)('asks for %s', (_name, draft, password, needs) => {
    expect(needsOf({ ...emptyDraft, ...draft }, password)).toEqual(needs)
  })
})

describe('accessOf', () => {
  it('sends what was chosen and nothing that was typed for another choice', () => {
    const typed: SqlDraft = {
      where: 'all',
      known: 'A',
      other: 'B',
      kind: 'integrated',
      login: 'audit',
      account: 'N\\r',
      trustCertificate: false,
    }
    const integrated = { kind: 'integrated' }
    expect(accessOf(typed, 'secret')).toEqual({ server: null, signIn: integrated, trustCertificate: false })
    expect(accessOf({ ...typed, where: 'known' }, 'secret').server).toBe('A')
    expect(accessOf({ ...typed, where: 'other', other: ' B ' }, 'secret').server).toBe('B')
    expect(accessOf({ ...typed, kind: 'sql-login' }, ' s ').signIn).toEqual({ kind: 'sql-login', login: 'audit', password: ' s ' })
    expect(accessOf({ ...typed, kind: 'windows-account' }, 's').signIn).toEqual({ kind: 'windows-account', account: 'N\\r', password: 's' })
  })
})
