import type { Notebook } from '../reading.ts'
import { dataFolderOf, type FolderKind, kindOfFolder } from './folders.ts'
import type { KeySearch } from './key-files.ts'

const UNSEARCHED: Readonly<Record<Exclude<FolderKind, 'own'>, string>> = {
  shared: 'other products lie there too',
  elsewhere: 'it is on another computer',
  unclear: 'it is no whole path',
}

/** Searches one folder; `optional`: it need not be there. */
export type FindKeys = (folder: string, optional: boolean, notebook: Notebook) => Promise<KeySearch>

/** Searches the folder of an installation and that of its data; one that is not its own is named and left alone. */
export async function searchInstallation(
  location: string,
  environment: Readonly<Record<string, string | undefined>>,
  findKeys: FindKeys,
  notebook: Notebook,
): Promise<KeySearch> {
  const kind = kindOfFolder(location, environment)
  if (kind !== 'own') {
    notebook.gap(`folder ${location} was not searched for keys: ${UNSEARCHED[kind]}`)
    return { keys: [], hosts: [] }
  }
  const data = dataFolderOf(location, environment)
  const own = await findKeys(location, false, notebook)
  const other: KeySearch = data === null ? { keys: [], hosts: [] } : await findKeys(data, true, notebook)
  return { keys: [...own.keys, ...other.keys], hosts: [...own.hosts, ...other.hosts] }
}
