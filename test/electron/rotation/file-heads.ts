import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '#electron/rotation/journal-file-system.ts'
import type { HeadKeeper } from '#electron/rotation/journal-head.ts'

/** A keychain that several processes share: a file for each head, whole or not at all. */
export function fileHeads(folder: string): HeadKeeper {
  const pathOf = (id: string): string => join(folder, `${id}.head`)
  return {
    read: async (id) => {
      try {
        return { ok: true, value: JSON.parse(readFileSync(pathOf(id), 'utf8')) }
      } catch (error) {
        return codeOf(error) === 'ENOENT' ? { ok: true, value: null } : { ok: false, problem: { kind: 'absent' } }
      }
    },
    write: async (id, sequence, hash) => {
      const temporary = `${pathOf(id)}.${process.pid}`
      writeFileSync(temporary, JSON.stringify({ sequence, hash }))
      renameSync(temporary, pathOf(id))
      return { ok: true, value: null }
    },
  }
}
