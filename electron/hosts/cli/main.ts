import { join } from 'node:path'
import { isatty } from 'node:tty'
import { pathToFileURL } from 'node:url'

import { createCore } from '#electron/core/core.ts'
import type { Serve } from '#electron/core/serve-host.ts'
import { exitStatus } from './exit-status.ts'
import { ownFault, run } from './run.ts'
import { createSpeech, languageOf } from './speech.ts'
import { outputStream, type Terminal } from './terminal.ts'

/** The command line: arguments without Node and script in, exit status out. */
export async function main(argv: readonly string[]): Promise<number> {
  const language = languageOf(argv)
  const terminal: Terminal = {
    output: outputStream(process.stdout),
    errors: outputStream(process.stderr),
    environment: process.env,
  }
  const core = createCore({
    standardInput: {
      isTerminal: isatty(0),
      // Not before it is wanted: opening it costs time, and a terminal's would be put into another mode.
      get chunks() {
        return process.stdin
      },
    },
    now: () => new Date(),
    environment: process.env,
    workerPath: join(import.meta.dirname, 'worker.mjs'),
    judgeWorkerPath: join(import.meta.dirname, 'judge-worker.mjs'),
    strengthWorkerPath: join(import.meta.dirname, 'strength-worker.mjs'),
    fontFolder: join(import.meta.dirname, 'fonts'),
  })
  takeOverFaults((error) => ownFault({ core, terminal, language, say: createSpeech(language) }, 'unknown', error))
  return await run(argv, core, terminal, loadServe)
}

/** The host for browsers is another program, built into a file beside this one. */
async function loadServe(): Promise<Serve> {
  const host: { readonly serve: Serve } = await import(pathToFileURL(join(import.meta.dirname, 'serve.mjs')).href)
  return host.serve
}

/** What nobody waits for ends like any other fault, with a log; until here the starter's own handler had to do. */
function takeOverFaults(report: (error: unknown) => Promise<unknown>): void {
  process.removeAllListeners('uncaughtException')
  process.on('uncaughtException', (error) => {
    void report(error).finally(() => process.exit(exitStatus.ownFault))
  })
}
