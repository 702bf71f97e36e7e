import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, it } from 'vitest'

import type { ProbeReading } from '#electron/probes/probe.ts'
import type { Facts } from '#shared/facts/index.ts'
import { describeWith } from '../support/needs.ts'
import { withPrefix } from '../support/wine.ts'

const run = promisify(execFile)

const LIBRARY = 'made.dll'
const REPLACED = { 'advapi32.dll': LIBRARY, 'kernel32.dll': LIBRARY, 'winhttp.dll': LIBRARY }

/** The library makes an access list of its own for each, by its name. */
const FILES = ['closed', 'denied', 'mixed', 'open'].map((name) => `${name}.pem`)

interface Outcome {
  readonly connector: ProbeReading<Facts['connector']>
  readonly proxy: unknown
  readonly outstanding: Readonly<Record<string, number>>
}

const key = generateKeyPairSync('ed25519').publicKey.export({ format: 'pem', type: 'spki' }).toString()

describeWith('wine', 'readers of keys', () => {
  describeWith('mingw-w64', 'of a made library', () => {
    let outcome: Outcome

    beforeAll(async () => {
      const bundle = {
        read: new URL('./programs/read-settings.ts', import.meta.url),
        seed: new URL('./programs/seed-services.ts', import.meta.url),
      }
      await withPrefix({ bundle }, async ({ folder, prefix, runWine }) => {
        const source = join(import.meta.dirname, 'programs', 'made-readers.c')
        await run('x86_64-w64-mingw32-gcc', ['-D_WIN32_WINNT=0x0A00', '-shared', '-w', source, '-o', join(folder, LIBRARY)])
        await mkdir(join(prefix.driveC, 'Made'))
        for (const file of FILES) await writeFile(join(prefix.driveC, 'Made', file), key)
        const service = { name: 'Made', displayName: 'Made', startType: 3, imagePath: 'C:\\Made\\agent.exe', account: null }
        await writeFile(join(folder, 'services.json'), JSON.stringify([service]))
        expect(await runWine(['seed.mjs', 'services.json'])).toMatchObject({ status: 0, stderr: '' })
        const options = JSON.stringify({ syncTools: [{ name: 'Made', kind: 'connector' }], replaced: REPLACED })
        expect(await runWine(['read.mjs', 'readings.json', options])).toMatchObject({ status: 0, stderr: '' })
        outcome = JSON.parse(await readFile(join(folder, 'readings.json'), 'utf8'))
      })
    })

    it('are those whom the list lets read, of every kind of entry', () => {
      const { connector } = outcome
      if (connector.status !== 'ok') throw new Error(connector.reason)
      const keys = connector.facts.installations[0]?.keys ?? []
      const own = (rid: number) => `S-1-5-21-9-9-9-${rid}`
      expect(keys.map(({ path, readableBy }) => [path, readableBy.map(({ sid }) => sid)])).toEqual([
        ['C:\\Made\\closed.pem', []],
        ['C:\\Made\\denied.pem', []],
        ['C:\\Made\\mixed.pem', ['S-1-5-32-544', own(1001), own(1002), 'S-1-5-21-8-8-8-1004']],
        ['C:\\Made\\open.pem', ['S-1-1-0']],
      ])
      expect(connector.incomplete).toBe(true)
      expect(connector.notes).toEqual([
        'who may read C:\\Made\\denied.pem is not known: GetNamedSecurityInfoW for C:\\Made\\denied.pem ended with error 5; missing right: READ_CONTROL',
      ])
    })

    it('leave no buffer behind, nor does the proxy', () => {
      expect(outcome.proxy).toEqual({ ok: true, value: { servers: 'http=büro:80;https=b:443', bypass: '<local>' } })
      expect(outcome.outstanding).toEqual({ 'advapi32.dll': 0, 'kernel32.dll': 0, 'winhttp.dll': 0 })
    })
  })
})
