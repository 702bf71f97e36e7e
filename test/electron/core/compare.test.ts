import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSample, type SampleInputs } from '#electron/core/bundled-samples.ts'
import { compareFiles } from '#electron/core/compare.ts'
import { createJudge } from '#electron/core/judge.ts'
import type { StandardInput } from '#electron/core/read-file.ts'

async function* nothing(): AsyncGenerator<Uint8Array> {
  yield* []
}

const noInput: StandardInput = { isTerminal: true, chunks: nothing() }
const judge = createJudge()

describe('compareFiles', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'compare-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  function file(name: string, value: unknown): string {
    const path = join(folder, name)
    writeFileSync(path, JSON.stringify(value))
    return path
  }

  async function sample(id: string): Promise<SampleInputs> {
    const found = await openSample(id)
    if (found === null) throw new Error(`no sample ${id}`)
    return found
  }

  const compare = (before: string, after: string) => compareFiles(before, after, noInput, judge)

  it('finds nothing between a snapshot and itself', async () => {
    const path = file('a.json', (await sample('typical')).snapshot.value)
    expect(await compare(path, path)).toMatchObject({
      ok: true,
      value: { kind: 'snapshots', items: [], facts: [], notes: [], notCompared: [] },
    })
  })

  it('compares the items and facts of two snapshots', async () => {
    const { value } = (await sample('typical')).snapshot
    const users = value.probes['local-users']
    if (users?.status !== 'ok') throw new Error('no users')
    const vendor = users.facts.users.find((user) => user.name === 'cimconsult')
    const without = { ...users, facts: { users: users.facts.users.filter((user) => user !== vendor) } }
    const after = { ...value, collectedAt: '2026-11-18T19:26:00Z', probes: { ...value.probes, 'local-users': without } }
    const result = await compare(file('a.json', value), file('b.json', after))
    expect(result).toMatchObject({ ok: true, value: { kind: 'snapshots', facts: [{ subject: 'cimconsult', change: 'removed' }] } })
    expect(JSON.stringify(result)).toContain('"id":"remote-user-removed"')
  })

  it('says why two snapshots may not be comparable', async () => {
    const typical = file('a.json', (await sample('typical')).snapshot.value)
    const wellKept = file('b.json', (await sample('well-kept')).snapshot.value)
    expect(await compare(wellKept, typical)).toMatchObject({ ok: true, value: { notes: ['other-server', 'reversed'] } })
    const notElevated = file('c.json', (await sample('not-elevated')).snapshot.value)
    const compared = await compare(typical, notElevated)
    expect(compared).toMatchObject({ ok: true, value: { notes: expect.arrayContaining(['less-read']) } })
    expect(JSON.stringify(compared)).toContain('"notCompared":[{')
  })

  it('compares two checkups', async () => {
    const { snapshot, profile, answers, now } = await sample('typical')
    const before = await judge({ snapshot, profile, answers, now, source: 'file' })
    const after = await judge({ snapshot, profile: null, answers: null, now: '2027-03-01T00:00:00Z', source: 'file' })
    const result = await compare(file('a.json', before), file('b.json', after))
    expect(result).toMatchObject({
      ok: true,
      value: {
        kind: 'checkups',
        before: { server: 'ERP01', grade: 'gaps', evaluatedAt: now },
        after: { evaluatedAt: '2027-03-01T00:00:00Z' },
        notes: ['other-profile', 'other-time'],
        facts: [],
      },
    })
    const changedCatalogue = { ...before, digests: { ...before.digests, catalogue: 'other' } }
    expect(await compare(file('a.json', before), file('b.json', changedCatalogue))).toMatchObject({
      ok: true,
      value: { items: [], notes: ['other-catalogue'] },
    })
  })

  it('refuses one of each, other kinds, and what cannot be read', async () => {
    const { snapshot, profile, now } = await sample('typical')
    const checkup = await judge({ snapshot, profile: null, answers: null, now, source: 'file' })
    const [a, b] = [file('a.json', snapshot.value), file('b.json', checkup)]
    expect(await compare(a, b)).toEqual({ ok: false, kinds: { old: a, oldKind: 'snapshot', new: b, newKind: 'checkup' } })
    const c = file('c.json', profile.value)
    expect(await compare(a, c)).toEqual({ ok: false, line: `${c}: $.schema: expected a snapshot or a checkup, but this is a profile file` })
    expect(await compare(join(folder, 'none'), a)).toMatchObject({ ok: false, line: expect.stringContaining('there is none of this name') })
    const d = file('d.json', { ...checkup, grade: 'fine' })
    expect(await compare(a, d)).toMatchObject({ ok: false, line: expect.stringMatching(/d\.json: \$\.grade: expected /) })
    expect(await compare(file('e.json', {}), a)).toMatchObject({ ok: false, line: expect.stringMatching(/e\.json: \$\.schema: expected /) })
  })
})
