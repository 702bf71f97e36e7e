import type { Program, Service } from './installed-tool.ts'

/** Name of the product where the profile names none. */
export const ERP_DRIVER_NAME = 'ERP Driver'

/** The vendor's services carry the prefix of its former name, Website Pipeline (vendor's period-end procedure). */
export function looksLikeErpDriverService(service: Service): boolean {
  return service.name.toLowerCase().startsWith('wsp') || service.displayName.toLowerCase().includes('erp driver')
}

export function looksLikeErpDriverProgram(program: Program): boolean {
  const name = program.name.toLowerCase()
  return name.includes('erp driver') || name.includes('website pipeline')
}

/** `service` of the profile is the name or the display name. */
export function isNamedService(service: Pick<Service, 'name' | 'displayName'>, wanted: string): boolean {
  const lower = wanted.trim().toLowerCase()
  return lower !== '' && (service.name.toLowerCase() === lower || service.displayName.toLowerCase() === lower)
}

/** Trailing `4.2`, `v4.2.1`, `(64-bit)`, `Version 3`, `2024`: the same product in another version. */
const VERSION_SUFFIX = /(?:[\s,_-]+(?:version\s*)?\(?v?\d+(?:[.\d]*\d)?\)?|\s+\((?:x86|x64|32-bit|64-bit)\))+$/

/** Equal without case, up to a version at the end. */
export function isNamedProgram(program: Pick<Program, 'name'>, wanted: string): boolean {
  const bare = (name: string): string => name.trim().toLowerCase().replace(VERSION_SUFFIX, '')
  const lower = wanted.trim().toLowerCase()
  return lower !== '' && (program.name.trim().toLowerCase() === lower || bare(program.name) === bare(wanted))
}

/** Folders that hold more than one product: lying there says nothing. */
const SHARED_FOLDERS = /^(?:[a-z]:|[a-z]:\\(?:windows(?:\\(?:system32|syswow64))?|program files(?: \(x86\))?|programdata))$/

/** Folder of an executable or installation, lower case; null where it is shared with other products. */
export function folderOf(path: string, isFolder: boolean): string | null {
  const lower = path.replaceAll('"', '').replaceAll('/', '\\').trim().toLowerCase().replace(/\\+$/, '')
  const folder = isFolder ? lower : lower.slice(0, Math.max(lower.lastIndexOf('\\'), 0))
  return folder === '' || SHARED_FOLDERS.test(folder) ? null : folder
}

/** A path, or a command that begins with one in quotes or without, lies under the folder. */
export function liesUnder(pathOrCommand: string, folder: string): boolean {
  const lower = pathOrCommand.replaceAll('/', '\\').trim().toLowerCase().replace(/^"/, '')
  return lower.startsWith(`${folder}\\`)
}
