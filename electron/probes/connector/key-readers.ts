import type { Facts } from '#shared/facts/index.ts'
import { describeFailure } from '../../win32/result.ts'
import type { Windows } from '../../win32/windows.ts'
import type { Notebook } from '../reading.ts'
import type { KeyFile } from './key-files.ts'

type KeyFacts = Facts['connector']['installations'][number]['keys'][number]

/** Adds to each key who may read it. Names are looked up once each: the same few accounts may read every file. */
export function describeKeys(keys: readonly KeyFile[], windows: Windows, notebook: Notebook): KeyFacts[] {
  const names = new Map<string, string | null>()
  const nameOf = (sid: string): string | null => {
    if (!names.has(sid)) {
      const name = windows.accounts.nameOf(sid)
      names.set(sid, name.ok ? name.value : null)
    }
    return names.get(sid) ?? null
  }
  return keys.map((key) => {
    const readers = windows.fileSecurity.readersOf(key.path)
    if (!readers.ok) notebook.gap(`who may read ${key.path} is not known: ${describeFailure(readers.failure)}`)
    else if (readers.value.unknownEntries > 0)
      notebook.gap(`who may read ${key.path} is not known whole: its access list has unknown entries`)
    if (key.bits === 0) notebook.remark(`the size of the key ${key.path} cannot be read: it is encrypted or of an unknown kind`)
    return { ...key, readableBy: (readers.ok ? readers.value.sids : []).map((sid) => ({ sid, name: nameOf(sid) })) }
  })
}
