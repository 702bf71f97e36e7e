import { join } from 'node:path'
import electron from 'electron'
import { openElevation } from '#electron/core/elevation.ts'
import { faultLogFolders, writeFaultLog } from '#electron/core/fault-log.ts'
import { productName, version } from '#electron/core/version.ts'
import { startDesktop } from './desktop.ts'
import { openWindowStore } from './window-store.ts'

const folder = import.meta.dirname
const { env: environment, platform } = process

// Not awaited: Electron is not ready before this file has run to its end.
void startDesktop(electron, {
  productName,
  folder,
  pageFolder: join(folder, '..', 'app'),
  program: process.execPath,
  argv: process.argv.slice(1),
  platform,
  noteFault: (error) =>
    writeFaultLog({ version, command: 'desktop', at: new Date().toISOString(), error }, faultLogFolders(environment, platform)),
  openElevation: () => openElevation(platform),
  openCore: async (parts) => {
    // A second start ends before it needs the core.
    const { openDesktopCore } = await import('#electron/core/desktop.ts')
    return openDesktopCore({ ...parts, folder, environment, platform })
  },
  openWindowStore: (userData) => openWindowStore(electron, userData),
})
