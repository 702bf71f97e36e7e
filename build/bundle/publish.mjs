import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The files that others start by name; they refer to chunks by names that hold a hash, so an entry in place finds its own chunks. */
const ENTRIES = new Set([
  'index.html',
  'cli.mjs',
  'serve.mjs',
  'main.mjs',
  'preload.cjs',
  'worker.mjs',
  'judge-worker.mjs',
  'strength-worker.mjs',
])

/**
 * Moves a staged build into the output folder so that a reader finds a whole build at every moment.
 *
 * Chunks and fonts first, then entries, each by a rename over the old file; then the stamp, and only after it what no longer belongs.
 * A folder cannot be renamed over a full one, and renaming twice would leave a moment without any output.
 */
export function publish({ staged, output, stamp }) {
  const files = filesIn(staged).sort((left, right) => Number(ENTRIES.has(left)) - Number(ENTRIES.has(right)))
  for (const file of files) {
    mkdirSync(dirname(join(output, file)), { recursive: true })
    renameSync(join(staged, file), join(output, file))
  }
  writeFileSync(join(staged, 'stamp'), stamp)
  renameSync(join(staged, 'stamp'), join(output, 'stamp'))
  const current = new Set([...files, 'stamp'])
  for (const file of filesIn(output)) {
    if (!current.has(file)) rmSync(join(output, file), { force: true })
  }
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}
