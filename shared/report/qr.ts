import { encode } from 'uqr'

/** Light modules around the code without which readers do not find it. */
const QUIET_ZONE = 4

/** A QR code as one path of squares, in units of one module. */
export interface QrCode {
  /** width and height with the quiet zone */
  readonly size: number
  /** SVG path of the dark modules */
  readonly path: string
}

/** Draws a text as a QR code that survives the loss of about a seventh of it (error correction M). The same text gives the same code. */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE })
  return { size, path: data.map(runsOfRow).join('') }
}

/** Neighbouring modules are drawn as one: seams between them would show. */
function runsOfRow(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== true) continue
    const start = x
    while (row[x + 1] === true) x += 1
    path += `M${start} ${y}h${x + 1 - start}v1H${start}z`
  }
  return path
}
