import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { newCase, storesIn } from '../electron/store/stores.ts'
import { describeWith } from '../support/needs.ts'
import { openWineWorkspace } from '../support/wine.ts'

const ID = 'file-erp01'
const WRITERS = ['a', 'b']
const WRITES = 15

describeWith('wine', 'records of several Windows processes', () => {
  let workspace: Awaited<ReturnType<typeof openWineWorkspace>>

  beforeAll(async () => {
    workspace = await openWineWorkspace({ bundle: { hammer: new URL('../electron/store/hammer.ts', import.meta.url) } })
  })

  afterAll(async () => {
    await workspace?.close()
  })

  it('lose nothing when all write at once', async () => {
    const folder = join(workspace.folder, 'data')
    await storesIn(folder).cases.create(ID, newCase)
    const outcomes = await Promise.all(
      WRITERS.map((name) => workspace.runWine(['--no-warnings', 'hammer.mjs', 'data', name, String(WRITES), ID])),
    )
    expect(outcomes.map(({ status }) => status)).toEqual(WRITERS.map(() => 0))
    const { cases, settings } = storesIn(folder)
    const expected = WRITERS.flatMap((name) => Array.from({ length: WRITES }, (_, count) => `${name}-${count}`)).sort()
    const notes = (await cases.read(ID))?.answers.value.answers.one?.map(({ note }) => note) ?? []
    expect(notes.toSorted()).toEqual(expected)
    const { theme: _default, ...kept } = await settings.read()
    expect(Object.keys(kept).sort()).toEqual(expected)
    expect(readdirSync(join(folder, 'cases', ID)).sort()).toEqual(['answers.json', 'case.json', 'profile.json', 'snapshot.json'])
  })
})
