import type { KnownLogin } from './rehearsal-logins.ts'

/** Why a name of a login that a person typed was not taken; `known` are names that would be. */
export interface LoginRefusal {
  readonly reason: 'unknown' | 'ambiguous'
  readonly given: string
  readonly known: readonly string[]
}

export type Chosen<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: LoginRefusal }

/** How a person writes the kinds of logins; the journal writes `sql-server`. */
const PREFIXES = { windows: 'windows', 'sql-server': 'sql', erp: 'erp' } as const

const lower = (text: string): string => text.trim().toLowerCase()
const bareName = (name: string): string => name.split('\\').at(-1) ?? name

/** The shortest name of a login that no other kind of login has: `sql:wsp_sync`. */
export const typedName = ({ kind, name }: KnownLogin): string => `${PREFIXES[kind]}:${name}`

/** Everything that a login may be called, in small letters. */
function namesOf(login: KnownLogin): readonly string[] {
  const { key, kind, name } = login
  const plain = [name, bareName(name)]
  return [key, ...plain, ...plain.flatMap((each) => [`${PREFIXES[kind]}:${each}`, `${kind}:${each}`])].map(lower)
}

/** The one login that a name means. */
export function chooseLogin(given: string, logins: readonly KnownLogin[]): Chosen<KnownLogin> {
  const [first, ...others] = logins.filter((login) => namesOf(login).includes(lower(given)))
  if (first === undefined) return { ok: false, refusal: { reason: 'unknown', given, known: logins.map(typedName) } }
  if (others.length === 0) return { ok: true, value: first }
  // Two instances may keep the same login: only the whole key tells them apart.
  const known = [first, ...others]
  const isTold = new Set(known.map(typedName)).size === known.length
  return { ok: false, refusal: { reason: 'ambiguous', given, known: known.map((login) => (isTold ? typedName(login) : login.key)) } }
}

/** The logins that names mean, each once and in the order in which they are known; no name means all of them. */
export function chooseLogins(given: readonly string[], logins: readonly KnownLogin[]): Chosen<readonly KnownLogin[]> {
  const keys = new Set<string>()
  for (const name of given) {
    const chosen = chooseLogin(name, logins)
    if (!chosen.ok) return chosen
    keys.add(chosen.value.key)
  }
  return { ok: true, value: given.length === 0 ? logins : logins.filter(({ key }) => keys.has(key)) }
}
