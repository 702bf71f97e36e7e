import { describe, expect, it } from 'vitest'
import { checks } from '#shared/checks/index.ts'
import { sampleIds } from '#shared/samples/index.ts'
import { appTexts } from '#shared/texts/app.ts'
import { apps, refusal } from './client.ts'

const open = apps()

describe('app', () => {
  it('says what it is and where it runs', async () => {
    const { client } = open({
      machine: 'ERP01',
      platform: 'win32',
      elevated: async () => true,
      restartElevated: async () => undefined,
      host: 'loopback',
    })
    expect(await client.app.about({})).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      host: 'loopback',
      machine: 'ERP01',
      canRead: true,
      elevated: true,
      canElevate: true,
      checks: checks.length,
      catalogue: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(await client.app.licenses({})).toEqual({ text: 'licences of others' })
    expect(await open({ platform: 'linux' }).client.app.about({})).toMatchObject({ canRead: false, elevated: null })
  })

  it('asks for more rights where its host can, and says so where not', async () => {
    let asked = 0
    const restartElevated = async (): Promise<void> => {
      asked += 1
    }
    expect(await open({ restartElevated }).client.app.restartElevated({ language: 'en' })).toEqual({})
    expect(asked).toBe(1)
    expect(await refusal(open().client.app.restartElevated({ language: 'de' }))).toMatch(/^REFUSED: .*„Als Administrator ausführen“/)
  })

  it('offers every sample in the language of the call', async () => {
    const { client } = open()
    const german = await client.app.samples({ language: 'de' })
    expect(german.map(({ id }) => id)).toEqual(sampleIds)
    expect(german.find(({ id }) => id === 'typical')?.title).toBe('Typischer Server')
  })

  it('has the same texts of screens in both languages', async () => {
    const { client } = open()
    const [english, german] = [await client.app.texts({ language: 'en' }), await client.app.texts({ language: 'de' })]
    expect(Object.keys(english)).toContain('common/save')
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort())
  })

  it('keeps settings one by one, and a spoiled one costs no other', async () => {
    const { client, app } = open()
    expect(await client.app.saveSettings({ theme: 'dark' })).toMatchObject({ theme: 'dark', language: 'system', reviewEveryMonths: 3 })
    const { createFolderLocks } = await import('#electron/store/folder-locks.ts')
    const { createSettingsStore } = await import('#electron/store/settings.ts')
    const raw = createSettingsStore<Record<string, unknown>>({
      folder: app.dataFolder,
      locks: createFolderLocks(),
      now: () => new Date(0),
      defaults: {},
      understand: (stored) => stored,
    })
    await raw.change({ reviewEveryMonths: 999, preparedBy: 'Robin', language: 7 })
    expect(await client.app.settings({})).toMatchObject({ theme: 'dark', reviewEveryMonths: 3, preparedBy: 'Robin', language: 'system' })
    await expect(client.app.saveSettings({ reviewEveryMonths: 0 })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('texts of the core', () => {
  it('have the same keys and values in both languages', () => {
    const names = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name ?? '').sort()
    expect(Object.keys(appTexts.de)).toEqual(Object.keys(appTexts.en))
    for (const [key, text] of Object.entries(appTexts.en)) {
      expect([key, ...names(appTexts.de[key as keyof typeof appTexts.de])]).toEqual([key, ...names(text)])
    }
  })
})
