import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyAnswers } from '#shared/formats/answers.ts'
import type { Checkup } from '#shared/formats/checkup.ts'
import { sampleCheckup } from '../../support/checkup.ts'
import { newCase, storesIn } from './stores.ts'
import { temporaryFolders } from './temporary-folder.ts'

const makeFolder = temporaryFolders()
const isPosix = process.platform !== 'win32'
const ID = 'file-erp01-0123456789ab'
const kept: Checkup = { ...sampleCheckup, id: 'ab'.repeat(16) }

async function withCase() {
  const folder = makeFolder()
  const { cases } = storesIn(folder)
  await cases.create(ID, newCase)
  const place = join(folder, 'cases', ID)
  const damage = (name: string): void => writeFileSync(join(place, name), '{"schema": "erp-sync-ch')
  return { folder, cases, place, damage }
}

describe('createCaseStore', () => {
  it('keeps a case as whole files for this user alone, the snapshot byte for byte', async () => {
    const { cases, place } = await withCase()
    expect(readdirSync(place).sort()).toEqual(['answers.json', 'case.json', 'profile.json', 'snapshot.json'])
    expect(readFileSync(join(place, 'snapshot.json'), 'utf8')).toBe(newCase.snapshotText)
    expect(Buffer.from((await cases.snapshotBytes(ID)) ?? []).toString()).toBe(newCase.snapshotText)
    if (isPosix) {
      for (const name of readdirSync(place)) expect(statSync(join(place, name)).mode & 0o777).toBe(0o600)
      expect(statSync(place).mode & 0o777).toBe(0o700)
    }
  })

  it('leaves a case alone that is there already', async () => {
    const { cases } = await withCase()
    expect(await cases.create(ID, { ...newCase, profile: { ...newCase.profile, organization: 'Other' } })).toBe(false)
    expect((await cases.read(ID))?.profile.value.organization).toBe('Example Ltd')
  })

  it('changes what is given and keeps the rest, keys that it does not know among them', async () => {
    const { cases, place } = await withCase()
    writeFileSync(join(place, 'profile.json'), JSON.stringify({ ...newCase.profile, ours: 1 }))
    await cases.change(ID, async ({ profile }) => ({ profile: { ...profile.value, organization: 'New' } }))
    expect(JSON.parse(readFileSync(join(place, 'profile.json'), 'utf8'))).toMatchObject({ organization: 'New', ours: 1 })
    expect((await cases.read(ID))?.answers.value).toEqual(emptyAnswers)
  })

  it('knows no case that was never made or was removed', async () => {
    const { folder, cases } = await withCase()
    expect(await cases.read('file-none')).toBeNull()
    expect(await cases.change('file-none', async () => ({}))).toBeNull()
    expect(await cases.remove('file-none')).toBe(false)
    expect(await cases.remove(ID)).toBe(true)
    expect(await cases.read(ID)).toBeNull()
    expect(readdirSync(join(folder, 'cases'))).toEqual([])
  })

  it('keeps checkups in order and reads none that the case does not list', async () => {
    const { cases, place } = await withCase()
    const later = { ...kept, id: 'cd'.repeat(16), evaluatedAt: '2026-12-01T00:00:00Z' }
    await cases.keepCheckup(ID, kept)
    const stored = await cases.keepCheckup(ID, later)
    expect(stored?.file.checkups.map(({ id }) => id)).toEqual([kept.id, later.id])
    expect(await cases.checkup(ID, kept.id)).toEqual(kept)
    writeFileSync(join(place, 'checkups', 'planted.json'), JSON.stringify(kept))
    expect(await cases.checkup(ID, 'planted')).toBeNull()
    expect(await cases.checkup(ID, '../case')).toBeNull()
  })

  it.each(['profile.json', 'answers.json', 'case.json'])('sets a damaged %s aside, names it, and goes on without it', async (name) => {
    const { cases, place, damage } = await withCase()
    await cases.keepCheckup(ID, kept)
    damage(name)
    const stored = await cases.read(ID)
    const aside = join(place, `${name}.damaged-20261120T100000000Z`)
    expect(stored?.setAside).toEqual([aside])
    expect(readFileSync(aside, 'utf8')).toBe('{"schema": "erp-sync-ch')
    expect(stored?.file).toMatchObject({ source: 'file', checkups: [{ id: kept.id }] })
    await cases.change(ID, async () => ({ answers: emptyAnswers, profile: newCase.profile }))
    expect(await cases.damaged()).toEqual([aside])
    expect(existsSync(aside)).toBe(true)
  })

  it('has no case to show where the snapshot is damaged, and says so again and again', async () => {
    const { cases, place, damage } = await withCase()
    damage('snapshot.json')
    for (let look = 0; look < 2; look += 1) {
      await expect(cases.read(ID)).rejects.toMatchObject({ reason: 'damaged', path: join(place, 'snapshot.json') })
    }
    expect(await cases.damaged()).toEqual([join(place, 'snapshot.json.damaged-20261120T100000000Z')])
  })

  it('sets a damaged checkup aside', async () => {
    const { cases, damage } = await withCase()
    await cases.keepCheckup(ID, kept)
    damage(join('checkups', `${kept.id}.json`))
    expect(await cases.checkup(ID, kept.id)).toBeNull()
    expect(await cases.damaged()).toHaveLength(1)
  })

  it('leaves alone what a newer version wrote', async () => {
    const { cases, place } = await withCase()
    const text = '{"schema": "erp-sync-checkup/answers@2", "new": true}'
    writeFileSync(join(place, 'answers.json'), text)
    await expect(cases.change(ID, async () => ({ answers: emptyAnswers }))).rejects.toMatchObject({ reason: 'newer' })
    expect(readFileSync(join(place, 'answers.json'), 'utf8')).toBe(text)
  })

  it('takes away what a writer left in the middle, and no case that is half made', async () => {
    const { folder, cases, place } = await withCase()
    writeFileSync(join(place, '.answers.json.0123456789ab.tmp'), 'half')
    mkdirSync(join(folder, 'cases', '.new-file-x-012345'))
    await cases.change(ID, async () => ({ answers: emptyAnswers }))
    expect(readdirSync(place).filter((name) => name.endsWith('.tmp'))).toEqual([])
    expect(await cases.ids()).toEqual([ID])
    await cases.create('file-y', newCase)
    expect(readdirSync(join(folder, 'cases')).sort()).toEqual([ID, 'file-y'])
  })

  it('reads a snapshot anew once its file is another', async () => {
    const { cases } = await withCase()
    await cases.read(ID)
    const snapshotText = newCase.snapshotText.replace('09:00:00Z', '09:30:00Z')
    const changed = await cases.change(ID, async () => ({ snapshotText }))
    expect(changed?.snapshot.value.collectedAt).toBe('2026-11-20T09:30:00Z')
  })

  it.runIf(isPosix)('refuses with what the system says where a folder cannot be written', async () => {
    const folder = makeFolder()
    writeFileSync(join(folder, 'cases'), 'a file in the way')
    await expect(storesIn(folder).cases.create(ID, newCase)).rejects.toMatchObject({ reason: 'not-written', detail: 'EEXIST' })
  })
})
