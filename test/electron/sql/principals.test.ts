import { describe, expect, it } from 'vitest'

import { databaseQueries, serverQueries } from '#electron/sql/catalogue-queries.ts'
import { readInstance } from '#electron/sql/read-instance.ts'
import type { DescribedDatabase, DescribedGrant, DescribedLogin, DescribedServer, DescribedUser } from '../../support/tds/described.ts'
import { describedSession } from '../../support/tds/described-session.ts'

const SYNC = '0x9C1E5F0A7B3D4C21A6E8F90214B7D355'
const OTHER = '0x9C1E5F0A7B3D4C21A6E8F90214B7D356'
const USER_SID = '0x010500000000000515000000A065CF7E784B9B5FE77C8770F4010000'
const GROUP_SID = '0x010500000000000515000000A065CF7E784B9B5FE77C877001020000'

const sync: DescribedLogin = { id: 260, name: 'sync', type: 'S', sid: SYNC }
const other: DescribedLogin = { id: 261, name: 'other', type: 'S', sid: OTHER }
const windowsUser: DescribedLogin = { id: 270, name: 'ACME\\sync', type: 'U', sid: USER_SID }
const windowsGroup: DescribedLogin = { id: 271, name: 'ACME\\ERP tools', type: 'G', sid: GROUP_SID }

const fixed: readonly DescribedUser[] = [
  { id: 0, name: 'public', type: 'R', sid: '0x0105' },
  { id: 1, name: 'dbo', type: 'S', sid: '0x01' },
  { id: 2, name: 'guest', type: 'S', sid: '0x00' },
  { id: 16_384, name: 'db_owner', type: 'R', sid: '0x0106' },
]

function company(users: readonly DescribedUser[], more: Partial<DescribedDatabase> = {}): DescribedDatabase {
  const own = users.map(({ id }) => id)
  return { name: 'MAS_ABC', owner: '0x01', users: [...fixed.filter(({ id }) => !own.includes(id)), ...users], ...more }
}

async function read(databases: readonly DescribedDatabase[], more: Partial<DescribedServer> = {}, asked: readonly string[] = []) {
  const server: DescribedServer = { name: 'ERP01', version: '16.0.1000.6', logins: [sync, other], databases, ...more }
  const { session } = describedSession(server)
  const reading = await readInstance(session, { name: 'ERP01', logins: asked })
  return { ...reading, login: (name: string) => reading.instance.logins.find((each) => each.name === name) }
}

const mapped: DescribedUser = { id: 5, name: 'sync user', type: 'S', sid: SYNC }

describe('a grant', () => {
  it.each<[string, Omit<DescribedGrant, 'grantee'>, readonly string[]]>([
    ['counts', { permission: 'INSERT' }, ['INSERT']],
    ['that may be handed on counts', { permission: 'INSERT', state: 'W' }, ['INSERT']],
    ['that is a denial is none', { permission: 'INSERT', state: 'D' }, []],
    ['to connect is left out', { permission: 'CONNECT' }, []],
    [
      'on an object',
      { permission: 'INSERT', class: 1, on: { major: 7, object: 'Orders', object_schema: 'dbo' } },
      ['INSERT ON OBJECT::dbo.Orders'],
    ],
    [
      'on a column',
      { permission: 'UPDATE', class: 1, on: { major: 7, object: 'Orders', object_schema: 'dbo', column: 'Price' } },
      ['UPDATE (Price) ON OBJECT::dbo.Orders'],
    ],
    ['on an object that is not seen', { permission: 'INSERT', class: 1, on: { major: 7 } }, ['INSERT ON OBJECT::.7']],
    ['on a schema', { permission: 'ALTER', class: 3, on: { major: 9, schema: 'a.b' } }, ['ALTER ON SCHEMA::a.b']],
    [
      'on a user',
      { permission: 'IMPERSONATE', class: 4, on: { major: 1, principal: 'dbo', principal_type: 'S ' } },
      ['IMPERSONATE ON USER::dbo'],
    ],
    ['on a role', { permission: 'ALTER', class: 4, on: { major: 8, principal: 'x', principal_type: 'R ' } }, ['ALTER ON ROLE::x']],
    ['on an assembly', { permission: 'ALTER', class: 5, on: { major: 65_536 } }, ['ALTER ON CLASS 5::65536']],
  ])('of a database %s', async (_name, grant, permissions) => {
    const { login } = await read([company([mapped], { grants: [{ ...grant, grantee: 5 }] })])
    expect(login('sync')?.databases).toMatchObject([{ user: 'sync user', permissions }])
  })

  it.each<[string, Omit<DescribedGrant, 'grantee'>, readonly string[]]>([
    ['counts', { permission: 'CONTROL SERVER' }, ['CONTROL SERVER']],
    ['that may be handed on counts', { permission: 'ALTER TRACE', state: 'W' }, ['ALTER TRACE']],
    ['that is a denial is none', { permission: 'CONNECT SQL', state: 'D' }, []],
    ['on a login', { permission: 'IMPERSONATE', class: 101, on: { principal: 'sa', principal_type: 'S ' } }, ['IMPERSONATE ON LOGIN::sa']],
    [
      'on a server role',
      { permission: 'ALTER', class: 101, on: { principal: 'ops', principal_type: 'R ' } },
      ['ALTER ON SERVER ROLE::ops'],
    ],
    [
      'on an endpoint',
      { permission: 'CONNECT', class: 105, on: { endpoint: 'TSQL Default TCP' } },
      ['CONNECT ON ENDPOINT::TSQL Default TCP'],
    ],
    ['on an availability group', { permission: 'ALTER', class: 108 }, ['ALTER ON CLASS 108']],
  ])('of the server %s', async (_name, grant, permissions) => {
    const { login } = await read([company([])], { grants: [{ ...grant, grantee: 260 }] })
    expect(login('sync')?.serverPermissions).toEqual(permissions)
  })

  it('is asked for in the states of a grant alone', () => {
    for (const text of [serverQueries.permissions, databaseQueries('x').permissions]) expect(text).toContain("state IN ('G', 'W')")
  })
})

describe('a user of a database', () => {
  it.each<[string, DescribedUser]>([
    ['of a certificate', { id: 6, name: 'sync', type: 'C', sid: '0x0106000000000009' }],
    ['that is the role of an application', { id: 6, name: 'sync', type: 'A', sid: '0x0107' }],
    ['without a login', { id: 6, name: 'sync', type: 'S', sid: '0x010500000000000903000000AABBCCDD' }],
    ['that the database itself knows', { id: 6, name: 'sync', type: 'S', sid: '0x0105000000000009030000001122AABB' }],
    ['whose login is gone', { id: 6, name: 'sync', type: 'S', sid: '0x9C1E5F0A7B3D4C21A6E8F90214B7D3FF' }],
    ['of which no SID is seen', { id: 6, name: 'sync', type: 'S', sid: null }],
  ])('%s is nobody’s, whatever it is called', async (_name, user) => {
    const { instance } = await read([company([user])])
    expect(instance.logins.flatMap(({ databases }) => databases)).toEqual([])
  })

  it('is found by its SID, however its digits are written', async () => {
    const { login } = await read([company([{ ...mapped, sid: SYNC.toLowerCase().replace('0X', '0x') }])])
    expect(login('sync')?.databases).toMatchObject([{ user: 'sync user' }])
  })

  it('that is a role counts as none, even with a SID of a login', async () => {
    const { login } = await read([company([{ id: 9, name: 'writers', type: 'R', sid: SYNC }])])
    expect(login('sync')?.databases).toEqual([])
  })
})

describe('the owner of a database', () => {
  it('that was restored is both who the server says and who enters as dbo', async () => {
    const { login } = await read([company([{ id: 1, name: 'dbo', type: 'S', sid: OTHER }], { owner: SYNC, members: [[16_384, 1]] })])
    const entry = { user: 'dbo', owner: true, roles: ['public', 'db_owner'] }
    expect(login('sync')?.databases).toMatchObject([entry])
    expect(login('other')?.databases).toMatchObject([entry])
  })

  it('that is not known leaves the others as they are', async () => {
    const { login } = await read([company([mapped], { owner: null })])
    expect(login('sync')?.databases).toMatchObject([{ user: 'sync user', owner: false }])
  })
})

describe('a Windows user', () => {
  const logins = [sync, windowsUser, windowsGroup]
  const byGroup = company([{ id: 7, name: 'ACME\\ERP tools', type: 'G', sid: GROUP_SID }])
  const asked = ['acme\\SYNC']

  it('that enters through a group of which SQL Server knows has no rows of its own, and the facts do not pretend to be all', async () => {
    const { instance, login, notes } = await read([byGroup], { logins, groups: { 'ACME\\sync': [GROUP_SID, '0x01020000'] } }, asked)
    expect(login('ACME\\sync')?.databases).toEqual([])
    expect(login('ACME\\ERP tools')?.databases).toMatchObject([{ user: 'ACME\\ERP tools' }])
    expect(instance.visibility).toBe('partial')
    expect(notes).toEqual([
      'ACME\\sync enters through Windows groups as well (ACME\\ERP tools): what they may do counts for it and is listed with them',
    ])
  })

  it('that enters through a group without a login of its own is told by the SID of the group', async () => {
    const { instance, notes } = await read([byGroup], { logins: [windowsUser], groups: { 'ACME\\sync': [GROUP_SID] } }, asked)
    expect(instance.visibility).toBe('partial')
    expect(notes).toEqual([expect.stringContaining(`(${GROUP_SID})`)])
  })

  it('in none of the groups that get in is wholly seen', async () => {
    const { instance, notes } = await read([byGroup], { logins, groups: { 'ACME\\sync': ['0x01020000'] } }, asked)
    expect([instance.visibility, notes]).toEqual(['full', []])
  })

  it('of which Windows tells nothing is not wholly seen where groups get in', async () => {
    const { instance, notes } = await read([byGroup], { logins }, asked)
    expect(instance.visibility).toBe('partial')
    expect(notes).toEqual(['whether ACME\\sync enters through Windows groups is not known: SQL Server answered with error 15406'])
  })

  it.each([
    ['where no group gets in', company([]), [windowsUser], asked],
    ['where nobody asked for it', byGroup, logins, []],
  ])('is not asked about %s', async (_name, database, known, names) => {
    const { instance, notes } = await read([database], { logins: known }, names)
    expect([instance.visibility, notes]).toEqual(['full', []])
  })
})
