import { describe, expect, it } from 'vitest'

import { judgeAge, momentsOf } from '#electron/rotation/server/by-hand-moments.ts'
import type { Fact, RotationEvent } from '#shared/rotation/events.ts'
import type { PlannedLogin } from '#shared/rotation/plan.ts'
import { windowsLogin } from '../../../support/rotation-plans.ts'

const LOGIN = windowsLogin()
const { key } = LOGIN
const THEIRS = windowsLogin({ account: 'domain', changedBy: 'you' })
const MOVED: PlannedLogin = windowsLogin({
  change: { kind: 'new-user', newKey: 'windows:ERP01\\svc-sync', newName: 'svc-sync', rights: [] },
})
const START = Date.parse('2026-11-23T20:00:00.000Z')
const at = (seconds: number): Date => new Date(START + seconds * 1000)

/** Events at these seconds after the beginning. */
const journal = (...lines: readonly (readonly [seconds: number, fact: Fact])[]): readonly RotationEvent[] =>
  lines.map(([seconds, fact]) => ({ ...fact, at: at(seconds).toISOString() }) as RotationEvent)

const changing = (generation: number, login = key): Fact => ({ type: 'password-changing', login, generation, how: 'reset' })
const changed = (generation: number): Fact => ({ type: 'password-changed', login: key, generation })
const notDone = (generation: number): Fact => ({
  type: 'act-failed',
  act: `change-password ${key} ${generation}`,
  code: 'windows-5',
  outcome: 'not-done',
})
const holds = (generation: number): Fact => ({ type: 'world-asked', answer: { about: 'password', login: key, holds: generation } })
const creating: Fact = { type: 'act-started', act: `create-user ${key} 1` }
const created: Fact = { type: 'user-created', login: key, generation: 1 }
const wentBack: Fact = { type: 'went-back', act: `change-password ${key} 0` }
const resumed: Fact = { type: 'resumed' }

describe('by-hand-moments', () => {
  it.each<[string, PlannedLogin, readonly RotationEvent[], number, number | null, number | null]>([
    ['a change', LOGIN, journal([10, changing(1)], [11, changed(1)]), 1, 10, null],
    [
      'a change that nobody saw the end of, and the same once more',
      LOGIN,
      journal([10, changing(1)], [20, resumed], [30, changing(1)], [31, changed(1)]),
      1,
      10,
      null,
    ],
    [
      'a change that surely was not made before',
      LOGIN,
      journal([10, changing(1)], [11, notDone(1)], [30, changing(1)], [31, changed(1)]),
      1,
      30,
      null,
    ],
    ['a renewal', LOGIN, journal([10, changing(1)], [11, changed(1)], [50, changing(2)], [51, changed(2)]), 2, 50, null],
    [
      'the one before a renewal that was refused',
      LOGIN,
      journal([10, changing(1)], [11, changed(1)], [50, changing(2)], [51, notDone(2)]),
      1,
      10,
      null,
    ],
    [
      'a login that another one was changed beside',
      LOGIN,
      journal([10, changing(1)], [11, changed(1)], [40, changing(1, 'windows:ERP01\\other')]),
      1,
      10,
      null,
    ],
    ['the way back', LOGIN, journal([10, changing(1)], [11, changed(1)], [60, changing(0)], [61, wentBack]), 0, 60, 10],
    [
      'a way back on which the login has its old password anyway',
      LOGIN,
      journal([10, changing(1)], [20, resumed], [21, holds(0)]),
      0,
      null,
      10,
    ],
    ['a new user', MOVED, journal([10, creating], [12, created]), 1, 10, null],
    ['the way back to the old user, who has its password still', MOVED, journal([10, creating], [12, created]), 0, null, 10],
    ['a change by a person, who says so afterwards', THEIRS, journal([3, resumed], [10, changing(1)], [10, changed(1)]), 1, 3, null],
    [
      'the way back by a person, who says so afterwards',
      THEIRS,
      journal([3, resumed], [10, changing(1)], [11, changed(1)], [50, { type: 'back-chosen' }], [60, changing(0)], [61, wentBack]),
      0,
      50,
      3,
    ],
    ['a change by a person that is the first entry of all', THEIRS, journal([10, changing(1)], [10, changed(1)]), 1, 10, null],
    ['a login that was never touched', LOGIN, journal(), 1, null, null],
  ])('knows the times of %s', (_name, login, events, generation, given, touched) => {
    expect(momentsOf(events, login, generation, 5)).toEqual({
      given: given === null ? null : at(given),
      touched: touched === null ? null : at(touched),
    })
  })

  const forward = { given: at(100), touched: null }
  const back = { given: at(100), touched: at(10) }
  it.each([
    ['after it', 101, forward, 'changed'],
    ['at once', 100, forward, 'changed'],
    ['as much before as clocks may differ', 98, forward, 'changed'],
    ['longer before', 97.999, forward, 'unchanged'],
    ['before everything, on the way there', 0, forward, 'unchanged'],
    ['between, on the way back', 50, back, 'unchanged'],
    ['after the way back', 101, back, 'changed'],
    ['before everything, on the way back', 5, back, 'not-told'],
    ['with the first touch, on the way back', 12, back, 'not-told'],
    ['just after the first touch, on the way back', 12.001, back, 'unchanged'],
    ['at any time, where the login got no password', 500, { given: null, touched: at(10) }, 'not-told'],
  ] as const)('judges what was written %s', (_name, seconds, moments, seen) => {
    expect(judgeAge(at(seconds), moments)).toBe(seen)
  })

  it('takes another difference of the clocks', () => {
    expect(judgeAge(at(41), forward, 60_000)).toBe('changed')
    expect(judgeAge(at(39), forward, 60_000)).toBe('unchanged')
  })
})
