import { z } from 'zod'

/** Windows Firewall: the three profiles and the enabled inbound allow rules. */
export const firewallFacts = z.looseObject({
  profiles: z.array(
    z.looseObject({
      name: z.enum(['domain', 'private', 'public']),
      enabled: z.boolean(),
      inboundDefault: z.enum(['block', 'allow']),
    }),
  ),
  inboundAllow: z.array(
    z.looseObject({
      name: z.string(),
      protocol: z.string().describe('TCP, UDP, a protocol number, or any'),
      localPorts: z.string().describe('list or range as the rule has it; any where absent'),
      remoteAddresses: z.string().describe('list as the rule has it; any where absent'),
      program: z.string().nullable(),
      service: z.string().nullable(),
    }),
  ),
})
