import { describe, expect, it } from 'vitest'

import type { DatabaseAccess, FoundLogin, Login } from '#shared/sql-login/login.ts'
import { readOnlyScript } from '#shared/sql-login/read-only-script.ts'
import { sqlInstance, sqlLogin } from '../../support/builders.ts'

const access = (database: string, more: Partial<DatabaseAccess> = {}): DatabaseAccess => ({
  database,
  user: 'wsp_user',
  owner: false,
  roles: ['public', 'db_datareader'],
  permissions: [],
  effective: null,
  writable: null,
  ...more,
})
const found = (databases: readonly DatabaseAccess[], more: Partial<Login> = {}): FoundLogin => ({
  instance: sqlInstance('ERP01', [], { databases: ['master', 'msdb', 'MAS_System', 'MAS_ABC', 'MAS_XYZ', 'Payroll'] }),
  login: sqlLogin('wsp', { databases, ...more }),
})
const required = ['MAS_System', 'mas_abc', 'MAS_NotHere']
const good = [access('MAS_System'), access('MAS_ABC')]
const bodyOf = (text: string): string[] => text.split('\n').slice(1)
const direct = (kind: 'server' | 'database', role: string, member: string, statement: string): string =>
  `IF EXISTS (SELECT 1 FROM sys.${kind}_role_members AS m JOIN sys.${kind}_principals AS r ON r.principal_id = m.role_principal_id ` +
  `JOIN sys.${kind}_principals AS p ON p.principal_id = m.member_principal_id WHERE r.name = N'${role}' AND p.name = N'${member}') ` +
  `BEGIN ${statement} PRINT N'${statement}'; END`

describe('readOnlyScript', () => {
  it('changes nothing where the login is read-only', () => {
    expect(readOnlyScript(found(good), required)).toEqual({
      fix: '-- ERP01: wsp',
      inverse: '-- ERP01: wsp, back to what it was: leave out what the other script did not change',
    })
  })

  const cases: readonly (readonly [name: string, given: FoundLogin, fix: readonly string[], inverse: readonly string[]])[] = [
    [
      'takes server roles away',
      found(good, { serverRoles: ['Public', 'sysadmin'] }),
      [
        '-- master: server role sysadmin',
        'USE [master];',
        direct('server', 'sysadmin', 'wsp', 'ALTER SERVER ROLE [sysadmin] DROP MEMBER [wsp];'),
      ],
      ['-- master: server role sysadmin', 'USE [master];', 'ALTER SERVER ROLE [sysadmin] ADD MEMBER [wsp];'],
    ],
    [
      'takes server permissions away',
      found(good, { serverPermissions: ['CONNECT SQL', 'CONTROL SERVER'] }),
      ['-- master: server permission CONTROL SERVER', 'USE [master];', 'REVOKE CONTROL SERVER FROM [wsp];'],
      ['-- master: server permission CONTROL SERVER', 'USE [master];', 'GRANT CONTROL SERVER TO [wsp];'],
    ],
    [
      'takes roles away',
      found([access('MAS_System'), access('MAS_ABC', { roles: ['PUBLIC', 'DB_datareader', 'db_denydatawriter', 'db_datawriter'] })]),
      [
        '-- MAS_ABC: role db_datawriter',
        'USE [MAS_ABC];',
        direct('database', 'db_datawriter', 'wsp_user', 'ALTER ROLE [db_datawriter] DROP MEMBER [wsp_user];'),
      ],
      ['-- MAS_ABC: role db_datawriter', 'USE [MAS_ABC];', 'ALTER ROLE [db_datawriter] ADD MEMBER [wsp_user];'],
    ],
    [
      'takes grants away',
      found([access('MAS_System'), access('MAS_ABC', { permissions: ['connect', 'INSERT ON OBJECT::dbo.X'] })]),
      ['-- MAS_ABC: granted INSERT ON OBJECT::dbo.X', 'USE [MAS_ABC];', 'REVOKE INSERT ON OBJECT::[dbo].[X] FROM [wsp_user];'],
      ['-- MAS_ABC: granted INSERT ON OBJECT::dbo.X', 'USE [MAS_ABC];', 'GRANT INSERT ON OBJECT::[dbo].[X] TO [wsp_user];'],
    ],
    [
      'leaves a grant that it cannot read to a person',
      found([access('MAS_System'), access('MAS_ABC', { permissions: ['INSERT ON OBJECT::a.b.c'] })]),
      ['-- MAS_ABC: granted INSERT ON OBJECT::a.b.c (by hand)'],
      ['-- MAS_ABC: granted INSERT ON OBJECT::a.b.c (by hand)'],
    ],
    [
      'adds the reader role',
      found([access('MAS_System'), access('MAS_ABC', { roles: ['public'] })]),
      ['-- MAS_ABC: no db_datareader', 'USE [MAS_ABC];', 'ALTER ROLE [db_datareader] ADD MEMBER [wsp_user];'],
      ['-- MAS_ABC: no db_datareader', 'USE [MAS_ABC];', 'ALTER ROLE [db_datareader] DROP MEMBER [wsp_user];'],
    ],
    [
      'adds no reader role where it is not needed',
      found([...good, access('MAS_XYZ', { roles: ['public'] }), access('Master', { roles: ['public'] })]),
      [],
      [],
    ],
    [
      'maps it where it is needed',
      found([access('mas_system')]),
      ['-- mas_abc: not mapped', 'USE [mas_abc];', 'CREATE USER [wsp] FOR LOGIN [wsp]; ALTER ROLE [db_datareader] ADD MEMBER [wsp];'],
      ['-- mas_abc: not mapped', 'USE [mas_abc];', 'DROP USER [wsp];'],
    ],
    [
      'gives the database to the administrator, then maps',
      found([access('MAS_System'), access('MAS_ABC', { owner: true, user: 'dbo', roles: ['public', 'db_owner'] })]),
      [
        '-- MAS_ABC: owner',
        'USE [MAS_ABC];',
        "EXEC (N'DECLARE @statement nvarchar(max) = N''ALTER AUTHORIZATION ON DATABASE::[MAS_ABC] TO '' + QUOTENAME(SUSER_SNAME(0x01)); EXEC (@statement);');",
        '-- MAS_ABC: not mapped',
        'USE [MAS_ABC];',
        'CREATE USER [wsp] FOR LOGIN [wsp]; ALTER ROLE [db_datareader] ADD MEMBER [wsp];',
      ],
      [
        '-- MAS_ABC: not mapped',
        'USE [MAS_ABC];',
        'DROP USER [wsp];',
        '-- MAS_ABC: owner',
        'USE [MAS_ABC];',
        'ALTER AUTHORIZATION ON DATABASE::[MAS_ABC] TO [wsp];',
      ],
    ],
    [
      'gives another database to the administrator and maps nothing',
      found([...good, access('Payroll', { owner: true })]),
      [
        '-- Payroll: owner',
        'USE [Payroll];',
        "EXEC (N'DECLARE @statement nvarchar(max) = N''ALTER AUTHORIZATION ON DATABASE::[Payroll] TO '' + QUOTENAME(SUSER_SNAME(0x01)); EXEC (@statement);');",
      ],
      ['-- Payroll: owner', 'USE [Payroll];', 'ALTER AUTHORIZATION ON DATABASE::[Payroll] TO [wsp];'],
    ],
    [
      'removes it from databases of something else, with the way back',
      found([
        ...good,
        access('Payroll', { roles: ['PUBLIC', 'db_datareader', 'own'], permissions: ['CONNECT', 'EXECUTE', 'INSERT ON OBJECT::a.b.c'] }),
      ]),
      ['-- Payroll: mapped, but no database of Sage 100', 'USE [Payroll];', 'DROP USER [wsp_user];'],
      [
        '-- Payroll: mapped, but no database of Sage 100',
        'USE [Payroll];',
        'CREATE USER [wsp_user] FOR LOGIN [wsp]; ALTER ROLE [db_datareader] ADD MEMBER [wsp_user]; ALTER ROLE [own] ADD MEMBER [wsp_user]; ' +
          'GRANT CONNECT TO [wsp_user]; GRANT EXECUTE TO [wsp_user];',
      ],
    ],
    [
      'leaves the way in for everybody to a person, and maps where it has to be a user of its own',
      found([
        access('MAS_System'),
        access('MAS_ABC', { user: 'guest', roles: ['public'] }),
        access('Payroll', { user: 'Guest', roles: ['public'] }),
        access('master', { user: 'guest', roles: ['public'] }),
      ]),
      [
        '-- MAS_ABC: guest may enter, and with it every login: REVOKE CONNECT FROM [guest] if nobody needs that (by hand)',
        '-- MAS_ABC: not mapped',
        'USE [MAS_ABC];',
        'CREATE USER [wsp] FOR LOGIN [wsp]; ALTER ROLE [db_datareader] ADD MEMBER [wsp];',
        '-- Payroll: guest may enter, and with it every login: REVOKE CONNECT FROM [guest] if nobody needs that (by hand)',
      ],
      [
        '-- Payroll: guest may enter, and with it every login: REVOKE CONNECT FROM [guest] if nobody needs that (by hand)',
        '-- MAS_ABC: not mapped',
        'USE [MAS_ABC];',
        'DROP USER [wsp];',
        '-- MAS_ABC: guest may enter, and with it every login: REVOKE CONNECT FROM [guest] if nobody needs that (by hand)',
      ],
    ],
    [
      'takes roles away in another company and in those of SQL Server',
      found([...good, access('mas_xyz', { roles: ['own'] }), access('MSDB', { roles: ['own'] })]),
      [
        '-- mas_xyz: role own',
        'USE [mas_xyz];',
        direct('database', 'own', 'wsp_user', 'ALTER ROLE [own] DROP MEMBER [wsp_user];'),
        '-- MSDB: role own',
        'USE [MSDB];',
        direct('database', 'own', 'wsp_user', 'ALTER ROLE [own] DROP MEMBER [wsp_user];'),
      ],
      [
        '-- MSDB: role own',
        'USE [MSDB];',
        'ALTER ROLE [own] ADD MEMBER [wsp_user];',
        '-- mas_xyz: role own',
        'USE [mas_xyz];',
        'ALTER ROLE [own] ADD MEMBER [wsp_user];',
      ],
    ],
  ]
  it.each(cases)('%s', (_name, given, fix, inverse) => {
    const script = readOnlyScript(given, required)
    expect(bodyOf(script.fix)).toEqual(fix)
    expect(bodyOf(script.inverse)).toEqual(inverse)
  })

  it('survives brackets, quotes and Unicode in names', () => {
    const { fix } = readOnlyScript(
      found([access('MAS_System'), access('MAS_ABC', { user: "Ü]'", roles: ["r]'", 'db_datareader'] })]),
      required,
    )
    expect(fix).toContain("r.name = N'r]''' AND p.name = N'Ü]'''")
    expect(fix).toContain("ALTER ROLE [r]]'] DROP MEMBER [Ü]]'];")
    expect(fix).toContain("PRINT N'ALTER ROLE [r]]''] DROP MEMBER [Ü]]''];'")
  })

  it('doubles the quotes of an owned database twice, for it stands in a literal of a literal', () => {
    const { fix } = readOnlyScript(found([access("a'b", { owner: true })]), [])
    expect(fix).toContain("N''ALTER AUTHORIZATION ON DATABASE::[a''''b] TO ''")
  })

  it('leaves names with line breaks to a person and stays on its own lines', () => {
    const script = readOnlyScript(
      found([...good, access('x\nGO\nDROP DATABASE y\nGO', { roles: ['r'] }), access('MAS_XYZ', { roles: ['a\nGO'] })], { name: 'w\nGO' }),
      required,
    )
    expect(script.fix).toBe(
      '-- ERP01: w GO\n-- x GO DROP DATABASE y GO: mapped, but no database of Sage 100 (by hand)\n-- MAS_XYZ: role a GO (by hand)',
    )
    expect(script.inverse.split('\n')).not.toContain('GO')
  })
})
