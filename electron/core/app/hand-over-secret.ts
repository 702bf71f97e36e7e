import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

import type { SecretRef } from '#shared/contract/index.ts'
import type { ExpectedField } from '../../rotation/hand-over/prove-field.ts'
import type { SecretReading } from '../../rotation/run-secrets.ts'
import type { App } from './app.ts'
import { AppFailure } from './failure.ts'
import type { RotationDesk } from './rotation-runs.ts'

type SecretBytes = { readonly ok: true; readonly value: Uint8Array } | Extract<SecretReading, { readonly ok: false }>

/** A secret that can be handed over. */
export interface NamedSecret {
  /** its bytes (UTF-8), read at this moment; whoever gets them wipes them */
  readonly read: () => Promise<SecretBytes>
  /** whose password box it belongs into; null: not known */
  readonly expected: ExpectedField | null
}

/** What a name stands for. No password is read before it is asked for. */
export async function secretFor(app: App, desk: RotationDesk, ref: SecretRef): Promise<NamedSecret> {
  if (ref.kind === 'stored') return { read: () => readEntry(app, ref.generation), expected: null }
  const { conductor, secrets } = await desk.opened(ref.run)
  const { intent } = conductor.state()
  const { plan } = conductor
  // SECURITY: only what this very act hands over, of a change that is no rehearsal.
  if (intent?.id !== ref.act || secrets === null || !NEEDING.has(intent.act))
    throw new AppFailure('REFUSED', 'rotation/refused/no-hand-over')
  // What a person enters elsewhere belongs into no window of the sync tool.
  const expected = intent.act === 'hand-over' ? await fieldOf(plan.folders) : null
  return { read: async () => asBytes(await secrets.handedOverBy(intent)), expected }
}

/** Acts for which somebody needs the password; one that is made for a person to hold is shown to them before anything takes it. */
const NEEDING: ReadonlySet<string> = new Set([
  'generate',
  'hand-over',
  'update-by-hand',
  'change-password',
  'create-user',
  'verify-login',
  'verify-holder',
])

async function readEntry(app: App, generation: string): Promise<SecretBytes> {
  const vault = await app.ports.vault()
  return asBytes(await vault.read(generation))
}

const asBytes = (found: SecretReading): SecretBytes => (found.ok ? { ok: true, value: new TextEncoder().encode(found.value) } : found)

/** Every program in the folders of the sync tool may have the window that asks for the password; null: there is none, or none can be seen. */
async function fieldOf(folders: readonly string[]): Promise<ExpectedField | null> {
  const imagePaths: string[] = []
  for (const folder of folders) {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
    for (const entry of entries) if (entry.isFile() && /\.exe$/i.test(entry.name)) imagePaths.push(join(entry.parentPath, entry.name))
  }
  return imagePaths.length === 0 ? null : { imagePaths }
}
