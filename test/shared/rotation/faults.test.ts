import { describe, expect, it } from 'vitest'
import { decideOn, type FaultCase, faultCases, faultCourses } from '../../support/rotation-faults.ts'
import { copyOf, goOn } from '../../support/rotation-session.ts'
import { leftovers, untruths } from '../../support/rotation-truth.ts'

/** Everything that was wrong on the way from a fault to the end, and at the end. */
function wrongAfter({ course, act, session: before, place, kind }: FaultCase): readonly string[] {
  const session = copyOf(before)
  const wrong: string[] = []
  let struck = false
  try {
    goOn(session, {
      decide: decideOn(course),
      strike: ({ id }) => {
        if (struck || id !== act) return undefined
        struck = true
        return { place, kind }
      },
      look: (state, at) => {
        if (struck) wrong.push(...untruths(state, at))
      },
    })
  } catch (error) {
    wrong.push(String(error))
  }
  return [...(struck ? [] : ['the fault never struck']), ...wrong, ...leftovers(session)]
}

describe('faults', () => {
  it('meet every act of the way forward and of the way back', () => {
    const cases = faultCourses.flatMap(faultCases)
    const names = new Set(cases.map(({ course, act, place, kind }) => [course.name, act, place, kind].join(' / ')))
    expect(names.size).toBe(cases.length)
    expect(names.size).toBeGreaterThanOrEqual(200)
  })

  it.each(faultCourses.map((course) => [course.name, course] as const))(
    'end where every holder agrees: %s',
    (_name, course) => {
      const failures = faultCases(course).flatMap((fault) => {
        const wrong = [...new Set(wrongAfter(fault))]
        return wrong.length === 0 ? [] : [`${fault.act} / ${fault.place} / ${fault.kind}: ${wrong.join('; ')}`]
      })
      expect(failures).toEqual([])
    },
    60_000,
  )
})
