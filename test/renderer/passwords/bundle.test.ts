import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Alias, build, type Rolldown } from 'vite'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { namesOf } from '#shared/passwords/rules.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'page-passwords-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => void vi.restoreAllMocks())

interface Generate {
  readonly generatePassword: (request: { readonly length: number; readonly names: readonly string[] }) => string
}

/** Bundles what makes passwords in the page, with what the page's own bundle puts in the place of Node's modules. */
async function bundled(): Promise<{ readonly code: string; readonly page: Generate }> {
  const { pageModules } = (await import(pathToFileURL(join(root, 'build/bundle/renderer.mjs')).href)) as {
    readonly pageModules: (root: string) => Alias[]
  }
  const built = (await build({
    root,
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'error',
    resolve: { alias: pageModules(root) },
    build: {
      outDir: folder,
      minify: false,
      lib: { entry: join(root, 'renderer/passwords/generate.ts'), formats: ['es'], fileName: () => 'generate.mjs' },
    },
  })) as Rolldown.RolldownOutput[]
  const page = (await import(pathToFileURL(join(folder, 'generate.mjs')).href)) as Generate
  return { code: built.flatMap(({ output }) => output.map((file) => ('code' in file ? file.code : ''))).join('\n'), page }
}

describe('the bundle of the page', () => {
  it('draws passwords from Web Crypto and from nothing else', async () => {
    const { code, page } = await bundled()
    expect(code).not.toMatch(/Math\.random|node:crypto|require\("crypto"\)|__vite-browser-external/)
    const webCrypto = vi.spyOn(globalThis.crypto, 'getRandomValues')
    const password = page.generatePassword({ length: 25, names: namesOf({ login: 'svc_sync' }) })
    expect(password).toMatch(/^[A-Za-z0-9][A-Za-z0-9._~-]{24}$/)
    expect(webCrypto).toHaveBeenCalled()
  })
})
