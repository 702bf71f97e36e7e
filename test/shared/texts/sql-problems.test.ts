import { describe, expect, it } from 'vitest'

import { connectProblemKinds } from '#electron/sql/connect-problem.ts'
import { sqlProblemTexts } from '#shared/texts/sql-problems.ts'

describe('problems of the sign-in to SQL Server', () => {
  it.each(['en', 'de'] as const)('have words and a next step for every kind in %s, and for no other', (language) => {
    const expected = connectProblemKinds.flatMap((kind) => [`sql-problem/${kind}`, `sql-next/${kind}`])
    expect(Object.keys(sqlProblemTexts[language]).toSorted()).toEqual(expected.toSorted())
    for (const text of Object.values(sqlProblemTexts[language])) expect(text).toMatch(/^\S.*\.$/)
  })

  it('differ from each other, and between the languages', () => {
    const { en, de } = sqlProblemTexts
    expect(new Set([...Object.values(en), ...Object.values(de)]).size).toBe(4 * connectProblemKinds.length)
  })
})
