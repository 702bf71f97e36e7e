/** A cell of a table: a wide text (null: no text), a number, what C shall reckon, or a list with its length in front. */
export type Cell = string | number | null | { readonly expression: string } | Listing

interface Listing {
  readonly elementType: string
  readonly rows: readonly (readonly Cell[] | string)[]
}

/** A list of texts inside of a row. */
export function texts(rows: readonly string[]): Listing {
  return { elementType: 'const wchar_t *', rows }
}

/** A list of structures inside of a row. */
export function structures(elementType: string, rows: readonly (readonly Cell[])[]): Listing {
  return { elementType: `struct ${elementType}`, rows }
}

/** A table of structures as C writes it. */
export function table(elementType: string, name: string, rows: readonly (readonly Cell[])[]): string {
  return `static const struct ${elementType} ${name}[] = {\n${rows.map((row) => `  ${rowText(row)},\n`).join('')}};\n`
}

/** A table of texts. */
export function textTable(name: string, rows: readonly string[]): string {
  return `static const wchar_t *const ${name}[] = {\n${rows.map((row) => `  ${wideText(row)},\n`).join('')}};\n`
}

/** A constant of the preprocessor. */
export function constant(name: string, value: string | number | null): string {
  return `#define ${name} ${cellText(value)}\n`
}

function rowText(row: readonly Cell[]): string {
  return `{${row.map(cellText).join(', ')}}`
}

function cellText(cell: Cell): string {
  if (cell === null) return 'NULL'
  if (typeof cell === 'number') return `${cell}${cell > 0x7fffffff ? 'ULL' : ''}`
  if (typeof cell === 'string') return wideText(cell)
  if ('expression' in cell) return cell.expression
  const rows = cell.rows.map((row) => (typeof row === 'string' ? wideText(row) : rowText(row)))
  return `${rows.length}, ${rows.length === 0 ? 'NULL' : `(const ${cell.elementType}[]){${rows.join(', ')}}`}`
}

/** Characters beyond ASCII and quotation marks as C escapes them; a line end has no place in these tables. */
function wideText(text: string): string {
  const escaped = text.replace(/[\\"]/g, '\\$&').replace(/[^ -~]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`
  })
  return `L"${escaped}"`
}
