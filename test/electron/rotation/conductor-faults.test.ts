import { describe, expect, it } from 'vitest'

import { faultCourses } from '../../support/rotation-faults.ts'
import { machineFor } from '../../support/rotation-machine.ts'
import { planOf, type StrikeCase, strikeCases, wrongAfter, wrongAfterLoss } from '../../support/rotation-strikes.ts'

const courses: { readonly name: string; readonly cases: readonly StrikeCase[] }[] = []
for (const course of faultCourses) courses.push({ name: course.name, cases: await strikeCases(course, await machineFor(planOf(course))) })
// Fewer moments of each place: what differs is who acts on the server, not the disk. A server is changed with passwords of the keychain alone.
const throughServer: typeof courses = []
for (const course of faultCourses.filter((each) => planOf(each).logins.every(({ keptIn }) => keptIn === 'keychain'))) {
  const cases = await strikeCases(course, await machineFor(planOf(course), true))
  throughServer.push({ name: course.name, cases: cases.filter(({ variant }) => variant % 6 === 0) })
}
const count = courses.reduce((sum, { cases }) => sum + cases.length, 0)

/** Hundreds of changes, each to its end, while other tests share the machine. */
const COURSE_LIMIT_MS = 180_000

describe('conductor', () => {
  it(`meets ${count} faults at every act of the way forward and of the way back, no two of them alike`, () => {
    const names = courses.flatMap(({ name, cases }) => cases.map(({ act, place, kind }) => [name, act, place, kind].join(' / ')))
    expect(new Set(names).size).toBe(count)
    expect(count).toBeGreaterThanOrEqual(200)
  })

  it.each(courses.map(({ name, cases }) => [name, cases] as const))(
    'ends where every holder agrees and no password is lost: %s',
    { timeout: COURSE_LIMIT_MS },
    async (_name, cases) => {
      const failures: string[] = []
      for (const strike of cases) {
        const wrong = await wrongAfter(strike)
        if (wrong.length > 0) failures.push(`${strike.act} / ${strike.place} / ${strike.kind} / ${strike.variant % 6}: ${wrong.join('; ')}`)
      }
      expect(failures).toEqual([])
    },
  )

  it.each(throughServer.map(({ name, cases }) => [name, cases] as const))(
    'comes to the same through the hands for a server: %s',
    { timeout: COURSE_LIMIT_MS },
    async (_name, cases) => {
      expect(cases.length).toBeGreaterThan(5)
      const failures: string[] = []
      for (const strike of cases) {
        const wrong = await wrongAfter(strike)
        if (wrong.length > 0) failures.push(`${strike.act} / ${strike.place} / ${strike.kind}: ${wrong.join('; ')}`)
      }
      expect(failures).toEqual([])
    },
  )

  it('makes another password wherever the keychain lost one that is not proven by the end of the call', {
    timeout: COURSE_LIMIT_MS,
  }, async () => {
    const { cases = [] } = courses.find(({ name }) => name === 'three new passwords') ?? {}
    const moments = cases.filter(({ kind, place }) => kind === 'killed' && place === 'before it is begun')
    const acts = moments.map(({ act }) => act)
    const after = moments.slice(acts.indexOf('join-call'), acts.indexOf('end-call') + 1)
    expect(after.length).toBeGreaterThan(20)
    const failures: string[] = []
    for (const moment of after) {
      const wrong = await wrongAfterLoss(moment, 'windows:ERP01\\erpsync')
      if (wrong.length > 0) failures.push(`${moment.act}: ${wrong.join('; ')}`)
    }
    expect(failures).toEqual([])
  })
})
