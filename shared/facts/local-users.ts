import { z } from 'zod'

import { count, instant, sid } from './primitives.ts'

/** Accounts of the server's own account database; on a domain controller those that groups, services, rights and the profile name. */
export const localUsersFacts = z.looseObject({
  users: z.array(
    z.looseObject({
      name: z.string().describe('usri4_name'),
      sid: sid.describe('usri4_user_sid'),
      fullName: z.string().describe('usri4_full_name'),
      comment: z.string().describe('usri4_comment'),
      enabled: z.boolean().describe('UF_ACCOUNTDISABLE is not set'),
      lockedOut: z.boolean().describe('UF_LOCKOUT is set'),
      passwordRequired: z.boolean().describe('UF_PASSWD_NOTREQD is not set'),
      passwordExpires: z.boolean().describe('UF_DONT_EXPIRE_PASSWD is not set'),
      passwordLastSet: instant.nullable().describe('collection time less usri4_password_age (seconds); null: never set'),
      lastLogon: instant.nullable().describe('usri4_last_logon; null: never or not known'),
      cannotChangePassword: z.boolean().optional().describe('UF_PASSWD_CANT_CHANGE is set'),
      badPasswordCount: count.optional().describe('usri4_bad_pw_count'),
    }),
  ),
  lookedFor: z
    .array(z.string())
    .optional()
    .describe('on a domain controller: names of the profile that were asked for; whether any other name exists, the list does not tell'),
})
