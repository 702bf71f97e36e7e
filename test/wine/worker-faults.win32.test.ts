import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { CollectResult } from '#electron/collector/collect.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { describeWith } from '../support/needs.ts'
import { openWineWorkspace } from '../support/wine.ts'

const LONG_MS = 60_000
const HANG_LIMIT_MS = 3000

const AREA_PROBES = [
  { id: 'host', area: 'host' },
  { id: 'services', area: 'services' },
  { id: 'programs', area: 'programs' },
]

describeWith('wine', 'workers that go wrong', () => {
  let workspace: Awaited<ReturnType<typeof openWineWorkspace>>

  beforeAll(async () => {
    workspace = await openWineWorkspace({
      bundle: {
        main: new URL('./programs/collect-main.ts', import.meta.url),
        broken: new URL('./programs/broken-worker.ts', import.meta.url),
        pretending: new URL('./programs/pretending-worker.ts', import.meta.url),
      },
    })
  })

  afterAll(async () => {
    await workspace?.close()
  })

  async function scan(worker: string, options: object): Promise<Snapshot['probes']> {
    const outcome = await workspace.runWine(['main.mjs', `${worker}.mjs`, `${worker}.json`, JSON.stringify(options)])
    expect(outcome.status).toBe(0)
    const { result }: { result: CollectResult } = JSON.parse(await readFile(join(workspace.folder, `${worker}.json`), 'utf8'))
    if (result.kind !== 'snapshot') throw new Error(`no snapshot but ${result.kind}`)
    return result.snapshot.probes
  }

  it('lose only the probe that crashes or hangs in a native call', async () => {
    const probes = await scan('broken', {
      probes: [...AREA_PROBES, { id: 'updates', area: 'host' }],
      limitsMs: { host: LONG_MS, services: HANG_LIMIT_MS, programs: LONG_MS },
    })
    expect(probes).toMatchObject({
      host: { status: 'ok', facts: { membership: 'workgroup' } },
      updates: { status: 'failed', reason: 'the worker process ended (exit status 0xC0000005, access violation)' },
      services: { status: 'failed', reason: 'the worker process did not finish within 3 s and was ended (exit status 1)' },
      programs: { status: 'ok', facts: { programs: [] } },
    })
  })

  it('lose only the probe that is ended from outside or calls what Windows only pretends to have', async () => {
    const probes = await scan('pretending', {
      probes: [...AREA_PROBES, { id: 'logons', area: 'programs' }],
      limitsMs: { host: LONG_MS, services: LONG_MS, programs: LONG_MS },
      victimFile: 'victim.pid',
    })
    expect(probes).toMatchObject({
      host: { status: 'failed', reason: 'the worker process ended (exit status 1)' },
      services: {
        status: 'failed',
        reason: 'the worker process ended (exit status 0x80000100, call of a function that is not implemented)',
      },
      programs: { status: 'unsupported', reason: 'NoSuchExport ended with error 127' },
      logons: { status: 'unsupported', reason: 'Anything ended with error 126' },
    })
  })
})
