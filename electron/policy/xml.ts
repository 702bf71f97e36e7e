export interface XmlElement {
  /** without its prefix */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** Its own characters, those of its children left out. */
  readonly text: string
}

/** Deeper than any definition that Windows writes; a reader may go down without fear. */
const MAX_DEPTH = 100

/** In this order: comment, instruction, CDATA (1), end (2), start with attributes (3, 4) and the slash of an empty element (5), characters (6). */
const TOKEN =
  /<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(.*?)\]\]>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/sy

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

const REFERENCE = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));|&/gi

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

const SURROGATES_START = 0xd800
const SURROGATES_END = 0xdfff
const LAST_CODE_POINT = 0x10ffff

/**
 * Reads an XML document; null: it is none, or was cut short.
 *
 * A narrow reader on purpose: a document type, and with it every entity beyond the five of XML itself, is refused.
 */
export function parseXml(source: string): XmlElement | null {
  const document: OpenElement = { tag: '', name: '', attributes: new Map(), children: [], text: '' }
  const path: OpenElement[] = [document]
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < source.length) {
    const match = TOKEN.exec(source)
    const current = path.at(-1)
    if (match === null || current === undefined) return null
    if (!take(match, current, path)) return null
  }
  const [root, ...rest] = document.children
  return path.length === 1 && rest.length === 0 && document.text.trim() === '' ? (root ?? null) : null
}

interface OpenElement extends XmlElement {
  /** with its prefix, as the end has to repeat it */
  readonly tag: string
  readonly attributes: Map<string, string>
  readonly children: XmlElement[]
  text: string
}

function opened(tag: string, attributes: string): OpenElement | null {
  const element: OpenElement = { tag, name: tag.slice(tag.indexOf(':') + 1), attributes: new Map(), children: [], text: '' }
  for (const [, name = '', quoted, apostrophed = ''] of attributes.matchAll(ATTRIBUTE)) {
    const value = resolved(quoted ?? apostrophed)
    if (value === null || element.attributes.has(name)) return null
    element.attributes.set(name, value)
  }
  return element
}

/** Adds what was read to the element that is open; false: it does not belong there. */
function take(match: RegExpExecArray, current: OpenElement, path: OpenElement[]): boolean {
  const [, literal, end, start, attributes = '', empty, characters] = match
  if (start !== undefined) {
    const element = opened(start, attributes)
    if (element === null || path.length > MAX_DEPTH) return false
    current.children.push(element)
    if (empty === '') path.push(element)
    return true
  }
  if (end !== undefined) return path.pop()?.tag === end && path.length > 0
  const text = literal ?? (characters === undefined ? '' : resolved(characters))
  if (text === null) return false
  current.text += text
  return true
}

function resolved(text: string): string | null {
  let known = true
  const plain = text.replace(REFERENCE, (_whole, hexadecimal?: string, decimal?: string, name?: string) => {
    const code = hexadecimal === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(hexadecimal, 16)
    const character = name === undefined ? characterOf(code) : ENTITIES.get(name)
    known &&= character !== undefined
    return character ?? ''
  })
  return known ? plain : null
}

function characterOf(code: number): string | undefined {
  const isCharacter = code > 0 && code <= LAST_CODE_POINT && (code < SURROGATES_START || code > SURROGATES_END)
  return isCharacter ? String.fromCodePoint(code) : undefined
}
