import type { Command } from 'commander'
import { oneLine } from '#electron/core/outcome.ts'
import { assertNever } from '#shared/assert-never.ts'
import { type ExitStatus, exitStatus } from '../exit-status.ts'
import { refuseUsage, remark, type Session, type SharedOptions } from '../session.ts'
import { helpAfter } from './help-after.ts'

export function addApp(program: Command, session: Session, finish: (status: Promise<ExitStatus>) => Promise<void>): Command {
  const { say } = session
  return program
    .command('app')
    .summary(say('cli/short/app'))
    .description(say('cli/about/app'))
    .addHelpText('after', helpAfter(say, 'cli/exit/app', 'cli/examples/app'))
    .action((_options: SharedOptions, command: Command) => finish(runApp(session, command.optsWithGlobals())))
}

async function runApp(session: Session, options: SharedOptions): Promise<ExitStatus> {
  const { core, say } = session
  const start = await core.startApp()
  switch (start.kind) {
    case 'started':
      await remark(session, options, say('cli/app/started'))
      return exitStatus.done
    case 'not-installed':
      return await refuseUsage(session, say('cli/error/no-app', { version: core.version }))
    case 'failed':
      return await refuseUsage(session, say('cli/error/app-refused', { program: oneLine(start.program), code: start.code }))
    default:
      return assertNever(start)
  }
}
