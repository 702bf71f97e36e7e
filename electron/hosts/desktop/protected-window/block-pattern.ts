/** A square of light and dark blocks, row by row; `true` is dark. */
export type BlockPattern = readonly boolean[]

/** Blocks along a side. 256 blocks of chance: nothing on a screen agrees with 70 in a hundred of them by accident. */
export const SIDE = 16

const BLOCKS = SIDE * SIDE

/** A pattern with more of one kind would look like an empty area. */
const FEWEST_DARK = Math.floor(BLOCKS * 0.45)
const MOST_DARK = Math.ceil(BLOCKS * 0.55)

/** Chance that gives no such pattern in as many tries is none. */
const MOST_TRIES = 100

/** Draws a pattern that nobody can know beforehand. */
export function drawBlockPattern(randomBytes: (count: number) => Uint8Array): BlockPattern {
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const pattern = [...randomBytes(BLOCKS / 8)].flatMap((byte) => Array.from({ length: 8 }, (_, bit) => ((byte >> bit) & 1) === 1))
    const dark = pattern.filter(Boolean).length
    if (pattern.length === BLOCKS && dark >= FEWEST_DARK && dark <= MOST_DARK) return pattern
  }
  throw new Error('the source of chance gives no even pattern')
}
