import { z } from 'zod'

/** Sockets that wait for connections (GetExtendedTcpTable, GetExtendedUdpTable; IPv4 and IPv6). */
export const listenersFacts = z.looseObject({
  listeners: z.array(
    z.looseObject({
      protocol: z.enum(['tcp', 'udp']),
      address: z.string().describe('local address, e.g. 0.0.0.0, ::, 127.0.0.1'),
      port: z.int().min(0).max(65535),
      process: z.string().nullable().describe('image path or name of the owner; null: not told'),
    }),
  ),
})
