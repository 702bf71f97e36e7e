import { type BlockPattern, SIDE } from './block-pattern.ts'

/** Size of what both windows show, in pixels of a screen of 100 %. */
export const PICTURE = { width: 576, height: 216 } as const

/** Side of a block, in the same pixels; a rim of one block is left around the pattern. */
export const BLOCK_SIZE = PICTURE.height / (SIDE + 2)

/** Characters of a line; a password is read and typed in groups. */
const COLUMNS = 16
const GROUP = 4
const LINE_HEIGHT = 26

/**
 * Light, dark and what is neither letter nor digit: a nought is told from an O by its colour, too.
 */
const COLOURS = { letter: '#111111', digit: '#0b4fa8', other: '#a4262c' } as const

/** Nothing at all. */
export const BLANK = picture('')

/** A pattern in the middle. */
export function patternPicture(pattern: BlockPattern): string {
  const left = (PICTURE.width - SIDE * BLOCK_SIZE) / 2
  const blocks = pattern.map((isDark, index) =>
    isDark
      ? `M${left + (index % SIDE) * BLOCK_SIZE} ${(Math.floor(index / SIDE) + 1) * BLOCK_SIZE}h${BLOCK_SIZE}v${BLOCK_SIZE}h-${BLOCK_SIZE}z`
      : '',
  )
  return picture(`<path d="${blocks.join('')}" fill="#000000" shape-rendering="crispEdges"/>`)
}

/** Each character in a cell of its own; as a picture of a page it is no text of that page. */
export function secretPicture(text: string): string {
  const characters = [...text]
  const lines = Math.ceil(characters.length / COLUMNS)
  const top = (PICTURE.height - lines * LINE_HEIGHT) / 2
  const cellWidth = PICTURE.width / (COLUMNS + COLUMNS / GROUP)
  const cells = characters.map((character, index) => {
    const column = index % COLUMNS
    const x = (column + Math.floor(column / GROUP) + 1) * cellWidth
    const y = top + (Math.floor(index / COLUMNS) + 0.8) * LINE_HEIGHT
    return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" fill="${COLOURS[kindOf(character)]}">&#${character.codePointAt(0) ?? 0};</text>`
  })
  return picture(`<g font-family="Consolas, 'Cascadia Mono', monospace" font-size="24" text-anchor="middle">${cells.join('')}</g>`)
}

function kindOf(character: string): keyof typeof COLOURS {
  if (/\p{L}/u.test(character)) return 'letter'
  return /\p{N}/u.test(character) ? 'digit' : 'other'
}

function picture(content: string): string {
  const { width, height } = PICTURE
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect width="${width}" height="${height}" fill="#ffffff"/>${content}</svg>`
}
