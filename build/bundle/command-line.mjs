import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { publish } from './publish.mjs'
import { bundleStandardFonts } from './standard-fonts.mjs'

/** Native modules stay files beside the bundle: they cannot be part of a JavaScript file. */
const NATIVE_MODULES = ['koffi', /^@koromix\//]

/** The oldest Node that the command line promises to run on. */
const TARGET = 'node22'

const FONTS = ['DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf']

/** Bundles the command line with its workers and the fonts of the PDF page, and puts the result in place. */
export async function buildCommandLine({ root, output, stamp }) {
  // The bundler follows this variable, whatever its mode says, and a test run sets it: JSX would then call what React has in development only.
  process.env.NODE_ENV = 'production'
  mkdirSync(dirname(output), { recursive: true })
  const staged = mkdtempSync(join(dirname(output), 'cli-'))
  try {
    await build(bundleConfiguration(root, staged))
    copyFonts(root, join(staged, 'fonts'))
    publish({ staged, output, stamp })
  } finally {
    rmSync(staged, { recursive: true, force: true })
  }
}

function bundleConfiguration(root, staged) {
  return {
    root,
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'error',
    mode: 'production',
    plugins: [bundleStandardFonts()],
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { target: 'node', noExternal: true, external: ['koffi'] },
    build: {
      ssr: true,
      target: TARGET,
      outDir: staged,
      emptyOutDir: false,
      minify: false,
      license: { fileName: 'licenses.md' },
      rolldownOptions: {
        input: {
          cli: join(root, 'electron/hosts/cli/main.ts'),
          worker: join(root, 'electron/collector/worker-entry.ts'),
          'judge-worker': join(root, 'electron/core/portfolio/worker-entry.ts'),
          'strength-worker': join(root, 'electron/passwords/strength-worker.ts'),
        },
        external: NATIVE_MODULES,
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  }
}

function copyFonts(root, folder) {
  const fontPackage = dirname(createRequire(join(root, 'package.json')).resolve('dejavu-fonts-ttf/package.json'))
  mkdirSync(folder, { recursive: true })
  for (const font of FONTS) cpSync(join(fontPackage, 'ttf', font), join(folder, font))
  cpSync(join(fontPackage, 'LICENSE'), join(folder, 'LICENSE'))
}
