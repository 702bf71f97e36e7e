import type { Command } from 'commander'
import { oneLine } from '#electron/core/outcome.ts'
import { displayWidth, padEnd, wrapText } from '#shared/report/text-layout.ts'
import { type ExitStatus, exitStatus } from '../exit-status.ts'
import { refuse, type Session, type SharedOptions } from '../session.ts'
import { helpAfter } from './help-after.ts'

interface SamplesOptions extends SharedOptions {
  readonly write?: string
}

/** Wider lines are hard to read. */
const WIDEST = 110

export function addSamples(program: Command, session: Session, finish: (status: Promise<ExitStatus>) => Promise<void>): Command {
  const { say } = session
  return program
    .command('samples')
    .summary(say('cli/short/samples'))
    .description(say('cli/about/samples'))
    .option('--write <DIR>', say('cli/option/write'))
    .addHelpText('after', helpAfter(say, 'cli/exit/other', 'cli/examples/samples'))
    .action((_options: SamplesOptions, command: Command) => finish(runSamples(session, command.optsWithGlobals())))
}

async function runSamples(session: Session, options: SamplesOptions): Promise<ExitStatus> {
  return options.write === undefined ? await list(session, options) : await write(session, options.write, options)
}

async function list(session: Session, options: SamplesOptions): Promise<ExitStatus> {
  const { core, language, terminal, say } = session
  const samples = await core.samples()
  const nameWidth = Math.max(...samples.map((sample) => displayWidth(sample.id))) + 2
  const width = Math.min(WIDEST, terminal.output.columns)
  const lines = samples.flatMap((sample) => [
    `${padEnd(sample.id, nameWidth)}${sample.title[language]}`,
    ...wrapText(sample.teaches[language], Math.max(20, width - nameWidth)).map((line) => `${' '.repeat(nameWidth)}${line}`),
  ])
  await terminal.output.write(`${lines.join('\n')}\n`)
  const [first] = samples
  if (first !== undefined && terminal.output.isTerminal && options.quiet !== true) {
    await terminal.output.write(`\n${say('cli/samples/try', { sample: first.id })}\n`)
  }
  return exitStatus.done
}

async function write(session: Session, folder: string, options: SamplesOptions): Promise<ExitStatus> {
  const { core, terminal, say } = session
  const written = await core.writeSamples(folder)
  if (!written.ok) return await refuse(session, written.line)
  if (options.quiet !== true)
    await terminal.output.write(`${say('cli/samples/written', { folder: oneLine(folder), samples: written.value.join(', ') })}\n`)
  return exitStatus.done
}
