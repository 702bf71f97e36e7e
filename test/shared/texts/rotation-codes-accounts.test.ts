import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { rotationCodeAccountTexts } from '#shared/texts/rotation-codes-accounts.ts'

const PREFIX = 'rotation-code/'
const codes = Object.keys(rotationCodeAccountTexts.en).map((key) => key.slice(PREFIX.length))

/** Stable keys as they stand in the code that gives them. */
const FILES = ['accounts', 'account-lifecycle', 'account-sign-in', 'tasks']
const KEY = /'((?:account|new-user|user|password|signed|task)-[a-z-]+)'/g
const given = FILES.flatMap((file) => {
  const source = readFileSync(new URL(`../../../electron/rotation/server/${file}.ts`, import.meta.url), 'utf8')
  return [...source.matchAll(KEY)].map(([, key]) => key ?? '')
})

describe('rotation-codes-accounts', () => {
  it('has a line for each key that changing accounts and tasks gives, and for no other', () => {
    expect(codes.filter((code) => !code.startsWith('windows-')).sort()).toEqual([...new Set(given)].sort())
  })

  it('has a line for each refusal of a password and of a sign-in', () => {
    const windows = [
      5, 86, 1311, 1312, 1324, 1325, 1326, 1327, 1328, 1329, 1330, 1331, 1355, 1385, 1788, 1793, 1907, 1909, 2203, 2221, 2224, 2245,
    ]
    expect(codes).toEqual(expect.arrayContaining(windows.map((code) => `windows-${code}`)))
  })

  it.each(['en', 'de'] as const)('says in one sentence what to do (%s)', (language) => {
    const texts = rotationCodeAccountTexts[language]
    expect(Object.keys(texts)).toEqual(codes.map((code) => `${PREFIX}${code}`))
    for (const text of Object.values(texts)) {
      expect(text).toMatch(/^[A-ZÄÖÜ].*[:,;].*\.$/s)
      expect(text).not.toMatch(/[.!?] [A-ZÄÖÜ]|\{\{/)
    }
  })

  it('guesses nothing of the one code for every rule', () => {
    expect(rotationCodeAccountTexts.en['rotation-code/windows-2245']).toMatch(/length, history, complexity, minimum age/)
    expect(rotationCodeAccountTexts.de['rotation-code/windows-2245']).toMatch(/Länge, Chronik, Komplexität, Mindestalter/)
  })
})
