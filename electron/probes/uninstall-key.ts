import type { Facts } from '#shared/facts/index.ts'
import type { RegistryKey } from '../win32/registry.ts'
import { describeFailure, errorCodes, succeeded, type Win32Result } from '../win32/result.ts'
import type { Notebook } from './reading.ts'
import { readUninstallEntry } from './uninstall-entry.ts'

export type Program = Facts['programs']['programs'][number]

/** Whose Uninstall key is read, and the variables that its folders may name; null: another user's, which are not known. */
export interface UninstallOwner {
  readonly scope: Program['scope']
  readonly user?: string
  readonly environment: Readonly<Record<string, string | undefined>> | null
}

/** Programs of one Uninstall key; entries that refuse become gaps, hidden ones and masked commands remarks. */
export function readUninstallKey(key: RegistryKey, owner: UninstallOwner, notebook: Notebook): Win32Result<readonly Program[]> {
  const names = key.subkeyNames()
  if (!names.ok) return names
  const { environment, ...place } = owner
  const where = owner.user ?? 'the machine'
  const programs: Program[] = []
  let hidden = 0
  for (const name of names.value) {
    const opened = key.subkey(name, (entry) => readUninstallEntry(entry, environment))
    if (!opened.ok && opened.failure.code === errorCodes.fileNotFound) continue
    const entry = opened.ok ? opened.value : ({ kind: 'refused', failure: opened.failure } as const)
    if (entry.kind === 'refused') notebook.gap(`an installed program is left out: ${describeFailure(entry.failure)}`)
    if (entry.kind === 'hidden') hidden += 1
    if (entry.kind !== 'program') continue
    programs.push({ ...entry.program, ...place })
    if (entry.masked) notebook.remark(`the uninstall command of ${entry.program.name} holds what looks like a credential: masked`)
  }
  if (hidden > 0) notebook.remark(`${hidden} of the installed programs of ${where} are left out: Windows hides them (SystemComponent)`)
  return succeeded(programs)
}
