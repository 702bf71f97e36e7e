// Builds the command line into out/cli when something that it is made of has changed.
//
// npm runs this after every install, and `npx` before the first use, so the usual case – nothing changed – must cost next to nothing:
// only Node's own modules are imported here; the bundler is loaded when there is something to build.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const output = join(root, 'out', 'cli')

/** What the output depends on; a folder stands for all that is in it. */
const SOURCES = ['shared', 'electron', 'build/bundle', 'build/prepare.mjs', 'package.json', 'package-lock.json']

/** What has to be there for the output to count as built. */
const ENTRIES = ['stamp', 'cli.mjs', 'worker.mjs', 'judge-worker.mjs', 'strength-worker.mjs']

/**
 * One line that changes when a source changes.
 *
 * Made of paths, sizes and modification times, not of contents: reading every file would cost more than the rest of the fast path.
 */
function stampOf() {
  const hash = createHash('sha256').update(process.versions.node)
  for (const source of SOURCES) addSource(hash, source)
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

function isCurrent(stamp) {
  return ENTRIES.every((entry) => existsSync(join(output, entry))) && readFileSync(join(output, 'stamp'), 'utf8') === stamp
}

async function prepare() {
  if (isCurrent(stampOf())) return
  let bundle
  try {
    import.meta.resolve('vite')
    bundle = await import('./bundle/command-line.mjs')
  } catch (error) {
    if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error
    console.error(
      'erp-checkup: the command line was not built, because the development dependencies are not installed (npm ci without --omit=dev)',
    )
    return
  }
  const { withLock } = await import('./bundle/lock.mjs')
  mkdirSync(join(root, 'out'), { recursive: true })
  await withLock(join(root, 'out', 'prepare.lock'), async () => {
    // Taken before the build: a source that changes during it makes the stamp old, never wrongly current.
    const stamp = stampOf()
    if (!isCurrent(stamp)) await bundle.buildCommandLine({ root, output, stamp })
  })
}

try {
  await prepare()
} catch (error) {
  console.error(`erp-checkup: the command line could not be built: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
