import { execFile } from 'node:child_process'
import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

import { describeWith } from '../support/needs.ts'
import { withFolder } from './support.ts'

const run = promisify(execFile)

const source = join(import.meta.dirname, '..', 'wine', 'programs', 'inner-library.c')
const loader = fileURLToPath(new URL('./programs/load-planted.ts', import.meta.url))

/** What the planted library answers. */
const PLANTED = 2

/** ERROR_PROC_NOT_FOUND: the library of Windows has no such function, so it was that one. */
const NOT_IN_WINDOWS = 127

describeWith('Windows', 'planted libraries on a real Windows', () => {
  describeWith('mingw-w64', 'beside the executable', () => {
    it.each([
      { mode: 'unguarded', answer: PLANTED, what: 'are loaded by a program that takes no care' },
      { mode: 'guarded', answer: NOT_IN_WINDOWS, what: 'are not loaded by this program' },
    ])('$what', async ({ mode, answer }) => {
      await withFolder(async (folder) => {
        await copyFile(process.execPath, join(folder, 'node.exe'))
        await run('x86_64-w64-mingw32-gcc', ['-shared', `-DORIGIN=${PLANTED}`, source, '-o', join(folder, 'authz.dll')])
        const output = join(folder, 'answer.json')
        await run(join(folder, 'node.exe'), [loader, mode, output], { windowsHide: true })
        expect(JSON.parse(await readFile(output, 'utf8'))).toBe(answer)
      })
    })
  })
})
