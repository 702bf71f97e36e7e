import { describe, expect, it } from 'vitest'
import { generatePassword } from '#electron/passwords/generate.ts'
import { DEFAULT_LENGTH, longestFor, MINIMUM_LENGTH, passwordTargets } from '#shared/passwords/policy.ts'
import { isAcceptable, namesOf } from '#shared/passwords/rules.ts'
import { alphabets, type CharacterClass, classes, classShares } from './class-shares.ts'

const DRAWN = 100_000

/**
 * Standard deviations that a count may be away from what is expected.
 *
 * Seven are passed by chance once in 4 × 10¹¹ counts; the tests look at fewer than 1,000, so a false alarm comes once in 10⁸ runs.
 */
const DEVIATIONS = 7

const characters = classes.map((name) => alphabets[name]).join('')

type Draw = () => string

interface Counts {
  /** how often each character stood in each place */
  readonly places: readonly Uint32Array[]
  /** how often one lower-case letter followed another */
  readonly pairs: Uint32Array
  readonly distinct: number
  readonly broken: readonly string[]
}

function countIn(draw: Draw, length: number, drawn: number): Counts {
  const places = Array.from({ length }, () => new Uint32Array(128))
  const pairs = new Uint32Array(26 * 26)
  const seen = new Set<string>()
  const broken: string[] = []
  for (let index = 0; index < drawn; index += 1) {
    const password = draw()
    seen.add(password)
    if (!keepsRules(password, length)) broken.push(password)
    let before = -1
    for (let place = 0; place < length; place += 1) {
      const code = password.charCodeAt(place)
      const counts = places[place]!
      counts[code] = counts[code]! + 1
      const letter = code >= 97 && code <= 122 ? code - 97 : -1
      if (letter >= 0 && before >= 0) pairs[before * 26 + letter] = pairs[before * 26 + letter]! + 1
      before = letter
    }
  }
  return { places, pairs, distinct: seen.size, broken }
}

/** The rules once more, in another way than the product says them. */
function keepsRules(password: string, length: number): boolean {
  return (
    password.length === length &&
    /^[A-Za-z0-9][A-Za-z0-9._~-]*$/.test(password) &&
    [/[a-z]/, /[A-Z]/, /[0-9]/, /[._~-]/].every((needed) => needed.test(password)) &&
    !/(.)\1\1/i.test(password)
  )
}

/** How many standard deviations chi-square is above its mean (Wilson and Hilferty). */
function deviationsOfChiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  const freedom = counts.length - 1
  const spread = 2 / (9 * freedom)
  return (Math.cbrt(chiSquare / freedom) - (1 - spread)) / Math.sqrt(spread)
}

/** What chance does not explain. */
function suspicions({ places, pairs }: Counts, length: number, drawn: number): readonly string[] {
  const found: string[] = []
  const shares = classShares(length)
  for (const [place, counts] of places.entries()) {
    for (const name of classes) {
      if (place === 0 && name === 'special') continue
      const own = [...alphabets[name]].map((character) => counts[character.charCodeAt(0)]!)
      if (own.includes(0)) found.push(`a ${name} character never stands in place ${place}`)
      if (deviationsOfChiSquare(own) > DEVIATIONS) found.push(`${name} characters are not equally likely in place ${place}`)
      if (deviationsOfClass(own, shares[place]![name], drawn) > DEVIATIONS) found.push(`${name} has not its share in place ${place}`)
    }
  }
  const unequalPairs = [...pairs].filter((_, index) => Math.floor(index / 26) !== index % 26)
  if (deviationsOfChiSquare(unequalPairs) > DEVIATIONS) found.push('letters depend on the one before')
  return found
}

function deviationsOfClass(own: readonly number[], share: number, drawn: number): number {
  const count = own.reduce((sum, each) => sum + each, 0)
  return Math.abs(count - drawn * share) / Math.sqrt(drawn * share * (1 - share))
}

describe('classShares', () => {
  it('knows the shares that all short passwords have', () => {
    const counts: Record<CharacterClass, number>[] = Array.from({ length: 4 }, () => ({ lower: 0, upper: 0, digit: 0, special: 0 }))
    // Of four characters, one of each class: 6 orders with each of the three classes that may come first, all equally likely.
    const orders = permutations([...classes]).filter(([first]) => first !== 'special')
    for (const order of orders) for (const [place, name] of order.entries()) counts[place]![name] += 1 / orders.length
    for (const [place, shares] of classShares(4).entries()) {
      for (const name of classes) expect(shares[name]).toBeCloseTo(counts[place]![name], 10)
    }
  })
})

function permutations(names: readonly CharacterClass[]): readonly (readonly CharacterClass[])[] {
  if (names.length === 0) return [[]]
  return names.flatMap((name) => permutations(names.filter((other) => other !== name)).map((rest) => [name, ...rest]))
}

describe('generatePassword', () => {
  it.each([
    ['windows', DEFAULT_LENGTH],
    ['sql-server', DEFAULT_LENGTH],
    ['erp', MINIMUM_LENGTH],
  ] as const)('draws evenly among all passwords that keep the rules, for %s', (_target, length) => {
    const counts = countIn(() => generatePassword({ length, names: [] }), length, DRAWN)
    expect(counts.broken).toEqual([])
    expect(counts.distinct).toBe(DRAWN)
    expect(suspicions(counts, length, DRAWN)).toEqual([])
    for (const [place, seen] of counts.places.entries()) {
      const allowed = [...(place === 0 ? characters.replace('._-~', '') : characters)].sort()
      expect([...seen.keys()].filter((code) => seen[code]! > 0).map((code) => String.fromCharCode(code))).toEqual(allowed)
    }
  })

  it.each([
    ['a remainder instead of a draw', () => characters[Math.floor(Math.random() * 256) % 66]!],
    ['letters that follow each other', chained()],
  ])('is judged by counts that see %s', (_name, character) => {
    const draw = (): string => Array.from({ length: 25 }, character).join('')
    expect(suspicions(countIn(draw, 25, DRAWN / 5), 25, DRAWN / 5).length).toBeGreaterThan(0)
  })

  it.each(passwordTargets)('keeps the rules at every length for %s', (target) => {
    for (let length = MINIMUM_LENGTH; length <= longestFor(target); length += 1) {
      expect(keepsRules(generatePassword({ length, names: [] }), length)).toBe(true)
    }
  })

  it.each([
    ['sa', 'X'],
    ['svc_sync', 'ERP01'],
    ['a', '7'],
    ['.', '_'],
  ])('never contains the login %s or the server %s', (login, server) => {
    const names = namesOf({ login: `CONTOSO\\${login}`, server })
    for (let index = 0; index < 300; index += 1) {
      const password = generatePassword({ length: 25, names }).toLowerCase()
      for (const name of names) expect(password).not.toContain(name.toLowerCase())
    }
  })

  it('finds the longest password without two single letters', () => {
    const names = ['a', 'e']
    expect(isAcceptable(generatePassword({ length: longestFor('sql-server'), names }), names)).toBe(true)
  })

  it('says so when the rules leave no password', () => {
    expect(() => generatePassword({ length: 12, names: [...characters] })).toThrow('no password of 12 characters met the rules')
  })
})

/** Even in every place, but a letter comes after its neighbour in the alphabet more often than after others. */
function chained(): () => string {
  let before = ''
  return () => {
    const next = characters[characters.indexOf(before) + 1]
    before = next !== undefined && Math.random() < 0.1 ? next : characters[Math.floor(Math.random() * 66)]!
    return before
  }
}
