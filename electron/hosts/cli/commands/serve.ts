import type { Command } from 'commander'
import { oneLine } from '#electron/core/outcome.ts'
import type { Serve, ServeEnd, ServeLink } from '#electron/core/serve-host.ts'
import { assertNever } from '#shared/assert-never.ts'
import { type ExitStatus, exitStatus } from '../exit-status.ts'
import { oneLineError, refuseUsage, remark, type Session, type SharedOptions } from '../session.ts'
import { untilStopped } from '../stop-signal.ts'
import { quoted } from './check-options.ts'
import { helpAfter } from './help-after.ts'

interface ServeOptions extends SharedOptions {
  readonly port?: string
  readonly open?: true
}

/** Loads the host that shows the app in a browser: a program of its own, which this one knows by its file alone. */
export type LoadServe = () => Promise<Serve>

type Finish = (status: Promise<ExitStatus>) => Promise<void>

const HIGHEST_PORT = 65_535

export function addServe(program: Command, session: Session, loadServe: LoadServe, finish: Finish): Command {
  const { say } = session
  return program
    .command('serve')
    .summary(say('cli/short/serve'))
    .description(say('cli/about/serve'))
    .option('--port <N>', say('cli/option/port'))
    .option('--open', say('cli/option/open'))
    .addHelpText('after', helpAfter(say, 'cli/exit/serve', 'cli/examples/serve'))
    .action((_options: ServeOptions, command: Command) => finish(runServe(session, loadServe, command.optsWithGlobals())))
}

async function runServe(session: Session, loadServe: LoadServe, options: ServeOptions): Promise<ExitStatus> {
  const { core, language, say, terminal } = session
  const port = options.port === undefined ? null : portIn(options.port)
  if (port === undefined) return await refuseUsage(session, say('cli/error/port', { given: quoted(oneLine(options.port ?? '')) }))
  const end = await untilStopped(async (signal) => {
    const serve = await loadServe()
    return await serve({
      core,
      port,
      open: options.open === true,
      language,
      environment: terminal.environment,
      signal,
      onLink: (link) => tellLink(session, options, link),
    })
  })
  return await statusOfEnd(session, options, end)
}

/** Undefined: no port. */
function portIn(given: string): number | undefined {
  const port = /^\d{1,5}$/.test(given) ? Number(given) : 0
  return port >= 1 && port <= HIGHEST_PORT ? port : undefined
}

/** The link is the result and goes where a script can take it; what is said about it is for a person. */
async function tellLink(session: Session, options: ServeOptions, { url, browser }: ServeLink): Promise<void> {
  const { say, terminal } = session
  if (browser !== 'never-came') await remark(session, options, say('cli/serve/what'))
  if (browser !== 'not-asked-for') await remark(session, options, say(`cli/serve/${browser}`))
  if (browser !== 'opened') await terminal.output.write(`${url}\n`)
}

async function statusOfEnd(session: Session, options: ServeOptions, end: ServeEnd): Promise<ExitStatus> {
  const { say } = session
  switch (end.kind) {
    case 'stopped':
      await remark(session, options, say(`cli/serve/stopped/${end.because}`))
      return exitStatus.done
    case 'port-refused':
      return await refuseUsage(
        session,
        end.port === 0 ? say('cli/error/any-port') : say(`cli/error/port-${end.because}`, { port: end.port }),
      )
    case 'no-screens':
      await oneLineError(session, `erp-checkup: ${say('cli/error/no-screens')}`)
      return exitStatus.ownFault
    default:
      return assertNever(end)
  }
}
