import type { WebContents } from 'electron'
import type { ElectronParts } from './electron-parts.ts'
import type { Say } from './speech.ts'

/** Prints what the window shows, through the system's own dialog; without colours behind the text, as paper wants it. */
export function printPage(electron: Pick<ElectronParts, 'dialog'>, contents: Pick<WebContents, 'print'>, say: Say): void {
  contents.print({ silent: false, printBackground: false }, (isPrinted, reason) => {
    // Closing the dialog is what a person wanted; Chromium's word for it is not translated.
    if (!isPrinted && !/cancel/i.test(reason))
      electron.dialog.showErrorBox(say('desktop/menu/print').replace(/&| …/g, ''), say('desktop/print/failed'))
  })
}
