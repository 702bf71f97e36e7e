import { comparablePath, fileNameOf } from '../../catalogue/install-path.ts'
import { windowsComponents } from '../../catalogue/windows-components.data.ts'
import type { Facts } from '../../facts/index.ts'
import { placeOf } from './program-place.ts'

export type Listener = Facts['listeners']['listeners'][number]
type Process = Facts['processes']['processes'][number]

/** Whose listener it is: the connector's, of a name that runs elsewhere too, of a program at an unread path, or told by nobody. */
export type Owner = 'connector' | 'name-shared' | 'path-not-told' | 'owner-not-told' | 'other'

/** Parts of the Windows kernel that are no files. */
const kernelNames: readonly string[] = ['system', 'registry', 'secure system']

/** Only this server itself reaches an address of 127.0.0.0/8 or ::1, also where IPv6 carries the IPv4 one. */
export function isOnLoopback({ address }: Listener): boolean {
  return /^\[?(?:::1|(?:0{1,4}:){7}0{0,3}1|(?:::ffff:)?127(?:\.\d{1,3}){3})(?:%.*)?\]?$/i.test(address.trim())
}

/** A path decides by itself; a name is looked up among the processes, which may be missing: then nothing is said about it. */
export function ownerOf({ process }: Listener, processes: readonly Process[] | undefined, folders: readonly string[]): Owner {
  if (process === null || process.trim() === '') return 'owner-not-told'
  if (/[\\/]/.test(process)) {
    const place = placeOf(process, folders)
    if (place === 'perhaps') return 'path-not-told'
    return place === 'inside' ? 'connector' : 'other'
  }
  return processes === undefined ? 'other' : ownerByName(bareName(process), processes, folders)
}

function ownerByName(name: string, processes: readonly Process[], folders: readonly string[]): Owner {
  const namesakes = processes.filter((candidate) => bareName(candidate.name) === name)
  const places = namesakes.map(({ path }) => (path === null ? 'perhaps' : placeOf(path, folders)))
  if (places.includes('inside')) return places.every((place) => place === 'inside') ? 'connector' : 'name-shared'
  if (isWindowsName(name)) return 'other'
  return places.length === 0 || places.includes('perhaps') ? 'path-not-told' : 'other'
}

/** Windows refuses the path of its own programs to many readers, and the connector does not run under their names. */
function isWindowsName(name: string): boolean {
  return kernelNames.includes(name) || windowsComponents.includes(`${name}.exe`)
}

/** File name of the program as the fact spells it. */
export function programName(process: string): string {
  return process.split(/[\\/]/).findLast((part) => part !== '') ?? process
}

function bareName(name: string): string {
  return fileNameOf(comparablePath(name)).replace(/\.exe$/, '')
}
