import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { electronFaults, fusesIn } from '#build/architecture/electron-settings.ts'
import { sourceFiles } from '#build/architecture/sources.ts'
import { PAGE_POLICY } from '#electron/hosts/desktop/app-page.ts'
import { pagePreferences } from '#electron/hosts/desktop/window.ts'
import { screenPolicy } from '#electron/hosts/loopback/headers.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = 'electron/hosts/desktop'
const sources = sourceFiles(root, [folder])

describe('settings of Electron', () => {
  it('leave no door open in any file of the desktop host', () => {
    expect(sources.length).toBeGreaterThan(10)
    expect(sources.flatMap(({ path, source }) => electronFaults(path, source))).toEqual([])
  })

  const planted = [
    'const webPreferences = { nodeIntegration: true }',
    'const webPreferences = { nodeIntegrationInSubFrames: true }',
    'const webPreferences = { contextIsolation: false }',
    'const webPreferences = { sandbox: false }',
    'const webPreferences = { webSecurity: false }',
    'const window = new electron.BrowserWindow({})',
    'await shell.openExternal(address)',
    'await shell.openPath(address)',
    "ipcMain.handle('read-file', read)",
    "electron.ipcMain.on('anything', listen)",
    'event.returnValue = data',
    "contextBridge.exposeInMainWorld('api', { invoke })",
    'contents.executeJavaScript(code)',
    'window.loadURL(address)',
    "window.loadFile('index.html')",
    "app.commandLine.appendSwitch('disable-web-security')",
    'crashReporter.start({})',
    'contents.openDevTools()',
    `const policy = "script-src 'self' 'unsafe-inline'"`,
    "import { spawn } from 'node:child_process'",
  ]
  it.each(planted)('refuse %s', (source) => {
    expect(electronFaults(`${folder}/planted.ts`, source)).toHaveLength(1)
  })

  it('are not mistaken in comments', () => {
    expect(electronFaults(`${folder}/planted.ts`, '// never sandbox: false\n/* openExternal */')).toEqual([])
  })

  it('name every wall of a page, whatever Electron’s defaults become', () => {
    expect(pagePreferences('/preload.cjs', true)).toEqual({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      plugins: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    })
  })

  it('ask for two things of Electron in the preload script, and for no module', () => {
    const preload = ['preload.ts', 'page-bridge.ts', 'channels.ts'].map((name) => readFileSync(join(root, folder, name), 'utf8')).join('\n')
    const imported = [...preload.matchAll(/^import (?!type)(.*) from '(.*)'$/gm)].map(([, what, from]) => `${from}: ${what}`)
    expect(imported.sort()).toEqual([
      './channels.ts: { channels, isPagePlace, PORT_MARK }',
      './page-bridge.ts: { bridgePage, type PageWindow }',
      'electron: { contextBridge, ipcRenderer }',
    ])
  })

  it('fix in the packaged program what it may be made to run', () => {
    expect(fusesIn(readFileSync(join(root, 'build', 'desktop', 'electron-builder.yml'), 'utf8'))).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
      loadBrowserProcessSpecificV8Snapshot: false,
      enableCookieEncryption: false,
    })
  })

  it('give the page no more than the same page has in a browser', () => {
    const rules = (policy: string): ReadonlySet<string> => new Set(policy.replace(/ ws:\/\/\S+/, '').split('; '))
    expect([...rules(PAGE_POLICY)].filter((rule) => !rules(screenPolicy('127.0.0.1:1')).has(rule))).toEqual([])
  })
})
