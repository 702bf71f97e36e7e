import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { newCase, storesIn } from './stores.ts'
import { temporaryFolders } from './temporary-folder.ts'

const makeFolder = temporaryFolders()
const ID = 'file-erp01'

/** Writers at once, and how often each writes: enough that some of them always meet. */
const WRITERS = ['a', 'b', 'c']
const WRITES = 25

/** Writers that are killed one after the other, each at another moment of its work. */
const KILLS = 6

function hammer(folder: string, name: string, times: number): ChildProcess {
  const program = fileURLToPath(new URL('./hammer.ts', import.meta.url))
  return spawn(process.execPath, ['--no-warnings', program, folder, name, String(times), ID], { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function notesIn(folder: string): Promise<string[]> {
  const stored = await storesIn(folder).cases.read(ID)
  return (stored?.answers.value.answers.one ?? []).map(({ note }) => note)
}

describe('records of several processes', () => {
  it('lose nothing when all write at once', async () => {
    const folder = makeFolder()
    await storesIn(folder).cases.create(ID, newCase)
    const children = WRITERS.map((name) => hammer(folder, name, WRITES))
    for (const child of children) child.stdout?.resume()
    const statuses = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0] as number))
    expect(statuses).toEqual(WRITERS.map(() => 0))
    const expected = WRITERS.flatMap((name) => Array.from({ length: WRITES }, (_, count) => `${name}-${count}`)).sort()
    expect((await notesIn(folder)).sort()).toEqual(expected)
    const { theme: _default, ...settings } = await storesIn(folder).settings.read()
    expect(Object.keys(settings).sort()).toEqual(expected)
  })

  it('are whole after writers were killed in the middle, and the next writer goes on at once', async () => {
    const folder = makeFolder()
    const { cases, settings } = storesIn(folder)
    await cases.create(ID, newCase)
    let written = 0
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = hammer(folder, `k${kill}`, Number.POSITIVE_INFINITY)
      for (let dots = 0; dots <= kill; ) dots += String((await once(child.stdout ?? child, 'data'))[0]).length
      const exit = once(child, 'exit')
      child.kill('SIGKILL')
      await exit
      const notes = await notesIn(folder)
      expect(notes.length).toBeGreaterThan(written)
      written = notes.length
    }
    await settings.change({ after: true })
    expect(await settings.read()).toMatchObject({ after: true, 'k0-0': 0 })
    await cases.change(ID, async ({ answers }) => ({ answers: answers.value }))
    expect([...(await cases.damaged()), ...(await settings.damaged())]).toEqual([])
    const files = readdirSync(join(folder, 'cases', ID))
    for (const name of files) expect(() => JSON.parse(readFileSync(join(folder, 'cases', ID, name), 'utf8'))).not.toThrow()
    expect(files.sort()).toEqual(['answers.json', 'case.json', 'profile.json', 'snapshot.json'])
  })
})
