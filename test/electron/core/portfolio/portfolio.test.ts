import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { writeSamples } from '#electron/core/bundled-samples.ts'
import { checkupArray, saveCheckupArray } from '#electron/core/portfolio/checkup-array.ts'
import type { JudgedFile, JudgeSettings } from '#electron/core/portfolio/messages.ts'
import { runPool } from '#electron/core/portfolio/pool.ts'
import { createPortfolioCore } from '#electron/core/portfolio/portfolio.ts'
import { startThreadWorker } from '#electron/core/portfolio/thread-worker.ts'
import { loadSample, sampleIds } from '#shared/samples/index.ts'

const judgeWorkerPath = join(import.meta.dirname, '..', '..', '..', '..', 'electron', 'core', 'portfolio', 'worker-entry.ts')

/** Starting threads that strip types on a busy machine. */
const THREADS_TIMEOUT_MS = 60_000

const settings: JudgeSettings = { language: 'en', now: '2026-11-18T00:00:00Z', profile: null, answers: null, withCheckups: true }

async function* listed(elements: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* elements
}

async function joined(elements: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of elements) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

describe('judging many snapshots', { timeout: THREADS_TIMEOUT_MS }, () => {
  let root = ''
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'portfolio-'))
    await writeSamples(join(root, 'samples'))
  })
  afterAll(() => {
    rmSync(root, { recursive: true, force: true })
  })

  async function judge(paths: readonly string[], more: Partial<JudgeSettings> = {}, workers = 2): Promise<JudgedFile[]> {
    const core = createPortfolioCore({ judgeWorkerPath, judgeWorkers: workers })
    const found = await core.find(paths.map((path) => join(root, path)))
    if (!found.ok) throw new Error(found.line)
    const results: JudgedFile[] = []
    for await (const judged of core.judge({ ...settings, ...more, found: found.value })) results.push(judged)
    return results
  }

  const reasons = (results: readonly JudgedFile[]): string[] => results.flatMap(({ row }) => (row.kind === 'unread' ? row.reason : []))

  it('judges each sample with its own profile and answers', async () => {
    const results = await judge(['samples'])
    expect(results).toHaveLength(sampleIds.length)
    expect(new Set(results.map(({ row }) => row.kind === 'judged' && row.organization))).toEqual(
      new Set(sampleIds.map((id) => loadSample(id).profile.organization)),
    )
    const statuses = Object.fromEntries(results.map(({ row, status }) => [row.file.split(/[\\/]/).at(-2), status]))
    expect(statuses).toMatchObject({ 'well-kept': 'done', typical: 'fails', 'standard-edition': 'open' })
  })

  it('gives the same whatever the number of workers', async () => {
    mkdirSync(join(root, 'many'))
    for (let index = 0; index < 200; index += 1) {
      const id = sampleIds[index % sampleIds.length] ?? ''
      copyFileSync(join(root, 'samples', id, 'snapshot.json'), join(root, 'many', `s${index}.json`))
    }
    writeFileSync(join(root, 'many', 's100.json'), '')
    const one = await judge(['many'], {}, 1)
    expect(one).toHaveLength(200)
    expect(await judge(['many'], {}, 3)).toEqual(one)
  })

  it('takes the given profile for a snapshot without one, and for no other', async () => {
    mkdirSync(join(root, 'bare'))
    copyFileSync(join(root, 'samples', 'typical', 'snapshot.json'), join(root, 'bare', 'ERP.json'))
    const { profile } = loadSample('german')
    const given = { name: 'given.json', value: profile, digest: '0'.repeat(64) }
    const results = await judge(['bare', 'samples/well-kept'], { profile: given })
    expect(results.map(({ row }) => row.kind === 'judged' && row.organization)).toEqual([
      profile.organization,
      loadSample('well-kept').profile.organization,
    ])
  })

  it('passes over our other files where they are found, and refuses them where they are named', async () => {
    mkdirSync(join(root, 'mixed'))
    const others = { 'checkup@1': 'a', 'certificate@3': 'b', 'profile@1': 'c', 'answers@2': 'd' }
    for (const [schema, name] of Object.entries(others)) {
      writeFileSync(join(root, 'mixed', `${name}.json`), JSON.stringify({ schema: `erp-sync-checkup/${schema}` }))
    }
    writeFileSync(join(root, 'mixed', 'array.json'), JSON.stringify([{ schema: 'erp-sync-checkup/checkup@1' }]))
    expect(reasons(await judge(['mixed']))).toEqual(['expected snapshots (*.json) in this folder, but there are none'])
    copyFileSync(join(root, 'samples', 'typical', 'snapshot.json'), join(root, 'mixed', 'snapshot.json'))
    expect(reasons(await judge(['mixed']))).toEqual([])
    expect(reasons(await judge(['mixed/c.json', 'mixed/snapshot.json']))).toEqual([expect.stringMatching(/^\$\.schema: expected /)])
    writeFileSync(join(root, 'mixed', 'newer.json'), JSON.stringify({ schema: 'erp-sync-checkup/snapshot@2' }))
    writeFileSync(join(root, 'mixed', 'package.json'), JSON.stringify({ name: 'x' }))
    expect(reasons(await judge(['mixed']))).toEqual([expect.stringContaining('newer version'), expect.stringContaining('$.schema')])
  })

  it('names the profile that keeps a snapshot from being judged', async () => {
    mkdirSync(join(root, 'own'))
    copyFileSync(join(root, 'samples', 'typical', 'snapshot.json'), join(root, 'own', 'ERP.json'))
    writeFileSync(join(root, 'own', 'ERP.profile.json'), '{')
    const [result] = await judge(['own'])
    const profile = join(root, 'own', 'ERP.profile.json')
    expect(result?.line).toMatch(/ERP\.profile\.json: \$: expected JSON/)
    expect(result?.row).toMatchObject({ kind: 'unread', file: join(root, 'own', 'ERP.json'), reason: expect.stringContaining(profile) })
  })

  it('loses to memory only the file that takes too much', async () => {
    const small = join(root, 'samples', 'typical', 'snapshot.json')
    const large = join(root, 'large.json')
    const snapshot = JSON.parse(readFileSync(small, 'utf8'))
    const [user] = snapshot.probes['local-users'].facts.users
    snapshot.probes['local-users'].facts.users = Array.from({ length: 120_000 }, (_, index) => ({ ...user, name: `user ${index}` }))
    writeFileSync(large, JSON.stringify(snapshot))
    const jobs = [small, small, large, small, small, small].map((path) => ({
      path,
      profile: null,
      answers: null,
      isNamed: true,
      sizeBytes: 1,
    }))
    const start = () => startThreadWorker(judgeWorkerPath, settings, 64)
    const lines: (string | null)[] = []
    for await (const judged of runPool(jobs, { workers: 2, start })) lines.push(judged.kind === 'row' ? judged.line : 'other')
    expect(lines).toEqual([null, null, expect.stringMatching(/large\.json: expected a snapshot of usual size/), null, null, null])
  })

  it('cannot start a worker that is not there', async () => {
    const core = createPortfolioCore({ judgeWorkerPath: join(root, 'none.mjs'), judgeWorkers: 1 })
    const found = await core.find([join(root, 'samples')])
    if (!found.ok) throw new Error(found.line)
    await expect(core.judge({ ...settings, found: found.value }).next()).rejects.toThrow('could not be started')
  })

  it('writes checkups as one array, to a stream and to a file alike', async () => {
    const elements = (await judge(['samples'])).flatMap(({ checkup }) => checkup ?? [])
    const text = await joined(checkupArray(listed(elements)))
    expect(`${JSON.stringify(JSON.parse(text), null, 2)}\n`).toBe(text)
    expect(JSON.parse(text)).toHaveLength(sampleIds.length)
    const file = join(root, 'all.json')
    expect(await saveCheckupArray(file, listed(elements))).toEqual({ ok: true, value: file })
    expect(readFileSync(file, 'utf8')).toBe(text)
    expect(await joined(checkupArray(listed([])))).toBe('[]\n')
  })

  it('never says that something else than checkups was saved', async () => {
    const file = join(root, 'not.json')
    await expect(saveCheckupArray(file, listed([Buffer.from('  {}')]))).rejects.toThrow('element 0 is no checkup')
    expect(() => readFileSync(file)).toThrow('ENOENT')
  })
})
