import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { WindowStore } from '#electron/hosts/desktop/window-store.ts'
import { createElectronStandIn } from '../../../support/electron-stand-in.ts'

const folder = mkdtempSync(join(tmpdir(), 'window-store-'))
const standIn = createElectronStandIn({ userData: folder })

/** The real package, with the stand-in where it asks for Electron. */
const ELECTRON = `data:text/javascript,export default globalThis.electronStandIn`

const STATE = { bounds: { x: 1, y: 2, width: 900, height: 700 }, isMaximized: true }

describe('window-store', () => {
  let open: () => WindowStore

  beforeAll(async () => {
    Object.assign(globalThis, { electronStandIn: standIn.electron })
    const hooks = registerHooks({
      resolve: (specifier, context, next) => (specifier === 'electron' ? { url: ELECTRON, shortCircuit: true } : next(specifier, context)),
    })
    const { openWindowStore } = await import('#electron/hosts/desktop/window-store.ts')
    open = () => openWindowStore(standIn.electron, folder)
    hooks.deregister()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('leaves no synchronous channel to the pages', () => {
    const opened: string[] = []
    standIn.ipcMain.on('newListener', (channel: string) => opened.push(channel))
    open()
    // The package did open its channel: without that this test would prove nothing.
    expect(opened).toEqual(['electron-store-get-data'])
    expect(standIn.ipcMain.eventNames()).toEqual(['newListener'])
  })

  it('remembers between two starts, for this user alone', () => {
    open().write(STATE)
    expect(open().read()).toEqual(STATE)
    if (process.platform !== 'win32') expect(statSync(join(folder, 'window.json')).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8'))).toEqual({ window: STATE })
  })

  it('begins anew where the file is damaged', () => {
    writeFileSync(join(folder, 'window.json'), '{"window": {"bou')
    expect(open().read()).toBeUndefined()
  })
})
