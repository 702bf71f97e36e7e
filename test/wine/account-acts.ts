import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'vitest'

import { openWineWorkspace } from '../support/wine.ts'
import type { Step } from './programs/act-on-accounts.ts'

const run = promisify(execFile)

/** A Windows on which acts are done to users and tasks. */
export interface AccountActs {
  readonly workspace: Awaited<ReturnType<typeof openWineWorkspace>>
  /** Compiles a program of this folder once for each library, with its definitions. */
  compile(source: string, libraries: Readonly<Record<string, readonly string[]>>, ...options: readonly string[]): Promise<void>
  /** What came of each act, and the calls that made libraries noted down; `replaced` are these by the libraries that they stand in for. */
  act(replaced: Readonly<Record<string, string>>, ...steps: readonly Step[]): Promise<{ results: unknown[]; calls: readonly string[] }>
}

/** Opens a Windows with the acting program and others. */
export async function openAccountActs(more: Readonly<Record<string, URL>> = {}): Promise<AccountActs> {
  const workspace = await openWineWorkspace({ bundle: { act: new URL('./programs/act-on-accounts.ts', import.meta.url), ...more } })
  const { folder, runWine } = workspace
  const notes = join(folder, 'calls.txt')
  return {
    workspace,
    compile: async (source, libraries, ...options) => {
      for (const [library, definitions] of Object.entries(libraries)) {
        const from = join(import.meta.dirname, 'programs', source)
        const flags = ['-D_WIN32_WINNT=0x0A00', '-shared', '-w', ...definitions]
        await run('x86_64-w64-mingw32-gcc', [...flags, from, ...options, '-o', join(folder, library)])
      }
    },
    act: async (replaced, ...steps) => {
      await rm(notes, { force: true })
      await writeFile(join(folder, 'steps.json'), JSON.stringify(steps))
      const outcome = await runWine(['act.mjs', 'results.json', 'steps.json', JSON.stringify(replaced)])
      expect(outcome).toMatchObject({ status: 0, stderr: '' })
      const { results, outstanding } = JSON.parse(await readFile(join(folder, 'results.json'), 'utf8'))
      expect(Object.entries(outstanding).filter(([, count]) => count !== 0)).toEqual([])
      const calls = await readFile(notes, 'utf8').catch(() => '')
      return { results, calls: calls.split('\n').filter((line) => line !== '') }
    },
  }
}
