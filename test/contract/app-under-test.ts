import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AppPorts, createAppRouter } from '#electron/core/app/index.ts'
import { type CorePorts, createCore } from '#electron/core/core.ts'
import { openHeldVault } from '#electron/vault/open-vault.ts'

/** Time of everything that is no sample: nothing in these tests reads the real clock. */
export const CLOCK = '2026-11-20T10:00:00.000Z'

export interface AppUnderTest {
  readonly router: ReturnType<typeof createAppRouter>
  readonly dataFolder: string
  /** where faults are noted */
  readonly stateFolder: string
  readonly ports: AppPorts
  remove(): void
}

/** The real app on a folder of its own, on a machine without Windows unless told otherwise. */
export function appUnderTest(changes: Partial<AppPorts> = {}, coreChanges: Partial<CorePorts> = {}): AppUnderTest {
  const root = mkdtempSync(join(tmpdir(), 'app-under-test-'))
  const stateFolder = join(root, 'state')
  const core = createCore({
    standardInput: { isTerminal: false, chunks: noChunks() },
    now: () => new Date(CLOCK),
    environment: { XDG_STATE_HOME: stateFolder, LOCALAPPDATA: stateFolder },
    workerPath: join(root, 'no-worker.mjs'),
    judgeWorkerPath: join(root, 'no-worker.mjs'),
    strengthWorkerPath: join(root, 'no-worker.mjs'),
    fontFolder: join(import.meta.dirname, '..', '..', 'node_modules', 'dejavu-fonts-ttf', 'ttf'),
    ...coreChanges,
  })
  const ports: AppPorts = {
    core,
    host: 'in-process',
    dataFolder: join(root, 'data'),
    workerPath: join(root, 'no-worker.mjs'),
    restartElevated: null,
    licenses: async () => 'licences of others',
    platform: 'linux',
    machine: 'ERP01',
    timeZone: 'UTC',
    elevated: async () => null,
    // The keychain of whoever runs the tests is none of their business.
    vault: async () => openHeldVault(() => new Date(CLOCK)),
    ...changes,
  }
  return {
    router: createAppRouter(ports),
    dataFolder: ports.dataFolder,
    stateFolder,
    ports,
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

async function* noChunks(): AsyncGenerator<Uint8Array> {
  yield* []
}
