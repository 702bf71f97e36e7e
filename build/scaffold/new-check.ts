import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { checklists } from '#shared/checks/index.ts'
import { checkFiles, listWithCheck } from './check-files.ts'
import { isId } from './names.ts'

const WRONG_USAGE = 2
const root = join(import.meta.dirname, '..', '..')
const list = join(root, 'shared', 'checks', 'index.ts')

function refusal(id: string | undefined, checklist: string | undefined): string | undefined {
  const known = checklists.map((entry) => entry.id)
  if (id === undefined || checklist === undefined) return `usage: npm run new:check -- ID CHECKLIST (${known.join(', ')})`
  if (!isId(id)) return `${id} is no id: small letters, digits and hyphens, a letter first`
  if (!known.some((entry) => entry === checklist)) return `${checklist} is no checklist; there are ${known.join(', ')}`
  if (existsSync(join(root, 'shared', 'checks', id))) return `the check ${id} exists already`
  return undefined
}

function create(id: string, checklist: string): void {
  const listed = listWithCheck(readFileSync(list, 'utf8'), id)
  for (const [path, text] of checkFiles(id, checklist)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    console.log(path)
  }
  writeFileSync(list, listed)
  console.log('shared/checks/index.ts\nNow replace every text that begins with REPLACE:, then run "npm run docs".')
}

const [id, checklist] = process.argv.slice(2)
const refused = refusal(id, checklist)
if (refused === undefined && id !== undefined && checklist !== undefined) {
  create(id, checklist)
} else {
  console.error(refused)
  process.exitCode = WRONG_USAGE
}
