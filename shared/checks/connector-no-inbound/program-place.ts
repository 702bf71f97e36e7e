import { comparablePath } from '../../catalogue/install-path.ts'

/** Where a program lies, seen from the folders of the connectors; `perhaps`: its path does not tell. */
export type Place = 'inside' | 'perhaps' | 'outside'

/** Variables that the firewall service itself can resolve, with their folder on the system drive. */
const systemFolders: { readonly [variable: string]: string } = {
  '%programfiles%': '\\program files',
  '%programw6432%': '\\program files',
  '%programfiles(x86)%': '\\program files (x86)',
  '%commonprogramfiles%': '\\program files\\common files',
  '%commonprogramw6432%': '\\program files\\common files',
  '%commonprogramfiles(x86)%': '\\program files (x86)\\common files',
  '%programdata%': '\\programdata',
  '%allusersprofile%': '\\programdata',
  '%systemdrive%': '',
}

/** `PROGRA~1`, `COA1B2~1.NET`: the first two characters are those of the long name. */
const SHORT_NAME = /^[^~]{1,6}~\d+(?:\.|$)/

/** The best that any of the folders says; folders are lower case without a closing backslash. */
export function placeOf(path: string, folders: readonly string[]): Place {
  const { lower, assumedDrive } = expand(path)
  const places = folders.map((folder) => compare(lower, folder, assumedDrive))
  if (places.includes('inside')) return 'inside'
  return places.includes('perhaps') ? 'perhaps' : 'outside'
}

/** Windows lies on C: nearly everywhere: a variable is taken for that drive, and on another one nothing is proven. */
function expand(path: string): { readonly lower: string; readonly assumedDrive: boolean } {
  const lower = comparablePath(path)
  const variable = lower.slice(0, lower.indexOf('%', 1) + 1)
  if (!Object.hasOwn(systemFolders, variable)) return { lower, assumedDrive: false }
  return { lower: `c:${systemFolders[variable] ?? ''}${lower.slice(variable.length)}`, assumedDrive: true }
}

function compare(path: string, folder: string, assumedDrive: boolean): Place {
  const given = path.split('\\').filter((part) => part !== '')
  const wanted = folder.split('\\').filter((part) => part !== '')
  if (given.length <= wanted.length) return 'outside'
  const places = wanted.map((part, index) => comparePart(given[index] ?? '', part, assumedDrive && index === 0))
  if (places.includes('outside')) return 'outside'
  return places.includes('perhaps') ? 'perhaps' : 'inside'
}

function comparePart(given: string, wanted: string, isAssumedDrive: boolean): Place {
  if (given === wanted) return 'inside'
  if (isAssumedDrive) return 'perhaps'
  const shortened = SHORT_NAME.test(given) || SHORT_NAME.test(wanted)
  return shortened && start(given) === start(wanted) ? 'perhaps' : 'outside'
}

function start(part: string): string {
  return part.replace(/[ .]/g, '').slice(0, 2)
}
