import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGuessable, type StrengthEstimate } from '#shared/passwords/estimate.ts'
import { type BroughtPasswordFacts, gradeBrought, gradeGenerated, type PasswordFacts } from '#shared/passwords/grade.ts'

const strong: StrengthEstimate = { guessesLog10: 30, characters: 30, patternedCharacters: 0, patterns: [] }
const random12 = 'xK9.mP2~qL7_'
const random25 = 'Teg2ZvmNu-N0No5DYS7cC~QKl'
const sized = (length: number): string => `${random25.repeat(6)}`.slice(0, length)

const brought = (password: string, more: Partial<BroughtPasswordFacts> = {}) =>
  gradeBrought({ password, target: null, names: [], isUnique: true, estimate: strong, ...more })
const generated = (password: string, more: Partial<PasswordFacts> = {}) =>
  gradeGenerated({ password, target: null, names: [], isUnique: null, ...more })

describe('gradeGenerated', () => {
  it.each([
    [11, 'weak'],
    [12, 'good'],
    [24, 'good'],
    [25, 'best'],
    [127, 'best'],
  ] as const)('finds a password of %i characters %s', (length, grade) => {
    expect(generated(sized(length)).grade).toBe(grade)
  })

  it('finds one weak that is in use elsewhere', () => {
    expect(generated(random25, { isUnique: false })).toMatchObject({ grade: 'weak', reasons: [{ key: 'not-unique' }] })
  })
})

describe('gradeBrought', () => {
  it.each([
    ['at the least length', random12, {}, []],
    ['one short of it', random12.slice(0, 11), {}, [{ key: 'too-short', length: 11, minimum: 12 }]],
    ['short in characters, not in code units', 'a1.😀😀😀😀😀😀', {}, [{ key: 'too-short', length: 9, minimum: 12 }]],
    ['as long as Windows takes', sized(127), { target: 'windows' }, []],
    ['longer', sized(128), { target: 'windows' }, [{ key: 'too-long', length: 128, limit: 127, target: 'windows' }]],
    ['as long as SQL Server takes', sized(128), { target: 'sql-server' }, []],
    [
      'longer than SQL Server takes',
      sized(129),
      { target: 'sql-server' },
      [{ key: 'too-long', length: 129, limit: 128, target: 'sql-server' }],
    ],
    ['long, for an ERP of which no limit is known', sized(150), { target: 'erp' }, []],
    ['without letters', '19.42~77_031', {}, [{ key: 'no-letter' }]],
    ['without digits', 'xKi.mPr~qLs_', {}, [{ key: 'no-digit' }]],
    ['without specials', 'xK9amP2rqL7s', {}, [{ key: 'no-special' }]],
    ['with letters of another script', 'ключЗамок9.42', {}, []],
    ['with a space as its special', 'xK9 mP2 qL7s', {}, []],
    ['with the name of its login', 'x9.SVC_sync~71', { names: ['svc_Sync'] }, [{ key: 'contains-name' }]],
    ['with a name that chance puts anywhere', 'xsa.mP2~qL7_', { names: ['sa'] }, []],
    ['of another login', random12, { isUnique: false }, [{ key: 'not-unique' }]],
    ['without an estimate in time', random25, { estimate: null }, [{ key: 'not-estimated' }]],
    [
      'that is built on words',
      'Kundenservice-2023',
      { estimate: { guessesLog10: 11.6, characters: 18, patternedCharacters: 13, patterns: ['word', 'date'] } },
      [{ key: 'guessable' }, { key: 'pattern', pattern: 'word' }, { key: 'pattern', pattern: 'date' }],
    ],
  ] as const)('judges one %s', (_name, password, more, reasons) => {
    expect(brought(password, more)).toMatchObject({ grade: reasons.length === 0 ? 'good' : 'weak', reasons })
  })

  it.each([
    ['', random12, ['randomness-unknown']],
    ['long', sized(65), ['randomness-unknown', 'estimated-in-part']],
    ['as long as is estimated', sized(64), ['randomness-unknown']],
    ['troublesome', 'xK9;mP2~qL7_', ['randomness-unknown', 'troublesome-characters']],
    ['wrongly started', '-xK9mP2~qL7_', ['randomness-unknown', 'starts-with-special']],
    ['repetitive', 'xK999mP2~qL7_', ['randomness-unknown', 'three-alike']],
  ])('remarks on a good %s one', (_name, password, remarks) => {
    expect(brought(password)).toEqual({ grade: 'good', reasons: [], remarks })
  })

  it('says that uniqueness is not known', () => {
    expect(brought(random12, { isUnique: null }).remarks).toContain('uniqueness-unknown')
  })

  it('never finds one Best, never one good with a reason, and holds nothing of it', () => {
    const estimate = fc.option(
      fc.record({ guessesLog10: fc.double({ min: 0, max: 80, noNaN: true }), patternedCharacters: fc.nat(64), characters: fc.nat(64) }),
    )
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), estimate, (password, given) => {
        const verdict = brought(password, { estimate: given === null ? null : { ...given, patterns: [] }, target: 'windows' })
        expect(verdict.grade).toBe(verdict.reasons.length === 0 ? 'good' : 'weak')
        if ([...password].length < 12) expect(verdict.grade).toBe('weak')
        expect(JSON.stringify(brought(`CANARY${password}`))).not.toContain('CANARY')
      }),
      { numRuns: 500 },
    )
  })

  it('is never better with fewer guesses or more patterns', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 30, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        fc.nat(20),
        fc.nat(20),
        (log, less, n, more) => {
          const of = (guessesLog10: number, patternedCharacters: number) =>
            isGuessable({ guessesLog10, characters: 20, patternedCharacters, patterns: [] })
          if (of(log, n)) expect(of(log - less, Math.min(20, n + more))).toBe(true)
        },
      ),
    )
  })
})

describe('isGuessable', () => {
  it.each([
    ['at the line', 10, 5, false],
    ['below it', 9.99, 5, true],
    ['half of it patterns, at their line', 14, 6, false],
    ['half of it patterns, below their line', 13.99, 6, true],
  ])('says of one %s', (_name, guessesLog10, patternedCharacters, expected) => {
    expect(isGuessable({ guessesLog10, characters: 12, patternedCharacters, patterns: [] })).toBe(expected)
  })
})
