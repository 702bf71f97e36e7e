import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { areas } from '#electron/probes/probe.ts'
import { probeIds } from '#shared/facts/index.ts'
import { listWithProbe, probeFiles } from './probe-files.ts'
import { repositoryRoot, WRONG_USAGE, writeAll } from './write.ts'

const list = 'electron/probes/index.ts'

function refusal(id: string | undefined, area: string | undefined): string | undefined {
  if (id === undefined || area === undefined) return `usage: npm run new:probe -- ID AREA (${areas.join(', ')})`
  if (!probeIds.some((known) => known === id)) {
    return `${id} has no facts: describe them in shared/facts/${id}.ts, add a line to shared/facts/index.ts, and follow the compiler`
  }
  if (!areas.some((known) => known === area))
    return `${area} is no area; there are ${areas.join(', ')}, and electron/probes/README.md says how to add one`
  if (existsSync(join(repositoryRoot, 'electron', 'probes', id))) return `the probe ${id} exists already`
  return undefined
}

const [id, area] = process.argv.slice(2)
const refused = refusal(id, area)
if (refused === undefined && id !== undefined && area !== undefined) {
  const listed = listWithProbe(readFileSync(join(repositoryRoot, list), 'utf8'), id)
  writeAll(new Map([...probeFiles(id, area), [list, listed]]))
  console.log('Now replace every text that begins with REPLACE:; electron/probes/README.md says what a probe answers.')
} else {
  console.error(refused)
  process.exitCode = WRONG_USAGE
}
