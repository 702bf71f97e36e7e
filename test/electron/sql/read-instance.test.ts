import { describe, expect, it } from 'vitest'

import { readInstance } from '#electron/sql/read-instance.ts'
import { sqlServerFacts } from '#shared/facts/sql-server.ts'
import { answersOf, type DescribedServer } from '../../support/tds/described.ts'
import { openSession } from '../../support/tds/open-session.ts'
import type { TdsAnswer } from '../../support/tds/server.ts'
import { halfVisible, overprivileged, partOfTheViews, readerPermissions, wellKept } from '../../support/tds/servers.data.ts'

/** The real client over a real connection to a server that is described as data. */
function open(described: DescribedServer, spoil: (text: string) => TdsAnswer | null = () => null) {
  const answers = answersOf(described)
  const answer = (text: string, parameters: Readonly<Record<string, string>>) => spoil(text) ?? answers(text, parameters)
  return openSession({ name: described.name, answer }, { queryMs: 1500 })
}

async function read(described: DescribedServer, spoil?: Parameters<typeof open>[1]) {
  const { server, session } = await open(described, spoil)
  const reading = await readInstance(session, { name: 'asked', logins: ['wsp_sync'] })
  expect(sqlServerFacts.safeParse({ instances: [reading.instance] }).error).toBeUndefined()
  const login = (name: string) => reading.instance.logins.find((each) => each.name === name)
  return { ...reading, server, login }
}

describe('an instance', () => {
  it('of which every row is seen has its logins with what they may do, matched by SID', async () => {
    const { instance, login, notes } = await read(wellKept)
    expect(instance).toMatchObject({
      name: 'ERP01',
      version: '16.0.4185.3',
      visibility: 'full',
      databases: ['master', 'MAS_System', 'MAS_ABC'],
    })
    expect(instance).not.toHaveProperty('error')
    expect(instance).not.toHaveProperty('replicas')
    expect(notes).toEqual([])
    const rights = { owner: false, permissions: [], effective: readerPermissions, writable: 0, roles: ['public', 'db_datareader'] }
    expect(login('wsp_sync')).toEqual({
      name: 'wsp_sync',
      sid: '0x9C1E5F0A7B3D4C21A6E8F90214B7D355',
      kind: 'sql',
      enabled: true,
      policyChecked: true,
      expirationChecked: false,
      passwordLastSet: '2026-09-01T08:00:00.000Z',
      serverRoles: [],
      serverPermissions: ['CONNECT SQL'],
      databases: [
        { database: 'master', user: 'guest', owner: false, roles: ['public'], permissions: [], effective: null, writable: null },
        { database: 'MAS_System', user: 'wsp_sync', ...rights },
        { database: 'MAS_ABC', user: 'renamed user', ...rights },
      ],
    })
    expect(login('sa')).toMatchObject({ enabled: false, serverRoles: ['sysadmin'] })
    expect(instance.logins.map(({ name }) => name)).toEqual(['sa', 'wsp_sync'])
  })

  it('shows what is too much: roles in roles, grants of every class, ownership, what is really held', async () => {
    const { instance, login } = await read(overprivileged)
    expect(instance.replicas).toEqual(['ERP02'])
    expect(login('wsp_sync')).toMatchObject({
      serverRoles: ['ops', 'processadmin'],
      serverPermissions: ['CONNECT SQL', 'IMPERSONATE ON LOGIN::sa'],
    })
    const [, system, payroll] = login('wsp_sync')?.databases ?? []
    expect(system).toEqual({
      database: 'MAS_System',
      user: 'wsp_sync',
      owner: false,
      roles: ['public', 'db_datareader', 'sync writers', 'db_datawriter'],
      permissions: [
        'EXECUTE ON OBJECT::dbo.rebuild',
        'UPDATE (Price) ON OBJECT::dbo.Items',
        'ALTER ON SCHEMA::staging',
        'OWNER OF ROLE::sync writers',
      ],
      effective: [...readerPermissions, 'INSERT', 'UPDATE', 'DELETE'],
      writable: 212,
    })
    expect(payroll).toMatchObject({ database: 'Payroll', user: 'dbo', owner: true, roles: ['public', 'db_owner'] })
  })

  it('of which not every row is seen says so, and which right or database is missing', async () => {
    const { instance, login, notes } = await read(halfVisible)
    expect(instance.visibility).toBe('partial')
    expect(instance.databases).toEqual(['master', 'MAS_System', 'MAS_ABC', 'MAS_XYZ'])
    expect(login('wsp_sync')).toMatchObject({ passwordLastSet: null, serverPermissions: [] })
    expect(login('wsp_sync')?.databases.at(-1)).toMatchObject({ database: 'MAS_System', effective: null, writable: null })
    expect(notes).toEqual([
      'ERP01 shows only part of its logins and users; missing right: VIEW ANY DEFINITION',
      'server permissions are not known: SQL Server answered with error 229',
      'the ages of passwords are not known: SQL Server answered with error 195',
      'database MAS_ABC cannot be entered: who enters it is not known',
      'database MAS_XYZ is not online (state 6): who enters it is not known',
      'what wsp_sync really may do is not known: SQL Server answered with error 15406; missing right: IMPERSONATE on the login',
    ])
  })

  it('that has only part of the views loses no more than their fields', async () => {
    const { instance, login } = await read(partOfTheViews)
    expect(instance).toMatchObject({ name: 'asked', version: '', visibility: 'partial' })
    expect(login('wsp_sync')).toMatchObject({
      serverRoles: [],
      serverPermissions: [],
      databases: [{}, { effective: readerPermissions }, {}],
    })
  })

  it('without its logins has an error and no facts', async () => {
    const { instance } = await read({ ...wellKept, refuses: { logins: 229 } })
    expect(instance).toMatchObject({ error: 'SQL Server answered with error 229', visibility: 'partial', logins: [], databases: [] })
    expect((await read({ ...wellKept, logins: [] })).instance.error).toBeDefined()
    expect((await read({ ...wellKept, refuses: { databases: 229 } })).instance.error).toBe('its databases could not be listed')
  })

  it.each([
    ['is killed', 'hang-up', 'not read to its end: the connection to SQL Server was lost (ECONNRESET)'],
    ['stops answering', 'never', 'not read to its end: SQL Server did not answer in time'],
  ] as const)('that %s in the middle keeps what was seen, and is not asked again', async (_name, how, error) => {
    const { instance, server, login } = await read(wellKept, (text) =>
      text.includes('[MAS_System].sys.database_role_members') ? how : null,
    )
    expect(instance).toMatchObject({ error, visibility: 'partial' })
    expect(login('wsp_sync')?.databases.map(({ database }) => database)).toEqual(['master'])
    expect(server.asked.filter((text) => text.includes('MAS_ABC'))).toEqual([])
  })

  it('is asked for nothing that changes it', async () => {
    const { server } = await read(overprivileged)
    const statements = server.asked.flatMap((text) => text.split(/;|\n(?=set )/i)).map((text) => text.trim().toLowerCase())
    const changing =
      /^(?:insert|update|delete|merge|alter|create|drop|grant|revoke|deny|use|exec(?:ute)?(?! as login| \[)|dbcc|backup|restore|kill|reconfigure)\b/
    expect(statements.filter((text) => changing.test(text))).toEqual([])
    expect(server.asked.join('\n')).not.toMatch(/password_hash/i)
  })
})

describe('logins', () => {
  const windowsSid = '0x010500000000000515000000A065CF7E784B9B5FE77C8770F4010000'

  it.each([
    ['Windows user', 'U', 'windows-user'],
    ['Windows group', 'G', 'windows-group'],
  ] as const)('of a %s have the SID of Windows and no password policy', async (_name, type, kind) => {
    const { login } = await read({ ...wellKept, logins: [...wellKept.logins, { id: 300, name: 'ACME\\x', type, sid: windowsSid }] })
    expect(login('ACME\\x')).toMatchObject({ kind, sid: 'S-1-5-21-2127521184-1604012920-1887927527-500', policyChecked: null })
  })

  it('of Microsoft Entra ID are counted in a note, those of certificates are none', async () => {
    const others = [
      { id: 300, name: 'someone@acme', type: 'E', sid: '0x01060000' },
      { id: 301, name: '##MS_SQLAuthenticatorCertificate##', type: 'C', sid: '0x0107' },
    ] as const
    const { instance, notes } = await read({ ...wellKept, logins: [...wellKept.logins, ...others] })
    expect(instance.logins).toHaveLength(2)
    expect(notes).toEqual(['logins of Microsoft Entra ID are not listed: 1'])
  })

  it('enter a database whose guest may, as guest', async () => {
    const [, system] = wellKept.databases
    if (system === undefined) throw new Error('no database')
    const open = {
      ...system,
      name: 'Archive',
      users: system.users?.slice(0, 5) ?? [],
      members: [],
      grants: [{ grantee: 2, permission: 'CONNECT' }],
    }
    const { login } = await read({ ...wellKept, databases: [...wellKept.databases, open] })
    expect(login('wsp_sync')?.databases.at(-1)).toMatchObject({
      database: 'Archive',
      user: 'guest',
      roles: ['public'],
      effective: readerPermissions,
    })
  })
})
