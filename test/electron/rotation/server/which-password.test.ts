import { describe, expect, it } from 'vitest'

import type { Acted } from '#electron/rotation/server/acted.ts'
import { createWhichPassword } from '#electron/rotation/server/which-password.ts'
import type { Fact, RotationEvent } from '#shared/rotation/events.ts'

const LOGIN = 'windows:ERP01\\sync'
const OTHER = 'sql-server:ERP01\\SAGE/sync'
const START = Date.parse('2026-11-23T20:00:00.000Z')

/** Events at these seconds after the beginning. */
const journal = (...lines: readonly (readonly [seconds: number, fact: Fact])[]): readonly RotationEvent[] =>
  lines.map(([seconds, fact]) => ({ ...fact, at: new Date(START + seconds * 1000).toISOString() }) as RotationEvent)

const changing = (generation: number, login = LOGIN): Fact => ({ type: 'password-changing', login, generation, how: 'change' })
const changed = (generation: number, login = LOGIN): Fact => ({ type: 'password-changed', login, generation })
const verified = (generation: number): Fact => ({ type: 'verified', login: LOGIN, generation, holder: null })
const resumed: Fact = { type: 'resumed' }
const answered = (holds: number | null, tried?: boolean): Fact => ({
  type: 'world-asked',
  answer: { about: 'password', login: LOGIN, holds, ...(tried === undefined ? {} : { tried }) },
})
const failedAct = (generation: number, outcome: 'not-done' | 'unknown'): Fact => ({
  type: 'act-failed',
  act: `change-password ${LOGIN} ${generation}`,
  code: 'windows-1726',
  outcome,
})

const done: Acted = { kind: 'done' }
const wrong: Acted = { kind: 'no-sign-in', code: 'windows-1326', proves: 'wrong-password' }
const noRight: Acted = { kind: 'no-sign-in', code: 'windows-1385', proves: 'nothing' }
const mustChange: Acted = { kind: 'no-sign-in', code: 'windows-1907', proves: 'nothing' }
const noSecret: Acted = { kind: 'failed', code: 'keychain-locked', outcome: 'not-done' }

interface Asked {
  readonly events: readonly RotationEvent[]
  /** seconds after the beginning; null: no age */
  readonly setAt: number | null
  readonly by?: 'password-age' | 'password-age-and-sign-in'
  readonly isNewUser?: boolean
  readonly signIns?: Readonly<Record<number, Acted>>
}

async function ask({ events, setAt, by = 'password-age-and-sign-in', isNewUser = false, signIns = {} }: Asked) {
  const tried: number[] = []
  const answer = await createWhichPassword({ events: () => events, actMinutes: 5 })({
    question: { about: 'password', login: LOGIN, by },
    isNewUser,
    passwordSetAt: async () => (setAt === null ? null : new Date(START + setAt * 1000)),
    signIn: async (generation) => {
      tried.push(generation)
      return signIns[generation] ?? noRight
    },
  })
  if (answer.about !== 'password') throw new Error('that was not the question')
  expect(answer.login).toBe(LOGIN)
  const { holds, tried: isTried, failedSignIns, wrong } = answer
  return { holds, tried, told: { tried: isTried, failedSignIns, ...(wrong === undefined ? {} : { wrong }) } }
}

/** One change that nobody saw the end of. */
const interrupted = journal([100, changing(1)], [500, resumed])

describe('which-password by the age alone', () => {
  const cases: readonly (Asked & { readonly name: string; readonly holds: number | null })[] = [
    { name: 'set long before: the old one', events: interrupted, setAt: -86_400, holds: 0 },
    { name: 'set just before the change began, too close to tell', events: interrupted, setAt: 99, holds: null },
    { name: 'set well before the change began', events: interrupted, setAt: 97.9, holds: 0 },
    { name: 'set as the change began: the new one', events: interrupted, setAt: 100, holds: 1 },
    { name: 'set in the last moment that the act had', events: interrupted, setAt: 402, holds: 1 },
    { name: 'set after that: somebody else’s', events: interrupted, setAt: 402.1, holds: null },
    { name: 'of no known age', events: interrupted, setAt: null, holds: null },
    { name: 'set by a change that came out', events: journal([100, changing(1)], [101, changed(1)]), setAt: 101, holds: 1 },
    { name: 'set long after a change that came out', events: journal([100, changing(1)], [101, changed(1)]), setAt: 104, holds: null },
    { name: 'older than a change that came out', events: journal([100, changing(1)], [101, changed(1)]), setAt: 50, holds: null },
    {
      name: 'set before a change that surely did nothing',
      events: journal([100, changing(1)], [101, failedAct(1, 'not-done')], [200, resumed]),
      setAt: 101,
      holds: 0,
    },
    {
      name: 'set before a change whose password was refused',
      events: journal([100, changing(1)], [101, { type: 'password-refused', login: LOGIN, generation: 1, code: 'windows-2245' }]),
      setAt: -5,
      holds: 0,
    },
    {
      name: 'set while a change went on that may have failed',
      events: journal([100, changing(1)], [160, failedAct(1, 'unknown')]),
      setAt: 130,
      holds: 1,
    },
    {
      name: 'set by the first of two changes',
      events: journal([100, changing(1)], [150, resumed], [200, changing(2)], [300, resumed]),
      setAt: 120,
      holds: 1,
    },
    {
      name: 'set by the second of two changes',
      events: journal([100, changing(1)], [150, resumed], [200, changing(2)], [300, resumed]),
      setAt: 205,
      holds: 2,
    },
    {
      name: 'set between two changes that came close to one another',
      events: journal([100, changing(1)], [150, resumed], [200, changing(2)], [300, resumed]),
      setAt: 201,
      holds: null,
    },
    {
      name: 'set on the way back',
      events: journal(
        [100, changing(1)],
        [101, changed(1)],
        [102, verified(1)],
        [200, changing(0)],
        [201, { type: 'went-back', act: `change-password ${LOGIN} 0` }],
      ),
      setAt: 201,
      holds: 0,
    },
    {
      name: 'older than the change of another login',
      events: journal([100, changing(1, OTHER)], [101, changed(1, OTHER)], [200, resumed]),
      setAt: 50,
      holds: 0,
    },
    {
      name: 'of an attempt that was proven since to have done nothing',
      events: journal([100, changing(1)], [150, resumed], [160, answered(0)], [200, changing(2)], [300, resumed]),
      setAt: 120,
      holds: 0,
    },
    {
      name: 'older than an attempt that was proven since',
      events: journal([100, changing(1)], [150, resumed], [160, answered(1)], [200, changing(2)], [300, resumed]),
      setAt: 50,
      holds: null,
    },
  ]
  it.each(cases)('is told of one $name', async ({ name: _name, holds, ...asked }) => {
    const told = { tried: false, failedSignIns: undefined }
    expect(await ask({ ...asked, by: 'password-age' })).toEqual({ holds, tried: [], told })
  })

  it('can be the old one of no user who did not exist', async () => {
    const events = journal(
      [100, { type: 'act-started', act: `create-user ${LOGIN} 1` }],
      [101, { type: 'user-created', login: LOGIN, generation: 1 }],
    )
    expect(await ask({ events, setAt: 101, by: 'password-age', isNewUser: true })).toMatchObject({ holds: 1 })
    expect(await ask({ events: interrupted, setAt: 50, by: 'password-age', isNewUser: true })).toMatchObject({ holds: null })
  })

  it.each([
    { name: 'was taken away', gone: { type: 'went-back', act: `remove-new-user ${LOGIN}` } as const },
    { name: 'was seen not to be there', gone: { type: 'world-asked', answer: { about: 'user', login: LOGIN, exists: false } } as const },
  ])('is never that of a user who $name', async ({ gone }) => {
    const events = journal(
      [100, { type: 'act-started', act: `create-user ${LOGIN} 1` }],
      [101, { type: 'user-created', login: LOGIN, generation: 1 }],
      [200, gone],
      [300, { type: 'act-started', act: `create-user ${LOGIN} 2` }],
      [400, resumed],
    )
    expect(await ask({ events, setAt: 101, by: 'password-age', isNewUser: true })).toMatchObject({ holds: null })
    expect(await ask({ events, setAt: 310, by: 'password-age', isNewUser: true })).toMatchObject({ holds: 2 })
  })
})

describe('which-password with one sign-in', () => {
  const cases: readonly (Asked & { readonly name: string; readonly holds: number | null; readonly tried: readonly number[] })[] = [
    { name: 'confirms the age', events: interrupted, setAt: 110, signIns: { 1: done }, holds: 1, tried: [1] },
    { name: 'confirms the age of the old one', events: interrupted, setAt: -10, signIns: { 0: done }, holds: 0, tried: [0] },
    { name: 'contradicts the age', events: interrupted, setAt: 110, signIns: { 1: wrong }, holds: null, tried: [1] },
    { name: 'says nothing against the age', events: interrupted, setAt: 110, signIns: { 1: noRight }, holds: 1, tried: [1] },
    { name: 'cannot be done, the age can be seen', events: interrupted, setAt: -10, signIns: { 0: noSecret }, holds: 0, tried: [0] },
    {
      name: 'has the right password that must be changed',
      events: interrupted,
      setAt: null,
      signIns: { 1: mustChange },
      holds: 1,
      tried: [1],
    },
    { name: 'takes the place of an age', events: interrupted, setAt: null, signIns: { 1: done }, holds: 1, tried: [1] },
    { name: 'proves one wrong, without an age', events: interrupted, setAt: null, signIns: { 1: wrong }, holds: null, tried: [1] },
    { name: 'says nothing, without an age', events: interrupted, setAt: null, signIns: { 1: noRight }, holds: null, tried: [1] },
    { name: 'settles an age between two', events: interrupted, setAt: 99, signIns: { 1: done }, holds: 1, tried: [1] },
    { name: 'leaves the other one of an age between two', events: interrupted, setAt: 99, signIns: { 1: wrong }, holds: 0, tried: [1] },
    { name: 'says nothing of an age between two', events: interrupted, setAt: 99, signIns: { 1: noRight }, holds: null, tried: [1] },
    { name: 'is not tried with a password of somebody else', events: interrupted, setAt: 4000, holds: null, tried: [] },
    { name: 'is not allowed', events: interrupted, setAt: null, by: 'password-age', signIns: { 1: done }, holds: null, tried: [] },
    {
      name: 'is not tried where it was in vain before',
      events: journal([100, changing(1)], [500, resumed], [501, answered(null)], [600, { type: 'retry-chosen' }]),
      setAt: null,
      signIns: { 1: done },
      holds: null,
      tried: [],
    },
    {
      name: 'is tried again once the password was touched again',
      events: journal([100, changing(1)], [500, resumed], [501, answered(null)], [600, changing(2)], [700, resumed]),
      setAt: null,
      signIns: { 2: done },
      holds: 2,
      tried: [2],
    },
  ]
  it.each(cases)('$name', async ({ name: _name, holds, tried, ...asked }) => {
    expect(await ask(asked)).toMatchObject({ holds, tried })
  })

  const noSignIn = (code: string): Acted => ({ kind: 'no-sign-in', code, proves: 'nothing' })
  const failedAs = (code: string, outcome: 'not-done' | 'unknown'): Acted => ({ kind: 'failed', code, outcome })
  it.each([
    { name: 'a right password', result: done, told: { tried: true } },
    { name: 'a wrong password', result: wrong, told: { tried: true, failedSignIns: 1, wrong: 1 } },
    {
      name: 'a refusal by SQL Server that may be for the password',
      result: noSignIn('sql-18456'),
      told: { tried: true, failedSignIns: 1 },
    },
    { name: 'an answer that never came', result: failedAs('sql-connect-lost', 'unknown'), told: { tried: true, failedSignIns: 1 } },
    { name: 'a right that is missing', result: noRight, told: { tried: true } },
    { name: 'an expired password', result: noSignIn('windows-1330'), told: { tried: true } },
    { name: 'a locked login of SQL Server', result: noSignIn('sql-18486'), told: { tried: true } },
    { name: 'a locked account, which is not tried', result: noSignIn('windows-1909'), told: { tried: false } },
    { name: 'a disabled account, which is not tried', result: noSignIn('windows-1331'), told: { tried: false } },
    { name: 'an account that is not there', result: noSignIn('windows-2221'), told: { tried: false } },
    { name: 'a keychain that is locked', result: noSecret, told: { tried: false } },
    { name: 'a domain without a controller', result: failedAs('windows-1355', 'not-done'), told: { tried: false } },
  ])('tells what counts against the lock-out: $name', async ({ result, told }) => {
    const { told: truth } = await ask({ events: interrupted, setAt: null, signIns: { 1: result } })
    expect(truth).toEqual({ failedSignIns: undefined, ...told })
  })

  it.each([
    { name: 'a sign-in that was tried in vain', tried: true, again: [] },
    { name: 'an answer of an older journal, which does not say', tried: undefined, again: [] },
    { name: 'an answer without a try', tried: false, again: [1] },
  ])('after $name: tries again where none was made', async ({ tried, again }) => {
    const events = journal([100, changing(1)], [500, resumed], [501, answered(null, tried)], [600, { type: 'retry-chosen' }])
    const asked = await ask({ events, setAt: null, signIns: { 1: done } })
    expect(asked.tried).toEqual(again)
    // The answer after it leaves no room for one either.
    expect(asked.told.tried).toBe(again.length > 0 ? true : undefined)
  })

  it.each([
    { name: 'the program was taken up', second: resumed },
    { name: 'the act had failed', second: failedAct(1, 'unknown') },
  ])('may have been tried before, and is not tried again, where nobody knows how the asking ended after $name', async ({ second }) => {
    const events = journal([100, changing(1)], [200, second], [500, resumed])
    const asked = { events, signIns: { 1: done } }
    expect(await ask({ ...asked, setAt: null })).toEqual({ holds: null, tried: [], told: { tried: undefined, failedSignIns: 1 } })
    expect(await ask({ ...asked, setAt: 110 })).toMatchObject({ holds: 1, told: { failedSignIns: 1 } })
    const none = { tried: false, failedSignIns: undefined }
    expect(await ask({ ...asked, setAt: 110, by: 'password-age' })).toEqual({ holds: 1, tried: [], told: none })
  })

  it('is tried after an answer that came, however often the program was taken up before', async () => {
    const events = journal([100, changing(1)], [200, resumed], [300, resumed], [301, answered(0)], [400, changing(1)], [500, resumed])
    expect(await ask({ events, setAt: null, signIns: { 1: done } })).toMatchObject({ holds: 1, tried: [1], told: { tried: true } })
  })

  const ruledOut = (generation: number): Fact => ({
    type: 'world-asked',
    answer: { about: 'password', login: LOGIN, holds: null, tried: true, failedSignIns: 1, wrong: generation },
  })
  const verifying: Fact = { type: 'act-started', act: `verify-login ${LOGIN} 1` }
  const refused: Fact = { type: 'verification-failed', login: LOGIN, holder: null, code: 'windows-1326', proves: 'wrong-password' }
  const retried: Fact = { type: 'retry-chosen' }
  const failing = journal([100, changing(1)], [500, resumed], [501, ruledOut(1)], [600, retried])
  const verifiedWrong = journal([100, changing(1)], [101, changed(1)], [102, verifying], [103, refused], [104, retried])
  it.each([
    { name: 'a wrong answer before, whatever the age says', events: failing, setAt: 110, holds: null },
    { name: 'a wrong answer before, where the old one was set just before', events: failing, setAt: 101.9, holds: 0 },
    { name: 'a wrong answer before, where the old one was not set then', events: failing, setAt: 102, holds: null },
    { name: 'a verification that failed, whatever the age says', events: verifiedWrong, setAt: 101, holds: null },
    {
      name: 'a wrong answer before it was set once more',
      events: journal([100, changing(1)], [500, resumed], [501, ruledOut(1)], [600, changing(1)], [700, resumed]),
      setAt: 605,
      holds: 1,
    },
    ...([1, 2] as const).map((generation) => ({
      name: `a wrong answer before, although ${generation} was begun after it and surely not set`,
      events: journal(
        [100, changing(1)],
        [500, resumed],
        [501, ruledOut(1)],
        [600, changing(generation)],
        [601, failedAct(generation, 'not-done')],
      ),
      setAt: 110,
      holds: null,
    })),
  ])('is never contradicted by the age after $name', async ({ events, setAt, holds }) => {
    expect(await ask({ events, setAt, by: 'password-age' })).toMatchObject({ holds })
  })

  it('leaves the old one where that was set a moment before the change, which the age cannot tell', async () => {
    expect(await ask({ events: interrupted, setAt: 101, signIns: { 1: wrong } })).toMatchObject({ holds: 0, told: { wrong: 1 } })
  })
})
