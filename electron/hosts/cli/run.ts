import { CommanderError } from 'commander'
import type { Core } from '#electron/core/core.ts'
import type { LoadServe } from './commands/serve.ts'
import { type ExitStatus, exitStatus } from './exit-status.ts'
import { type CommandLine, createProgram } from './program.ts'
import { oneLineError, refuseUsage, type Session } from './session.ts'
import { createSpeech, languageOf } from './speech.ts'
import { OutputRefused, type Terminal } from './terminal.ts'
import { commandIn, unknownCommand, usageLine } from './usage.ts'

/** The one variable that may hold a secret: scripts have no terminal. */
const SQL_PASSWORD_VARIABLE = 'ERP_CHECKUP_SQL_PASSWORD'

/** Runs one command line and says how it ended; the one boundary where a throw becomes a logged, generic failure. */
export async function run(argv: readonly string[], core: Core, terminal: Terminal, loadServe: LoadServe = noServe): Promise<ExitStatus> {
  const language = languageOf(argv)
  const sqlPassword = takeSqlPassword(terminal.environment)
  const session: Session = { core, terminal, language, say: createSpeech(language), sqlPassword }
  const line = createProgram(session, loadServe)
  const command = commandIn(argv, line.program)?.name() ?? 'none'
  try {
    return await runCommand(withoutHelpCommand(argv), line, session)
  } catch (error) {
    if (error instanceof OutputRefused) {
      await oneLineError(session, `erp-checkup: standard output: expected room for the result, but the system says ${error.reason}`)
      return exitStatus.wrongUsage
    }
    return await ownFault(session, command, error)
  }
}

/** SECURITY: no process that this one starts, and nothing else in it, finds the password there, whatever the command is. */
function takeSqlPassword(environment: NodeJS.ProcessEnv): string | undefined {
  const password = environment[SQL_PASSWORD_VARIABLE]
  delete environment[SQL_PASSWORD_VARIABLE]
  return password
}

async function runCommand(argv: readonly string[], line: CommandLine, session: Session): Promise<ExitStatus> {
  const { say } = session
  const { program } = line
  const [first] = argv
  const known = program.commands.map((command) => command.name())
  if (first === undefined) return await refuseUsage(session, say('cli/error/no-command', { known: known.join(', ') }))
  if (!first.startsWith('-') && !known.includes(first)) return await refuseUsage(session, unknownCommand(first, program, say))
  try {
    await program.parseAsync([...argv], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) return await refuseUsage(session, usageLine(error, program, argv, say))
    await session.terminal.output.write(line.text())
    return exitStatus.done
  }
  return line.status() ?? (await refuseUsage(session, say('cli/error/no-command', { known: known.join(', ') })))
}

function noServe(): never {
  throw new Error('this command line was started without the host that serves the app')
}

/** `help check` is what many type for `check --help`. */
function withoutHelpCommand(argv: readonly string[]): readonly string[] {
  if (argv[0] !== 'help') return argv
  return [...argv.slice(1), '--help']
}

/** A fault of our own: where the log is, and nothing of what was read. */
export async function ownFault(session: Session, command: string, error: unknown): Promise<ExitStatus> {
  const { say } = session
  const log = session.core.noteFault({ command, error })
  const check = checkOf(error)
  const line =
    'path' in log
      ? check === undefined
        ? say('cli/error/fault', { log: log.path })
        : say('cli/error/fault-in-check', { check, log: log.path })
      : check === undefined
        ? say('cli/error/fault-without-log', { reason: log.reason })
        : say('cli/error/fault-in-check-without-log', { check, reason: log.reason })
  await oneLineError(session, `erp-checkup: ${line}`)
  return exitStatus.ownFault
}

/** The check whose rule broke. */
function checkOf(error: unknown): string | undefined {
  return error instanceof Error && 'checkId' in error && typeof error.checkId === 'string' ? error.checkId : undefined
}
