import ElectronStore from 'electron-store'
import type { ElectronParts } from './electron-parts.ts'
import type { WindowState } from './window-bounds.ts'

/** Where the window was, between two starts. */
export interface WindowStore {
  read(): unknown
  write(state: WindowState): void
}

/** The channel that the package opens by itself: it answers every page that asks, synchronously. */
export const STORE_CHANNEL = 'electron-store-get-data'

/** Opens the file that remembers the window; one that is damaged is begun anew, because nothing but a place is lost. */
export function openWindowStore(electron: Pick<ElectronParts, 'ipcMain'>, folder: string): WindowStore {
  const store = new ElectronStore<{ window?: WindowState }>({
    name: 'window',
    cwd: folder,
    clearInvalidConfig: true,
    configFileMode: 0o600,
  })
  // SECURITY: no page needs this channel, and it checks nobody.
  electron.ipcMain.removeAllListeners(STORE_CHANNEL)
  return {
    read: () => store.get('window'),
    write: (state) => store.set('window', state),
  }
}
