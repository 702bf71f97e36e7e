import { lowerCase } from './glob.ts'

/** Words after a product's name that tell its build and not what it is. */
const editionWords: ReadonlySet<string> = new Set([
  'x64',
  'x86',
  'amd64',
  'arm64',
  'i386',
  'win32',
  'win64',
  '64bit',
  '64-bit',
  '32bit',
  '32-bit',
  'bit',
  'msi',
  'version',
  'ver',
  'build',
  '-',
])
/** A version or build such as `4.8.0.1732`, `v15`, `2.6.8-I001` or `1234567890123456789`. */
const VERSION = /^[vr]?\d[\w.+-]*$/

/**
 * The names under which an installed program is looked for, lower case: its own, and the shorter ones without a trailing version or edition.
 *
 * `TeamViewer 15.2 (64-bit)` is also `TeamViewer 15.2` and `TeamViewer`; a name is never shortened to nothing.
 */
export function comparableProgramNames(displayName: string): readonly string[] {
  const lower = lowerCase(displayName)
  const names = [UNEVEN_SPACES.test(lower) ? lower.trim().replace(/\s+/g, ' ') : lower]
  for (let name = names[0] ?? ''; ; ) {
    const space = name.lastIndexOf(' ')
    if (space < 0 || !tellsBuild(name.slice(space + 1))) return names
    name = name.slice(0, space)
    names.push(name)
  }
}

/** Anything but single blanks between the words. */
const UNEVEN_SPACES = /^\s|\s$|\s\s|[^\S ]/

function tellsBuild(word: string): boolean {
  const bare = word.replace(/^[([]/, '').replace(/[)\],]$/, '')
  return editionWords.has(bare) || VERSION.test(bare)
}
