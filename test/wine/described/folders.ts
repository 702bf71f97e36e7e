import type { Snapshot } from '#shared/formats/snapshot.ts'
import { factsOf } from './facts-of.ts'

/** Folders below drive C: that this server has, with the separators of the machine that runs Wine. */
export function describedFolders(snapshot: Snapshot): readonly string[] {
  const found = factsOf(snapshot, 'remote-access-files').present.map(({ path }) => path)
  return found.filter((path) => /^C:\\/i.test(path)).map((path) => path.slice('C:\\'.length).replaceAll('\\', '/'))
}
