import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readOnlyScript } from '#shared/sql-login/read-only-script.ts'
import { sqlInstance, sqlLogin } from '../../support/builders.ts'
import { tokensOf } from '../../support/t-sql-lexer.ts'

/** Everything that would end a name, a literal or a batch, in names as people and attackers choose them. */
const awkward = fc.oneof(
  fc.constantFrom(
    ']',
    "'",
    "']",
    ']]',
    "''",
    '--',
    '/*',
    '*/',
    ';',
    'GO',
    'a]; DROP DATABASE x; --',
    "a'; DROP DATABASE x; --",
    'x\nGO\nDROP',
    'Ünïcode №',
    '漢字',
    '\u202Eevil',
    'a b',
    '"',
    '[',
    '[a].[b]',
    ' ',
    "N'x'",
    '$(x)',
    '%s',
  ),
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
)

const KEYWORDS = new Set(
  (
    'USE IF EXISTS SELECT FROM AS JOIN ON WHERE AND BEGIN END ALTER SERVER ROLE DROP ADD MEMBER PRINT REVOKE GRANT TO CREATE USER FOR LOGIN ' +
    'DATABASE AUTHORIZATION EXEC DECLARE nvarchar max QUOTENAME SUSER_SNAME sys server_role_members server_principals ' +
    'database_role_members database_principals role_principal_id principal_id member_principal_id name m r p @statement OBJECT SCHEMA CONNECT'
  ).split(' '),
)

const PERMISSIONS = ['CONNECT', 'INSERT', 'EXECUTE', 'CONTROL', 'SERVER']

interface Shape {
  readonly names: readonly string[]
  readonly words: readonly string[]
}

/** Names and words of a script, those inside of its literals that are T-SQL as well. */
function shapeOf(sql: string): Shape {
  const tokens = tokensOf(sql)
  const names = tokens.flatMap((token) => (token.kind === 'name' ? [token.value] : []))
  const words = tokens.flatMap((token) => (token.kind === 'word' ? [token.value] : []))
  const inner = tokens.flatMap((token, index) => {
    const before = tokens[index - 1]?.value
    const isCode = token.kind === 'text' && (before === 'PRINT' || (before === '(' && tokens[index - 2]?.value === 'EXEC'))
    return isCode ? [shapeOf(token.value)] : []
  })
  return { names: [...names, ...inner.flatMap((shape) => shape.names)], words: [...words, ...inner.flatMap((shape) => shape.words)] }
}

const access = fc.record({
  database: fc.oneof(awkward, fc.constantFrom('MAS_System', 'MAS_ABC', 'master', 'Payroll')),
  user: fc.oneof(awkward, fc.constantFrom('guest', 'wsp')),
  owner: fc.boolean(),
  roles: fc.array(fc.oneof(awkward, fc.constantFrom('public', 'db_datareader', 'db_owner')), { maxLength: 3 }),
  permissions: fc.array(
    fc.oneof(
      fc.constantFrom('CONNECT', 'EXECUTE'),
      awkward.map((name) => `INSERT ON OBJECT::dbo.${name}`),
      awkward.map((name) => `CONTROL ON SCHEMA::${name}`),
      awkward.map((name) => `UPDATE (${name}) ON OBJECT::dbo.x`),
      awkward.map((name) => `OWNER OF ROLE::${name}`),
    ),
    { maxLength: 3 },
  ),
  effective: fc.constant(null),
  writable: fc.constant(null),
})

describe('scripts', () => {
  it('are whole T-SQL with no statement that a name brought, whatever things are called', () => {
    fc.assert(
      fc.property(awkward, fc.array(awkward, { maxLength: 3 }), fc.array(access, { maxLength: 4 }), (name, serverRoles, databases) => {
        const login = sqlLogin(name, { serverRoles, databases })
        const instance = sqlInstance('ERP01', [login], { databases: databases.map(({ database }) => database) })
        const script = readOnlyScript({ instance, login }, ['MAS_System', 'MAS_ABC'])
        const known = new Set([
          name,
          ...serverRoles,
          ...databases.flatMap(({ database, user, roles }) => [database, user, ...roles]),
          'db_datareader',
          'master',
          'MAS_System',
          'MAS_ABC',
        ])
        for (const text of [script.fix, script.inverse]) {
          expect(text.split('\n').filter((line) => /^\s*GO\s*$/i.test(line))).toEqual([])
          const { names, words } = shapeOf(text)
          const parts = databases.flatMap(({ permissions }) => permissions)
          for (const each of names) {
            const isPartOfPermission = parts.some((permission) => permission.includes(each))
            expect(known.has(each) || [...known].some((other) => other.toLowerCase() === each.toLowerCase()) || isPartOfPermission).toBe(
              true,
            )
          }
          expect(words.filter((word) => !KEYWORDS.has(word) && !PERMISSIONS.includes(word))).toEqual([])
        }
      }),
      { numRuns: 400 },
    )
  })

  it('say why before each change', () => {
    const login = sqlLogin('wsp', { serverRoles: ['ops'], databases: [] })
    const { fix, inverse } = readOnlyScript({ instance: sqlInstance('ERP01', [login], { databases: ['MAS_System'] }), login }, [
      'MAS_System',
    ])
    for (const text of [fix, inverse]) {
      const lines = text.split('\n').slice(1)
      expect(lines.filter((_, index) => index % 3 === 0).every((line) => line.startsWith('-- '))).toBe(true)
      expect(lines.filter((_, index) => index % 3 === 1).every((line) => line.startsWith('USE ['))).toBe(true)
    }
  })

  it('of the lexer itself: what is open is an error, comments in comments are one', () => {
    for (const open of ["'a", '[a', '/* /* */', "N'a''", '[a]]']) expect(() => tokensOf(open)).toThrow()
    expect(tokensOf("/* a /* b */ c */ PRINT N'a''b' -- x\n[c]]d]")).toEqual([
      { kind: 'word', value: 'PRINT' },
      { kind: 'text', value: "a'b" },
      { kind: 'name', value: 'c]d' },
    ])
  })
})
