// Builds the command line into out/cli and the screens into out/app – with --desktop the desktop app into out/desktop as well –, each when
// something that it is made of has changed.
//
// npm runs this after every install, and `npx` before the first use, so the usual case – nothing changed – must cost next to nothing:
// only Node's own modules are imported here; the bundler is loaded when there is something to build.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** What every output depends on, whatever it is made of. */
const TOOLS = ['build/bundle', 'build/prepare.mjs', 'package.json', 'package-lock.json']

/**
 * What is built: the folder of the output, what it is made of (a folder stands for all that is in it), what has to be there for it to
 * count as built, and who builds it.
 */
const OUTPUTS = [
  {
    name: 'the command line was',
    output: join(root, 'out', 'cli'),
    sources: ['shared', 'electron', ...TOOLS],
    entries: ['stamp', 'cli.mjs', 'serve.mjs', 'worker.mjs', 'judge-worker.mjs', 'strength-worker.mjs'],
    load: async () => (await import('./bundle/command-line.mjs')).buildCommandLine,
  },
  {
    name: 'the screens were',
    output: join(root, 'out', 'app'),
    sources: ['shared', 'renderer', ...TOOLS],
    entries: ['stamp', 'index.html'],
    load: async () => (await import('./bundle/renderer.mjs')).buildRenderer,
  },
  {
    name: 'the desktop app was',
    // Only for whoever opens or packages it: an installation is to be quick.
    isWanted: process.argv.includes('--desktop'),
    output: join(root, 'out', 'desktop'),
    sources: ['shared', 'electron', ...TOOLS],
    entries: ['stamp', 'main.mjs', 'preload.cjs', 'worker.mjs', 'package.json'],
    load: async () => (await import('./bundle/desktop.mjs')).buildDesktop,
  },
]

/**
 * One line that changes when a source changes.
 *
 * Made of paths, sizes and modification times, not of contents: reading every file would cost more than the rest of the fast path.
 */
function stampOf({ sources }) {
  const hash = createHash('sha256').update(process.versions.node)
  for (const source of sources) addSource(hash, source)
  return hash.digest('hex')
}

function addSource(hash, path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false })
  if (stats === undefined) {
    hash.update(`${path}\0absent\0`)
  } else if (stats.isDirectory()) {
    for (const name of readdirSync(join(root, path)).sort()) addSource(hash, `${path}/${name}`)
  } else {
    hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\0`)
  }
}

function isCurrent({ output, entries }, stamp) {
  return entries.every((entry) => existsSync(join(output, entry))) && readFileSync(join(output, 'stamp'), 'utf8') === stamp
}

async function prepare(each) {
  if (isCurrent(each, stampOf(each))) return
  let build
  try {
    import.meta.resolve('vite')
    build = await each.load()
  } catch (error) {
    if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error
    console.error(`erp-checkup: ${each.name} not built, because the development dependencies are not installed (npm ci without --omit=dev)`)
    return
  }
  const { withLock } = await import('./bundle/lock.mjs')
  mkdirSync(join(root, 'out'), { recursive: true })
  await withLock(join(root, 'out', 'prepare.lock'), async () => {
    // Taken before the build: a source that changes during it makes the stamp old, never wrongly current.
    const stamp = stampOf(each)
    if (!isCurrent(each, stamp)) await build({ root, output: each.output, stamp })
  })
}

for (const each of OUTPUTS.filter(({ isWanted }) => isWanted !== false)) {
  try {
    await prepare(each)
  } catch (error) {
    console.error(`erp-checkup: ${each.name} not built: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}
