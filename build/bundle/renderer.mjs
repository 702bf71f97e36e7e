import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, runnerImport } from 'vite'
import { publish } from './publish.mjs'

/** What Electron 45 and any browser of the last years has. */
const TARGET = 'chrome120'

/** Keys of the texts that a page needs before the core has answered. */
const FIRST_WORDS = /^frame\/first-/

/** Bundles the screens with the page that holds them, and puts the result in place. */
export async function buildRenderer({ root, output, stamp }) {
  process.env.NODE_ENV = 'production'
  mkdirSync(dirname(output), { recursive: true })
  const staged = mkdtempSync(join(dirname(output), 'app-'))
  try {
    await build(bundleConfiguration(root, staged))
    publish({ staged, output, stamp })
  } finally {
    rmSync(staged, { recursive: true, force: true })
  }
}

/** What stands in a page for modules of Node: `generate-password` takes its random bytes from `crypto`, here they come from Web Crypto. */
export function pageModules(root) {
  return [{ find: /^crypto$/, replacement: join(root, 'renderer/passwords/random-bytes.ts') }]
}

function bundleConfiguration(root, staged) {
  return {
    root: join(root, 'renderer'),
    // The page lies in a folder of its own in the loopback host, and under an address of its own in the desktop window.
    base: './',
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'error',
    mode: 'production',
    plugins: [react(), firstWords(root)],
    resolve: { alias: pageModules(root) },
    build: {
      target: TARGET,
      outDir: staged,
      emptyOutDir: false,
      minify: true,
      sourcemap: false,
      // Every page is a file: the policy of the page allows no data: addresses for scripts and styles.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1_000,
      license: { fileName: 'licenses.md' },
    },
    worker: { format: 'es' },
  }
}

/** Writes the texts that are needed while the core is out of reach into the page, as data that no policy takes for a script. */
function firstWords(root) {
  return {
    name: 'first-words',
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        const { module } = await runnerImport(join(root, 'shared/texts/screens/frame.ts'), { configFile: false, logLevel: 'error' })
        const words = Object.fromEntries(Object.entries(module.frameTexts).map(([language, texts]) => [language, onlyFirst(texts)]))
        // A closing tag inside a text would end the element.
        const json = JSON.stringify(words).replaceAll('<', '\\u003c')
        return html.replace(/(<script id="first-words"[^>]*>)/, (tag) => tag + json)
      },
    },
  }
}

function onlyFirst(texts) {
  return Object.fromEntries(Object.entries(texts).filter(([key]) => FIRST_WORDS.test(key)))
}
