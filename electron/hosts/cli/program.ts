import { Command, InvalidArgumentError } from 'commander'
import { addApp } from './commands/app.ts'
import { addCheck } from './commands/check.ts'
import { addCollect } from './commands/collect.ts'
import { addDiff } from './commands/diff.ts'
import { indented } from './commands/help-after.ts'
import { addPassword } from './commands/password.ts'
import { addRotate } from './commands/rotate.ts'
import { addSamples } from './commands/samples.ts'
import { addServe, type LoadServe } from './commands/serve.ts'
import type { ExitStatus } from './exit-status.ts'
import type { Session } from './session.ts'
import { isLanguage, type Say } from './speech.ts'

export interface CommandLine {
  readonly program: Command
  /** what the command that ran came to; undefined: none ran */
  status(): ExitStatus | undefined
  /** help and version, as far as they were asked for */
  text(): string
}

/** Declares every command; nothing runs and nothing is written before `program.parseAsync`. */
export function createProgram(session: Session, loadServe: LoadServe): CommandLine {
  const { say, core } = session
  let status: ExitStatus | undefined
  let text = ''
  const finish = async (running: Promise<ExitStatus>): Promise<void> => {
    status = await running
  }
  const columns = (): number => session.terminal.output.columns
  const program = new Command('erp-checkup')
    .description(say('cli/about/program'))
    .version(core.version, '-V, --version', say('cli/option/version'))
    .option('--lang <LANG>', say('cli/option/lang'), knownLanguage)
    .option('-q, --quiet', say('cli/option/quiet'))
    .option('--no-colour', say('cli/option/no-colour'))
    .addHelpText('after', `\n${say('cli/help/examples')}\n${indented(say('cli/examples/program'))}`)
  program.addOption(program.createOption('--no-color').hideHelp())
  addCollect(program, session, finish)
  addCheck(program, session, finish)
  addSamples(program, session, finish)
  addDiff(program, session, finish)
  addPassword(program, session, finish)
  addRotate(program, session, finish)
  addServe(program, session, loadServe, finish)
  addApp(program, session, finish)
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .helpCommand(false)
      .helpOption('-h, --help', say('cli/option/help'))
      .configureHelp({ showGlobalOptions: command !== program, styleTitle: (title) => titleInWords(say, title) })
      .configureOutput({
        writeOut: (part) => {
          text += part
        },
        writeErr: () => undefined,
        outputError: () => undefined,
        getOutHelpWidth: columns,
        getErrHelpWidth: columns,
        getOutHasColors: () => false,
        getErrHasColors: () => false,
      })
  }
  return { program, status: () => status, text: () => text }
}

function knownLanguage(given: string): string {
  if (!isLanguage(given)) throw new InvalidArgumentError('')
  return given
}

function titleInWords(say: Say, title: string): string {
  switch (title) {
    case 'Usage:':
      return say('cli/help/usage')
    case 'Commands:':
      return say('cli/help/commands')
    case 'Arguments:':
      return say('cli/help/arguments')
    case 'Options:':
      return say('cli/help/options')
    case 'Global Options:':
      return say('cli/help/global-options')
    default:
      return title
  }
}
