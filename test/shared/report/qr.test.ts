import { describe, expect, it } from 'vitest'

import { type QrCode, qrCode } from '#shared/report/qr.ts'
import { readQr } from '../../support/read-qr.ts'
import { reportOf } from '../../support/report-of.ts'

/** Pixels for each module: readers need more than one. */
const SCALE = 4

/** Draws the path as a browser would: rectangles of one module in height. */
function draw({ size, path }: QrCode): Parameters<typeof readQr>[0] {
  const side = size * SCALE
  const pixels = new Uint8Array(side * side).fill(255)
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1H(\d+)z/g)].map((match) => match.slice(1).map(Number))
  expect(runs.map(([x, y, width, back]) => `M${x} ${y}h${width}v1H${back}z`).join('')).toBe(path)
  for (const [x = 0, y = 0, width = 0] of runs) {
    for (let row = y * SCALE; row < (y + 1) * SCALE; row += 1) pixels.fill(0, row * side + x * SCALE, row * side + (x + width) * SCALE)
  }
  return { width: side, height: side, pixels }
}

describe('qrCode', () => {
  it.each([
    ['a certificate', reportOf().identity.qrText],
    ['one character', 'A'],
    ['letters beyond ASCII', 'Prüfung – 検査'],
    ['a long text', 'Z'.repeat(600)],
  ])('is read back as it was given: %s', (_, text) => {
    expect(readQr(draw(qrCode(text)))).toBe(text)
  })

  it('leaves four modules free on every side', () => {
    const { size, path } = qrCode('A')
    const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((match) => match.slice(1).map(Number))
    expect(Math.min(...runs.map(([x = 0]) => x))).toBe(4)
    expect(Math.min(...runs.map(([, y = 0]) => y))).toBe(4)
    expect(Math.max(...runs.map(([x = 0, , width = 0]) => x + width))).toBe(size - 4)
  })

  it('stays small enough to be printed for a certificate', () => {
    expect(qrCode(reportOf().identity.qrText).size).toBeLessThanOrEqual(45)
  })
})
