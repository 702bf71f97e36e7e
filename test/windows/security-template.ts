import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { powershell, runTool, tryTool, withFolder } from './support.ts'

type Area = 'SECURITYPOLICY' | 'USER_RIGHTS'

/** What `secedit /export` says of one area, by section and key. Keys and sections are not translated. */
export async function exportedTemplate(area: Area): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  return await withFolder(async (folder) => {
    const file = join(folder, 'exported.inf')
    await runTool('secedit.exe', '/export', '/cfg', file, '/areas', area, '/log', join(folder, 'export.log'), '/quiet')
    return templateSections(await readFile(file, 'utf16le'))
  })
}

/** Values of a template by section and key, as they are written. */
export function templateSections(text: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const sections = new Map<string, Map<string, string>>()
  let section = new Map<string, string>()
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const header = /^\[(.+)\]$/.exec(line.trim())?.[1]
    if (header !== undefined) {
      section = new Map()
      sections.set(header, section)
    } else if (line.includes('=')) {
      section.set(line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1).trim())
    }
  }
  return sections
}

/** Gives a right to exactly these holders, as a template writes them (`*SID` or a name). */
export async function setHolders(right: string, holders: readonly string[]): Promise<void> {
  await withFolder(async (folder) => {
    const lines = ['[Unicode]', 'Unicode=yes', '[Version]', 'signature="$CHICAGO$"', 'Revision=1', '[Privilege Rights]']
    const template = join(folder, 'rights.inf')
    await writeFile(template, `\uFEFF${[...lines, `${right} = ${holders.join(',')}`, ''].join('\r\n')}`, 'utf16le')
    const files = ['/db', join(folder, 'rights.sdb'), '/cfg', template, '/log', join(folder, 'rights.log')]
    // It may end with a warning although the right is set: what counts is what is read back.
    await tryTool('secedit.exe', '/configure', ...files, '/areas', 'USER_RIGHTS', '/quiet')
  })
}

/** SIDs of the holders of each right in an exported template, where some are named. */
export async function holderSids(rights: ReadonlyMap<string, string>): Promise<Readonly<Record<string, readonly string[]>>> {
  const entries = [...rights].map(([right, list]) => [right, list.split(',').filter((entry) => entry !== '')] as const)
  const names = [...new Set(entries.flatMap(([, list]) => list.filter((entry) => !entry.startsWith('*'))))]
  const sids = names.length === 0 ? [] : await sidsOf(names)
  const sidOf = (entry: string): string => (entry.startsWith('*') ? entry.slice(1) : (sids[names.indexOf(entry)] ?? entry))
  return Object.fromEntries(entries.map(([right, list]) => [right, list.map(sidOf).sort()]))
}

async function sidsOf(names: readonly string[]): Promise<readonly string[]> {
  return await powershell<string>(
    "$env:CHECKUP_NAMES.Split('|') | ForEach-Object { [Security.Principal.NTAccount]::new($_).Translate([Security.Principal.SecurityIdentifier]).Value }",
    { CHECKUP_NAMES: names.join('|') },
  )
}
