import type { MenuItemConstructorOptions } from 'electron'
import type { PagePlace } from './channels.ts'
import type { Say } from './speech.ts'

export interface MenuActions {
  readonly go: (place: PagePlace) => void
  readonly openSnapshot: () => void
  readonly print: () => void
  /** null: not offered, because it is no Windows or elevated already */
  readonly restartElevated: (() => void) | null
}

/** The window's menu: everything by keyboard, in the order in which Windows programs have it. */
export function menuTemplate(say: Say, actions: MenuActions): MenuItemConstructorOptions[] {
  return [
    { label: say('desktop/menu/file'), submenu: fileMenu(say, actions) },
    { label: say('desktop/menu/edit'), submenu: editMenu(say) },
    { label: say('desktop/menu/view'), submenu: viewMenu(say, actions) },
    {
      label: say('desktop/menu/help'),
      submenu: [{ label: say('desktop/menu/about'), accelerator: 'F1', click: () => actions.go({ screen: 'about' }) }],
    },
  ]
}

function fileMenu(say: Say, { openSnapshot, print, restartElevated }: MenuActions): MenuItemConstructorOptions[] {
  const restart: MenuItemConstructorOptions[] =
    restartElevated === null ? [] : [{ label: say('desktop/menu/restart-elevated'), click: restartElevated }, { type: 'separator' }]
  return [
    { label: say('desktop/menu/open-snapshot'), accelerator: 'CmdOrCtrl+O', click: openSnapshot },
    { label: say('desktop/menu/print'), accelerator: 'CmdOrCtrl+P', click: print },
    { type: 'separator' },
    ...restart,
    { label: say('desktop/menu/quit'), role: 'quit', accelerator: 'CmdOrCtrl+Q' },
  ]
}

function editMenu(say: Say): MenuItemConstructorOptions[] {
  return [
    { label: say('desktop/menu/undo'), role: 'undo' },
    { label: say('desktop/menu/redo'), role: 'redo' },
    { type: 'separator' },
    { label: say('desktop/menu/cut'), role: 'cut' },
    { label: say('desktop/menu/copy'), role: 'copy' },
    { label: say('desktop/menu/paste'), role: 'paste' },
    { label: say('desktop/menu/select-all'), role: 'selectAll' },
  ]
}

function viewMenu(say: Say, { go }: MenuActions): MenuItemConstructorOptions[] {
  return [
    { label: say('desktop/menu/start'), accelerator: 'Alt+Home', click: () => go({ screen: 'start' }) },
    { label: say('desktop/menu/history'), accelerator: 'CmdOrCtrl+H', click: () => go({ screen: 'history' }) },
    { label: say('desktop/menu/settings'), accelerator: 'CmdOrCtrl+,', click: () => go({ screen: 'settings' }) },
    { type: 'separator' },
    { label: say('desktop/menu/actual-size'), role: 'resetZoom' },
    { label: say('desktop/menu/larger'), role: 'zoomIn' },
    { label: say('desktop/menu/smaller'), role: 'zoomOut' },
    { type: 'separator' },
    { label: say('desktop/menu/full-screen'), role: 'togglefullscreen' },
  ]
}
