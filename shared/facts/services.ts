import { z } from 'zod'

import { sid } from './primitives.ts'

/** Win32 services of the service control manager (EnumServicesStatusExW; the registry or QueryServiceConfigW). */
export const servicesFacts = z.looseObject({
  services: z.array(
    z.looseObject({
      name: z.string().describe('service name, not localised'),
      displayName: z.string().describe('name in the services console, may be localised'),
      account: z.string().describe('lpServiceStartName exactly as stored'),
      accountSid: sid.nullable().describe('SID of that account; null: it resolves to nothing'),
      executable: z.string().describe('path of the program without arguments'),
      state: z.enum(['running', 'stopped', 'paused', 'pending']),
      startMode: z.enum(['auto', 'manual', 'disabled', 'boot', 'system']),
      delayedStart: z.boolean().optional().describe('SERVICE_CONFIG_DELAYED_AUTO_START_INFO'),
    }),
  ),
})
