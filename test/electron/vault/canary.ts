import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '#electron/rotation/journal-file-system.ts'

/** How a secret may be written down: as it is, in the text of Windows, and encoded; base64 differs by where in the text it begins. */
function formsOf(secret: string): readonly (readonly [form: string, bytes: Buffer])[] {
  const spelled = [
    ['plain', Buffer.from(secret)],
    ['UTF-16', Buffer.from(secret, 'utf16le')],
  ] as const
  return spelled.flatMap(([form, bytes]) => {
    const hex = bytes.toString('hex')
    return [
      [form, bytes],
      [`${form} in hex`, Buffer.from(hex)],
      [`${form} in hex`, Buffer.from(hex.toUpperCase())],
      ...[0, 1, 2].map((shift) => [`${form} in base64`, innerBase64(bytes, shift)] as const),
    ] as const
  })
}

/** The characters of base64 that depend on the secret alone where so many other bytes stand before it. */
function innerBase64(bytes: Buffer, shift: number): Buffer {
  const text = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replace(/=+$/, '')
  return Buffer.from(text.slice(shift === 0 ? 0 : shift + 1, -2))
}

/** In which forms a secret stands in these bytes; where it does not as a whole, in which forms a half of it does. */
export function secretForms(bytes: Buffer, secret: string): readonly string[] {
  const found = (part: string): readonly string[] => formsOf(part).flatMap(([form, searched]) => (bytes.includes(searched) ? [form] : []))
  const whole = found(secret)
  const middle = Math.ceil(secret.length / 2)
  const halves = [secret.slice(0, middle), secret.slice(middle)].flatMap(found).map((form) => `half of it, ${form}`)
  return [...new Set(whole.length > 0 ? whole : halves)]
}

/** Shorter pieces stand somewhere by chance. */
const PIECE_LENGTH = 8

/** The same, and where not even a half of it stands there, in which forms any piece of it does. */
export function secretPieces(bytes: Buffer, secret: string): readonly string[] {
  const found = secretForms(bytes, secret)
  if (found.length > 0) return found
  const pieces = Array.from({ length: Math.max(0, secret.length - PIECE_LENGTH + 1) }, (_, at) => secret.slice(at, at + PIECE_LENGTH))
  const forms = pieces.flatMap(formsOf).flatMap(([form, searched]) => (bytes.includes(searched) ? [`a piece of it, ${form}`] : []))
  return [...new Set(forms)]
}

type FormsIn = typeof secretForms

/** Every file below a folder in which a secret stands, with its form; names count too. Sockets and pipes hold nothing. */
export function filesWithSecret(folder: string, secret: string, formsIn: FormsIn = secretForms): readonly string[] {
  return namesBelow(folder).flatMap((name) => {
    const path = join(folder, name)
    const content = statSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path) : Buffer.alloc(0)
    return formsIn(Buffer.concat([Buffer.from(name), content]), secret).map((form) => `${name}: ${form}`)
  })
}

/** A program that ends may take a folder away while it is being read. */
const MOST_LOOKS = 5

function namesBelow(folder: string): readonly string[] {
  for (let look = 1; ; look += 1) {
    try {
      return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' || look === MOST_LOOKS) throw error
    }
  }
}

/** Command lines and environments of every process of a session (in the sense of setsid) in which a secret stands. */
export function processesWithSecret(session: number, secret: string, formsIn: FormsIn = secretForms): readonly string[] {
  return processesOf(session).flatMap((pid) =>
    ['cmdline', 'environ'].flatMap((file) => formsIn(readIfThere(`/proc/${pid}/${file}`), secret).map((form) => `${file}: ${form}`)),
  )
}

export function processesOf(session: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => Number(/\) \S \d+ \d+ (\d+)/.exec(readIfThere(`/proc/${pid}/stat`).toString())?.[1]) === session)
    .map(Number)
}

/** A process may end between two looks at it. */
function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}
