import type { Command, CommanderError } from 'commander'
import { quoted } from './commands/check-options.ts'
import { nearest } from './nearest.ts'
import { languageNames, type Say } from './speech.ts'

/** How people name the option that does not exist; `-P…` is the one of sqlcmd. */
const PASSWORD_OPTION = /^-P|^--?(?:sql-?)?(?:pass|pw)|^--sql-keep.*=/

/** One line for what the parser refused: what was wrong, what was probably meant, and what to type. */
export function usageLine(error: CommanderError, program: Command, argv: readonly string[], say: Say): string {
  const named = commandIn(argv, program)
  const command = named === undefined ? '' : `${named.name()} `
  const given = quoted(/'(.*)'/s.exec(error.message)?.[1] ?? '')
  switch (error.code) {
    case 'commander.unknownCommand':
      return unknownCommand(given, program, say)
    case 'commander.unknownOption': {
      // SECURITY: whoever gives a password as an argument does not see it repeated.
      if (['collect', 'check'].includes(named?.name() ?? '') && PASSWORD_OPTION.test(given)) return say('cli/error/sql-password-argument')
      const options = [...program.options, ...(named?.options ?? [])].flatMap((option) => (option.hidden ? [] : (option.long ?? [])))
      const near = nearest(given, [...options, '--help'])
      if (named?.name() === 'password' && (near === undefined || given.includes('='))) return say('cli/error/password-argument')
      return near === undefined
        ? say('cli/error/unknown-option', { given, command })
        : say('cli/error/nearest-option', { given, command, nearest: near })
    }
    case 'commander.optionMissingArgument':
      return say('cli/error/missing-value', { option: given.split(' ', 1)[0] ?? given, command })
    case 'commander.invalidArgument': {
      const refused = quoted(/ argument '(.*)' is invalid/s.exec(error.message)?.[1] ?? '')
      return say('cli/error/choice', { option: '--lang', given: refused, known: languageNames.join(', ') })
    }
    case 'commander.missingArgument':
      return say('cli/error/missing-argument', { argument: given, command })
    case 'commander.excessArguments':
      return named?.name() === 'password' ? say('cli/error/password-argument') : say('cli/error/too-many', { command })
    default:
      return say('cli/error/wrong-usage', { what: error.message.replace(/^error: /, ''), command })
  }
}

export function unknownCommand(given: string, program: Command, say: Say): string {
  const known = program.commands.map((command) => command.name())
  const near = nearest(given, known)
  return near === undefined
    ? say('cli/error/unknown-command', { given: quoted(given), known: known.join(', ') })
    : say('cli/error/nearest-command', { given: quoted(given), nearest: near })
}

/** The command that the arguments name, if any. */
export function commandIn(argv: readonly string[], program: Command): Command | undefined {
  const names = new Map(program.commands.map((command) => [command.name(), command]))
  const found = argv.find((argument) => names.has(argument))
  return found === undefined ? undefined : names.get(found)
}
