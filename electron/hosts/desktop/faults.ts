import type { LogResult } from '#electron/core/fault-log.ts'
import type { ElectronParts } from './electron-parts.ts'
import type { Say } from './speech.ts'

export type NoteFault = (error: unknown) => LogResult

/** The same as on the command line. */
const OWN_FAULT_STATUS = 70

/**
 * The one boundary where a bug becomes a logged, generic failure.
 *
 * Electron would show the error's own words, which may quote what it choked on: that is somebody's data.
 */
export function catchFaults(
  electron: Pick<ElectronParts, 'app' | 'dialog'>,
  { say, noteFault }: { readonly say: Say; readonly noteFault: NoteFault },
  source: Pick<NodeJS.Process, 'on'> = process,
): void {
  const fault = (error: unknown): void => {
    const log = noteFault(error)
    const line = 'path' in log ? say('desktop/fault/log', { log: log.path }) : say('desktop/fault/no-log', { reason: log.reason })
    electron.dialog.showErrorBox(say('desktop/fault/title'), line)
    electron.app.exit(OWN_FAULT_STATUS)
  }
  source.on('uncaughtException', fault)
  source.on('unhandledRejection', fault)
}
