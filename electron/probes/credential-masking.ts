/** What stands in a snapshot where a value was hidden. */
const MASK = '***'

/** Parts of an argument's name that announce a secret; compared without case and without `-` and `_`. */
const SECRET_NAME_PARTS = [
  'password',
  'passwd',
  'passphrase',
  'passcode',
  'pwd',
  'secret',
  'token',
  'credential',
  'apikey',
  'accesskey',
  'authkey',
  'privatekey',
  'licensekey',
  'productkey',
  'pidkey',
]

/** Names that announce a secret only as a whole word: as a part they are in harmless ones such as `/bypass`. */
const SECRET_NAMES: ReadonlySet<string> = new Set(['pass', 'pw', 'auth', 'pin'])

const USER_INFORMATION = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/?#"]*@/gi

/** Runs of characters up to white space, where quotation marks keep white space inside. */
const ARGUMENT = /(?:"[^"]*"?|[^\s"])+/g

/**
 * Hides arguments that look like credentials: `/password=x`, `PASSWORD="a b"`, `--token x`, `https://user:x@host`.
 *
 * Rather hides a harmless value than shows a secret one. The command is otherwise kept as it is written.
 */
export function maskCredentials(command: string): { readonly text: string; readonly masked: boolean } {
  let previousAsksForSecret = false
  const text = command.replace(ARGUMENT, (argument) => {
    const hidden = previousAsksForSecret ? MASK : maskArgument(argument)
    previousAsksForSecret = !previousAsksForSecret && hidden === argument && isSecretSwitch(argument)
    return hidden
  })
  const shown = text.replace(USER_INFORMATION, `$1${MASK}@`)
  return { text: shown, masked: shown !== command }
}

/** `name=value` or `name:value` in one argument; several may hang together, as in a connection string. */
function maskArgument(argument: string): string {
  const match = /^(["']?[-/]*["']?)([\w-]+)(\s*[=:])(.+)$/s.exec(argument)
  if (match !== null && isSecretName(match[2] ?? '')) return `${match[1]}${match[2]}${match[3]}${MASK}${closingQuote(match[1] ?? '')}`
  return argument.replace(/([\w-]+)(\s*=\s*)([^;,"&]+)/g, (written, name: string, separator: string) =>
    isSecretName(name) ? `${name}${separator}${MASK}` : written,
  )
}

function closingQuote(opening: string): string {
  const quote = opening.at(0)
  return quote === '"' || quote === "'" ? quote : ''
}

/** `--password` or `/token` alone: its value is the next argument. */
function isSecretSwitch(argument: string): boolean {
  const match = /^"?(?:--?|\/)([\w-]+)[=:]?"?$/.exec(argument)
  return match !== null && isSecretName(match[1] ?? '')
}

function isSecretName(name: string): boolean {
  const plain = name.toLowerCase().replaceAll(/[-_]/g, '')
  return SECRET_NAMES.has(plain) || SECRET_NAME_PARTS.some((part) => plain.includes(part))
}
