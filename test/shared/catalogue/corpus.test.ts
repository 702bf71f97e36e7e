import { describe, expect, it } from 'vitest'

import { createMatcher } from '#shared/catalogue/match.ts'
import { installations } from './corpus/installations.data.ts'
import { factsOf } from './corpus/item.ts'
import { lookAlikes, plainServer } from './corpus/ordinary.data.ts'

const { matchTools } = createMatcher()

describe('ordinary things of a server', () => {
  const ordinary = [...plainServer, ...lookAlikes]

  it('are many, and a third of them or more look like a tool', () => {
    expect(ordinary.length).toBeGreaterThanOrEqual(80)
    expect(lookAlikes.length * 3).toBeGreaterThanOrEqual(ordinary.length)
  })
  it.each(ordinary.map((item) => [JSON.stringify(item), item] as const))('%s shows no tool', (_, item) => {
    expect(matchTools(factsOf([item]))).toEqual([])
  })
})

describe('installations', () => {
  it('are many and each of another kind', () => {
    expect(installations.length).toBeGreaterThanOrEqual(60)
    expect(new Set(installations.map((each) => each.of)).size).toBe(installations.length)
  })
  it.each(installations.map((each) => [each.of, each] as const))(
    '%s: shows its tool and nothing else',
    (_, { items, subject, kinds, strength }) => {
      const matches = matchTools(factsOf(items))
      expect(matches.map((each) => [each.subject, each.strength])).toEqual([[subject, strength ?? 'proven']])
      expect(matches[0]?.evidence.map((each) => each.kind)).toEqual(kinds)
    },
  )
  it('stand out among everything else of a server', () => {
    const subjects = new Set(
      matchTools(factsOf([...plainServer, ...installations.flatMap((each) => each.items)])).map((each) => each.subject.split(':')[0]),
    )
    expect([...new Set(installations.map((each) => each.subject.split(':')[0]))].filter((id) => !subjects.has(id))).toEqual([])
  })
})
