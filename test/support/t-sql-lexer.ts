/** A token of T-SQL as SQL Server divides a batch; names and texts without their delimiters, with doubled ones undone. */
export interface SqlToken {
  readonly kind: 'word' | 'name' | 'text' | 'number' | 'sign'
  readonly value: string
}

/** Divides T-SQL into tokens; comments are left out. Throws where a delimiter is open at the end. */
export function tokensOf(sql: string): readonly SqlToken[] {
  const tokens: SqlToken[] = []
  let index = 0
  while (index < sql.length) {
    const rest = sql.slice(index)
    const blank = /^\s+/.exec(rest)
    const comment = /^--[^\n]*/.exec(rest)
    if (blank !== null || comment !== null) {
      index += (blank ?? comment)?.[0].length ?? 1
    } else if (rest.startsWith('/*')) {
      index += blockComment(rest)
    } else {
      const opened = /^(N?'|\[|")/i.exec(rest)
      const taken = opened === null ? plainToken(rest) : delimited(rest, opened[0].toUpperCase())
      tokens.push(taken.token)
      index += taken.length
    }
  }
  return tokens
}

interface Taken {
  readonly token: SqlToken
  readonly length: number
}

function delimited(rest: string, opening: string): Taken {
  const closing = opening === '[' ? ']' : (opening.at(-1) ?? '')
  let value = ''
  let index = opening.length
  for (;;) {
    const end = rest.indexOf(closing, index)
    if (end < 0) throw new Error(`open ${opening} in ${rest}`)
    value += rest.slice(index, end)
    if (rest[end + 1] !== closing) return { token: { kind: opening.endsWith("'") ? 'text' : 'name', value }, length: end + 1 }
    value += closing
    index = end + 2
  }
}

function plainToken(rest: string): Taken {
  const word = /^[@#]{0,2}[\p{L}_@#][\p{L}\p{N}_@#$]*/u.exec(rest)
  if (word !== null) return { token: { kind: 'word', value: word[0] }, length: word[0].length }
  const number = /^(?:0x[0-9a-f]*|\d+)/i.exec(rest)
  if (number !== null) return { token: { kind: 'number', value: number[0] }, length: number[0].length }
  const sign = /^(?:::|<>|[-+*/=<>(),.;])/.exec(rest)
  if (sign === null) throw new Error(`no T-SQL: ${rest}`)
  return { token: { kind: 'sign', value: sign[0] }, length: sign[0].length }
}

/** Comments stand in comments. */
function blockComment(rest: string): number {
  let depth = 0
  let index = 0
  do {
    if (rest.startsWith('/*', index)) depth += 1
    else if (rest.startsWith('*/', index)) depth -= 1
    else if (index >= rest.length) throw new Error('open comment')
    index += rest.startsWith('/*', index) || rest.startsWith('*/', index) ? 2 : 1
  } while (depth > 0)
  return index
}
