import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { createAppRouter } from '#electron/core/app/index.ts'
import { documentText } from '#electron/core/inputs.ts'
import { loadSample } from '#shared/samples/index.ts'
import { apps, itemOf, refusal } from './client.ts'

const open = apps()
const language = 'en'
const OTHER = 'other-remote-access-removed'
const SAFELY = 'passwords-stored-safely'
const DAY = 'until'

async function typical() {
  const opened = open()
  const { id } = await opened.client.cases.openSample({ sample: 'typical', language })
  type Given = Parameters<typeof opened.client.cases.answer>[0]['answer']
  const give = (check: string, answer: Partial<Given> & Pick<Given, 'kind'>) =>
    opened.client.cases.answer({ id, language, check, answer: { by: 'Robin', note: '', ...answer } })
  const undo = () => opened.client.cases.undoAnswer({ id, language })
  return { ...opened, id, give, undo }
}

describe('giving an answer', () => {
  it('adds the time of the sample and the digest of the facts where the check lists nothing', async () => {
    const { give, client, id } = await typical()
    const view = await give(SAFELY, { kind: 'confirmed', note: 'in the safe' })
    const item = itemOf(view, SAFELY)
    expect(item.verdict).toBe('pass')
    expect(item.answers).toEqual([
      {
        kind: 'confirmed',
        by: 'Robin',
        at: '2026-11-17T22:00:00.000Z',
        note: 'in the safe',
        until: null,
        subjects: null,
        counts: true,
        problem: null,
      },
    ])
    const other = await client.cases.saveProfile({ id, language, profile: { ...view.profile, syncTools: [] } })
    expect(itemOf(other, SAFELY).answers[0]).toMatchObject({ counts: false, problem: expect.stringContaining('given on other facts') })
    expect(other.answerProblems).toEqual([itemOf(other, SAFELY).answers[0]?.problem])
  })

  it('spells subjects as the facts do and covers these alone', async () => {
    const { give } = await typical()
    const view = await give(OTHER, { kind: 'kept', note: 'ours', subjects: ['ANYDESK', 'anydesk', 'TeamViewer'] })
    const item = itemOf(view, OTHER)
    expect(item.answers[0]).toMatchObject({ subjects: ['anydesk', 'teamviewer'], counts: true })
    expect(item.verdict).toBe('attention')
    const all = await give(OTHER, { kind: 'kept', note: 'ours', subjects: item.subjects })
    expect(itemOf(all, OTHER).verdict).toBe('pass')
  })

  it('lets the newest win, even of two in one instant, and lists it first', async () => {
    const { give } = await typical()
    await give(SAFELY, { kind: 'accepted-risk', until: '2027-01-31' })
    const view = await give(SAFELY, { kind: 'denied' })
    expect(itemOf(view, SAFELY)).toMatchObject({ verdict: 'fail', acceptedUntil: '2027-01-31' })
    const { answers } = itemOf(view, SAFELY)
    expect(answers.map(({ kind }) => kind)).toEqual(['denied', 'accepted-risk'])
    expect(new Set(answers.map(({ at }) => at)).size).toBe(2)
  })

  it.each([
    ['a check that there is none of', 'none', { kind: 'confirmed' }, 'NOT_FOUND: There is no item of this name.'],
    ['a pass for a gap', 'gotoassist-removed', { kind: 'confirmed' }, /^REFUSED: This answer means nothing for “/],
    ['a denial of a gap', 'gotoassist-removed', { kind: 'denied' }, /^REFUSED: This answer means nothing/],
    ['keeping where nothing is listed', SAFELY, { kind: 'kept', note: 'x' }, /^REFUSED: This answer means nothing/],
    ['an answer to a pack that does not apply', 'firewall-on', { kind: 'denied' }, /^REFUSED: This answer means nothing/],
    ['no subjects where things are listed', OTHER, { kind: 'confirmed' }, /^REFUSED: Say which of the things/],
    ['an empty list of subjects', OTHER, { kind: 'confirmed', subjects: [] }, /^REFUSED: Say which of the things/],
    ['a subject that was not found', OTHER, { kind: 'confirmed', subjects: ['anydesk', 'vnc'] }, /^REFUSED: Nothing .* is called vnc\.$/],
    ['keeping without a note', OTHER, { kind: 'kept', subjects: ['anydesk'], note: ' ' }, 'REFUSED: Say in the note why this is kept.'],
    ['a risk without an end', SAFELY, { kind: 'accepted-risk' }, 'REFUSED: Say until when the risk is accepted.'],
    ['a risk of 366 days', SAFELY, { kind: 'accepted-risk', [DAY]: '2027-11-18' }, 'REFUSED: A risk can be accepted for 365 days at most.'],
    ['a day that has passed', SAFELY, { kind: 'accepted-risk', [DAY]: '2026-11-16' }, 'REFUSED: This day has passed already.'],
  ] as const)('refuses %s', async (_name, check, answer, line) => {
    const { give, client, id } = await typical()
    expect(await refusal(give(check, answer as never))).toMatch(line)
    expect((await client.cases.view({ id, language })).undo).toBeNull()
  })

  it.each([
    ['365 days', '2027-11-17'],
    ['until the end of today', '2026-11-17'],
  ])('accepts a risk for %s', async (_name, until) => {
    const { give } = await typical()
    expect(itemOf(await give(SAFELY, { kind: 'accepted-risk', until }), SAFELY).acceptedUntil).toBe(until)
  })

  it('takes the clock for a real server', async () => {
    const { client, clock } = open()
    const { id } = await client.cases.openSnapshot({ name: 'a', text: documentText(loadSample('typical').snapshot), language })
    clock.now = '2026-11-21T08:00:00.000Z'
    const answer = { kind: 'confirmed', by: 'Robin', note: '' } as const
    const view = await client.cases.answer({ id, language, check: SAFELY, answer })
    expect(itemOf(view, SAFELY).answers[0]?.at).toBe(clock.now)
  })
})

describe('taking back', () => {
  it('undoes what was given and what was removed, the last first, also after a restart', async () => {
    const { app, give, client, id } = await typical()
    await give(SAFELY, { kind: 'confirmed' })
    const given = await give(OTHER, { kind: 'kept', note: 'ours', subjects: ['anydesk'] })
    const { at } = itemOf(given, OTHER).answers.find(({ subjects }) => subjects?.includes('anydesk')) ?? { at: '' }
    const removed = await client.cases.removeAnswer({ id, language, check: OTHER, at })
    expect(itemOf(removed, OTHER).answers).toHaveLength(1)
    expect(removed.undo).toMatch(/^the removal of an answer to “/)
    const later = createRouterClient(createAppRouter(app.ports))
    const back = await later.cases.undoAnswer({ id, language })
    expect(itemOf(back, OTHER).answers).toHaveLength(2)
    await later.cases.undoAnswer({ id, language })
    const first = await later.cases.undoAnswer({ id, language })
    expect(itemOf(first, SAFELY).answers).toEqual([])
    expect(itemOf(first, OTHER).answers).toHaveLength(1)
    expect(await refusal(later.cases.undoAnswer({ id, language: 'de' }))).toBe('REFUSED: Es gibt nichts zurückzunehmen.')
  })

  it('remembers the last fifty steps', async () => {
    const { app, give, id } = await typical()
    const path = join(app.dataFolder, 'cases', id, 'case.json')
    const file = JSON.parse(readFileSync(path, 'utf8'))
    const answer = { kind: 'denied', by: 'Robin', at: '2026-11-17T21:00:00Z' }
    const undo = Array.from({ length: 50 }, (_, count) => ({ did: 'given', check: SAFELY, answer: { ...answer, note: String(count) } }))
    writeFileSync(path, JSON.stringify({ ...file, undo }))
    await give(SAFELY, { kind: 'confirmed', note: 'last' })
    const kept: (typeof file)['undo'] = JSON.parse(readFileSync(path, 'utf8')).undo
    expect(kept).toHaveLength(50)
    expect([kept[0].answer.note, kept[49].answer.note]).toEqual(['1', 'last'])
  })

  it('knows no answer of another time', async () => {
    const { client, id } = await typical()
    const call = client.cases.removeAnswer({ id, language, check: OTHER, at: '2020-01-01T00:00:00Z' })
    expect(await refusal(call)).toBe('NOT_FOUND: This answer does not exist any more.')
  })
})

describe('possible answers', () => {
  it.each([
    ['typical', 'gotoassist-removed', ['accepted-risk']],
    ['typical', OTHER, ['confirmed', 'denied', 'not-applicable', 'kept', 'accepted-risk']],
    ['typical', SAFELY, ['confirmed', 'denied', 'not-applicable', 'accepted-risk']],
    ['typical', 'remote-user-removed', ['kept', 'accepted-risk']],
    ['typical', 'sync-tool-uninstalled', ['denied']],
    ['typical', 'firewall-on', []],
    ['well-kept', 'gotoassist-removed', ['denied']],
    ['deploying', 'gotoassist-removed', []],
    ['standard-edition', 'sql-read-only', []],
    ['not-elevated', 'sync-user-denied-remote', ['confirmed', 'denied', 'not-applicable', 'accepted-risk']],
  ])('of sample %s to %s', async (sample, check, kinds) => {
    const { client } = open()
    const view = await client.cases.openSample({ sample, language })
    expect(itemOf(view, check).possibleAnswers).toEqual(kinds)
  })
})
