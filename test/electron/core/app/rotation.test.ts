import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { ServerQuestions } from '#electron/core/rotation/read-server.ts'
import type { RunView } from '#shared/contract/index.ts'
import { sampleIds } from '#shared/samples/index.ts'
import { fakeServer } from '../../../contract/fake-server.ts'
import { beginRehearsal, pressUntil, readyToBegin, viewOf } from '../../rotation/press.ts'
import { apps, itemOf, refusal } from './client.ts'

const open = apps()
const language = 'en'
const quick = { rotationTimes: { actMs: 0, watchMs: 0, realWatchMs: 0 } } as const

type Client = ReturnType<typeof open>['client']

/** Journals that a test leaves open are let go, as at the end of a program. */
const left: { readonly client: Client; readonly run: string }[] = []
afterEach(async () => {
  for (const { client, run } of left.splice(0)) await client.rotation.leave({ run, language })
})

async function begun(client: Client, sample?: string): Promise<RunView> {
  const view = await beginRehearsal(client, sample)
  left.push({ client, run: view.run })
  return view
}

describe('rotation', () => {
  it('goes through a rehearsal from its preparation to the record of it, and the checkup of the sample knows of it', async () => {
    const { client } = open(quick)
    const view = await begun(client)
    expect(view).toMatchObject({ rehearsal: true, place: 'generate', owner: 'app', preflight: [], outcome: 'open' })
    const end = await pressUntil(client, view, ({ outcome }) => outcome === 'complete')
    expect(end.steps.every(({ state }) => state === 'done')).toBe(true)
    expect(end.logins.every(({ agree, takes }) => agree && takes === 'new')).toBe(true)
    expect(end.recorded).toHaveLength(end.logins.length + 1)
    expect(end.disagreements).toEqual([])
    const after = await client.cases.view({ id: view.caseId ?? '', language })
    expect(after.credentials.map(({ kind, login, grade }) => [kind, login, grade])).toEqual([
      ['windows', 'ERP01\\erpsync', 'best'],
      ['sql-server', 'erp_sync', 'best'],
      ['erp', 'admin', 'best'],
    ])
    expect(itemOf(after, 'passwords-strong-unique')).toMatchObject({ verdict: 'pass' })
    expect(await client.rotation.list({ language })).toEqual({ runs: [], problem: null })
  })

  it('goes on at the exact step after the program ended in the middle of an act, and asks the server first', async () => {
    const first = open(quick)
    const change = await pressUntil(first.client, await begun(first.client), ({ place }) => place === 'change')
    let view = change
    const acts = await first.client.rotation.act({ run: change.run, act: change.act?.id ?? '', language })
    for await (const answer of acts) {
      view = viewOf(answer)
      if (view.act?.kind === 'set-service-account') break
    }
    // The journal is let go in the middle of the step, as it is when the program ends.
    await first.client.rotation.leave({ run: view.run, language })
    const second = open({ ...quick, dataFolder: first.app.dataFolder })
    const { runs } = await second.client.rotation.list({ language })
    expect(runs).toMatchObject([{ run: view.run, rehearsal: true, obstacle: null, waitsUntil: null }])
    expect(runs[0]?.line).toContain('step 6 of 10')
    const again = viewOf(await second.client.rotation.open({ run: view.run, language }))
    left.push({ client: second.client, run: view.run })
    expect(again).toMatchObject({ place: 'change', act: { kind: 'set-service-account' } })
    expect(again.timeline.length).toBeGreaterThan(view.timeline.length)
    const end = await pressUntil(second.client, again, ({ outcome }) => outcome === 'complete')
    expect(end.logins.every(({ agree }) => agree)).toBe(true)
  })

  it('tells what went wrong by a person’s word, and goes on when it is tried again', async () => {
    const { client } = open(quick)
    const view = await pressUntil(client, await begun(client), ({ act }) => act?.kind === 'confirm-entered')
    const said = { act: view.act?.id ?? '', by: null, session: null, language } as const
    const failed = viewOf(await client.rotation.confirm({ run: view.run, outcome: 'not-done', ...said }))
    expect(failed.trouble).toMatchObject({
      line: expect.stringContaining('did not work'),
      detail: 'You said so. Nothing was changed by it.',
    })
    expect(failed.act).toBeNull()
    expect(failed.decisions.map(({ id }) => id)).toContain('retry-chosen')
    const again = viewOf(await client.rotation.decide({ run: view.run, decision: 'retry-chosen', language }))
    expect(again).toMatchObject({ trouble: null, act: { kind: 'hand-over' } })
  })

  it('goes all the way back while that is open, and says that nothing is left', async () => {
    const { client } = open(quick)
    const moved = { newUser: 'svc-sync' }
    const { id, choices } = await readyToBegin(client)
    const before = (await client.cases.view({ id, language })).credentials
    const logins = choices.logins.filter(({ key }) => key.startsWith('windows:')).map((login) => ({ ...login, ...moved }))
    const start = viewOf(await client.rotation.begin({ id, choices: { ...choices, logins }, language }))
    const view = await pressUntil(client, start, ({ place }) => place === 'resume')
    expect(view.ways.back).toEqual({ open: true, closed: [] })
    const back = viewOf(await client.rotation.decide({ run: view.run, decision: 'back-chosen', language }))
    expect(back).toMatchObject({ place: 'returning', title: 'Back to the old passwords' })
    const end = await pressUntil(client, back, ({ outcome }) => outcome === 'cancelled')
    expect(end.logins.map(({ takesWord, agree }) => [takesWord, agree])).toEqual([['old login', true]])
    expect(end.recorded).toEqual([])
    expect((await client.cases.view({ id, language })).credentials).toEqual(before)
  })

  it('says exactly what a person does by hand, by the kind of what keeps the password', async () => {
    const { client } = open(quick)
    const view = await pressUntil(client, await begun(client), ({ act }) => act?.kind === 'update-by-hand')
    expect(view.act).toMatchObject({ action: 'confirm', handsOver: false })
    expect(view.act?.instructions[0]).toMatch(/^In Services \(services\.msc\) open the properties of LabelQueue/)
    const task = await pressUntil(client, view, ({ act }) => act?.kind === 'update-by-hand' && act.id.includes('task:'))
    expect(task.act?.instructions[0]).toMatch(/^In Task Scheduler open the properties of/)
  })

  it('closes before anything is touched', async () => {
    const { client } = open(quick)
    const view = await begun(client)
    const end = viewOf(await client.rotation.decide({ run: view.run, decision: 'cancelled', language }))
    expect(end).toMatchObject({ outcome: 'cancelled', act: null, place: 'cancelled' })
  })

  it('takes no act but the one that is next, and only who has to say says it', async () => {
    const { client } = open(quick)
    const view = await pressUntil(client, await begun(client), ({ act }) => act?.kind === 'join-call')
    const confirm = (act: string, more: { readonly by?: string; readonly session?: 'gone' } = {}) =>
      client.rotation.confirm({ run: view.run, act, outcome: 'done', by: null, session: null, ...more, language })
    expect(viewOf(await confirm('end-call', { session: 'gone' })).act?.id).toBe('join-call')
    const vendor = await pressUntil(client, view, ({ act }) => act?.kind === 'vendor-confirm')
    expect(await refusal(confirm('vendor-confirm'))).toBe('REFUSED: Say who confirmed it.')
    const call = viewOf(await confirm('vendor-confirm', { by: 'Robin Vale' }))
    expect(await refusal(confirm('end-call'))).toBe('REFUSED: Say whether the vendor’s session is gone.')
    expect([vendor.act?.asks, call.act?.asks]).toEqual(['name', 'session'])
    expect(
      await refusal(client.rotation.confirm({ run: 'no.journal', act: 'x', outcome: 'done', by: null, session: null, language })),
    ).toMatch(/^NOT_FOUND: /)
  })

  it('records nothing for a server that was only rehearsed', async () => {
    const { client } = open(quick)
    const sample = await client.cases.openSample({ sample: 'typical', language })
    const { base64 } = await client.reports.snapshot({ id: sample.id, language })
    const file = await client.cases.openSnapshot({ name: 'server.json', text: Buffer.from(base64, 'base64').toString(), language })
    await client.cases.saveProfile({ id: file.id, profile: sample.profile, language })
    const first = await client.rotation.prepare({ id: file.id, choices: null, language })
    if (first.kind !== 'preparation') throw new Error('no login')
    const takenByHand = first.findings.flatMap(({ dependant }) => dependant ?? [])
    const start = await client.rotation.begin({ id: file.id, choices: { ...first.choices, takenByHand }, language })
    // Facts that are older than the change are no obstacle to a rehearsal.
    const end = await pressUntil(client, viewOf(start), ({ outcome }) => outcome === 'complete')
    expect(end.recorded.at(-1)).toBe('A rehearsal changes nothing: the checkup of this server stays as it is.')
    expect((await client.cases.view({ id: file.id, language })).credentials).toEqual([])
  })

  it('refuses to begin where something stands in the way', async () => {
    const { client } = open(quick)
    const { id, choices } = await readyToBegin(client)
    const begin = client.rotation.begin({ id, choices: { ...choices, takenByHand: [] }, language })
    expect(await refusal(begin)).toBe('REFUSED: Something stands in the way, so nothing was begun.')
    expect((await client.rotation.list({ language })).runs).toEqual([])
  })

  it('removes a rehearsal with everything that was written of it', async () => {
    const { app, client } = open(quick)
    const view = await pressUntil(client, await begun(client), ({ place }) => place === 'pause')
    expect(readdirSync(join(app.dataFolder, 'rotation')).toSorted()).toEqual([view.run, `${view.run}.world`])
    await client.rotation.discard({ run: view.run, language })
    expect(readdirSync(join(app.dataFolder, 'rotation'))).toEqual([])
    expect(await client.rotation.open({ run: view.run, language })).toEqual({
      kind: 'problem',
      line: 'It is not there any more.',
      next: null,
    })
  })

  it('tells why a damaged one cannot be continued', async () => {
    const first = open(quick)
    const view = await pressUntil(first.client, await begun(first.client), ({ place }) => place === 'pause')
    await first.client.rotation.leave({ run: view.run, language })
    const path = join(first.app.dataFolder, 'rotation', view.run)
    writeFileSync(`${path}.world`, '{')
    expect(await first.client.rotation.open({ run: view.run, language })).toMatchObject({ line: /rehearsal is damaged/ })
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.replace('"generated"', '"generates"'))
    const { runs } = await first.client.rotation.list({ language: 'de' })
    expect(runs).toMatchObject([{ obstacle: expect.stringMatching(/^Ihr Journal wurde bei Eintrag \d+ verändert oder beschädigt/) }])
  })

  it('gives its report and a calendar file, in the language that is asked for', async () => {
    const { client } = open(quick)
    const view = await pressUntil(client, await begun(client), ({ place }) => place === 'pause')
    const pdf = await client.rotation.report({ run: view.run, format: 'pdf', language: 'de' })
    expect(pdf.name).toMatch(/^rehearsal-ERP01-password-change-.*\.pdf$/)
    expect(Buffer.from(pdf.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    const json = await client.rotation.report({ run: view.run, format: 'json', language: 'de' })
    expect(JSON.parse(Buffer.from(json.base64, 'base64').toString())).toMatchObject({
      schema: 'erp-sync-checkup/rotation-report@1',
      rehearsal: true,
    })
    const call = await client.rotation.calendar({ server: 'ERP01', what: 'call', at: '2027-01-04T09:00:00Z', language: 'de' })
    expect(Buffer.from(call.base64, 'base64').toString()).toMatch(/DTSTART:20270104T090000Z[\s\S]*SUMMARY:Passwortänderung von ERP01/)
  })

  it.each(sampleIds)('%s: can be rehearsed from start to end', async (sample) => {
    const { client } = open(quick)
    const end = await pressUntil(client, await begun(client, sample), ({ outcome }) => outcome === 'complete')
    expect(end.logins.length).toBeGreaterThan(0)
    expect(end.logins.every(({ agree }) => agree)).toBe(true)
  })

  it('asks the server itself where it is this one, and stops at what it says', async () => {
    const server = fakeServer()
    const asked: ServerQuestions[] = []
    const { client } = open({
      ...quick,
      platform: 'win32',
      machine: 'erp01',
      collect: server.collect,
      readServer: async (questions) => {
        asked.push(questions)
        return { keychain: { status: 'failed', reason: 'locked' } }
      },
    })
    let id = ''
    for await (const event of await client.scan.run({ id: null, probes: null, language })) if (event.kind === 'case') id = event.id
    const { profile } = await client.cases.view({ id, language })
    const syncTools = [{ name: 'Sync', windowsAccount: 'erpsync', sqlLogin: 'wsp_sync' }]
    await client.cases.saveProfile({ id, profile: { ...profile, syncTools }, language })
    const first = await client.rotation.prepare({ id, choices: null, language })
    const again = await client.rotation.prepare({ id, choices: null, language: 'de' })
    expect(asked).toHaveLength(1)
    expect(asked[0]?.users).toContain('ERP01\\erpsync')
    if (first.kind !== 'preparation' || again.kind !== 'preparation') throw new Error('no login')
    expect(first.canBegin).toBe(false)
    expect(first.findings.map(({ line }) => line)).toContain(
      'The keychain takes no passwords (The keychain is locked). Unlock it, or choose “held by a person” for the logins.',
    )
    expect(again.findings.map(({ line }) => line).join()).toContain('Der Schlüsselbund ist gesperrt')
  })

  it.each(sampleIds)('%s: every view is in words, in both languages', async (sample) => {
    const { client } = open(quick)
    const { id } = await client.cases.openSample({ sample, language })
    const seen: string[] = []
    for (const each of ['en', 'de'] as const)
      seen.push(JSON.stringify(await client.rotation.prepare({ id, choices: null, language: each })))
    expect(seen.join('\n')).not.toMatch(/\{\{|rotation-[a-z]+\/|preflight\/|cli\//)
  })
})
