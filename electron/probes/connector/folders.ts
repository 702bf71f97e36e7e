import { win32 } from 'node:path'

/** Folders that hold many products: what lies there belongs to nobody in particular. */
const SHARED_VARIABLES = [
  'ProgramFiles',
  'ProgramFiles(x86)',
  'ProgramW6432',
  'ProgramData',
  'CommonProgramFiles',
  'CommonProgramFiles(x86)',
]

/** Folders of a product in which it keeps its programs. */
const PROGRAM_FOLDERS: ReadonlySet<string> = new Set(['bin', 'service'])

/** Without quotation marks, slashes and a closing backslash. */
export function tidyFolder(path: string): string {
  const plain = path.trim().replaceAll('"', '').replaceAll('/', '\\').replace(/\\+$/, '')
  return /^[a-z]:$/i.test(plain) ? `${plain}\\` : plain
}

/** The folder of a program; that above where the product has a folder for its programs alone. */
export function folderOfProgram(executable: string): string {
  const folder = tidyFolder(win32.dirname(executable))
  return PROGRAM_FOLDERS.has(win32.basename(folder).toLowerCase()) ? tidyFolder(win32.dirname(folder)) : folder
}

/** The folder lies below the other one; the same folder does not. */
export function isWithin(folder: string, other: string): boolean {
  const outer = other.toLowerCase()
  return folder.toLowerCase().startsWith(outer.endsWith('\\') ? outer : `${outer}\\`) && folder.length > other.length
}

/** `elsewhere`: on another computer; `shared`: a drive, a folder of Windows or one of many products; `unclear`: no absolute path. */
export type FolderKind = 'own' | 'shared' | 'elsewhere' | 'unclear'

export function kindOfFolder(folder: string, environment: Readonly<Record<string, string | undefined>>): FolderKind {
  if (/^\\\\(?![?.]\\)/.test(folder) || /^\\\\[?.]\\unc\\/i.test(folder)) return 'elsewhere'
  if (!/^[a-z]:\\/i.test(folder) || folder.includes('%') || folder.split('\\').includes('..')) return 'unclear'
  const same = (path: string | undefined): boolean => path !== undefined && tidyFolder(path).toLowerCase() === folder.toLowerCase()
  const variable = readerOf(environment)
  const windows = tidyFolder(variable('SystemRoot') ?? 'C:\\Windows')
  const isShared =
    /^[a-z]:\\?$/i.test(folder) || same(windows) || isWithin(folder, windows) || SHARED_VARIABLES.some((name) => same(variable(name)))
  return isShared ? 'shared' : 'own'
}

/**
 * Where a product of this folder keeps its data for all users.
 *
 * Below Program Files the path of the product, elsewhere its folder's own name, in ProgramData. Null: Windows tells no such folder.
 */
export function dataFolderOf(folder: string, environment: Readonly<Record<string, string | undefined>>): string | null {
  const variable = readerOf(environment)
  const data = variable('ProgramData')
  if (data === undefined) return null
  const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'ProgramW6432'].flatMap((name) => variable(name) ?? [])
  const root = roots.map(tidyFolder).find((each) => isWithin(folder, each))
  const rest = root === undefined ? win32.basename(folder) : folder.slice(root.length + 1)
  const own = `${tidyFolder(data)}\\${rest}`
  return own.toLowerCase() === folder.toLowerCase() || isWithin(folder, own) ? null : own
}

/** Names of variables are compared without case. */
function readerOf(environment: Readonly<Record<string, string | undefined>>): (name: string) => string | undefined {
  const values = new Map(Object.entries(environment).map(([name, value]) => [name.toUpperCase(), value]))
  return (name) => values.get(name.toUpperCase())
}
