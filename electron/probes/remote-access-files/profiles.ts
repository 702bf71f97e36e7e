import type { Folders } from '../../win32/folders.ts'
import type { RegistryKey } from '../../win32/registry.ts'
import { describeFailure, errorCodes, succeeded, type Win32Failure, type Win32Result } from '../../win32/result.ts'
import type { Windows } from '../../win32/windows.ts'
import { expandVariables } from '../environment-variables.ts'
import { isOfThisMachine } from './search.ts'

/** Folder of a person or of an account that services run under. */
export interface UserProfile {
  readonly folder: string
  /** Where AppData was moved to, by the variable that names it; what is not listed lies where Windows puts it. */
  readonly moved: ReadonlyMap<'%AppData%' | '%LocalAppData%', string>
}

const PROFILE_LIST = 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList'
const SHELL_FOLDERS = 'Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders'

/** Values of ProfileList that name folders without a user. */
const SHARED_PROFILES = ['Default', 'Public'] as const

/** The value of ProfileList that names the folder of new profiles. */
const PROFILES_FOLDER = 'ProfilesDirectory'

/** Profiles of the accounts of services. That of 32-bit programs of the system is in no list; a list may lack the others. */
const UNLISTED_PROFILES = [
  '%SystemRoot%\\SysWOW64\\config\\systemprofile',
  '%SystemRoot%\\System32\\config\\systemprofile',
  '%SystemRoot%\\ServiceProfiles\\LocalService',
  '%SystemRoot%\\ServiceProfiles\\NetworkService',
]

const MOVABLE = [
  ['%AppData%', 'AppData'],
  ['%LocalAppData%', 'Local AppData'],
] as const

/**
 * Every profile of this machine, each folder once.
 *
 * Source: ProfileList, for users whose hive is loaded User Shell Folders, and what else lies beside the profiles: the folder of a deleted
 * user may be left over. `unseen` gets a line where one of them refuses. Fails where the list itself refuses: then nobody's profile is
 * known.
 */
export function readProfiles(
  windows: Windows,
  environment: Variables,
  unseen: (note: string) => void,
): Win32Result<readonly UserProfile[]> {
  const location = { root: 'HKEY_LOCAL_MACHINE', path: PROFILE_LIST, view: '64-bit' } as const
  const opened = windows.registry.key(location, (list): Win32Result<readonly UserProfile[]> => {
    const listed = readListed(windows, list, environment, unseen)
    if (!listed.ok) return listed
    const named = (name: string): readonly string[] => {
      const folder = textOf(list, name)
      if (!folder.ok) unseen(`the profile folder ${name} is not known: ${describeFailure(folder.failure)}`)
      return folder.ok && folder.value !== null ? [expandVariables(folder.value, environment)] : []
    }
    const unlisted = UNLISTED_PROFILES.map((folder) => expandVariables(folder, environment))
    const besides = named(PROFILES_FOLDER).flatMap((folder) => foldersIn(windows.folders, folder, unseen))
    return succeeded(eachOnce(listed.value, [...SHARED_PROFILES.flatMap(named), ...unlisted, ...besides]))
  })
  return flatten(opened)
}

type Variables = Readonly<Record<string, string | undefined>>

function readListed(
  windows: Windows,
  list: RegistryKey,
  environment: Variables,
  unseen: (note: string) => void,
): Win32Result<readonly UserProfile[]> {
  const sids = list.subkeyNames()
  if (!sids.ok) return sids
  const profiles = sids.value.flatMap((sid): readonly UserProfile[] => {
    const folder = flatten(list.subkey(sid, (key) => textOf(key, 'ProfileImagePath')))
    if (!folder.ok) unseen(`the profile of ${sid} is not known: ${describeFailure(folder.failure)}`)
    if (!folder.ok || folder.value === null) return []
    const expanded = expandVariables(folder.value, environment)
    return [{ folder: expanded, moved: readMoved(windows, sid, { ...environment, USERPROFILE: expanded }, unseen) }]
  })
  return succeeded(profiles)
}

/** Folders beside the profiles. Links are other names of what is listed anyway, such as `Default User`. */
function foldersIn(folders: Folders, folder: string, unseen: (note: string) => void): readonly string[] {
  if (!isOfThisMachine(folders, folder)) return []
  const listing = folders.entries(folder, '*')
  if (!listing.ok) unseen(`${folder} was not looked at: ${describeFailure(listing.failure)}`)
  const entries = listing.ok ? listing.value.entries : []
  return entries.filter((entry) => entry.isFolder && entry.link === null).map((entry) => `${folder}\\${entry.name}`)
}

/** A listed profile comes before a mere folder: it knows where AppData was moved to. */
function eachOnce(listed: readonly UserProfile[], folders: readonly string[]): readonly UserProfile[] {
  const profiles = new Map<string, UserProfile>()
  for (const profile of [...listed, ...folders.map((folder) => ({ folder, moved: new Map() }))]) {
    const key = profile.folder.toLowerCase()
    if (!profiles.has(key)) profiles.set(key, profile)
  }
  return [...profiles.values()]
}

/** The hive of somebody who is not signed in is not there, and the default place has to do. */
function readMoved(windows: Windows, sid: string, environment: Variables, unseen: (note: string) => void): UserProfile['moved'] {
  const moved = new Map<'%AppData%' | '%LocalAppData%', string>()
  const note = (failure: Win32Failure): void => {
    if (failure.code !== errorCodes.fileNotFound) unseen(`moved folders of ${sid} are not known: ${describeFailure(failure)}`)
  }
  const opened = windows.registry.key({ root: 'HKEY_USERS', path: `${sid}\\${SHELL_FOLDERS}`, view: '64-bit' }, (key) => {
    for (const [variable, name] of MOVABLE) {
      const folder = textOf(key, name)
      if (!folder.ok) note(folder.failure)
      else if (folder.value !== null) moved.set(variable, expandVariables(folder.value, environment))
    }
  })
  if (!opened.ok) note(opened.failure)
  return moved
}

function textOf(key: RegistryKey, name: string): Win32Result<string | null> {
  const value = key.value(name)
  if (!value.ok) return value
  return succeeded(value.value?.kind === 'text' && value.value.text !== '' ? value.value.text : null)
}

function flatten<Value>(nested: Win32Result<Win32Result<Value>>): Win32Result<Value> {
  return nested.ok ? nested.value : nested
}
