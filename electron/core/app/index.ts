import type { Router } from '@orpc/server'

import type { contract } from '#shared/contract/index.ts'
import { appProcedures } from './about.ts'
import { createApp } from './app.ts'
import { caseProcedures } from './cases.ts'
import { handOverProcedures } from './hand-over.ts'
import { createImplementer } from './implementer.ts'
import type { AppPorts } from './ports.ts'
import { reportProcedures } from './reports.ts'
import { rotationProcedures } from './rotation.ts'
import { createRotationDesk } from './rotation-runs.ts'
import { scanProcedures } from './scan.ts'
import { vaultProcedures } from './vault.ts'

export { defaultDataFolder } from '../../store/data-folder.ts'
export type { AppPorts, Collect, StartWorker } from './ports.ts'

/**
 * The contract, filled: every procedure that a screen can call, once for all hosts.
 *
 * A host serves it over its transport: `new RPCHandler(router)` of `@orpc/server/ws` (or `/websocket`), `handler.upgrade(socket)`; of
 * `@orpc/server/message-port`, `handler.upgrade(port)`; or calls it in its own process with `createRouterClient(router)` of
 * `@orpc/server`. The context is empty: who may call is for the host to decide before it hands over a connection. Input and output are
 * validated here by the contract, and what goes wrong is noted in the fault log here, so a host does neither.
 *
 * Import this module when it is wanted, not at the start: it loads the contract, the checks and their texts. Nothing is read or written
 * before a procedure is called.
 */
export function createAppRouter(ports: AppPorts): Router<typeof contract, Record<never, never>> {
  const app = createApp(ports)
  const os = createImplementer(app)
  const rotations = createRotationDesk(app)
  return os.router({
    app: appProcedures(os, app),
    cases: caseProcedures(os, app),
    scan: scanProcedures(os, app),
    reports: reportProcedures(os, app),
    rotation: rotationProcedures(os, app, rotations),
    vault: vaultProcedures(os, app, rotations),
    handOver: handOverProcedures(os, app, rotations),
  })
}
