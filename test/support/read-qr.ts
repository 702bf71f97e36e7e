import { createRequire } from 'node:module'

import type decodeQr from 'jsqr'

/** The package is CommonJS whose one export is the function; its types speak of a default export. */
const decode = createRequire(import.meta.url)('jsqr') as typeof decodeQr

/** A picture in shades of grey, one byte for each pixel. */
interface GreyPicture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** What a reader finds in a picture; undefined: nothing. */
export function readQr({ width, height, pixels }: GreyPicture): string | undefined {
  const colours = new Uint8ClampedArray(width * height * 4)
  for (let index = 0; index < width * height; index += 1)
    colours.fill(pixels[index] ?? 0, index * 4, index * 4 + 3).fill(255, index * 4 + 3, index * 4 + 4)
  return decode(colours, width, height)?.data
}

/** The picture in a PGM file (binary, 8 bits), as pdftoppm writes it. */
export function readPgm(file: Buffer): GreyPicture {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 64))
  if (header === null) throw new Error('no binary PGM of 8 bits')
  return { width: Number(header[1]), height: Number(header[2]), pixels: file.subarray(header[0].length) }
}
