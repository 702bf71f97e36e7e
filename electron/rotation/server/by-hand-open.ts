import { createCom } from '../../win32/com.ts'
import { createComponentCatalogue } from '../../win32/component-catalogue.ts'
import { createCredentialNames } from '../../win32/credential-names.ts'
import { createEventLog } from '../../win32/event-log.ts'
import type { NativeAccess } from '../../win32/library.ts'
import { createRegistry } from '../../win32/registry.ts'
import { createServiceControl } from '../../win32/service-control.ts'
import { createServiceManager } from '../../win32/service-manager.ts'
import { createTaskRegistration } from '../../win32/task-registration.ts'
import { type ByHandHands, createByHandHands } from './by-hand.ts'
import { createUses } from './by-hand-uses.ts'
import { openAccountPorts } from './services-open.ts'
import type { SqlPorts } from './sql-acts.ts'

/** What can be seen on this machine, whose system directory is that of a 64-bit process; nothing is loaded before it is used. */
export function openByHandHands(native: NativeAccess, sql: SqlPorts, systemDirectory: string): ByHandHands {
  const com = createCom(native)
  return createByHandHands({
    ...openAccountPorts(native),
    manager: createServiceManager(native),
    control: createServiceControl(native),
    eventLog: createEventLog(native),
    tasks: createTaskRegistration(native, com),
    uses: createUses({
      registry: createRegistry(native),
      credentialNames: createCredentialNames(native),
      componentCatalogue: createComponentCatalogue(com),
      systemDirectory,
    }),
    sql,
  })
}
