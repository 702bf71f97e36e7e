import { describe, expect, it } from 'vitest'

import {
  accessOf,
  emptyDraft,
  kindsOf,
  type Need,
  needsOf,
  possibleDraft,
  type SqlDraft,
  storedLoginsFor,
} from '#renderer/sql-server/draft.ts'

describe('needsOf', () => {
  const cases: readonly (readonly [name: string, draft: Partial<SqlDraft>, password: string, needs: readonly Need[]])[] = [
    ['nothing for whoever runs the program', {}, '', []],
    ['a name', { where: 'other', other: ' ' }, '', ['other']],
    ['login and password', { kind: 'sql-login', login: ' ' }, '', ['login', 'password']],
    ['only the password', { kind: 'sql-login', login: 'audit' }, '', ['password']],
    ['an account with its domain', { kind: 'windows-account', account: 'robin' }, 'x', ['account']],
    ['a user behind the domain', { kind: 'windows-account', account: 'NORTH\\' }, 'x', ['account']],
    ['no password that is stored', { kind: 'stored', stored: 'audit' }, '', []],
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
      stored: 'auditor',
      account: 'N\\r',
      keep: false,
      trustCertificate: false,
    }
    const integrated = { kind: 'integrated' }
    expect(accessOf(typed, 'secret')).toEqual({ server: null, signIn: integrated, trustCertificate: false })
    expect(accessOf({ ...typed, where: 'known' }, 'secret').server).toBe('A')
    expect(accessOf({ ...typed, where: 'other', other: ' B ' }, 'secret').server).toBe('B')
    expect(accessOf({ ...typed, kind: 'sql-login' }, ' s ').signIn).toEqual({ kind: 'sql-login', login: 'audit', password: ' s ' })
    expect(accessOf({ ...typed, kind: 'windows-account' }, 's').signIn).toEqual({ kind: 'windows-account', account: 'N\\r', password: 's' })
  })

  it('sends no password with a login whose password is stored, and says what is to be kept only for one that is typed', () => {
    const draft: SqlDraft = { ...emptyDraft, login: 'audit', stored: 'auditor', account: 'N\\r', keep: true }
    const sent = (kind: SqlDraft['kind']) => accessOf({ ...draft, kind }, 's').signIn
    expect(sent('stored')).toEqual({ kind: 'stored', login: 'auditor' })
    expect(sent('sql-login')).toEqual({ kind: 'sql-login', login: 'audit', password: 's', keep: true })
    expect(sent('windows-account')).toEqual({ kind: 'windows-account', account: 'N\\r', password: 's' })
  })
})

describe('storedLoginsFor', () => {
  const stored = [
    { instance: 'ERP01\\SAGE', login: 'audit', isHere: true },
    { instance: 'ERP01', login: 'audit', isHere: true },
    { instance: 'ERP01,1500', login: 'sync', isHere: true },
    { instance: 'ERP02\\SAGE', login: 'other', isHere: false },
  ]
  const cases: readonly (readonly [name: string, draft: Partial<SqlDraft>, expected: readonly string[]])[] = [
    ['all of this machine, each login once', {}, ['audit', 'sync']],
    ['a known instance', { where: 'known', known: 'erp01\\sage' }, ['audit']],
    ['one that is typed', { where: 'other', other: ' erp02\\sage ' }, ['other']],
    ['this machine by another of its names', { where: 'other', other: 'localhost\\SAGE' }, ['audit']],
    ['a port of this machine', { where: 'other', other: '127.0.0.1,1500' }, ['sync']],
    ['none of another instance', { where: 'other', other: 'ERP01\\OTHER' }, []],
    ['none of a server whose name begins alike', { where: 'other', other: 'localhostess' }, []],
    ['none before a name is typed', { where: 'other', other: '' }, []],
  ]
  it.each(cases)('has those of %s', (_name, draft, expected) => {
    expect(storedLoginsFor({ ...emptyDraft, ...draft }, stored, 'ERP01')).toEqual(expected)
  })
})

describe('possibleDraft', () => {
  it('offers what the host takes and the keychain has', () => {
    expect(kindsOf(false, [])).toEqual(['integrated', 'sql-login', 'windows-account'])
    expect(kindsOf(false, ['audit'])).toEqual(['integrated', 'stored', 'sql-login', 'windows-account'])
    expect(kindsOf(true, [])).toEqual(['integrated'])
    expect(kindsOf(true, ['audit'])).toEqual(['integrated', 'stored'])
  })

  const cases: readonly (readonly [name: string, draft: Partial<SqlDraft>, inBrowser: boolean, logins: string[], expected: object])[] = [
    ['keeps a stored login', { kind: 'stored', stored: 'b' }, true, ['a', 'b'], { kind: 'stored', stored: 'b' }],
    ['takes the first one where another server has no such login', { kind: 'stored', stored: 'c' }, false, ['a'], { stored: 'a' }],
    ['falls back where nothing is stored', { kind: 'stored', stored: 'a' }, false, [], { kind: 'integrated', stored: '' }],
    ['falls back where a browser takes no password', { kind: 'sql-login' }, true, ['a'], { kind: 'integrated' }],
  ]
  it.each(cases)('%s', (_name, draft, inBrowser, logins, expected) => {
    expect(possibleDraft({ ...emptyDraft, ...draft }, inBrowser, logins)).toMatchObject(expected)
  })
})
