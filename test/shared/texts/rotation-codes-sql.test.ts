import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { connectProblemKinds } from '#electron/sql/connect-problem.ts'
import { rotationCodesSql } from '#shared/texts/rotation-codes-sql.ts'

const CODE = 'rotation-code/sql-'
const HANDS = join(import.meta.dirname, '..', '..', '..', 'electron', 'rotation', 'server')

/** `sql-login` is a way to sign in. */
const SIGN_IN_KIND = 'login'

/** Codes that stand as such in the hands for SQL Server, and the numbers that they know. */
function codesInSource(): readonly string[] {
  const files = readdirSync(HANDS).filter((name) => /^sql-.*\.ts$/.test(name))
  return files.flatMap((name) => {
    const source = readFileSync(join(HANDS, name), 'utf8')
    const codes = [...source.matchAll(/'sql-([a-z0-9]+(?:-[a-z]+)*)'/g)].map((match) => match[1] ?? '')
    const numbers = [...source.matchAll(/\b(\d{2}_\d{3})\b/g)].map((match) => (match[1] ?? '').replace('_', ''))
    return [...codes, ...numbers].filter((code) => code !== SIGN_IN_KIND)
  })
}

describe('codes of SQL Server in a password change', () => {
  const { en, de } = rotationCodesSql

  it('are the same in both languages, and every line is a text of its own language', () => {
    expect(Object.keys(de).toSorted()).toEqual(Object.keys(en).toSorted())
    const english = new Set<string>(Object.values(en))
    expect(Object.values(de).filter((line) => english.has(line))).toEqual([])
  })

  it.each([...Object.entries(en), ...Object.entries(de)])('%s say in one line what to do', (_code, line) => {
    expect(line).toMatch(/^\S[^\n]*\S\.$/)
    expect(line).toMatch(/: |\. /)
    expect(line).not.toMatch(/\{\{|undefined/)
  })

  it('have a line for everything that the hands can say of themselves', () => {
    const said = new Set(codesInSource())
    expect(said.size).toBeGreaterThan(15)
    expect([...said].filter((code) => !Object.hasOwn(en, `${CODE}${code}`))).toEqual([])
  })

  it('have a line for every way in which there is no connection', () => {
    expect(connectProblemKinds.filter((kind) => !Object.hasOwn(en, `${CODE}connect-${kind}`))).toEqual([])
  })
})
