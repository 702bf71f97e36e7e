import { dirname } from 'node:path'
import type { Elevation } from '#electron/core/elevation.ts'
import { RELAUNCHED } from './arguments.ts'
import type { ElectronParts } from './electron-parts.ts'
import type { Instance } from './instance.ts'
import type { Say } from './speech.ts'

export interface RestartParts {
  readonly elevation: Elevation
  readonly instance: Instance
  /** this program, absolute */
  readonly program: string
  /** what it is started with when it is not packaged: its own main file */
  readonly mainFile: string
  readonly say: Say
}

/**
 * Starts the app again as administrator and ends this one, if the person consents.
 *
 * The locks are given up before Windows asks, because the new process wants them while this one still runs. A person who refuses goes on
 * as before.
 */
export async function restartElevated(electron: Pick<ElectronParts, 'app' | 'dialog'>, parts: RestartParts): Promise<void> {
  const { app, dialog } = electron
  await parts.instance.release()
  const parameters = app.isPackaged ? RELAUNCHED : `"${parts.mainFile}" ${RELAUNCHED}`
  const result = parts.elevation.startElevated(parts.program, dirname(parts.program), parameters)
  // Somebody started the app in the meantime: two must not go on.
  if (result.kind === 'started' || !(await parts.instance.retake())) {
    app.quit()
    return
  }
  if (result.kind === 'failed') {
    dialog.showErrorBox(
      parts.say('desktop/menu/restart-elevated').replace('&', ''),
      parts.say('desktop/elevation/failed', { code: String(result.code) }),
    )
  }
}
