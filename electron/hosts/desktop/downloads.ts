import { basename, join } from 'node:path'
import type { Session } from 'electron'

import { PAGE_ORIGIN } from './app-page.ts'
import type { ElectronParts } from './electron-parts.ts'
import type { Say } from './speech.ts'

/** Characters that Windows takes in no file name, and those that cannot be seen. */
const NOT_IN_NAMES = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu

/**
 * Saves what the page made, where the person says.
 *
 * SECURITY: only files that the page made itself; nothing is ever fetched.
 */
export function saveDownloads(electron: Pick<ElectronParts, 'app' | 'dialog'>, session: Session, say: Say): void {
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${PAGE_ORIGIN}/`)) {
      event.preventDefault()
      return
    }
    const name = safeName(item.getFilename())
    const extension = /\.(\w{1,10})$/.exec(name)?.[1]
    item.setSaveDialogOptions({
      title: say('desktop/save/title'),
      defaultPath: join(electron.app.getPath('documents'), name),
      ...(extension === undefined ? {} : { filters: [{ name: extension.toUpperCase(), extensions: [extension] }] }),
    })
    item.once('done', (_event, state) => {
      // Cancelled is what a person wanted.
      if (state === 'interrupted') electron.dialog.showErrorBox(say('desktop/save/title'), say('desktop/save/failed', { file: name }))
    })
  })
}

/** A file name without a folder, which every system takes. */
export function safeName(given: string): string {
  const name = basename(given.replace(NOT_IN_NAMES, '_')).replace(/^[. ]+|[. ]+$/g, '')
  return name === '' ? 'erp-checkup' : name.slice(0, 150)
}
