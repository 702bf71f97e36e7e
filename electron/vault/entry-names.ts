/** Begins every name: nothing else in the keychain is ever looked at. */
const PRODUCT = 'erp-sync-security-checkup'

/**
 * Services of the keychain.
 *
 * Each ends in a delimiter: Windows searches by the beginning of a name, so `…/key` would also find `…/keyring`. What is counted,
 * compared or listed has a service of its own, so that no secret is opened for it.
 */
export const services = {
  /** which passwords there are; no secrets */
  register: `${PRODUCT}/register/`,
  /** how far a journal goes; no secrets */
  journalHead: `${PRODUCT}/journal-head/`,
  key: `${PRODUCT}/key/`,
  /** written and removed at once, to see whether the keychain works */
  trial: `${PRODUCT}/trial/`,
} as const

/** Whose password it is. */
export interface Owner {
  /** name of the server */
  readonly server: string
  /** key of the login, such as `windows:ERP01\erpsync` */
  readonly login: string
}

/** The service under which the passwords of one login lie; the generation is the account. */
export function passwordService({ server, login }: Owner): string {
  return `${PRODUCT}/password/${encodePart(server)}/${encodePart(login)}/`
}

/** Letters of any keychain, path and command line; every other byte becomes `%XX`, as in an address. */
const PLAIN = /^[A-Za-z0-9._-]$/

function encodePart(part: string): string {
  const bytes = [...new TextEncoder().encode(part)]
  return bytes.map((byte) => plainCharacter(byte) ?? `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}

function plainCharacter(byte: number): string | null {
  const character = String.fromCharCode(byte)
  return PLAIN.test(character) ? character : null
}

/** Never given twice, so that an entry is never written over that might be in use. */
const GENERATION_BYTES = 16
const GENERATION = /^[0-9a-f]{32}$/

/** The name of a new generation. */
export function newGeneration(randomBytes: (count: number) => Uint8Array): string {
  return Buffer.from(randomBytes(GENERATION_BYTES)).toString('hex')
}

export function isGeneration(text: string): boolean {
  return GENERATION.test(text)
}
