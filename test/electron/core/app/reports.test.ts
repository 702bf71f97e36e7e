import { describe, expect, it } from 'vitest'
import { documentText } from '#electron/core/inputs.ts'
import { readBackReport } from '#electron/core/read-back.ts'
import { loadSample } from '#shared/samples/index.ts'
import { apps, refusal } from './client.ts'

const open = apps()
const language = 'en'

async function typical() {
  const opened = open()
  const { id } = await opened.client.cases.openSample({ sample: 'typical', language })
  return { ...opened, id }
}

const bytesOf = ({ base64 }: { readonly base64: string }): Buffer => Buffer.from(base64, 'base64')

describe('reports', () => {
  it.each([
    ['pdf', 'application/pdf'],
    ['html', 'text/html'],
    ['csv', 'text/csv'],
    ['json', 'application/json'],
  ] as const)('are made as %s', async (format, type) => {
    const { client, id } = await typical()
    const file = await client.reports.render({ id, format, paper: 'letter', language: 'de' })
    expect(file).toMatchObject({ name: `sample-Sample-Valve-and-Fitting-ERP01-2026-11-17.${format}`, type })
    expect(readBackReport(format, bytesOf(file))).toBeNull()
  })

  it('hand over the snapshot byte for byte', async () => {
    const { client } = open()
    const text = documentText(loadSample('typical').snapshot).replace('{', '{ ')
    const { id } = await client.cases.openSnapshot({ name: 'a', text, language })
    const file = await client.reports.snapshot({ id, language })
    expect(bytesOf(file).toString()).toBe(text)
    expect(file.name).toBe('ERP01-snapshot-2026-11-17.json')
  })

  it('remind of the planned day, of the day after the last checkup, or of the one that a checkup would lead to', async () => {
    const { client, id, clock } = await typical()
    const day = async () => /DTSTART;VALUE=DATE:(\d+)/.exec(bytesOf(await client.reports.calendar({ id, language })).toString())?.[1]
    expect(await day()).toBe('20270217')
    clock.now = '2026-12-24T00:00:00.000Z'
    await client.cases.keepCheckup({ id, language })
    expect(await day()).toBe('20270217')
    const { profile } = await client.cases.view({ id, language })
    await client.cases.saveProfile({ id, language, profile: { ...profile, nextReview: '2027-01-05' } })
    expect(await day()).toBe('20270105')
    const file = await client.reports.calendar({ id, language: 'de' })
    expect(file).toMatchObject({ name: 'sample-Sample-Valve-and-Fitting-ERP01-2027-01-05.ics', type: 'text/calendar' })
    expect(bytesOf(file).toString()).toContain('SUMMARY:ERP-Sync-Sicherheitsprüfung von ERP01 wiederholen\r\n')
  })

  it('compare a kept checkup with how the case is now, in the words of the language', async () => {
    const { client, id } = await typical()
    const { checkupId } = await client.cases.keepCheckup({ id, language })
    expect((await client.reports.compare({ id, before: checkupId, after: null, language })).items).toEqual([])
    const answer = { kind: 'confirmed', by: 'Robin', note: '' } as const
    await client.cases.answer({ id, language, check: 'passwords-stored-safely', answer })
    const { profile } = await client.cases.view({ id, language })
    await client.cases.saveProfile({ id, language, profile: { ...profile, remoteAccessUsers: ['cimconsult', 'vendor_support'] } })
    const changed = await client.reports.compare({ id, before: checkupId, after: null, language: 'de' })
    expect(changed.before).toMatchObject({ server: 'ERP01', grade: 'gaps' })
    expect(changed.notes).toEqual([expect.stringContaining('Profil')])
    const better = changed.items.find((item) => item.id === 'passwords-stored-safely')
    expect(better).toMatchObject({ before: 'attention', after: 'pass', direction: 'better' })
    const users = changed.items.find((item) => item.id === 'remote-user-removed')
    expect(users?.evidence).toContainEqual(expect.objectContaining({ change: 'added', subject: 'vendor_support' }))
    const english = await client.reports.compare({ id, before: checkupId, after: null, language })
    const details = (comparison: typeof changed) => comparison.items.flatMap(({ evidence }) => evidence.map(({ detail }) => detail))
    expect(details(english)).toHaveLength(details(changed).length)
    expect(details(english)).not.toEqual(details(changed))
  })

  it('know no checkup that was not kept', async () => {
    const { client, id } = await typical()
    for (const before of ['0'.repeat(32), '../case', '']) {
      expect(await refusal(client.reports.compare({ id, before, after: null, language }))).toMatch(
        /^NOT_FOUND: This checkup is not in the history/,
      )
    }
  })
})
