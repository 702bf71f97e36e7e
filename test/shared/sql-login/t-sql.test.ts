import { describe, expect, it } from 'vitest'

import { bracketed, commentText, isSafeInScript, literal, quotedPermission } from '#shared/sql-login/t-sql.ts'

describe('quoting', () => {
  it('doubles what would end a name or a literal', () => {
    expect(bracketed('a]b]]c[')).toBe('[a]]b]]]]c[]')
    expect(literal("O'Brien ''")).toBe("N'O''Brien '''''")
  })
  it('leaves Unicode alone', () => {
    expect(bracketed('Müller-株式')).toBe('[Müller-株式]')
    expect(literal('Müller-株式')).toBe("N'Müller-株式'")
  })
})

describe('isSafeInScript', () => {
  it.each(['a', 'a]b', "O'Brien", 'Müller', 'x y', '--', '/* x'])('takes %j', (name) => {
    expect(isSafeInScript(name)).toBe(true)
  })
  it.each(['', 'a\nGO\nDROP DATABASE x\nGO', 'a\rGO', 'a\u2028b', 'a\u2029b', 'a\u0085b', 'a\u0000b'])('refuses %j', (name) => {
    expect(isSafeInScript(name)).toBe(false)
  })
})

describe('commentText', () => {
  it('stays on one line', () => {
    expect(commentText('a\r\nGO\u2028b')).toBe('a GO b')
  })
})

describe('quotedPermission', () => {
  it.each([
    ['CONTROL SERVER', 'CONTROL SERVER'],
    [' view definition ', 'VIEW DEFINITION'],
    ['INSERT ON OBJECT::dbo.X', 'INSERT ON OBJECT::[dbo].[X]'],
    ["update on object::my schema.O'Brien]s", "UPDATE ON OBJECT::[my schema].[O'Brien]]s]"],
    ['EXECUTE ON SCHEMA::dbo', 'EXECUTE ON SCHEMA::[dbo]'],
    ['CONTROL ON DATABASE::MAS_ABC', 'CONTROL ON DATABASE::[MAS_ABC]'],
    ['EXECUTE ON TYPE::dbo.T', 'EXECUTE ON TYPE::[dbo].[T]'],
    ['IMPERSONATE ON LOGIN::sa', 'IMPERSONATE ON LOGIN::[sa]'],
    ['CONNECT ON ENDPOINT::TSQL', 'CONNECT ON ENDPOINT::[TSQL]'],
    ['ALTER ON ROLE::r', 'ALTER ON ROLE::[r]'],
    ['IMPERSONATE ON USER::u', 'IMPERSONATE ON USER::[u]'],
  ])('quotes %s', (given, expected) => {
    expect(quotedPermission(given)).toBe(expected)
  })
  it.each([
    ['a dot that may be part of a name', 'INSERT ON OBJECT::dbo.X.Y'],
    ['no schema', 'INSERT ON OBJECT::X'],
    ['an empty part', 'INSERT ON OBJECT::.X'],
    ['a kind that is not known', 'CONTROL ON ASSEMBLY::X'],
    ['a kind that every object has', 'CONTROL ON constructor::X'],
    ['a statement behind it', 'SELECT; DROP DATABASE X'],
    ['no name', ''],
    ['no thing', 'SELECT ON dbo'],
    ['a column list', 'SELECT (a) ON OBJECT::dbo.X'],
    ['a line break', 'SELECT ON OBJECT::dbo.a\nGO'],
  ])('refuses %s', (_name, given) => {
    expect(quotedPermission(given)).toBeNull()
  })
})
