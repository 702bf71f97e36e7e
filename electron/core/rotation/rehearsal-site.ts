import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

import type { RotationPlan } from '#shared/rotation/plan.ts'
import { userPlace } from '../../rotation/journal-place.ts'
import { createRehearsalHands, type WorldStore } from '../../rotation/rehearsal/hands.ts'
import { rotationWorld, textOfWorld, worldIn } from '../../rotation/rehearsal/world.ts'
import { saveFile } from '../save-file.ts'
import type { Site } from './site.ts'
import { waitFor } from './wait-for.ts'

/** Where rehearsals happen: in this user's data, on a server that is a file, with nothing in the keychain. */
export function rehearsalSite(dataFolder: string, paceMs: number): Site {
  const place = userPlace(dataFolder)
  const worldPath = async (run: string): Promise<string> => join((await place.examine()).folder, `${run}.world`)
  return {
    place,
    // What leaves nothing in the keychain has no head there either.
    heads: { read: async () => ({ ok: true, value: null }), write: async () => ({ ok: true, value: null }) },
    takes: (plan) => plan.rehearsal,
    handsOf: async ({ run, plan, isNew }) => {
      const world = worldStore(await worldPath(run), plan, isNew)
      if ((await world.read()) === null) return { kind: 'world' }
      const read = async () => {
        const known = await world.read()
        if (known === null) throw new Error('the server of the rehearsal was damaged meanwhile')
        return known
      }
      const hands = createRehearsalHands({ plan, world: { read, write: world.write }, pace: (signal) => waitFor(paceMs, signal) })
      return { hands, secrets: null }
    },
    remove: async (run) => await rm(await worldPath(run), { force: true }),
  }
}

/** The server of a rehearsal as a file beside its journal; null: it is damaged. */
function worldStore(
  path: string,
  plan: RotationPlan,
  isNew: boolean,
): Omit<WorldStore, 'read'> & { readonly read: () => Promise<ReturnType<typeof rotationWorld> | null> } {
  let begun = isNew
  return {
    read: async () => {
      if (begun) return rotationWorld(plan)
      const text = await readFile(path, 'utf8').catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        throw error
      })
      // Until the first act there is none.
      return text === null ? rotationWorld(plan) : worldIn(text)
    },
    write: async (world) => {
      const saved = await saveFile(path, Buffer.from(textOfWorld(world)), () => null)
      if (!saved.ok) throw new Error(saved.line)
      begun = false
    },
  }
}
