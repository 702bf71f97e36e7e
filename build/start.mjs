// `npm start`: judges the sample server named typical and writes the same result as a page.
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'

const root = join(import.meta.dirname, '..')
const commandLine = join(import.meta.dirname, 'bin', 'erp-checkup.cjs')
const page = join(root, 'out', 'start', 'typical.html')

/** What `check` ends with when it judged: everything holds, a gap is proven, something is open. */
const JUDGED = [0, 1, 3]

function run(file, ...args) {
  const { status } = spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  return status ?? 70
}

function start() {
  const prepared = run(join(import.meta.dirname, 'prepare.mjs'))
  if (prepared !== 0) return prepared
  const table = run(commandLine, 'check', '--sample', 'typical')
  if (!JUDGED.includes(table)) return table
  mkdirSync(join(root, 'out', 'start'), { recursive: true })
  const html = run(commandLine, 'check', '--sample', 'typical', '--format', 'html', '--out', page)
  if (!JUDGED.includes(html)) return html
  console.log(`\nThe same as a page: ${relative(process.cwd(), page)}\nMore: npm run cli -- --help`)
  return 0
}

process.exitCode = start()
