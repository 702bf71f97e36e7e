import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { loginQuestions, userQuestion } from '#electron/rotation/server/sql-login-questions.ts'
import {
  createLoginStatement,
  disableLoginStatement,
  dropLoginStatement,
  dropUserBatch,
  nameFault,
  passwordFault,
  readOnlyUserBatch,
  setPasswordStatement,
  sidOf,
} from '#electron/rotation/server/sql-statements.ts'
import { type SqlToken, tokensOf } from '../../../support/t-sql-lexer.ts'

/** Everything that would end a name, a literal, a comment or a batch. */
const pieces = [
  ']',
  "'",
  '[',
  '"',
  '--',
  '/*',
  '*/',
  ';',
  '\\',
  '\n',
  '\r',
  '\0',
  'GO',
  '漢',
  '№',
  '😀',
  '\u2028',
  ' ',
  'a',
  'N',
  '$(x)',
  '%s',
]
const awkward = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ minLength: 1, maxLength: 3 })), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''))

const names = awkward.filter((name) => nameFault(name) === null)
const passwords = awkward.filter((password) => passwordFault(password) === null)

/** Each token as `kind:value`; the words in capitals. */
const shape = (sql: string): readonly string[] =>
  tokensOf(sql).map(({ kind, value }: SqlToken) => `${kind}:${kind === 'word' ? value.toUpperCase() : value}`)

const words = (text: string): readonly string[] => text.split(' ').map((word) => `word:${word}`)
const sign = (value: string): string => `sign:${value}`
const name = (value: string): string => `name:${value}`

/** What a procedure of a database is asked to run. */
function innerOf(sql: string, database: string): string {
  const tokens = tokensOf(sql)
  const inner = tokens[6]?.value ?? ''
  expect(shape(sql)).toEqual([
    'word:EXECUTE',
    name(database),
    sign('.'),
    'word:SYS',
    sign('.'),
    'word:SP_EXECUTESQL',
    `text:${inner}`,
    sign(';'),
  ])
  return inner
}

const SID = sidOf('run', 'login')

describe('a statement that changes a login', () => {
  it('holds the password as it is, and nothing that was not meant', () => {
    fc.assert(
      fc.property(names, passwords, (login, password) => {
        expect(shape(setPasswordStatement(login, password))).toEqual([
          ...words('ALTER LOGIN'),
          name(login),
          ...words('WITH PASSWORD'),
          sign('='),
          `text:${password}`,
          sign(';'),
        ])
        expect(shape(createLoginStatement(login, password, SID))).toEqual([
          ...words('CREATE LOGIN'),
          name(login),
          ...words('WITH PASSWORD'),
          sign('='),
          `text:${password}`,
          ...[sign(','), 'word:SID', sign('='), `number:${SID}`],
          ...[sign(','), 'word:CHECK_EXPIRATION', sign('='), 'word:OFF'],
          ...[sign(','), 'word:CHECK_POLICY', sign('='), 'word:ON', sign(';')],
        ])
      }),
    )
  })

  it('names one login and nothing else', () => {
    fc.assert(
      fc.property(names, (login) => {
        expect(shape(disableLoginStatement(login))).toEqual([...words('ALTER LOGIN'), name(login), 'word:DISABLE', sign(';')])
        expect(shape(dropLoginStatement(login))).toEqual([...words('DROP LOGIN'), name(login), sign(';')])
      }),
    )
  })
})

describe('a batch for a database', () => {
  it('makes a user, or takes one that is there, and gives the role for reading alone', () => {
    fc.assert(
      fc.property(names, names, fc.option(names), (database, login, user) => {
        const created = [...words('CREATE USER'), name(login), ...words('FOR LOGIN'), name(login), sign(';')]
        expect(shape(innerOf(readOnlyUserBatch(database, login, user), database))).toEqual([
          ...[...words('SET XACT_ABORT ON'), sign(';'), ...words('BEGIN TRANSACTION'), sign(';')],
          ...(user === null ? created : []),
          ...[...words('ALTER ROLE'), name('db_datareader'), ...words('ADD MEMBER'), name(user ?? login), sign(';')],
          ...[...words('COMMIT TRANSACTION'), sign(';')],
        ])
      }),
    )
  })

  it('removes one user and nothing else', () => {
    fc.assert(
      fc.property(names, names, (database, user) => {
        expect(shape(innerOf(dropUserBatch(database, user), database))).toEqual([...words('DROP USER'), name(user), sign(';')])
      }),
    )
  })
})

describe('what is taken into a statement', () => {
  it.each([
    ['a line break behind a backslash', 'a\\\nb'],
    ['a zero', 'a\0b'],
    ['half a character', '\uDE00'],
    ['nothing', ''],
  ])('is never %s', (_name, text) => {
    expect(nameFault('fine', text)).toBe('sql-name-characters')
    expect(passwordFault(text)).not.toBeNull()
  })

  it('is whatever else people write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), (text) => {
        const isPlain = !/[\p{Cc}\u2028\u2029]/u.test(text) && text.isWellFormed()
        expect(nameFault(text) === null).toBe(isPlain)
      }),
    )
  })
})

describe('the SID of a new login', () => {
  it('is of the size that SQL Server wants, the same for each try and another one for each change and login', () => {
    const sids = [sidOf('one', 'a'), sidOf('one', 'b'), sidOf('two', 'a'), sidOf('one\0a', ''), sidOf('one', 'A')]
    expect(sidOf('one', 'a')).toBe(sids[0])
    expect(new Set(sids).size).toBe(sids.length)
    for (const sid of sids) expect(sid).toMatch(/^0x[0-9A-F]{32}$/)
  })
})

describe('questions around a change', () => {
  const asked = { ...loginQuestions, user: userQuestion("Brien's ]data; DROP DATABASE x") }
  const CHANGING = 'INSERT UPDATE DELETE MERGE ALTER CREATE DROP GRANT REVOKE DENY EXEC EXECUTE INTO SET'.split(' ')

  it.each(Object.entries(asked))('%s changes nothing', (_name, text) => {
    const tokens = tokensOf(text)
    const said = tokens.flatMap(({ kind, value }) => (kind === 'word' ? [value.toUpperCase()] : []))
    expect(said[0]).toBe('SELECT')
    expect(said.filter((word) => CHANGING.includes(word))).toEqual([])
    expect(tokens.some(({ kind, value }) => kind === 'sign' && value === ';')).toBe(false)
  })

  it('ask for no hash of a password', () => {
    expect(Object.values(asked).join('\n')).not.toMatch(/password_hash|PasswordHash|PWDCOMPARE/i)
  })
})
