// Every optional dependency of every locked package needs its own lock entry: a registry that lacks one platform's package
// lets `npm install` succeed and then makes every `npm ci` fail.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const file = process.argv[2] ?? join(import.meta.dirname, '..', 'package-lock.json')
const packages = JSON.parse(readFileSync(file, 'utf8')).packages ?? {}

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
const locked = new Set(
  Object.keys(packages)
    .filter((path) => path.includes('node_modules/'))
    .map(nameOf),
)
const missing = []
for (const [path, entry] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!locked.has(name)) missing.push(`${path || '(root)'} wants ${name}@${range}`)
  }
}

if (missing.length > 0) {
  console.error(
    `package-lock.json: ${missing.length} optional dependencies have no entry, so "npm ci" would fail. Pin a version whose platform packages all exist:`,
  )
  for (const line of missing) console.error(`  ${line}`)
  process.exit(1)
}
console.log(`package-lock.json: complete, ${locked.size} packages`)
