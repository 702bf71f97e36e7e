import { type BlockPattern, SIDE } from './block-pattern.ts'

/** Pixels as Electron gives them: blue, green, red, alpha; row by row. */
export interface Bitmap {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** Brightness of each pixel. */
export interface LightPlane {
  readonly width: number
  readonly height: number
  readonly light: Uint8Array
}

/** How large a block may be in the picture, in pixels. */
export interface BlockSizes {
  readonly fromPx: number
  readonly toPx: number
}

/** `unclear` is neither a proof that it is there nor that it is not. */
export type Presence = 'there' | 'absent' | 'unclear'

/** A pointer or a blinking caret may lie over some blocks. */
const THERE_SHARE = 0.92

/** Chance alone comes up to two thirds on a large screen; what is beyond may be a part of the pattern. */
const ABSENT_SHARE = 0.7

/** A faint pattern still shows: this many steps of brightness apart, out of 256, are a difference. */
const LEAST_CONTRAST = 6

/** Neighbouring sizes are so close that no block at the far end is missed. */
const SIZE_STEP = 1.05

/** Blocks that are looked at first, spread over the square, and how many must agree before the others are looked at. */
const FIRST_LOOK = Uint16Array.from({ length: 32 }, (_, index) => (index * 83 + 7) % (SIDE * SIDE))
const FIRST_AGREEING = 20
const EVERY_BLOCK = Uint16Array.from({ length: SIDE * SIDE }, (_, block) => block)

/** In pixels: smaller blocks run into each other. */
const SMALLEST_BLOCK = 2

/** Nothing can be more there. */
const CERTAIN_SHARE = 0.99

export function lightPlane({ width, height, data }: Bitmap): LightPlane {
  const light = new Uint8Array(width * height)
  for (let pixel = 0; pixel < light.length; pixel += 1) {
    const at = pixel * 4
    light[pixel] = ((data[at] ?? 0) * 29 + (data[at + 1] ?? 0) * 150 + (data[at + 2] ?? 0) * 77) >> 8
  }
  return { width, height, light }
}

/** Looks for a pattern at every place and size; its brightness may be changed, but not turned over. */
export function findPattern(plane: LightPlane, pattern: BlockPattern, sizes: BlockSizes): Presence {
  const share = bestShare(plane, pattern, sizes)
  if (share >= THERE_SHARE) return 'there'
  return share <= ABSENT_SHARE ? 'absent' : 'unclear'
}

function bestShare(plane: LightPlane, pattern: BlockPattern, { fromPx, toPx }: BlockSizes): number {
  let best = 0
  for (let size = Math.max(fromPx, SMALLEST_BLOCK); size <= toPx * Math.sqrt(SIZE_STEP); size *= SIZE_STEP) {
    const stride = Math.max(1, Math.floor(size / 3))
    const first = sampling(plane, pattern, size, FIRST_LOOK)
    const every = sampling(plane, pattern, size, EVERY_BLOCK)
    const reach = Math.ceil(size * SIDE)
    for (let top = 0; top + reach <= plane.height; top += stride) {
      for (let left = 0; left + reach <= plane.width; left += stride) {
        const origin = top * plane.width + left
        if (agreeing(plane.light, origin, first) < FIRST_AGREEING) continue
        best = Math.max(best, agreeing(plane.light, origin, every) / EVERY_BLOCK.length)
      }
      if (best >= CERTAIN_SHARE) return best
    }
  }
  return best
}

/** Which pixels are looked at, counted from the first one of the square, and whether each is to be dark (-1) or light (1). */
interface Sampling {
  readonly offsets: Int32Array
  readonly signs: Int8Array
}

function sampling({ width }: LightPlane, pattern: BlockPattern, size: number, blocks: Uint16Array): Sampling {
  const middle = (index: number): number => Math.floor((index + 0.5) * size)
  return {
    offsets: Int32Array.from(blocks, (block) => middle(Math.floor(block / SIDE)) * width + middle(block % SIDE)),
    signs: Int8Array.from(blocks, (block) => (pattern[block] === true ? -1 : 1)),
  }
}

/** Blocks that are on the side of the average on which the pattern has them. */
function agreeing(light: Uint8Array, origin: number, { offsets, signs }: Sampling): number {
  const { length } = offsets
  let sum = 0
  for (let index = 0; index < length; index += 1) sum += light[origin + (offsets[index] as number)] as number
  let count = 0
  for (let index = 0; index < length; index += 1) {
    // Both sides times the number of blocks: no division for each place.
    const above = (light[origin + (offsets[index] as number)] as number) * length - sum
    if (above * (signs[index] as number) * 2 >= LEAST_CONTRAST * length) count += 1
  }
  return count
}
