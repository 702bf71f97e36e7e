import { createHash } from 'node:crypto'
import type { BlockPattern } from '#electron/hosts/desktop/protected-window/block-pattern.ts'
import { drawBlockPattern } from '#electron/hosts/desktop/protected-window/block-pattern.ts'
import type { Bitmap } from '#electron/hosts/desktop/protected-window/find-pattern.ts'

/** Chance that comes again: bytes that follow from a seed. */
export function seededBytes(seed: string): (count: number) => Uint8Array {
  let turn = 0
  return (count) => {
    const blocks = Array.from({ length: Math.ceil(count / 64) }, () => createHash('sha512').update(`${seed} ${turn++}`).digest())
    return new Uint8Array(Buffer.concat(blocks).subarray(0, count))
  }
}

export function patternOf(seed: string): BlockPattern {
  return drawBlockPattern(seededBytes(seed))
}

type Light = number

export interface Canvas {
  readonly bitmap: Bitmap
  fill(left: number, top: number, width: number, height: number, light: Light): void
}

/** A picture that can be painted on; coordinates may lie between pixels. */
export function canvas(width: number, height: number, light: Light = 0): Canvas {
  const data = new Uint8Array(width * height * 4)
  const fill: Canvas['fill'] = (left, top, fillWidth, fillHeight, value) => {
    for (let y = Math.max(0, Math.round(top)); y < Math.min(height, Math.round(top + fillHeight)); y += 1) {
      data.fill(value, (y * width + Math.max(0, Math.round(left))) * 4, (y * width + Math.min(width, Math.round(left + fillWidth))) * 4)
    }
  }
  fill(0, 0, width, height, light)
  return { bitmap: { width, height, data }, fill }
}

/** Grey noise, as a photograph or a video has it. */
export function addNoise({ bitmap }: Canvas, seed: string, strength: number): void {
  const noise = seededBytes(seed)(bitmap.data.length / 4)
  for (let pixel = 0; pixel < noise.length; pixel += 1) {
    const change = Math.round((((noise[pixel] ?? 0) - 128) / 128) * strength)
    for (let channel = 0; channel < 3; channel += 1) {
      const at = pixel * 4 + channel
      bitmap.data[at] = Math.min(255, Math.max(0, (bitmap.data[at] ?? 0) + change))
    }
  }
}

/** Paints what the pictures of the product hold: a light ground and squares of a path. `scale` is that of the screen. */
export function paintPicture(target: Canvas, svg: string, left: number, top: number, scale: number): void {
  const [, width = '0', height = '0'] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
  target.fill(left, top, Number(width) * scale, Number(height) * scale, 255)
  for (const [, x, y, size] of svg.matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)v/g)) {
    target.fill(left + Number(x) * scale, top + Number(y) * scale, Number(size) * scale, Number(size) * scale, 0)
  }
}
