import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { BlockPattern } from '#electron/hosts/desktop/protected-window/block-pattern.ts'
import { type BlockSizes, findPattern, lightPlane, type Presence } from '#electron/hosts/desktop/protected-window/find-pattern.ts'
import { BLOCK_SIZE, PICTURE, patternPicture } from '#electron/hosts/desktop/protected-window/pictures.ts'
import { addNoise, type Canvas, canvas, paintPicture, patternOf } from './painted-screen.ts'

const ORDINARY = patternOf('ordinary')
const GUARDED = patternOf('guarded')
const SCREEN = { width: 1280, height: 800 } as const

const at = (scale: number): BlockSizes => ({ fromPx: (BLOCK_SIZE * scale) / 1.25, toPx: BLOCK_SIZE * scale * 1.25 })

function look(screen: Canvas, pattern: BlockPattern, scale = 1): Presence {
  return findPattern(lightPlane(screen.bitmap), pattern, at(scale))
}

/** A desktop as people have it: dark bars, windows, lines of text. */
function desktop(light = 200): Canvas {
  const screen = canvas(SCREEN.width, SCREEN.height, light)
  screen.fill(0, 760, 1280, 40, 20)
  screen.fill(40, 30, 700, 500, 250)
  screen.fill(600, 300, 600, 400, 30)
  for (let line = 0; line < 30; line += 1) {
    for (let word = 0; word < 20; word += 1) screen.fill(60 + word * 34, 50 + line * 16, 8 + ((word * 7 + line * 5) % 22), 9, 40)
  }
  return screen
}

describe('find-pattern', () => {
  it('finds each of two patterns and takes neither for the other', () => {
    const screen = desktop()
    paintPicture(screen, patternPicture(ORDINARY), 310, 120, 1)
    expect([look(screen, ORDINARY), look(screen, GUARDED)]).toEqual(['there', 'absent'])
    paintPicture(screen, patternPicture(GUARDED), 420, 480, 1)
    expect([look(screen, ORDINARY), look(screen, GUARDED)]).toEqual(['there', 'there'])
  })

  it.each([
    ['a black picture', canvas(SCREEN.width, SCREEN.height, 0)],
    ['a white picture', canvas(SCREEN.width, SCREEN.height, 255)],
    ['no picture', canvas(0, 0)],
    ['a picture that is smaller than the pattern', canvas(90, 90, 128)],
    ['a desktop', desktop()],
    ['a dark desktop', desktop(25)],
  ])('finds nothing in %s', (_name, screen) => {
    expect(look(screen, ORDINARY)).toBe('absent')
  })

  it.each([0, 1, 1.9])('finds nothing in blocks of %d pixels, and ends', (sizePx) => {
    expect(findPattern(lightPlane(desktop().bitmap), ORDINARY, { fromPx: sizePx, toPx: sizePx })).toBe('absent')
  })

  it('finds nothing in noise', () => {
    const screen = canvas(SCREEN.width, SCREEN.height, 128)
    addNoise(screen, 'snow', 128)
    expect(look(screen, ORDINARY)).toBe('absent')
  })

  it.each([1, 1.25, 1.5, 1.75, 2])('finds it on a screen of %d times the size', (scale) => {
    const screen = desktop()
    paintPicture(screen, patternPicture(ORDINARY), 33.4, 41.7, scale)
    expect([look(screen, ORDINARY, scale), look(screen, GUARDED, scale)]).toEqual(['there', 'absent'])
  })

  it('finds it where the scale of the screen is not known', () => {
    const screen = desktop()
    paintPicture(screen, patternPicture(ORDINARY), 100, 100, 1.5)
    expect(findPattern(lightPlane(screen.bitmap), ORDINARY, { fromPx: BLOCK_SIZE * 0.8, toPx: BLOCK_SIZE * 4 })).toBe('there')
  })

  it('finds it wherever it lies, at sizes nearby, with noise over it', () => {
    const places = fc.record({
      left: fc.double({ min: 0, max: SCREEN.width - PICTURE.width * 1.2, noNaN: true }),
      top: fc.double({ min: 0, max: SCREEN.height - PICTURE.height * 1.2, noNaN: true }),
      scale: fc.double({ min: 0.85, max: 1.2, noNaN: true }),
      seed: fc.string(),
      noise: fc.integer({ min: 0, max: 60 }),
    })
    fc.assert(
      fc.property(places, ({ left, top, scale, seed, noise }) => {
        const pattern = patternOf(seed)
        const screen = desktop()
        paintPicture(screen, patternPicture(pattern), left, top, scale)
        addNoise(screen, seed, noise)
        expect(look(screen, pattern)).toBe('there')
      }),
      { numRuns: 8 },
    )
  })

  it('finds no pattern that is not there, whatever other one is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 0, max: 255 }), (one, other, light) => {
        fc.pre(one !== other)
        const screen = desktop(light)
        paintPicture(screen, patternPicture(patternOf(one)), 200, 200, 1)
        expect(look(screen, patternOf(other))).toBe('absent')
      }),
      { numRuns: 8 },
    )
  })

  it('finds a pattern that shines through faintly', () => {
    const screen = canvas(SCREEN.width, SCREEN.height, 255)
    paintPicture(screen, patternPicture(GUARDED), 300, 200, 1)
    const { data } = screen.bitmap
    for (let index = 0; index < data.length; index += 1) data[index] = 200 + Math.round((data[index] ?? 0) * 0.06)
    expect(look(screen, GUARDED)).toBe('there')
  })

  it('is in doubt where a part of the pattern is covered', () => {
    const screen = canvas(SCREEN.width, SCREEN.height, 255)
    paintPicture(screen, patternPicture(GUARDED), 300, 200, 1)
    screen.fill(300, 200 + BLOCK_SIZE * 13, PICTURE.width, BLOCK_SIZE * 5, 128)
    expect(look(screen, GUARDED)).not.toBe('absent')
    expect(look(screen, GUARDED)).not.toBe('there')
  })
})
