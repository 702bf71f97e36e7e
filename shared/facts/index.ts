import type { z } from 'zod'

import { accountGroupsFacts } from './account-groups.ts'
import { accountPolicyFacts } from './account-policy.ts'
import { antivirusFacts } from './antivirus.ts'
import { connectorFacts } from './connector.ts'
import { firewallFacts } from './firewall.ts'
import { hostFacts } from './host.ts'
import { listenersFacts } from './listeners.ts'
import { localGroupsFacts } from './local-groups.ts'
import { localUsersFacts } from './local-users.ts'
import { logonsFacts } from './logons.ts'
import type { ReadonlyDeep } from './primitives.ts'
import { processesFacts } from './processes.ts'
import { programsFacts } from './programs.ts'
import { remoteAccessFilesFacts } from './remote-access-files.ts'
import { remoteDesktopFacts } from './remote-desktop.ts'
import { scheduledTasksFacts } from './scheduled-tasks.ts'
import { servicesFacts } from './services.ts'
import { sqlServerFacts } from './sql-server.ts'
import { tlsEndpointsFacts } from './tls-endpoints.ts'
import { updatesFacts } from './updates.ts'
import { userRightsFacts } from './user-rights.ts'

/** The one list of probes: id and schema of the facts that it returns. */
export const factSchemas = {
  host: hostFacts,
  'local-users': localUsersFacts,
  'local-groups': localGroupsFacts,
  'account-groups': accountGroupsFacts,
  'user-rights': userRightsFacts,
  services: servicesFacts,
  programs: programsFacts,
  processes: processesFacts,
  'remote-access-files': remoteAccessFilesFacts,
  listeners: listenersFacts,
  'scheduled-tasks': scheduledTasksFacts,
  'remote-desktop': remoteDesktopFacts,
  firewall: firewallFacts,
  'account-policy': accountPolicyFacts,
  logons: logonsFacts,
  'sql-server': sqlServerFacts,
  antivirus: antivirusFacts,
  updates: updatesFacts,
  'tls-endpoints': tlsEndpointsFacts,
  connector: connectorFacts,
} as const

export type ProbeId = keyof typeof factSchemas

/** Facts by probe id, deeply readonly: rules judge them and change nothing. */
export type Facts = { readonly [Id in ProbeId]: ReadonlyDeep<Known<z.infer<(typeof factSchemas)[Id]>>> }

export const probeIds = Object.keys(factSchemas) as readonly ProbeId[]

/** The declared fields alone: the index signature of a loose object would let a misspelt field pass. */
export type Known<T> = T extends readonly (infer Item)[]
  ? Known<Item>[]
  : T extends object
    ? [DeclaredKeys<T>] extends [never]
      ? { [Key in keyof T]: Known<T[Key]> }
      : { [Key in keyof T as string extends Key ? never : Key]: Known<T[Key]> }
    : T

type DeclaredKeys<T> = keyof { [Key in keyof T as string extends Key ? never : Key]: true }
