import type { InstallPathVariable } from '#shared/catalogue/install-path.ts'
import { expandVariables } from '../environment-variables.ts'
import { patternTree, type ToolFolder } from './patterns.ts'
import type { UserProfile } from './profiles.ts'
import type { SearchRoot } from './search.ts'

type FoldersByVariable = ReadonlyMap<InstallPathVariable, readonly ToolFolder[]>

/** Where the variables of the machine lead; a temporary folder is one of the system, of the drive or of a profile. */
const MACHINE_PLACES: readonly (readonly [place: string, variable: InstallPathVariable])[] = [
  ['%ProgramFiles%', '%ProgramFiles%'],
  ['%ProgramFiles(x86)%', '%ProgramFiles%'],
  ['%ProgramData%', '%ProgramData%'],
  ['%SystemRoot%', '%SystemRoot%'],
  ['%SystemRoot%\\Temp', '%Temp%'],
  ['%SystemDrive%', '%SystemDrive%'],
  ['%SystemDrive%\\Temp', '%Temp%'],
]

/** Where Windows puts what the variables of a user name, below the profile. */
const PROFILE_PLACES = { '%AppData%': 'AppData\\Roaming', '%LocalAppData%': 'AppData\\Local', '%Temp%': 'AppData\\Local\\Temp' } as const

export function machineRoots(
  byVariable: FoldersByVariable,
  environment: Readonly<Record<string, string | undefined>>,
): readonly SearchRoot[] {
  return MACHINE_PLACES.map(([place, variable]) => ({
    folder: expandVariables(place, environment),
    patterns: patternTree(byVariable.get(variable) ?? []),
  }))
}

/** Roots of one profile after the other: its folder, and AppData where that was moved to another place. */
export function profileRoots(byVariable: FoldersByVariable, profiles: readonly UserProfile[]): readonly (readonly SearchRoot[])[] {
  const usual = patternTree(
    Object.entries(PROFILE_PLACES).flatMap(([variable, place]) => foldersIn(byVariable, variable as InstallPathVariable, `${place}\\`)),
  )
  const moved = {
    '%AppData%': patternTree(foldersIn(byVariable, '%AppData%', '')),
    '%LocalAppData%': patternTree([...foldersIn(byVariable, '%LocalAppData%', ''), ...foldersIn(byVariable, '%Temp%', 'Temp\\')]),
  }
  return profiles.map((profile) => [
    { folder: profile.folder, patterns: usual },
    ...[...profile.moved]
      .filter(([variable, folder]) => folder.toLowerCase() !== `${profile.folder}\\${PROFILE_PLACES[variable]}`.toLowerCase())
      .map(([variable, folder]) => ({ folder, patterns: moved[variable] })),
  ])
}

function foldersIn(byVariable: FoldersByVariable, variable: InstallPathVariable, place: string): readonly ToolFolder[] {
  return (byVariable.get(variable) ?? []).map(({ tool, folder }) => ({ tool, folder: `${place}${folder}` }))
}
