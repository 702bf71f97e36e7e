import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentText } from '#electron/core/inputs.ts'
import { loadSample, sampleIds } from '#shared/samples/index.ts'
import { apps, itemOf, refusal } from './client.ts'

const open = apps()
const language = 'en'
const text = documentText(loadSample('typical').snapshot)

describe('cases', () => {
  it.each(sampleIds)('shows sample %s in both languages, worded alike', async (sample) => {
    const { client } = open()
    const english = await client.cases.openSample({ sample, language })
    const german = await client.cases.view({ id: english.id, language: 'de' })
    const verdicts = (view: typeof english) => view.checklists.flatMap(({ items }) => items.map((item) => [item.id, item.verdict]))
    expect(verdicts(german)).toEqual(verdicts(english))
    expect(verdicts(english)).toHaveLength(29)
    expect(english.sample).toBe(loadSample(sample).title.en)
    expect(JSON.stringify([english, german])).not.toMatch(/\{\{|\bundefined\b/)
    const sum = english.counts.fail + english.counts.open + english.counts.pass + english.counts.notApplicable
    expect(sum).toBe(29)
    for (const checklist of [...english.checklists, ...german.checklists]) {
      expect(checklist.introduction).not.toBe('')
      if (checklist.items.every(({ verdict }) => verdict === 'not-applicable')) expect(checklist.outcome).toBe('not-applicable')
    }
  })

  it('goes on with the sample and the file that were opened before', async () => {
    const { client } = open()
    const sample = await client.cases.openSample({ sample: 'typical', language })
    await client.cases.answer({
      id: sample.id,
      language,
      check: 'passwords-stored-safely',
      answer: { kind: 'confirmed', by: 'Robin', note: '' },
    })
    const again = await client.cases.openSample({ sample: 'typical', language })
    expect(itemOf(again, 'passwords-stored-safely').verdict).toBe('pass')
    const file = await client.cases.openSnapshot({ name: 'one.json', text, language })
    expect((await client.cases.openSnapshot({ name: 'two.json', text, language })).id).toBe(file.id)
    expect((await client.cases.list({ language })).cases).toHaveLength(2)
  })

  it('refuses a sample that there is none of', async () => {
    const { client, app } = open()
    expect(await refusal(client.cases.openSample({ sample: '__proto__', language }))).toBe(
      'NOT_FOUND: There is no sample server of this name.',
    )
    expect(readdirSync(join(app.dataFolder, '..'))).toEqual([])
  })

  it('says in a new case what the settings say of who works here, and nothing else', async () => {
    const { client } = open()
    await client.app.saveSettings({ preparedBy: ' Robin ', reviewEveryMonths: 6 })
    const { profile } = await client.cases.openSnapshot({ name: 'a', text, language })
    expect(profile).toMatchObject({ organization: '', preparedBy: 'Robin', reviewEveryMonths: 6, syncTools: [] })
  })

  it('judges a file by the clock: after 31 days its facts are too old', async () => {
    const { client, clock } = open()
    const { id } = await client.cases.openSnapshot({ name: 'a', text, language })
    clock.now = '2026-12-18T10:00:00.000Z'
    expect(itemOf(await client.cases.view({ id, language }), 'windows-user-designated').verdict).toBe('fail')
    clock.now = '2026-12-20T10:00:00.000Z'
    const old = itemOf(await client.cases.view({ id, language }), 'other-remote-access-removed')
    expect(old.verdict).toBe('unknown')
    const [line] = (await client.cases.list({ language })).cases
    const view = await client.cases.view({ id, language })
    expect(line).toMatchObject({ open: view.counts.open, fail: view.counts.fail })
  })

  it('lists what was changed last first, with its checkups, and the review that follows from them', async () => {
    const { client, clock } = open()
    const file = await client.cases.openSnapshot({ name: 'a', text, language })
    expect(file.nextReview).toBeNull()
    clock.now = '2026-11-20T11:00:00.000Z'
    await client.cases.openSample({ sample: 'well-kept', language })
    clock.now = '2026-11-20T12:00:00.000Z'
    const kept = await client.cases.keepCheckup({ id: file.id, language })
    expect(kept.nextReview).toBe('2027-02-20')
    const { cases, damaged } = await client.cases.list({ language: 'de' })
    expect(cases.map(({ id }) => id)).toEqual([file.id, 'sample-well-kept'])
    expect(cases[0]?.checkups).toEqual([{ id: kept.checkupId, at: clock.now, grade: { id: 'gaps', word: 'Lücken gefunden' } }])
    expect(cases[1]).toMatchObject({ source: 'sample', nextReview: '2027-02-18', grade: { id: 'best', word: 'Bestens' } })
    expect(damaged).toEqual([])
  })

  it('removes a case for good', async () => {
    const { client } = open()
    const { id } = await client.cases.openSample({ sample: 'typical', language })
    await client.cases.remove({ id, language })
    expect(await refusal(client.cases.remove({ id, language }))).toMatch(/^NOT_FOUND/)
    expect((await client.cases.list({ language })).cases).toEqual([])
  })

  it('names damaged records, in the case and in the list, and shows what is left', async () => {
    const { client, app } = open()
    const { id } = await client.cases.openSample({ sample: 'typical', language })
    const other = await client.cases.openSnapshot({ name: 'a', text, language })
    writeFileSync(join(app.dataFolder, 'cases', id, 'answers.json'), 'broken')
    writeFileSync(join(app.dataFolder, 'cases', other.id, 'snapshot.json'), '{"schema":')
    writeFileSync(join(app.dataFolder, 'settings.json'), '[')
    const view = await client.cases.view({ id, language })
    expect(view.answerProblems).toEqual([expect.stringContaining('answers.json.damaged-')])
    expect(await refusal(client.cases.view({ id: other.id, language }))).toMatch(/^STORE: .*snapshot\.json is damaged\./)
    expect(await client.app.settings({})).toMatchObject({ language: 'system' })
    const { cases, damaged } = await client.cases.list({ language })
    expect(cases.map((line) => line.id)).toEqual([id])
    for (const name of ['answers.json.damaged-', 'snapshot.json.damaged-', 'settings.json.damaged-']) {
      expect(damaged.filter((path) => path.includes(name))).toHaveLength(1)
    }
    expect(damaged).toHaveLength(3)
  })
})

describe('a case whose snapshot is gone', () => {
  it('is named in the list and costs no other', async () => {
    const { client, app } = open()
    const { id } = await client.cases.openSample({ sample: 'typical', language })
    await client.cases.openSample({ sample: 'well-kept', language })
    const path = join(app.dataFolder, 'cases', id, 'snapshot.json')
    rmSync(path)
    const { cases, damaged } = await client.cases.list({ language })
    expect([cases.map((line) => line.id), damaged]).toEqual([['sample-well-kept'], [path]])
  })
})

describe('items of a view', () => {
  it('put the scripts that were made for what was found before the steps that hold for every server', async () => {
    const { client } = open()
    const view = await client.cases.openSample({ sample: 'typical', language })
    const { steps } = itemOf(view, 'sql-read-only')
    expect(steps[0]).toMatchObject({ text: expect.stringContaining('erp_sync on ERP01'), command: { shell: 't-sql' } })
    expect(steps[0]?.command?.text).toContain('DROP MEMBER [erp_sync]')
    expect(steps[1]?.command?.text).toContain('ADD MEMBER [erp_sync]')
    const kept = await client.cases.openSample({ sample: 'well-kept', language })
    expect(itemOf(kept, 'sql-read-only').steps[0]?.command?.text).toContain(`N'LOGIN'`)
  })

  it('say of every answer whether it counts', async () => {
    const { client, app } = open()
    const { id } = await client.cases.openSample({ sample: 'typical', language })
    const at = '2026-11-17T20:00:00Z'
    const given = (kind: string, more: object) => ({ kind, by: kind, at, note: 'n', ...more })
    const answers = {
      schema: 'erp-sync-checkup/answers@1',
      credentials: [],
      answers: {
        'other-remote-access-removed': [
          given('kept', { subjects: ['winrm', 'gone'] }),
          given('confirmed', {}),
          given('accepted-risk', { subjects: ['rdp'], until: '2026-11-01' }),
          given('confirmed', { subjects: ['rdp'] }),
        ],
        'firewall-on': [given('denied', {})],
        'no-such-check': [given('denied', {})],
      },
    }
    writeFileSync(join(app.dataFolder, 'cases', id, 'answers.json'), JSON.stringify(answers))
    const view = await client.cases.view({ id, language })
    const said = itemOf(view, 'other-remote-access-removed').answers.map(({ kind, subjects, counts, problem }) => [
      kind,
      subjects?.join(),
      counts,
      problem,
    ])
    expect(said).toEqual([
      ['confirmed', 'rdp', true, null],
      ['accepted-risk', 'rdp', false, expect.stringContaining('counted until 2026-11-01')],
      ['confirmed', undefined, false, expect.stringContaining('names no subjects')],
      ['kept', 'winrm,gone', true, expect.stringContaining('covers gone')],
    ])
    expect(itemOf(view, 'firewall-on').answers).toMatchObject([{ counts: false, problem: null }])
    expect(view.answerProblems).toHaveLength(4)
  })
})
