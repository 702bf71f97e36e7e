/** What the app takes on its command line. */
export interface DesktopArguments {
  /** started by an instance that is on its way out */
  readonly isRelaunched: boolean
  /** read this server into that file, without a window; null: open the window */
  readonly collectTo: string | null
}

export const RELAUNCHED = '--relaunched'
const COLLECT = '--collect='

export function readArguments(argv: readonly string[]): DesktopArguments {
  const collect = argv.find((argument) => argument.startsWith(COLLECT))
  const path = collect?.slice(COLLECT.length) ?? ''
  return { isRelaunched: argv.includes(RELAUNCHED), collectTo: path === '' ? null : path }
}

/**
 * The first argument that an elevated app does not take.
 *
 * SECURITY: Chromium understands hundreds of switches, among them ones that open a debugging port or turn the sandbox off. Whoever gets a
 * person to consent to this program must not choose how it runs.
 */
export function refusedArgument(argv: readonly string[]): string | undefined {
  return argv.find((argument) => /^[-/]/.test(argument) && argument !== RELAUNCHED && !argument.startsWith(COLLECT))
}
