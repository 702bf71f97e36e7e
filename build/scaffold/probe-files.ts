import { MARKER } from './check-files.ts'
import { identifierOf, withImports } from './names.ts'

/** What the formatter of this repository allows in a line. */
const LINE_WIDTH = 140

const probe = (id: string, area: string): string => `import type { Probe } from '../probe.ts'

/**
 * ${MARKER} what is read.
 *
 * Source: ${MARKER} calls, keys and event ids, and what absence and failure mean.
 */
export const ${identifierOf(id)}Probe: Probe<'${id}'> = {
  id: '${id}',
  area: '${area}',
  read: () => ({ status: 'unsupported', reason: '${MARKER} nothing is read yet' }),
}
`

const test = (id: string): string => `import { describe, expect, it } from 'vitest'

import { ${identifierOf(id)}Probe } from '#electron/probes/${id}/probe.ts'
import { contextOf, windowsOf } from '../stand-in-windows.ts'

const read = (parts: Parameters<typeof windowsOf>[0]) => ${identifierOf(id)}Probe.read(contextOf(windowsOf(parts)))

describe('${id}', () => {
  it('never answers with facts that it did not see', () => {
    expect(read({})).not.toMatchObject({ status: 'ok' })
  })
})
`

/** The files of a new probe, by path from the root of the repository. Its facts are described in shared/facts already. */
export function probeFiles(id: string, area: string): ReadonlyMap<string, string> {
  return new Map([
    [`electron/probes/${id}/probe.ts`, probe(id, area)],
    [`test/electron/probes/${id}/probe.test.ts`, test(id)],
  ])
}

/** The one list with the new probe at its end. */
export function listWithProbe(source: string, id: string): string {
  const name = `${identifierOf(id)}Probe`
  const imported = withImports(source, [`import { ${name} } from './${id}/probe.ts'`])
  const list = /(export const probes: readonly AnyProbe\[\] = )\[([^\]]*)\]/
  if (!list.test(imported)) throw new Error('the list of probes is not where it was')
  return imported.replace(list, (_whole, opening: string, entries: string) => {
    const names = [...entries.split(',').map((entry) => entry.trim()), name].filter((entry) => entry !== '')
    const line = `${opening}[${names.join(', ')}]`
    return line.length <= LINE_WIDTH ? line : `${opening}[\n${names.map((entry) => `  ${entry},\n`).join('')}]`
  })
}
