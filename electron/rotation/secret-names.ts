/** Words of which each, in a key, promises a secret as its value. */
const SECRET_WORDS: ReadonlySet<string> = new Set([
  'password',
  'passwords',
  'passwd',
  'passphrase',
  'pwd',
  'pass',
  'secret',
  'secrets',
  'token',
  'tokens',
  'credential',
  'credentials',
  'kennwort',
  'passwort',
  'pin',
])

/** The same, of two words: `apiKey`, `private_key`. */
const SECRET_PAIRS = /(?:api|private|secret|access|encryption) keys?/

/** A key that ends so holds what is known about a secret: `passwordChangedAt`, `tokenKind`, `passwordHeldBy`. */
const ABOUT_A_SECRET: ReadonlySet<string> = new Set(['at', 'by', 'until', 'since', 'date', 'id', 'kind', 'state', 'grade', 'policy', 'in'])

/**
 * Path of the first key that is named like a secret and holds a text, or a list with one; null: there is none.
 *
 * A key with a colon is the name of a login, such as `windows:ERP01\token`, and no name of a field.
 */
export function secretNamed(value: unknown, path = ''): string | null {
  if (Array.isArray(value))
    return firstFound(
      value.map((item, index) => [String(index), item] as const),
      path,
    )
  if (typeof value !== 'object' || value === null) return null
  for (const [key, member] of Object.entries(value)) {
    if (holdsText(member) && isSecretName(key)) return `${path}/${key}`
  }
  return firstFound(Object.entries(value), path)
}

function firstFound(members: readonly (readonly [string, unknown])[], path: string): string | null {
  for (const [key, member] of members) {
    const found = secretNamed(member, `${path}/${key}`)
    if (found !== null) return found
  }
  return null
}

function holdsText(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.some(holdsText))
}

function isSecretName(key: string): boolean {
  if (key.includes(':')) return false
  const words = key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  if (ABOUT_A_SECRET.has(words.at(-1) ?? '')) return false
  return (
    words.some((word) => SECRET_WORDS.has(word) || /passw|kennw/.test(word)) ||
    SECRET_PAIRS.test(words.join(' ')) ||
    /apikey|privatekey/.test(words.join(''))
  )
}
