import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { describeWith } from '../support/needs.ts'
import { openWineWorkspace } from '../support/wine.ts'

const run = promisify(execFile)

describeWith('wine', 'password-dialog', () => {
  describeWith('mingw-w64', 'answered by a stand-in', () => {
    let workspace: Awaited<ReturnType<typeof openWineWorkspace>>

    beforeAll(async () => {
      workspace = await openWineWorkspace({ bundle: { ask: new URL('./programs/ask-password.ts', import.meta.url) } })
      const source = join(import.meta.dirname, 'programs', 'password-dialog.c')
      await run('x86_64-w64-mingw32-gcc', ['-shared', '-w', source, '-o', join(workspace.folder, 'dialog.dll')])
    })

    afterAll(async () => {
      await workspace?.close()
    })

    async function ask(typed: string | null) {
      const { folder, runWine } = workspace
      for (const file of ['asked.txt', 'typed.txt']) await rm(join(folder, file), { force: true })
      if (typed !== null) await writeFile(join(folder, 'typed.txt'), typed)
      const outcome = await runWine(['ask.mjs', 'asked.json', JSON.stringify({ 'credui.dll': 'dialog.dll' })])
      expect(outcome).toMatchObject({ status: 0, stderr: '' })
      return {
        ...(JSON.parse(await readFile(join(folder, 'asked.json'), 'utf8')) as { ok: boolean; value: unknown; ticks: number }),
        shown: await readFile(join(folder, 'asked.txt'), 'utf8'),
      }
    }

    it('brings every character, and the program goes on while the person types', async () => {
      const { ok, value, ticks, shown } = await ask('Grüße~→New-2026')
      expect({ ok, value }).toEqual({ ok: true, value: 'Grüße~→New-2026' })
      // 75 fit in; a main thread that waited would have had one at most.
      expect(ticks).toBeGreaterThan(10)
      expect(shown.split('\n')).toEqual([
        'size 40 thread 1 flags 140082 reserved 0000000000000000 error 0 lengths 514 257',
        'message Passwort von ERP01\\sync →',
        'caption Prüfung',
        'target erp-sync-security-checkup',
        'user ERP01\\sync',
        '',
      ])
    })

    it('gives nothing where the person closes it', async () => {
      expect(await ask(null)).toMatchObject({ ok: true, value: null })
    })
  })
})
