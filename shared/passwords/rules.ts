/**
 * The special characters of a generated password.
 *
 * None of them means anything in connection strings, T-SQL literals, command lines, INI, XML and URLs.
 */
export const SPECIALS = '._-~'

/** The specials that the generator knows and that mean something somewhere; taking them out leaves exactly `SPECIALS`. */
export const EXCLUDED_SPECIALS = '!@#$%^&*()+=}{[]|:;"/?><,`'

/** As many equal characters in a row are one too many: some ERPs refuse them. */
const MOST_ALIKE = 3

/** Windows itself looks for an account name from this length on; a shorter one is found in innocent words. */
const SHORTEST_TELLING_NAME = 3

/** What a password is for, as far as its name goes. */
export interface PasswordOwner {
  /** with or without domain: `CONTOSO\svc`, `svc@contoso.example` */
  readonly login?: string
  /** with or without domain or instance: `erp01.contoso.example`, `ERP01\SAGE` */
  readonly server?: string
}

/** The bare names that a password must not contain; empty ones are none. */
export function namesOf(owner: PasswordOwner): readonly string[] {
  const login = owner.login?.split('\\').at(-1)?.split('@')[0] ?? ''
  const server = owner.server?.split('\\')[0]?.split('.')[0] ?? ''
  return [...new Set([login.trim(), server.trim()])].filter((name) => name !== '')
}

/** Upper and lower case count as the same: so does the name of an account. */
export function containsName(password: string, names: readonly string[]): boolean {
  const folded = password.toLowerCase()
  return names.some((name) => name !== '' && folded.includes(name.toLowerCase()))
}

/** Names that a person could have put into a password, and that chance does not. */
export function tellingNames(names: readonly string[]): readonly string[] {
  return names.filter((name) => [...name].length >= SHORTEST_TELLING_NAME)
}

/** Three equal characters in a row. `aAa` counts: what compares without case would refuse it, and one of many passwords is little to lose. */
export function hasThreeAlike(password: string): boolean {
  let run = 0
  let before = ''
  for (const character of password.toLowerCase()) {
    run = character === before ? run + 1 : 1
    if (run === MOST_ALIKE) return true
    before = character
  }
  return false
}

/** A first `-` looks like an option to a command, a first `~` like a home folder to a shell. */
export function startsWithSpecial(password: string): boolean {
  return SPECIALS.includes(password.charAt(0))
}

/**
 * Whether a random password may be handed out.
 *
 * It is taken or thrown away as a whole: mending one would make some passwords likelier than others.
 */
export function isAcceptable(password: string, names: readonly string[]): boolean {
  return !startsWithSpecial(password) && !hasThreeAlike(password) && !containsName(password, names)
}
