/** What a character of a generated password may be. */
export const classes = ['lower', 'upper', 'digit', 'special'] as const

export type CharacterClass = (typeof classes)[number]

export const alphabets: { readonly [Class in CharacterClass]: string } = {
  lower: 'abcdefghijklmnopqrstuvwxyz',
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  digit: '0123456789',
  special: '._-~',
}

/** Characters that count as equal in a row: a letter and its capital, else each for itself. */
const groups = { letter: 26, digit: 10, special: 4 }

type Group = keyof typeof groups

const groupOf = { lower: 'letter', upper: 'letter', digit: 'digit', special: 'special' } as const

/** Of the passwords that begin (or end) in one way: how many there are, by what decides how they may go on. */
type Weights = Map<string, { readonly group: Group; readonly run: number; readonly mask: number; weight: number }>

/**
 * The share of each class in each place among all passwords that keep the rules, each equally likely.
 *
 * Counted exactly, without drawing any: passwords are extended by one character at a time, and those that may go on in the same ways are
 * counted together. `forced` is the class of one place; the share is the count with it forced over the count without.
 */
export function classShares(length: number): readonly { readonly [Class in CharacterClass]: number }[] {
  const total = count(length)
  return Array.from({ length }, (_, place) => {
    const share = (name: CharacterClass): number => count(length, { place, name }) / total
    return { lower: share('lower'), upper: share('upper'), digit: share('digit'), special: share('special') }
  })
}

function count(length: number, forced?: { readonly place: number; readonly name: CharacterClass }): number {
  let weights: Weights = new Map()
  for (let place = 0; place < length; place += 1) {
    const names = forced?.place === place ? [forced.name] : classes
    const next: Weights = new Map()
    for (const name of names) {
      if (place === 0) {
        if (name !== 'special') add(next, groupOf[name], 1, bit(name), alphabets[name].length)
      } else for (const state of weights.values()) extend(next, state, name)
    }
    // Only ratios are wanted; this keeps the numbers small.
    for (const state of next.values()) state.weight /= 66
    weights = next
  }
  return [...weights.values()].reduce((sum, { mask, weight }) => sum + (mask === 0b1111 ? weight : 0), 0)
}

function extend(next: Weights, state: { group: Group; run: number; mask: number; weight: number }, name: CharacterClass): void {
  const group = groupOf[name]
  const mask = state.mask | bit(name)
  const isSameGroup = group === state.group
  const others = alphabets[name].length - (isSameGroup ? 1 : 0)
  add(next, group, 1, mask, state.weight * others)
  if (isSameGroup && state.run < 2) add(next, group, state.run + 1, mask, state.weight)
}

function add(weights: Weights, group: Group, run: number, mask: number, weight: number): void {
  const key = `${group} ${run} ${mask}`
  const known = weights.get(key)
  if (known === undefined) weights.set(key, { group, run, mask, weight })
  else known.weight += weight
}

function bit(name: CharacterClass): number {
  return 1 << classes.indexOf(name)
}
