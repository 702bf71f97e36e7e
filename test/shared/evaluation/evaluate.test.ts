import { describe, expect, it } from 'vitest'

import type { Finding } from '#shared/checks/check.ts'
import { checks as allChecks } from '#shared/checks/index.ts'
import { evaluate } from '#shared/evaluation/evaluate.ts'
import { checkupSchema } from '#shared/formats/checkup.ts'
import { checkThat, say, there } from '../../support/findings.ts'
import { checkupOf, localUser, NOW, type Situation, sha256, snapshotOf } from '../../support/world.ts'

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

  it('judges each checklist by its own items, the worst of all decides the grade', () => {
    const mixed = [
      checkThat(() => [say.good()], { checklist: 'remote-access' }),
      checkThat(() => [say.odd('a')], { checklist: 'designated-users' }),
      checkThat(() => [say.bad('a')], { checklist: 'unused-sync-tool' }),
    ]
    const checkup = checkupOf(mixed, there)
    expect(checkup.checklists.map((each) => [each.id, each.outcome])).toEqual([
      ['remote-access', 'complete'],
      ['designated-users', 'open'],
      ['unused-sync-tool', 'gaps'],
    ])
    expect([checkup.grade, checkupOf(mixed.slice(0, 2), there).grade]).toEqual(['gaps', 'incomplete'])
  })

  it('says nothing of answers that count and of samples that it is none of', () => {
    const checkup = checkupOf(checks([say.good()]), there)
    expect('answerProblems' in checkup || 'sample' in checkup).toBe(false)
    expect(checkup.host).toEqual({ name: 'ERP01', snapshotTakenAt: '2026-03-01T08:00:00Z' })
    expect(checkupOf(checks([say.good()]), { facts: {} }).host.name).toBe('')
  })

  it('is made with all checks where no parts are given', () => {
    const input = {
      snapshot: snapshotOf(there),
      profile: null,
      answers: null,
      now: NOW,
      source: 'live',
      digests: { snapshot: '', profile: '', answers: '' },
      sha256,
    } as const
    const checkup = evaluate({ ...input, sample: 'x' })
    expect(checkup).toMatchObject({ sample: 'x', source: 'live' })
    expect(checkup.items.map((each) => each.id)).toEqual(allChecks.map((check) => check.definition.id))
    expect(checkup.digests.catalogue).toMatch(/^[0-9a-f]{64}$/)
    expect(checkup.id).not.toBe(evaluate(input).id)
    expect(evaluate({ ...input, sample: 'y' }).id).not.toBe(checkup.id)
    expect(evaluate({ ...input, sample: '' }).id).toBe(evaluate(input).id)
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
    const programs = { status: 'failed', durationMs: 1, reason: 'error 1722' } as const
    const failed = checkupOf(checks([say.good()]), { ...there, records: { programs } })
    expect(failed.notCollected?.find((each) => each.probe === 'programs')).toEqual({
      probe: 'programs',
      status: 'failed',
      reason: 'error 1722',
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
