import type { DescribedDatabase, DescribedLogin, DescribedServer, DescribedUser } from './described.ts'

const SYNC_SID = '0x9C1E5F0A7B3D4C21A6E8F90214B7D355'
const SA: DescribedLogin = {
  id: 1,
  name: 'sa',
  type: 'S',
  sid: '0x01',
  disabled: true,
  policy: true,
  expiration: false,
  passwordSet: '2024-05-14T18:22:41',
}
const SYSADMIN: DescribedLogin = { id: 3, name: 'sysadmin', type: 'R', sid: '0x03' }
const PROCESS_ADMIN: DescribedLogin = { id: 6, name: 'processadmin', type: 'R', sid: '0x06' }

const BUILT_IN: readonly DescribedUser[] = [
  { id: 0, name: 'public', type: 'R', sid: '0x0105', owner: 1 },
  { id: 1, name: 'dbo', type: 'S', sid: '0x01' },
  { id: 2, name: 'guest', type: 'S', sid: '0x00' },
  { id: 3, name: 'INFORMATION_SCHEMA', type: 'S', sid: null },
  { id: 4, name: 'sys', type: 'S', sid: null },
  { id: 16384, name: 'db_owner', type: 'R', sid: '0x0106', owner: 1 },
  { id: 16390, name: 'db_datareader', type: 'R', sid: '0x0107', owner: 1 },
  { id: 16391, name: 'db_datawriter', type: 'R', sid: '0x0108', owner: 1 },
]
const CONNECT = (grantee: number) => ({ grantee, permission: 'CONNECT' }) as const
const DBO = [16384, 1] as const

export const readerPermissions = ['CONNECT', 'SELECT', 'VIEW ANY COLUMN ENCRYPTION KEY DEFINITION', 'VIEW ANY COLUMN MASTER KEY DEFINITION']

function database(name: string, more: Partial<DescribedDatabase> = {}): DescribedDatabase {
  return { name, owner: '0x01', users: BUILT_IN, members: [DBO], grants: [CONNECT(1)], ...more }
}

const masterDatabase = database('master', { grants: [CONNECT(1), CONNECT(2)] })

function readBy(name: string, user: string, more: Partial<DescribedDatabase> = {}): DescribedDatabase {
  return database(name, {
    users: [...BUILT_IN, { id: 5, name: user, type: 'S', sid: SYNC_SID }],
    members: [DBO, [16390, 5]],
    grants: [CONNECT(1), CONNECT(5)],
    effective: { wsp_sync: readerPermissions },
    writable: { wsp_sync: 0 },
    ...more,
  })
}

const sync: DescribedLogin = {
  id: 260,
  name: 'wsp_sync',
  type: 'S',
  sid: SYNC_SID,
  policy: true,
  expiration: false,
  passwordSet: '2026-09-01T08:00:00',
}
const connectSql = { grantee: 260, permission: 'CONNECT SQL' } as const

/** As it should be: reader of the system database and of one company, and nothing else. */
export const wellKept: DescribedServer = {
  name: 'ERP01',
  version: '16.0.4185.3',
  logins: [SA, SYSADMIN, PROCESS_ADMIN, sync],
  members: [[3, 1]],
  grants: [connectSql],
  databases: [masterDatabase, readBy('MAS_System', 'wsp_sync'), readBy('MAS_ABC', 'renamed user')],
}

/** With an extra server role, an extra database, a nested role that writes, and a company without a mapping. */
export const overprivileged: DescribedServer = {
  name: 'ERP01\\SAGE',
  version: '15.0.4430.1',
  logins: [SA, SYSADMIN, PROCESS_ADMIN, sync, { id: 261, name: 'ops', type: 'R', sid: '0x05' }],
  members: [
    [3, 1],
    [261, 260],
    [6, 261],
  ],
  grants: [connectSql, { grantee: 260, permission: 'IMPERSONATE', class: 101, on: { principal: 'sa', principal_type: 'S' } }],
  databases: [
    masterDatabase,
    readBy('MAS_System', 'wsp_sync', {
      users: [
        ...BUILT_IN,
        { id: 5, name: 'wsp_sync', type: 'S', sid: SYNC_SID },
        { id: 6, name: 'sync writers', type: 'R', sid: '0x0205', owner: 5 },
      ],
      members: [DBO, [16390, 5], [6, 5], [16391, 6]],
      grants: [
        CONNECT(5),
        { grantee: 5, class: 1, permission: 'EXECUTE', on: { major: 77, object: 'rebuild', object_schema: 'dbo' } },
        { grantee: 5, class: 1, permission: 'UPDATE', on: { major: 78, object: 'Items', object_schema: 'dbo', column: 'Price' } },
        { grantee: 5, class: 3, permission: 'ALTER', on: { major: 9, schema: 'staging' } },
      ],
      effective: { wsp_sync: [...readerPermissions, 'INSERT', 'UPDATE', 'DELETE'] },
      writable: { wsp_sync: 212 },
    }),
    database('MAS_ABC'),
    database('Payroll', { owner: SYNC_SID }),
  ],
  replicas: ['ERP02'],
}

/** An auditor who may see little: no other login, one database closed, one offline. */
export const halfVisible: DescribedServer = {
  ...wellKept,
  sight: 0,
  logins: [SA, SYSADMIN, sync],
  databases: [
    masterDatabase,
    { ...readBy('MAS_System', 'wsp_sync'), effective: {} },
    database('MAS_ABC', { entry: 0 }),
    database('MAS_XYZ', { state: 6 }),
    database('MAS_ABC_morning', { source: 7 }),
  ],
  refuses: { permissions: 229, replicas: 208, passwordTimes: 195 },
}

/** A server that has only part of the views: old, or not from Microsoft. */
export const partOfTheViews: DescribedServer = {
  ...wellKept,
  version: '11.0.7507.2',
  sight: null,
  refuses: { name: 195, version: 195, roleMembers: 208, permissions: 208, passwordTimes: 195, replicas: 208 },
}
