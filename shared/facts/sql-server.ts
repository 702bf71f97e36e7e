import { z } from 'zod'

import { count, instant } from './primitives.ts'

const databaseAccess = z.looseObject({
  database: z.string(),
  user: z.string().describe('database user that the login maps to'),
  owner: z.boolean().describe('enters as dbo'),
  roles: z.array(z.string()).describe('database roles, nested ones and public included'),
  permissions: z.array(z.string()).describe("explicit grants such as 'INSERT ON OBJECT::dbo.X'; CONNECT left out"),
  effective: z.array(z.string()).nullable().describe('database permissions really held (fn_my_permissions); null: not determined'),
  writable: count.nullable().describe('objects that it can write or execute by any path; null: not determined'),
})

const login = z.looseObject({
  name: z.string(),
  sid: z.string().describe('0x… for SQL logins, S-… or 0x… for Windows ones'),
  kind: z.enum(['sql', 'windows-user', 'windows-group']),
  enabled: z.boolean(),
  policyChecked: z.boolean().nullable().describe('CHECK_POLICY; null for Windows logins'),
  expirationChecked: z.boolean().nullable().describe('CHECK_EXPIRATION; null for Windows logins'),
  passwordLastSet: instant.nullable().describe("LOGINPROPERTY 'PasswordLastSetTime'"),
  serverRoles: z.array(z.string()).describe('nested ones included, public left out'),
  serverPermissions: z.array(z.string()).describe("granted explicitly, e.g. 'CONTROL SERVER'"),
  databases: z.array(databaseAccess),
})

/** SQL Server instances of this server and what each login may do (catalogue views only). */
export const sqlServerFacts = z.looseObject({
  instances: z.array(
    z.looseObject({
      name: z.string().describe('HOST or HOST\\INSTANCE'),
      version: z.string().describe('ProductVersion'),
      databases: z.array(z.string()),
      error: z.string().optional().describe('what kept it from being read'),
      problem: z.string().optional().describe('kind of what went wrong at the sign-in'),
      replicas: z.array(z.string()).optional().describe('availability group replicas that keep their own logins'),
      visibility: z.enum(['full', 'partial']).describe('partial: the auditing login may not see every row'),
      logins: z.array(login),
    }),
  ),
})
