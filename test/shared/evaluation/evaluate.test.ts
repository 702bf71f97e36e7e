import { describe, expect, it } from 'vitest'

import type { Finding } from '#shared/checks/check.ts'
import { checkupSchema } from '#shared/formats/checkup.ts'
import { checkThat, say, there } from '../../support/findings.ts'
import { checkupOf, localUser, type Situation } from '../../support/world.ts'

describe('the checkup', () => {
  const checks = (...lists: readonly (readonly Finding[])[]) => lists.map((findings) => checkThat(() => findings))

  it.each([
    ['gaps', 'gaps', [[say.bad('a')], [say.odd('a')]]],
    ['open', 'incomplete', [[say.odd('a')], [say.good()]]],
    ['complete', 'best', [[say.good()], [say.off()]]],
    ['not-applicable', 'best', [[say.off()]]],
  ] as const)('outcome %s, grade %s', (outcome, grade, lists) => {
    const checkup = checkupOf(checks(...lists), there)
    expect([checkup.checklists[0]?.outcome, checkup.grade]).toEqual([outcome, grade])
  })

  it('is open, and so incomplete, where something is unknown', () => {
    expect(checkupOf(checks([say.good()]), { facts: {} })).toMatchObject({ grade: 'incomplete', checklists: [{ outcome: 'open' }] })
  })

  it('is best only where every password is', () => {
    const users = [localUser('svc')]
    const grade = (...grades: ('best' | 'good')[]) =>
      checkupOf(checks([say.good()]), {
        facts: { ...there.facts, 'local-users': { users } },
        profile: {
          syncTools: [
            { name: 'A', windowsAccount: 'svc' },
            { name: 'B', windowsAccount: 'NT SERVICE\\WSPB' },
            { name: 'C', windowsAccount: 'ghost' },
          ],
        },
        answers: {
          credentials: grades.map((each) => ({
            login: 'svc',
            kind: 'windows',
            grade: each,
            unique: true,
            changedAt: '2026-01-01T00:00:00Z',
            storedIn: 'keychain',
          })),
        },
      }).grade
    expect([grade('best'), grade('good'), grade()]).toEqual(['best', 'good', 'good'])
  })

  it('fits its own format and names what was not collected', () => {
    const checkup = checkupOf(checks([say.bad('a')]), there)
    expect(checkupSchema.safeParse(checkup).error).toBeUndefined()
    expect(checkup.notCollected?.find((each) => each.probe === 'programs')).toEqual({
      probe: 'programs',
      status: 'not-collected',
      reason: '',
    })
  })

  it('has the same id for the same inputs and another for others', () => {
    const id = (situation: Situation) => checkupOf(checks([say.good()]), situation).id
    expect(id(there)).toBe(id(there))
    expect(id(there)).toMatch(/^[0-9a-f]{32}$/)
    expect(id(there)).not.toBe(id({ ...there, now: '2026-03-01T10:00:00Z' }))
  })

  it('stands without a profile', () => {
    expect(checkupOf(checks([say.good()]), { ...there, profile: null }).profile).toMatchObject({ organization: '', syncTools: [] })
  })
})
