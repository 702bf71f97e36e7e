import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

// @ts-expect-error plain JavaScript: it runs on any Node
import { buildDesktop } from '#build/bundle/desktop.mjs'
import { connect, type HostPage } from '#renderer/client/connect.ts'
import { createElectronStandIn } from '../support/electron-stand-in.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'desktop-bundle-'))
const output = join(folder, 'out', 'desktop')

/** Bundling takes seconds on a slow machine. */
const BUILD_LIMIT_MS = 120_000

/** What the page's process gives a preload script in the sandbox. */
function runPreload() {
  const exposed: unknown[] = []
  const listened: unknown[] = []
  const asked: string[] = []
  const electron = {
    contextBridge: { exposeInMainWorld: (...args: unknown[]) => exposed.push(args) },
    ipcRenderer: { on: (channel: string) => listened.push(channel), postMessage: () => undefined },
  }
  const world = {
    location: { origin: 'app://erp-checkup' },
    addEventListener: (type: string) => listened.push(type),
    require: (name: string) => {
      asked.push(name)
      if (name !== 'electron') throw new Error(`module not found: ${name}`)
      return electron
    },
  }
  runInNewContext(readFileSync(join(output, 'preload.cjs'), 'utf8'), world)
  return { exposed, listened, asked }
}

describe('desktop bundle', () => {
  beforeAll(async () => {
    await buildDesktop({ root, output, stamp: 'stamp' })
  }, BUILD_LIMIT_MS)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('has all that is started by name, with the fonts and the licences of others', () => {
    const files = ['main.mjs', 'preload.cjs', 'worker.mjs', 'licenses.md', 'package.json', 'fonts/DejaVuSansCondensed.ttf', 'stamp']
    expect(files.filter((file) => !existsSync(join(output, file)))).toEqual([])
    expect(JSON.parse(readFileSync(join(output, 'package.json'), 'utf8'))).toMatchObject({ main: 'main.mjs', type: 'module' })
  })

  it('has a preload script that the sandbox can run: one file, which asks for nothing but Electron', () => {
    const { exposed, listened, asked } = runPreload()
    expect(asked).toEqual(['electron'])
    expect(exposed).toEqual([['erpCheckupPort', true]])
    expect(new Set(listened)).toEqual(new Set(['erp-checkup:go', 'message']))
  })

  it('opens its window and answers its page, as bundled', { timeout: BUILD_LIMIT_MS }, async () => {
    const standIn = createElectronStandIn({ userData: join(folder, 'user-data') })
    Object.assign(globalThis, { bundledElectron: standIn.electron })
    for (const name of ['XDG_DATA_HOME', 'XDG_STATE_HOME', 'LOCALAPPDATA']) vi.stubEnv(name, join(folder, name))
    registerHooks({
      resolve: (specifier, context, next) =>
        specifier === 'electron' && context.parentURL?.startsWith(pathToFileURL(folder).href) === true
          ? { url: 'data:text/javascript,export default globalThis.bundledElectron', shortCircuit: true }
          : next(specifier, context),
    })
    // As Node loads it: an import would be the test runner's own.
    createRequire(import.meta.url)(join(output, 'main.mjs'))
    await vi.waitFor(() => expect(standIn.log.at(-1)).toBe('loaded app://erp-checkup/index.html'), { timeout: 20_000 })
    const page = standIn.windows[0]?.webContents.currentPage()
    const { core } = connect({ ...page?.globals, postMessage: page?.postMessage } as unknown as HostPage)
    const view = await core.cases.openSample({ sample: 'typical', language: 'en' })
    const pdf = await core.reports.render({ id: view.id, format: 'pdf', paper: 'a4', language: 'en' })
    expect(Buffer.from(pdf.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    expect(await core.app.about({})).toMatchObject({ host: 'desktop' })
    expect((await core.app.licenses({})).text).toContain('MIT')
    expect(standIn.ipcMain.listenerCount('electron-store-get-data')).toBe(0)
  })
})
