import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { publish } from './publish.mjs'
import { bundleStandardFonts } from './standard-fonts.mjs'

/** Native modules stay files beside the bundle: they cannot be part of a JavaScript file. */
const NATIVE_MODULES = ['koffi', /^@koromix\//, 'keytar']

/** The oldest Node that the command line promises to run on. */
const TARGET = 'node22'

/**
 * SECURITY: the socket library would load two packages that are not there, and so whatever lies under their names in a folder above,
 * where others may write. With these it never asks for them.
 */
const WITHOUT_OPTIONAL_PACKAGES = { 'process.env.WS_NO_BUFFER_UTIL': '"1"', 'process.env.WS_NO_UTF_8_VALIDATE': '"1"' }

const FONTS = ['DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf']

/** Bundles the command line with its workers and the fonts of the PDF page, and puts the result in place. */
export async function buildCommandLine({ root, output, stamp }) {
  // The bundler follows this variable, whatever its mode says, and a test run sets it: JSX would then call what React has in development only.
  process.env.NODE_ENV = 'production'
  mkdirSync(dirname(output), { recursive: true })
  const staged = mkdtempSync(join(dirname(output), 'cli-'))
  try {
    await build(programConfiguration({ root, staged, target: TARGET, external: [], input: COMMAND_LINE }))
    copyFonts(root, join(staged, 'fonts'))
    publish({ staged, output, stamp })
  } finally {
    rmSync(staged, { recursive: true, force: true })
  }
}

/** The files that are started by name, by their sources. */
const COMMAND_LINE = {
  cli: 'electron/hosts/cli/main.ts',
  serve: 'electron/hosts/loopback/main.ts',
  worker: 'electron/collector/worker-entry.ts',
  'judge-worker': 'electron/core/portfolio/worker-entry.ts',
  'strength-worker': 'electron/passwords/strength-worker.ts',
}

/** How a program for Node is bundled: everything in it but native modules and `external`. */
export function programConfiguration({ root, staged, target, external, input }) {
  return {
    root,
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'error',
    mode: 'production',
    plugins: [bundleStandardFonts()],
    define: { 'process.env.NODE_ENV': '"production"', ...WITHOUT_OPTIONAL_PACKAGES },
    ssr: { target: 'node', noExternal: true, external: ['koffi', 'keytar', ...external] },
    build: {
      ssr: true,
      target,
      outDir: staged,
      emptyOutDir: false,
      minify: false,
      license: { fileName: 'licenses.md' },
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(input).map(([name, source]) => [name, join(root, source)])),
        external: [...NATIVE_MODULES, ...external],
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  }
}

/** The fonts of the PDF page, with their licence. */
export function copyFonts(root, folder) {
  const fontPackage = dirname(createRequire(join(root, 'package.json')).resolve('dejavu-fonts-ttf/package.json'))
  mkdirSync(folder, { recursive: true })
  for (const font of FONTS) cpSync(join(fontPackage, 'ttf', font), join(folder, font))
  cpSync(join(fontPackage, 'LICENSE'), join(folder, 'LICENSE'))
}
