import { describe, expect, it } from 'vitest'
import { choicesOf, type Draft, draftOf, instantOf } from '#renderer/rotation/draft.ts'
import { preparation } from '../../support/rotation-views.ts'

const draft = draftOf(preparation())
const withFirst = (part: Partial<Draft['logins'][number]>): Draft => ({
  ...draft,
  logins: draft.logins.map((login, index) => (index === 0 ? { ...login, ...part } : login)),
})

describe('draft of a password change', () => {
  it('comes back as the choices that it was made from', () => {
    const choices = { ...preparation().choices, takenByHand: ['task:x'], callAt: '2026-03-05T13:30:00.000Z', reviewOn: '2026-06-02' }
    expect(choicesOf(draftOf(preparation({ choices })))).toEqual(choices)
  })

  it('leaves out what is not chosen', () => {
    expect(choicesOf(withFirst({ chosen: false }))?.logins.map(({ key }) => key)).toEqual(['sql-server:ERP01/wsp_sync'])
  })

  it.each([
    ['the shortest length', { length: '12' }, 12],
    ['one character less', { length: '11' }, null],
    ['the longest that Windows takes', { length: '127' }, 127],
    ['one character more', { length: '128' }, null],
    ['no number at all', { length: 'long' }, null],
  ] as const)('takes only a length that can be: %s', (_name, part, length) => {
    expect(choicesOf(withFirst(part))?.logins[0]?.length ?? null).toBe(length)
  })

  it.each([
    ['moves to the name that was typed', { moves: true, newUser: ' svc-new ' }, 'svc-new'],
    ['stays, whatever stands in the field', { moves: false, newUser: 'svc-new' }, null],
  ] as const)('%s', (_name, part, newUser) => {
    expect(choicesOf(withFirst(part))?.logins[0]?.newUser).toBe(newUser)
  })

  it.each([
    ['a chosen login moves to a user without a name', { moves: true, newUser: '  ' }, null],
    ['a login that is not chosen does', { chosen: false, moves: true, newUser: '  ' }, 1],
  ] as const)('cannot be used only where %s', (_name, part, count) => {
    expect(choicesOf(withFirst(part))?.logins.length ?? null).toBe(count)
  })

  it('takes the time of the call as local time, and none that no calendar has', () => {
    expect(instantOf('2026-03-05T13:30')).toBe(new Date(2026, 2, 5, 13, 30).toISOString())
    expect([instantOf(''), instantOf('20266-03-05T13:30')]).toEqual([null, null])
    expect(choicesOf({ ...draft, reviewOn: '20266-03-05' })?.reviewOn).toBeNull()
  })
})
