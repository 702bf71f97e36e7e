import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

import type { CollectResult } from '#electron/collector/collect.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { describeWith } from '../support/needs.ts'
import { withFolder } from './support.ts'

const run = promisify(execFile)

const main = fileURLToPath(new URL('../wine/programs/collect-main.ts', import.meta.url))

const LONG_MS = 60_000
const HANG_LIMIT_MS = 3000

const AREAS = ['host', 'services', 'programs']
const OWN_PROBES = AREAS.map((area) => ({ id: area, area }))
const LONG_LIMITS = Object.fromEntries(AREAS.map((area) => [area, LONG_MS]))

/** Scans by a worker of test/wine/programs, which Node takes as it is written. */
async function scan(worker: string, options: object): Promise<Snapshot['probes']> {
  return await withFolder(async (folder) => {
    await run(process.execPath, [main, `${worker}.ts`, join(folder, 'out.json'), JSON.stringify(options)], {
      cwd: folder,
      windowsHide: true,
    })
    const { result }: { result: CollectResult } = JSON.parse(await readFile(join(folder, 'out.json'), 'utf8'))
    if (result.kind !== 'snapshot') throw new Error(`no snapshot but ${result.kind}`)
    return result.snapshot.probes
  })
}

describeWith('Windows', 'workers that go wrong on a real Windows', () => {
  it('lose only the probe that crashes or hangs in a native call', async () => {
    const probes = await scan('broken-worker', {
      probes: [...OWN_PROBES, { id: 'updates', area: 'host' }],
      limitsMs: { ...LONG_LIMITS, services: HANG_LIMIT_MS },
    })
    expect(probes).toMatchObject({
      host: { status: 'ok' },
      updates: { status: 'failed', reason: 'the worker process ended (exit status 0xC0000005, access violation)' },
      services: { status: 'failed', reason: 'the worker process did not finish within 3 s and was ended (exit status 1)' },
      programs: { status: 'ok' },
    })
  })

  it('lose only the probe that is ended from outside or calls what Windows does not have', async () => {
    const probes = await scan('pretending-worker', {
      probes: [...OWN_PROBES, { id: 'logons', area: 'programs' }],
      limitsMs: LONG_LIMITS,
      victimFile: 'victim.pid',
    })
    expect(probes).toMatchObject({
      host: { status: 'failed', reason: 'the worker process ended (exit status 1)' },
      services: { status: 'failed' },
      programs: { status: 'unsupported', reason: 'NoSuchExport ended with error 127' },
      logons: { status: 'unsupported', reason: 'Anything ended with error 126' },
    })
  })
})
