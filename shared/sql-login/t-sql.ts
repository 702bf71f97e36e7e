/** A name in brackets: the one delimiter that depends on no setting of the connection. */
export function bracketed(name: string): string {
  return `[${name.replaceAll(']', ']]')}]`
}

/** A text as Unicode literal. */
export function literal(text: string): string {
  return `N'${text.replaceAll("'", "''")}'`
}

/**
 * Whether a name can stand in a script that a person runs.
 *
 * A line of its own that says GO ends a batch for every tool, inside of brackets and literals too: a name with a line break
 * could bring statements of its own.
 */
export function isSafeInScript(name: string): boolean {
  return name !== '' && !/[\p{Cc}\u2028\u2029]/u.test(name)
}

/** A text for the rest of a comment line. */
export function commentText(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}

const PERMISSION = /^([a-z][a-z ]*?)(?: on ([a-z ]+)::(.+))?$/i

/** Kinds of things that a permission is granted on, with the number of parts that their names have. */
const securableParts: { readonly [kind: string]: number } = {
  OBJECT: 2,
  SCHEMA: 1,
  DATABASE: 1,
  TYPE: 2,
  LOGIN: 1,
  ENDPOINT: 1,
  ROLE: 1,
  USER: 1,
}

/**
 * A permission as the facts spell it (`INSERT ON OBJECT::dbo.X`) with its names in brackets.
 *
 * Null where it cannot be told which part of the name is which: a dot may be part of a name, and guessing would take
 * somebody else's permission away.
 */
export function quotedPermission(permission: string): string | null {
  const match = PERMISSION.exec(permission.trim())
  if (match === null || !isSafeInScript(permission)) return null
  const [name, kind, securable] = [(match[1] as string).toUpperCase(), match[2]?.toUpperCase(), match[3]]
  if (kind === undefined || securable === undefined) return name.includes(' ON ') ? null : name
  const parts = securable.split('.')
  if (!Object.hasOwn(securableParts, kind) || parts.length !== securableParts[kind] || parts.includes('')) return null
  return `${name} ON ${kind}::${parts.map(bracketed).join('.')}`
}
