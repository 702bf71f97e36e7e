import { join } from 'node:path'

import { type Core, type CorePorts, createCore } from '#electron/core/core.ts'
import type { Terminal } from '#electron/hosts/cli/terminal.ts'
import { openHeldVault } from '#electron/vault/open-vault.ts'

export interface FakeTerminal extends Terminal {
  /** everything that was written so far */
  readonly written: { output: string; errors: string }
}

export function fakeTerminal(isTerminal: { readonly output?: boolean; readonly errors?: boolean } = {}): FakeTerminal {
  const written = { output: '', errors: '' }
  const stream = (name: 'output' | 'errors') => ({
    isTerminal: isTerminal[name] ?? false,
    columns: 80,
    write: async (data: string | Uint8Array) => {
      written[name] += Buffer.from(data).toString()
    },
  })
  return { written, output: stream('output'), errors: stream('errors'), environment: {} }
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  yield* []
}

/** A core of this process, with logs in `folder`. */
export function testCore(folder: string, more: Partial<CorePorts> = {}): Core {
  return createCore({
    standardInput: { isTerminal: true, chunks: nothing() },
    now: () => new Date('2026-03-01T08:15:00Z'),
    environment: { XDG_STATE_HOME: folder, LOCALAPPDATA: folder },
    workerPath: '',
    judgeWorkerPath: join(import.meta.dirname, '..', '..', '..', '..', 'electron', 'core', 'portfolio', 'worker-entry.ts'),
    strengthWorkerPath: join(import.meta.dirname, '..', '..', '..', '..', 'electron', 'passwords', 'strength-worker.ts'),
    fontFolder: '',
    // The keychain of whoever runs the tests is none of their business.
    vault: async () => openHeldVault(() => new Date('2026-03-01T08:15:00Z')),
    ...more,
  })
}
