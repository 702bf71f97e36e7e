import type { Command } from 'commander'
import { documentText } from '#electron/core/inputs.ts'
import { type ExitStatus, exitStatus } from '../exit-status.ts'
import { refuse, refuseUsage, type Session, type SharedOptions, usesColour } from '../session.ts'
import { quoted } from './check-options.ts'
import { choose } from './choose.ts'
import { helpAfter, indented } from './help-after.ts'

interface DiffOptions extends SharedOptions {
  readonly format?: string
}

type Finish = (status: Promise<ExitStatus>) => Promise<void>

export function addDiff(program: Command, session: Session, finish: Finish): Command {
  const { say } = session
  return program
    .command('diff')
    .summary(say('cli/short/diff'))
    .description(say('cli/about/diff'))
    .argument('<OLD>', say('cli/argument/old'))
    .argument('<NEW>', say('cli/argument/new'))
    .option('--format <FORMAT>', say('cli/option/format-diff'))
    .addHelpText('after', `\n${say('cli/help/diff-json')}\n${indented(say('cli/help/diff-json-shape'))}`)
    .addHelpText('after', helpAfter(say, 'cli/exit/other', 'cli/examples/diff'))
    .action((before: string, after: string, _options: DiffOptions, command: Command) =>
      finish(runDiff(session, before, after, command.optsWithGlobals())),
    )
}

async function runDiff(session: Session, before: string, after: string, options: DiffOptions): Promise<ExitStatus> {
  const { core, language, say, terminal } = session
  const format = choose(say, '--format', quoted(options.format ?? 'table'), ['table', 'json'] as const)
  if (!format.ok) return await refuseUsage(session, format.line)
  if (before === '-' && after === '-') return await refuseUsage(session, say('cli/error/standard-input-twice'))
  const drift = await core.compare(before, after)
  if (!drift.ok)
    return 'kinds' in drift ? await refuseUsage(session, say('cli/error/kinds-differ', drift.kinds)) : await refuse(session, drift.line)
  if (format.value === 'json') {
    await terminal.output.write(documentText(drift.value))
    return exitStatus.done
  }
  const { driftTable } = await import('../drift-table.ts')
  const { createTranslator } = await import('#shared/texts/translator.ts')
  const layout = { width: terminal.output.columns, colour: usesColour(session, options) }
  await terminal.output.write(driftTable(drift.value, createTranslator(language), layout))
  return exitStatus.done
}
