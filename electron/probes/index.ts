import { accountGroupsProbe } from './account-groups/probe.ts'
import { accountPolicyProbe } from './account-policy/probe.ts'
import { antivirusProbe } from './antivirus/probe.ts'
import { connectorProbe } from './connector/probe.ts'
import { firewallProbe } from './firewall/probe.ts'
import { hostProbe } from './host/probe.ts'
import { listenersProbe } from './listeners/probe.ts'
import { localGroupsProbe } from './local-groups/probe.ts'
import { localUsersProbe } from './local-users/probe.ts'
import { logonsProbe } from './logons/probe.ts'
import type { AnyProbe } from './probe.ts'
import { processesProbe } from './processes/probe.ts'
import { programsProbe } from './programs/probe.ts'
import { remoteAccessFilesProbe } from './remote-access-files/probe.ts'
import { remoteDesktopProbe } from './remote-desktop/probe.ts'
import { scheduledTasksProbe } from './scheduled-tasks/probe.ts'
import { servicesProbe } from './services/probe.ts'
import { sqlServerProbe } from './sql-server/probe.ts'
import { tlsEndpointsProbe } from './tls-endpoints/probe.ts'
import { updatesProbe } from './updates/probe.ts'
import { userRightsProbe } from './user-rights/probe.ts'

/**
 * The one list of probes; each says in its own file what it reads and in which worker it runs.
 *
 * The last of an area is the one that may wait for a domain: what ends it then costs no other.
 */
export const probes: readonly AnyProbe[] = [
  hostProbe,
  servicesProbe,
  programsProbe,
  accountPolicyProbe,
  localUsersProbe,
  localGroupsProbe,
  userRightsProbe,
  accountGroupsProbe,
  logonsProbe,
  remoteDesktopProbe,
  listenersProbe,
  remoteAccessFilesProbe,
  scheduledTasksProbe,
  updatesProbe,
  antivirusProbe,
  firewallProbe,
  processesProbe,
  connectorProbe,
  tlsEndpointsProbe,
  sqlServerProbe,
]
