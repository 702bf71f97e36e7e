import { z } from 'zod'

/** Remote Desktop and Remote Assistance as in force (policy values before local ones). */
export const remoteDesktopFacts = z.looseObject({
  enabled: z.boolean().describe('fDenyTSConnections is 0'),
  port: z.int().min(1).max(65535).describe('PortNumber of RDP-Tcp'),
  networkLevelAuthentication: z.boolean().describe('UserAuthentication is 1'),
  remoteAssistance: z.boolean().describe('fAllowToGetHelp or fAllowUnsolicited is 1'),
  setByPolicy: z.array(z.string()).describe('names of the values that a policy sets'),
})
