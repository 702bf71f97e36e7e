import type { AnyRouter } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import type { IpcMainEvent, WebContents } from 'electron'
import { isPageUrl } from './app-page.ts'
import { channels } from './channels.ts'
import type { ElectronParts } from './electron-parts.ts'

export interface CorePortParts {
  /** what answers the page: the core's one list of procedures */
  readonly router: AnyRouter
  /** the one page that is answered; null: there is none now */
  readonly ownContents: () => Pick<WebContents, 'id'> | null
  /** the page changed the settings: these hold now */
  readonly onSettings: (settings: unknown) => void
}

/**
 * Lets the core answer on the ports that the page hands over.
 *
 * SECURITY: only the top frame of the app's own window, showing the app's own page, is answered. All input on its port is validated by
 * the contract.
 */
export function serveCore(electron: Pick<ElectronParts, 'ipcMain'>, { router, ownContents, onSettings }: CorePortParts): void {
  const handler = new RPCHandler(router, {
    clientInterceptors: [
      async ({ next, path }) => {
        const output = await next()
        if (path.join('.') === 'app.saveSettings') onSettings(output)
        return output
      },
    ],
  })
  electron.ipcMain.on(channels.port, (event) => {
    const [port, ...more] = event.ports
    if (port === undefined || more.length > 0 || !isOwnPage(event, ownContents())) {
      for (const stranger of event.ports) stranger.close()
      return
    }
    handler.upgrade(port)
    port.start()
  })
}

function isOwnPage(event: IpcMainEvent, own: Pick<WebContents, 'id'> | null): boolean {
  const frame = event.senderFrame
  return own !== null && event.sender.id === own.id && frame !== null && frame.parent === null && isPageUrl(frame.url)
}
