import { z } from 'zod'

import { instant } from './primitives.ts'

/** The server itself: names, membership, build, the session that looked. */
export const hostFacts = z.looseObject({
  name: z.string().describe('NetBIOS computer name (GetComputerNameExW, ComputerNameNetBIOS)'),
  membership: z
    .enum(['workgroup', 'domain', 'domain-controller'])
    .describe('MachineRole of DsRoleGetPrimaryDomainInformation; decides which accounts are local'),
  domain: z.string().nullable().describe('DNS name of the domain; null in a workgroup'),
  netbiosDomain: z.string().nullable().describe('flat name of the domain; null in a workgroup'),
  os: z.looseObject({
    product: z.string().describe('ProductName under HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'),
    build: z.string().describe('CurrentBuildNumber, with UBR after a dot where present'),
    server: z.boolean().describe('wProductType of RtlGetVersion is not a workstation'),
  }),
  bootedAt: instant.nullable().describe('GetTickCount64 counted back from the collection; null where it could not be told'),
  session: z
    .looseObject({
      kind: z.enum(['console', 'rdp', 'support-tool']).describe('how the person who ran the collection sits at the server'),
      client: z.string().nullable().describe('client name of a remote session (WTSClientName)'),
    })
    .optional(),
  autologonConfigured: z.boolean().optional().describe('Winlogon AutoAdminLogon is 1; the value of DefaultPassword is never read'),
})
