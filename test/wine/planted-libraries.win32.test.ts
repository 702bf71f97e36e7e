import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { describeWith } from '../support/needs.ts'
import { openWineWorkspace } from '../support/wine.ts'

const run = promisify(execFile)

const sources = join(import.meta.dirname, 'programs')

/** What the made libraries answer, by where they lie. */
const FROM_SYSTEM = 1
const PLANTED = 2

/** ERROR_PROC_NOT_FOUND: the netapi32.dll of Windows has no such function, so it was that one. */
const NOT_IN_WINDOWS = 127

describeWith('wine', 'planted libraries', () => {
  describeWith('mingw-w64', 'beside the executable', () => {
    let workspace: Awaited<ReturnType<typeof openWineWorkspace>>

    beforeAll(async () => {
      workspace = await openWineWorkspace({
        bundle: {
          load: new URL('./programs/load-libraries.ts', import.meta.url),
          main: new URL('./programs/collect-main.ts', import.meta.url),
          worker: new URL('../../electron/collector/worker-entry.ts', import.meta.url),
        },
      })
      // The order in which Windows itself looks; Wine would take its own library first.
      const overrides = ['add', 'HKCU\\Software\\Wine\\DllOverrides', '/v', 'netapi32', '/d', 'native,builtin', '/f']
      expect(await workspace.prefix.run('reg.exe', overrides)).toMatchObject({ status: 0 })
      const system = join(workspace.prefix.driveC, 'windows', 'system32')
      const compile = (...args: readonly string[]) => run('x86_64-w64-mingw32-gcc', ['-shared', ...args])
      const inner = join(sources, 'inner-library.c')
      await compile(`-DORIGIN=${FROM_SYSTEM}`, inner, '-o', join(system, 'inner.dll'))
      await compile(join(sources, 'outer-library.c'), join(system, 'inner.dll'), '-o', join(system, 'outer.dll'))
      for (const name of ['inner.dll', 'netapi32.dll']) await compile(`-DORIGIN=${PLANTED}`, inner, '-o', join(workspace.folder, name))
    })

    afterAll(async () => {
      await workspace?.close()
    })

    async function load(mode: string): Promise<unknown> {
      expect(await workspace.runWine(['load.mjs', mode, `${mode}.json`])).toMatchObject({ status: 0, stderr: '' })
      return JSON.parse(await readFile(join(workspace.folder, `${mode}.json`), 'utf8'))
    }

    it('are loaded by name and as a dependency by a program that takes no care', async () => {
      expect(await load('unguarded')).toEqual({ byName: PLANTED, dependency: PLANTED })
    })

    it('are loaded neither by name nor as a dependency by this program', async () => {
      expect(await load('guarded')).toEqual({ byName: NOT_IN_WINDOWS, dependency: FROM_SYSTEM })
    })

    it('do not change what the collector finds', async () => {
      expect(await workspace.runWine(['main.mjs', 'worker.mjs', 'out.json'])).toMatchObject({ status: 0 })
      const { result } = JSON.parse(await readFile(join(workspace.folder, 'out.json'), 'utf8'))
      expect(result).toMatchObject({
        kind: 'snapshot',
        snapshot: { probes: { host: { status: 'ok', facts: { membership: 'workgroup' } } } },
      })
      expect(result.snapshot.probes.host.incomplete).toBeUndefined()
    })
  })
})
