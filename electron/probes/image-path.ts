import { expandVariables } from './environment-variables.ts'

/** Where a path without quotation marks ends: Windows takes the first such file that exists, and people mean it. */
const UNQUOTED_PROGRAM = /^.*?\.(?:exe|com|bat|cmd|sys)(?=\s|$)/i

/** Without an extension, the first switch ends the path. */
const BEFORE_SWITCH = /^.*?(?=\s+[-/])/

/**
 * The program of a service's image path, without quotation marks, arguments and prefixes of the object manager.
 *
 * Samples: `"C:\Program Files\Acme\sync.exe" -k svc`, `C:\Program Files\Acme\sync.exe -run`, `\SystemRoot\System32\x.exe`,
 * `\??\C:\x.exe`, `%ProgramFiles%\Acme\sync.exe`, `system32\svchost.exe -k netsvcs`.
 */
export function executableOf(imagePath: string, environment: Readonly<Record<string, string | undefined>>): string {
  const expanded = expandVariables(imagePath.trim(), environment)
  return rooted(withoutArguments(expanded), expandVariables('%SystemRoot%', environment))
}

function withoutArguments(command: string): string {
  if (command.startsWith('"')) {
    const end = command.indexOf('"', 1)
    return (end < 0 ? command.slice(1) : command.slice(1, end)).trim()
  }
  const program = UNQUOTED_PROGRAM.exec(command) ?? BEFORE_SWITCH.exec(command)
  return (program?.[0] ?? command).trim()
}

/** Takes off `\??\` and `\\?\`, and puts the Windows folder in front of what is meant relative to it. */
function rooted(path: string, systemRoot: string): string {
  const plain = path.replaceAll('/', '\\').replace(/^(?:\\\?\?\\|\\\\\?\\)/, '')
  const unc = /^UNC\\(?=[^\\])/i
  if (plain.length < path.length && unc.test(plain)) return plain.replace(unc, '\\\\')
  const systemRelative = /^\\?systemroot\\/i
  if (systemRelative.test(plain)) return plain.replace(systemRelative, () => `${systemRoot}\\`)
  return /^system32\\/i.test(plain) ? `${systemRoot}\\${plain}` : plain
}
