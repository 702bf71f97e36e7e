import { describe, expect, it } from 'vitest'

import { createRuns } from '#electron/core/rotation/runs.ts'
import type { Site } from '#electron/core/rotation/site.ts'
import { done, type Hands } from '#electron/rotation/hands.ts'
import { userPlace } from '#electron/rotation/journal-place.ts'
import { rotationPlan } from '../../../support/rotation-plans.ts'
import { temporaryFolders } from '../../store/temporary-folder.ts'

const makeFolder = temporaryFolders()
const SAID = { by: null, session: null }

/** Runs on a server whose questions a test answers. */
function runsWith(folder: string, ask: Hands['ask']) {
  const site: Site = {
    place: userPlace(folder),
    heads: { read: async () => ({ ok: true, value: null }), write: async () => ({ ok: true, value: null }) },
    takes: () => true,
    handsOf: async () => ({
      hands: { act: async ({ act }) => (act === 'generate' ? done({ grade: 'best', unique: true, entry: null }) : done()), ask },
      secrets: null,
    }),
    remove: null,
  }
  return createRuns({ platform: process.platform, now: () => new Date(), noteFault: () => undefined, sites: [site] })
}

describe('runs', () => {
  it('ask a server again that did not answer, whenever the run is opened', async () => {
    const folder = makeFolder()
    const first = runsWith(folder, async () => ({ about: 'user', login: '', exists: null }))
    const begun = await first.begin(rotationPlan())
    if (begun.kind !== 'open') throw new Error('nothing was begun')
    const { run, conductor } = begun.run
    for (const act of ['schedule', 'choose', 'preflight', `generate windows:ERP01\\erpsync 1`]) await conductor.act(act, SAID)
    await first.close(run)

    let answers = false
    const again = runsWith(folder, async (question) => {
      if (!answers || question.about !== 'secret') throw new Error('the server does not answer')
      return { about: 'secret', login: question.login, generation: question.generation, present: true }
    })
    await expect(again.open(run)).rejects.toThrow('the server does not answer')
    await expect(again.open(run)).rejects.toThrow('the server does not answer')
    answers = true
    expect(await again.open(run)).toMatchObject({ kind: 'open', turn: { kind: 'moved' } })
    expect(again.current(run)?.conductor.state()).toMatchObject({ hands: 'idle', intent: { act: 'generate' } })
    expect(await again.open(run)).toMatchObject({ kind: 'open', turn: null })
    await again.close(run)
  })
})
