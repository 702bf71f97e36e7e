import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { createAppRouter, defaultDataFolder } from '#electron/core/app/index.ts'
import { openElevation } from '#electron/core/elevation.ts'
import type { Serve, ServeRequest } from '#electron/core/serve-host.ts'
import { runHost } from './host.ts'
import { usualLimits } from './limits.ts'
import { findOpener } from './opener.ts'
import { readScreens, type Screens } from './screens.ts'

/** Shows the app in this machine's browser; the screens and the collector's worker lie beside this file. */
export const serve: Serve = async (request) => {
  const { core, environment } = request
  const screens = await readScreens(join(import.meta.dirname, '..', 'app'))
  if (screens === null) return { kind: 'no-screens' }
  const router = createAppRouter({
    core,
    host: 'loopback',
    dataFolder: defaultDataFolder(environment, process.platform, homedir()),
    workerPath: join(import.meta.dirname, 'worker.mjs'),
    // A host that starts again with more rights would lose the browser that holds its key.
    restartElevated: null,
    licenses: () => licencesOf(screens),
  })
  return await runHost(request, {
    screens,
    router,
    limits: usualLimits,
    noteFault: (error) => {
      core.noteFault({ command: 'serve', error })
    },
    ...(await browserOf(request)),
  })
}

/** Work of others in this program, and in the screens. */
async function licencesOf(screens: Screens): Promise<string> {
  const own = await readFile(join(import.meta.dirname, 'licenses.md'), 'utf8')
  return `${own}\n${screens.get('licenses.md')?.bytes.toString() ?? ''}`
}

/** Where it cannot be told whether this process is elevated, it counts as such: no browser is started. */
async function browserOf({ open, environment }: ServeRequest) {
  if (!open) return { opener: null, isElevated: false }
  const { isElevated } = await openElevation(process.platform)
  return { opener: findOpener(process.platform, environment), isElevated: isElevated !== false }
}
