import { compileGlob, type Glob, lowerCase } from './glob.ts'

/**
 * Where the folders of the catalogue begin.
 *
 * Each variable stands for every place of its kind on a server, whoever the folder belongs to and whatever drive it lies on: both Program
 * Files folders, the AppData of every profile and of the services' accounts, every temporary folder.
 */
export const installPathRoots = {
  '%ProgramFiles%': ['?:\\Program Files', '?:\\Program Files (x86)', '?:\\Progra~1', '?:\\Progra~2'],
  '%ProgramData%': ['?:\\ProgramData'],
  '%LocalAppData%': [
    '?:\\Users\\*\\AppData\\Local',
    '?:\\Windows\\SysWOW64\\config\\systemprofile\\AppData\\Local',
    '?:\\Windows\\System32\\config\\systemprofile\\AppData\\Local',
    '?:\\Windows\\ServiceProfiles\\*\\AppData\\Local',
  ],
  '%AppData%': [
    '?:\\Users\\*\\AppData\\Roaming',
    '?:\\Windows\\SysWOW64\\config\\systemprofile\\AppData\\Roaming',
    '?:\\Windows\\System32\\config\\systemprofile\\AppData\\Roaming',
    '?:\\Windows\\ServiceProfiles\\*\\AppData\\Roaming',
  ],
  '%Temp%': ['?:\\Users\\*\\AppData\\Local\\Temp', '?:\\Windows\\Temp', '?:\\Temp'],
  '%SystemRoot%': ['?:\\Windows'],
  '%SystemDrive%': ['?:'],
} as const

export type InstallPathVariable = keyof typeof installPathRoots

const SYSTEM32 = compileGlob('?:\\Windows\\System32\\*')
/** The alias under which a 32-bit program reaches System32. */
const SYSNATIVE = compileGlob('?:\\Windows\\Sysnative\\*')

/** The variable and the folder below it; undefined where the path does not begin with one of the variables or names no folder. */
export function splitInstallPath(path: string): { readonly variable: InstallPathVariable; readonly folder: string } | undefined {
  const separator = path.indexOf('\\')
  const variable = path.slice(0, separator)
  const folder = path.slice(separator + 1)
  return separator > 0 && folder !== '' && isInstallPathVariable(variable) ? { variable, folder } : undefined
}

/** Globs for a file at any depth under a folder of the catalogue, and for that folder itself. */
export function compileInstallPath(path: string): {
  readonly isFolder: (lowerPath: string) => boolean
  readonly holds: (lowerPath: string) => boolean
} {
  const split = splitInstallPath(path)
  if (split === undefined) throw new Error(`install path without a known variable: ${path}`)
  const folders = installPathRoots[split.variable].map((root) => `${root}\\${split.folder}`)
  const within = folders.map((folder) => compileGlob(`${folder}\\*`))
  const same = folders.map((folder) => compileGlob(folder))
  return { holds: (lowerPath) => some(within, lowerPath), isFolder: (lowerPath) => some(same, lowerPath) }
}

/**
 * A path as Windows hands it out, made comparable: lower case, without quotes, device prefix and arguments.
 *
 * Services name System32 in several ways (`\SystemRoot\System32`, `%SystemRoot%\System32`, a bare `System32\drivers\x.sys`).
 */
export function comparablePath(path: string): string {
  const trimmed = lowerCase(path.trim()).replaceAll('/', '\\')
  const unquoted = trimmed.startsWith('"') ? (trimmed.slice(1).split('"', 1)[0] ?? '') : withoutArguments(trimmed)
  const local = unquoted.startsWith('\\\\?\\') || unquoted.startsWith('\\??\\') ? unquoted.slice(4) : unquoted
  for (const root of ['%systemroot%\\', '%windir%\\', '\\systemroot\\']) {
    if (local.startsWith(root)) return `c:\\windows\\${local.slice(root.length)}`
  }
  return local.startsWith('system32\\') ? `c:\\windows\\${local}` : local
}

/** The part after the last backslash of a comparable path. */
export function fileNameOf(lowerPath: string): string {
  return lowerPath.slice(lowerPath.lastIndexOf('\\') + 1)
}

/** The folder of a comparable path, without a closing backslash; empty where it has none. */
export function folderOf(lowerPath: string): string {
  return lowerPath.slice(0, Math.max(lowerPath.lastIndexOf('\\'), 0))
}

export function isUnderSystem32(lowerPath: string): boolean {
  return SYSTEM32.matchesLowerCase(lowerPath) || SYSNATIVE.matchesLowerCase(lowerPath)
}

function isInstallPathVariable(text: string): text is InstallPathVariable {
  return Object.hasOwn(installPathRoots, text)
}

function some(globs: readonly Glob[], lowerPath: string): boolean {
  return globs.some((glob) => glob.matchesLowerCase(lowerPath))
}

function withoutArguments(text: string): string {
  const end = text.indexOf('.exe ')
  return end === -1 ? text : text.slice(0, end + '.exe'.length)
}
