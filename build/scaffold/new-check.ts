import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checklists } from '#shared/checks/index.ts'
import { checkFiles, listWithCheck } from './check-files.ts'
import { isId } from './names.ts'
import { repositoryRoot, WRONG_USAGE, writeAll } from './write.ts'

const list = 'shared/checks/index.ts'

function refusal(id: string | undefined, checklist: string | undefined): string | undefined {
  const known = checklists.map((entry) => entry.id)
  if (id === undefined || checklist === undefined) return `usage: npm run new:check -- ID CHECKLIST (${known.join(', ')})`
  if (!isId(id)) return `${id} is no id: small letters, digits and hyphens, a letter first`
  if (!known.some((entry) => entry === checklist)) return `${checklist} is no checklist; there are ${known.join(', ')}`
  if (existsSync(join(repositoryRoot, 'shared', 'checks', id))) return `the check ${id} exists already`
  return undefined
}

const [id, checklist] = process.argv.slice(2)
const refused = refusal(id, checklist)
if (refused === undefined && id !== undefined && checklist !== undefined) {
  const listed = listWithCheck(readFileSync(join(repositoryRoot, list), 'utf8'), id)
  writeAll(new Map([...checkFiles(id, checklist), [list, listed]]))
  console.log('Now replace every text that begins with REPLACE:, then run "npm run docs".')
} else {
  console.error(refused)
  process.exitCode = WRONG_USAGE
}
