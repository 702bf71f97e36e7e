// Opens the protected window in the real Electron. Arguments: `protected`, or `unprotected` for a window whose protection is a lie; output file.
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import electron, { type BrowserWindowConstructorOptions } from 'electron'
import { registerPageScheme } from '#electron/hosts/desktop/app-page.ts'
import { createProtectedWindow } from '#electron/hosts/desktop/protected-window/protected-window.ts'
import { createDisplayProtection } from '#electron/win32/display-protection.ts'
import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'

const [mode = '', outputFile = ''] = process.argv.slice(-2)

/** Says that it is protected, and is not. */
class LyingWindow extends electron.BrowserWindow {
  constructor(options?: BrowserWindowConstructorOptions) {
    super(options)
    this.setContentProtection = () => undefined
  }
}

function askWindows(): (handle: Uint8Array) => boolean | null {
  if (process.platform !== 'win32') return () => null
  const protection = createDisplayProtection(createNativeAccess(koffiSource))
  return (handle) => {
    const affinity = protection.affinity(handle)
    return affinity.ok ? affinity.value !== 'none' : null
  }
}

async function draw(): Promise<unknown> {
  await electron.app.whenReady()
  const main = new electron.BrowserWindow({ width: 900, height: 700 })
  await main.loadURL('about:blank')
  const isLie = mode === 'unprotected'
  const BrowserWindow = isLie ? LyingWindow : electron.BrowserWindow
  let drawnFor = 0
  const window = createProtectedWindow(
    { BrowserWindow, desktopCapturer: electron.desktopCapturer, screen: electron.screen, session: electron.session },
    {
      title: 'protected window',
      mainWindow: () => main,
      // A runner is a virtual machine, in which the product draws nothing; here the test of the window is what counts.
      display: () => 'local',
      isExcluded: isLie ? () => true : askWindows(),
      randomBytes,
      wait: async (durationMs) => {
        await wait(durationMs)
        // The window looks around each second only while something is shown.
        if (durationMs === 1_000) drawnFor += 1
        if (drawnFor === 1) window.close()
      },
    },
  )
  return { outcome: await window.draw('not-a-secret', false), drawnFor }
}

registerPageScheme(electron.protocol)
void draw()
  .catch((error: unknown) => ({ fault: String(error) }))
  .then((result) => {
    writeFileSync(outputFile, JSON.stringify(result))
    electron.app.exit(0)
  })
