import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import type { FolderProtection } from '#electron/win32/protected-folder.ts'
import type { Win32Result } from '#electron/win32/result.ts'
import { fileHeads } from '../electron/rotation/file-heads.ts'
import { journalsIn, opened, PLAN } from '../electron/rotation/journals-under-test.ts'
import { describeWith } from '../support/needs.ts'
import { openWineWorkspace } from '../support/wine.ts'

const WRITERS = ['a', 'b']
const WRITES = 15

/** Of a program that is ended by force while it writes. */
const PROMISES_BEFORE_THE_END = 5

/** Wine tells owner and access list by the mode of the file on this machine: the user's own, and `S-1-1-0` for everybody. */
const EVERYONE = 'S-1-1-0'

/** What the program that makes the folders wrote down. */
interface Told {
  readonly programData: unknown
  readonly missing: unknown
  readonly squatted: unknown
  readonly created: unknown
  readonly protections: readonly Win32Result<FolderProtection>[]
  readonly locked: unknown
}

function allowedIn(protection: Win32Result<FolderProtection> | undefined): readonly string[] {
  if (protection?.ok !== true || protection.value.allowed === null) throw new Error('no access list')
  return protection.value.allowed
}

describeWith('wine', 'journals of Windows', () => {
  let workspace: Awaited<ReturnType<typeof openWineWorkspace>>
  let told: Told

  beforeAll(async () => {
    workspace = await openWineWorkspace({
      bundle: {
        protect: new URL('./programs/protect-folders.ts', import.meta.url),
        append: new URL('../electron/rotation/append-until-killed.ts', import.meta.url),
      },
    })
    expect(await workspace.runWine(['protect.mjs', 'protect.json'])).toMatchObject({ status: 0, stderr: '' })
    told = JSON.parse(await readFile(join(workspace.folder, 'protect.json'), 'utf8'))
  })

  afterAll(async () => {
    await workspace?.close()
  })

  /** A journal in a folder of the workspace, begun on this machine. */
  async function begin(name: string): Promise<{ readonly folder: string; readonly journal: string }> {
    const folder = join(workspace.folder, name)
    await mkdir(folder)
    const journal = opened(await journalsIn(folder, fileHeads(folder)).create(PLAN))
    await journal.close()
    return { folder, journal: journal.name }
  }

  async function eventsIn(folder: string, name: string): Promise<readonly string[]> {
    const journal = opened(await journalsIn(folder, fileHeads(folder)).open(name))
    expect(journal.proof).toEqual({ state: 'proven' })
    await journal.close()
    return journal.content.events.map(({ event }) => event.type)
  }

  it('lie in folders that let in nobody else, and never in one that somebody else made', () => {
    const folder = 'C:\\ProgramData\\ERP Checkup\\Rotation'
    expect(told.programData).toEqual({ ok: true, value: 'C:\\ProgramData' })
    expect(told.missing).toEqual({ state: 'missing', folder })
    const squatted = { state: 'refused', folder, problem: 'owner', detail: expect.stringMatching(/^S-1-5-21-/) }
    expect(told.squatted).toEqual([squatted, squatted])
    expect(told.created).toMatchObject([{ value: 'created' }, { value: 'exists' }, { failure: { function: 'CreateDirectoryW', code: 3 } }])
    const [made, plain, none] = told.protections
    expect(made).toMatchObject({ ok: true, value: { isFolder: true, isLink: false, unknownEntries: 0 } })
    expect(allowedIn(made)).not.toContain(EVERYONE)
    expect(allowedIn(plain)).toContain(EVERYONE)
    expect(none).toMatchObject({ ok: false, failure: { function: 'CreateFileW', code: 2 } })
  })

  it('are open for one holder at a time', () => {
    expect(told.locked).toEqual([true, false, true])
  })

  it('lose nothing when several processes write', async () => {
    const { folder, journal } = await begin('several')
    const outcomes = await Promise.all(
      WRITERS.map((writer) => workspace.runWine(['--no-warnings', 'append.mjs', 'several', journal, writer, String(WRITES), '2'])),
    )
    expect(outcomes.map(({ status, stderr }) => ({ status, stderr }))).toEqual(WRITERS.map(() => ({ status: 0, stderr: '' })))
    const expected = WRITERS.flatMap((writer) => Array.from({ length: WRITES }, (_, count) => `${writer}-${count}`))
    expect((await eventsIn(folder, journal)).toSorted()).toEqual(expected.toSorted())
  })

  it('hold everything that a process promised before Windows ended it', async () => {
    const { folder, journal } = await begin('ended')
    const promised = (): readonly string[] => {
      const path = join(folder, 'promised-w')
      return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : []
    }
    const running = workspace.runWine(['--no-warnings', 'append.mjs', 'ended', journal, 'w', '1000000', '1000000'])
    await vi.waitFor(() => expect(promised().length).toBeGreaterThan(PROMISES_BEFORE_THE_END), { timeout: 60_000, interval: 20 })
    await workspace.prefix.stop()
    await running
    const events = await eventsIn(folder, journal)
    expect(events.slice(0, promised().length)).toEqual(promised())
    expect(events.length - promised().length).toBeLessThanOrEqual(1)
  })
})
