import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import { describeWith } from '../support/needs.ts'
import { openWineWorkspace } from '../support/wine.ts'

/** ERROR_FILE_NOT_FOUND of winerror.h. */
const NOT_FOUND = 2

describeWith('wine', 'elevate', () => {
  let workspace: Awaited<ReturnType<typeof openWineWorkspace>>

  beforeAll(async () => {
    workspace = await openWineWorkspace({ bundle: { start: new URL('./programs/start-elevated.ts', import.meta.url) } })
  })
  afterAll(async () => {
    await workspace?.close()
  })

  async function start(program: string, parameters: string, name: string): Promise<unknown> {
    expect(await workspace.runWine(['start.mjs', program, parameters, `${name}.json`])).toMatchObject({ status: 0 })
    return JSON.parse(await readFile(join(workspace.folder, `${name}.json`), 'utf8'))
  }

  it('starts the program with its arguments, as the structure that is handed to Windows says', async () => {
    const parameters = '/c "echo started as told> C:\\started-by-elevate.txt"'
    // Wine has no consent: whoever runs there is an administrator already.
    expect(await start('C:\\windows\\system32\\cmd.exe', parameters, 'started')).toEqual({
      isElevated: true,
      canElevate: false,
      result: { kind: 'started' },
    })
    const written = join(workspace.prefix.driveC, 'started-by-elevate.txt')
    await vi.waitFor(() => expect(existsSync(written)).toBe(true), { timeout: 20_000 })
    await vi.waitFor(async () => expect((await readFile(written, 'utf8')).trim()).toBe('started as told'), { timeout: 20_000 })
  })

  it('tells the code of Windows where the program is not there', async () => {
    expect(await start('C:\\windows\\no-such-program.exe', '', 'missing')).toMatchObject({ result: { kind: 'failed', code: NOT_FOUND } })
  })
})
