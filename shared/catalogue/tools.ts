import type { Tool } from './tool.ts'
import { gotoFamily } from './tools/goto.data.ts'
import { logmeinTools } from './tools/logmein.data.ts'
import { notJudgedByName } from './tools/not-judged.data.ts'
import { remoteControlTools } from './tools/remote-control.data.ts'
import { managementAgents } from './tools/rmm.data.ts'
import { vncServers } from './tools/vnc.data.ts'
import { vpnsAndTunnels } from './tools/vpn-tunnel.data.ts'

/** Every remote-access tool that is known, in the order in which findings name them. */
export const remoteTools: readonly Tool[] = [
  ...gotoFamily,
  ...logmeinTools,
  ...remoteControlTools,
  ...vncServers,
  ...managementAgents,
  ...vpnsAndTunnels,
  ...notJudgedByName,
]
