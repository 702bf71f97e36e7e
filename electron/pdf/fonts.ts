import path from 'node:path'

import { Font } from '@react-pdf/renderer'

import { codePointNotation } from '#shared/visible-text.ts'

const files = [
  { name: 'DejaVuSansCondensed.ttf', fontWeight: 400 },
  { name: 'DejaVuSansCondensed-Bold.ttf', fontWeight: 700 },
] as const

/** What a loaded font can do beyond what its types say. */
interface GlyphSource {
  readonly characterSet: readonly number[]
  glyphForCodePoint(codePoint: number): unknown
}

export interface CertificateFont {
  /** what styles call it */
  readonly family: string
  /** Text in which every character that the font cannot draw is written as its code point, e.g. `[U+4E2D]`. */
  readonly drawable: (text: string) => string
}

/**
 * The font of the certificate, both weights loaded from `folder`.
 *
 * Rejects where a file is missing or no font: the certificate is never drawn with a font that it does not carry.
 */
export async function loadFont(folder: string): Promise<CertificateFont> {
  const family = `certificate ${folder}`
  if (!Font.getRegisteredFontFamilies().includes(family)) {
    Font.register({ family, fonts: files.map(({ name, fontWeight }) => ({ src: path.join(folder, name), fontWeight })) })
  }
  const loaded = await Promise.all(
    files.map(async ({ name, fontWeight }) => {
      await Font.load({ fontFamily: family, fontWeight })
      const { data } = Font.getFont({ fontFamily: family, fontWeight })
      if (data === null) throw new Error(`font not loaded: ${path.join(folder, name)}`)
      nameGlyphs(data as unknown as GlyphSource)
      return data
    }),
  )
  const known = new Map<string, string>()
  const draw = (character: string): string => {
    const codePoint = character.codePointAt(0) ?? 0
    return loaded.every((font) => font.hasGlyphForCodePoint(codePoint)) ? character : codePointNotation(character)
  }
  const drawCharacter = (character: string): string => {
    const seen = known.get(character)
    if (seen !== undefined) return seen
    const drawn = draw(character)
    known.set(character, drawn)
    return drawn
  }
  return { family, drawable: (text) => text.replace(/[^\x20-\x7E]/gu, drawCharacter) }
}

/**
 * Tells the font of every glyph which character it stands for.
 *
 * The font keeps a glyph as it was first asked for, and a page asks for the parts of `Ü` without saying that one of them is a `U`:
 * from then on `U` could not be copied from any page drawn by the same process. Where characters share a glyph the first one counts.
 * Ligatures are left to the text that they stand in: `fi` is two characters there, and not U+FB01.
 */
function nameGlyphs(font: GlyphSource): void {
  for (const codePoint of font.characterSet) {
    const isOne = [...String.fromCodePoint(codePoint).normalize('NFKC')].length === 1
    if (isOne) font.glyphForCodePoint(codePoint)
  }
}
