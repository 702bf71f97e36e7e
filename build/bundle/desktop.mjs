import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { copyFonts, programConfiguration } from './command-line.mjs'
import { publish } from './publish.mjs'

/** The Node inside of Electron 45. */
const TARGET = 'node24'

/** Electron's main process and the collector's worker, which it starts as a utility process. */
const PROGRAMS = {
  main: 'electron/hosts/desktop/main.ts',
  worker: 'electron/collector/worker-entry.ts',
}

/** Bundles the desktop app but for its screens, and puts the result in place. */
export async function buildDesktop({ root, output, stamp }) {
  process.env.NODE_ENV = 'production'
  mkdirSync(dirname(output), { recursive: true })
  const staged = mkdtempSync(join(dirname(output), 'desktop-'))
  try {
    await build(programConfiguration({ root, staged, target: TARGET, external: ['electron'], input: PROGRAMS }))
    await build(preloadConfiguration(root, staged))
    copyFonts(root, join(staged, 'fonts'))
    writeManifest(root, staged)
    publish({ staged, output, stamp })
  } finally {
    rmSync(staged, { recursive: true, force: true })
  }
}

/** In the sandbox a preload script is one file of the old module format, and `electron` is all that it can ask for. */
function preloadConfiguration(root, staged) {
  const configuration = programConfiguration({
    root,
    staged,
    target: TARGET,
    external: ['electron'],
    input: { preload: 'electron/hosts/desktop/preload.ts' },
  })
  const { rolldownOptions } = configuration.build
  return {
    ...configuration,
    build: {
      ...configuration.build,
      license: false,
      rolldownOptions: { ...rolldownOptions, output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false } },
    },
  }
}

/** `electron out/desktop` starts what this names; the packaged app has the manifest of the repository instead. */
function writeManifest(root, staged) {
  const { name, productName, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  writeFileSync(
    join(staged, 'package.json'),
    `${JSON.stringify({ name, productName, version, type: 'module', main: 'main.mjs' }, null, 2)}\n`,
  )
}
