import { z } from 'zod'

import { instant } from './primitives.ts'

/** Installed programs from the Uninstall keys: 64-bit and 32-bit view of the machine and every loaded user hive. */
export const programsFacts = z.looseObject({
  programs: z.array(
    z.looseObject({
      name: z.string().describe('DisplayName'),
      publisher: z.string().describe('Publisher; empty where not set'),
      version: z.string().describe('DisplayVersion; empty where not set'),
      installedOn: z.union([instant, z.iso.date()]).nullable().describe('InstallDate; null where absent or unreadable'),
      location: z.string().nullable().describe('InstallLocation'),
      uninstallCommand: z.string().nullable().describe('UninstallString, credential-like arguments masked as ***'),
      scope: z.enum(['machine', 'user']),
      user: z.string().optional().describe('account of the hive for scope user'),
    }),
  ),
})
