import { describe, expect, it } from 'vitest'

import { remoteAccessFilesProbe } from '#electron/probes/remote-access-files/probe.ts'
import { createMatcher } from '#shared/catalogue/match.ts'
import { contextOf, registryOf, type StandInKey, text, windowsOf } from '../stand-in-windows.ts'
import { foldersOf, type StandInDisk, type StandInFolders } from './stand-in-folders.ts'

const PROFILE_LIST = '64-bit HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList'
const SHELL_FOLDERS = 'Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders'
const JOE = 'S-1-5-21-1-2-3-1001'
const ANN = 'S-1-5-21-1-2-3-1002'

const ENVIRONMENT = {
  ProgramFiles: 'C:\\Program Files',
  'ProgramFiles(x86)': 'C:\\Program Files (x86)',
  ProgramData: 'C:\\ProgramData',
  SystemRoot: 'C:\\Windows',
  SystemDrive: 'C:',
  USERPROFILE: 'C:\\Users\\reader',
  APPDATA: 'C:\\Users\\reader\\AppData\\Roaming',
}

const { 'ProgramFiles(x86)': _left, ...WITHOUT_32_BIT } = ENVIRONMENT

interface Machine {
  readonly disk?: StandInDisk
  readonly cut?: readonly string[]
  readonly profiles?: Readonly<Record<string, string | StandInKey | number>>
  readonly profileList?: StandInKey | number
  /** User Shell Folders by SID, or the code that they give. */
  readonly moved?: Readonly<Record<string, StandInKey | number>>
  readonly environment?: Readonly<Record<string, string>>
}

function read(machine: Machine, folders: StandInFolders = foldersOf(machine.disk ?? {}, machine.cut)) {
  const subkeys = Object.entries(machine.profiles ?? {}).map(([sid, profile]): readonly [string, StandInKey | number] => [
    sid,
    typeof profile === 'string' ? { values: { ProfileImagePath: text(profile, true) } } : profile,
  ])
  const profileList = machine.profileList ?? {
    values: {
      ProfilesDirectory: text('%SystemDrive%\\Users', true),
      Default: text('%SystemDrive%\\Users\\Default', true),
      Public: text('%SystemDrive%\\Users\\Public', true),
    },
    subkeys: Object.fromEntries(subkeys),
  }
  const hives = Object.entries(machine.moved ?? {}).map(([sid, key]) => [`64-bit HKEY_USERS\\${sid}\\${SHELL_FOLDERS}`, key] as const)
  const registry = registryOf({ [PROFILE_LIST]: profileList, ...Object.fromEntries(hives) })
  const environment = machine.environment ?? ENVIRONMENT
  return remoteAccessFilesProbe.read(contextOf(windowsOf({ registry, folders }), { environment }))
}

async function pathsOf(machine: Machine): Promise<readonly string[]> {
  const reading = await read(machine)
  if (reading.status !== 'ok') throw new Error(reading.reason)
  return reading.facts.present.map(({ tool, path }) => `${tool} ${path}`)
}

describe('remote-access-files', () => {
  it.each([
    { place: 'Program Files', path: 'C:\\Program Files\\TeamViewer', tool: 'teamviewer' },
    { place: 'the 32-bit Program Files', path: 'C:\\Program Files (x86)\\TeamViewer', tool: 'teamviewer' },
    { place: 'a folder below another', path: 'C:\\Program Files\\Splashtop\\Splashtop Remote\\Server', tool: 'splashtop-streamer' },
    { place: 'ProgramData, by a glob', path: 'C:\\ProgramData\\ScreenConnect Client (0123456789abcdef)', tool: 'screenconnect-client' },
    { place: 'the folder of Windows', path: 'C:\\Windows\\System32\\rserver30', tool: 'radmin' },
    { place: 'the temporary folder of Windows', path: 'C:\\Windows\\Temp\\TeamViewer', tool: 'teamviewer' },
    { place: 'the drive', path: 'C:\\Kaseya', tool: 'kaseya-vsa' },
    { place: 'a profile', path: 'D:\\Profiles\\joe\\AppData\\Roaming\\AnyDesk', tool: 'anydesk' },
    { place: 'the temporary folder of a profile', path: 'D:\\Profiles\\joe\\AppData\\Local\\Temp\\TeamViewer', tool: 'teamviewer' },
    {
      place: 'the profile of the system',
      path: 'C:\\Windows\\System32\\config\\systemprofile\\AppData\\Roaming\\AnyDesk',
      tool: 'anydesk',
    },
    {
      place: 'the 32-bit profile of the system',
      path: 'C:\\Windows\\SysWOW64\\config\\systemprofile\\AppData\\Local\\GoTo Resolve Applet',
      tool: 'goto-resolve-applet',
    },
    { place: 'the profile of a service', path: 'C:\\Windows\\ServiceProfiles\\LocalService\\AppData\\Local\\ngrok', tool: 'ngrok' },
    { place: 'the folder of a deleted user', path: 'C:\\Users\\former\\AppData\\Roaming\\AnyDesk', tool: 'anydesk' },
    { place: 'the profile of new users', path: 'C:\\Users\\Default\\AppData\\Roaming\\AnyDesk', tool: 'anydesk' },
  ])('finds a tool in $place', async ({ path, tool }) => {
    const paths = await pathsOf({ disk: { [path]: 'folder' }, profiles: { [JOE]: 'D:\\Profiles\\joe' } })
    expect(paths).toContain(`${tool} ${path}`)
  })

  it('gives what the catalogue takes for a proof', async () => {
    const reading = await read({
      disk: { 'C:\\ProgramData\\AnyDesk': 'folder', 'C:\\Program Files (x86)\\GoTo Resolve Unattended': 'folder' },
    })
    if (reading.status !== 'ok') throw new Error(reading.reason)
    const matches = createMatcher().matchTools({ files: reading.facts.present })
    expect(matches.map(({ tool, strength }) => [tool.id, strength])).toEqual([
      ['goto-resolve-unattended', 'proven'],
      ['anydesk', 'proven'],
    ])
  })

  it('finds nothing on a server without such folders, and nothing in files, parts of Windows and like names', () => {
    const disk: StandInDisk = {
      'C:\\Program Files\\TeamViewer': 'file',
      'C:\\Program Files\\TeamViewer Archive': 'folder',
      'C:\\Program Files\\Citrix\\Receiver': 'folder',
      'C:\\Windows\\System32\\OpenSSH': 'folder',
    }
    expect(read({ disk })).toEqual({ status: 'ok', facts: { present: [] } })
  })

  it('writes folders as the disk does, each once, by the order of the catalogue and of paths', async () => {
    const disk: StandInDisk = {
      'C:\\ProgramData\\ANYDESK': 'folder',
      'C:\\PROGRAM FILES (x86)\\anydesk': 'folder',
      'C:\\Program Files (x86)\\LogMeIn\\GoToAssist Corporate': 'folder',
      'C:\\Users\\joe\\AppData\\Roaming\\AnyDesk': 'folder',
    }
    const machine = { disk, profiles: { [JOE]: 'c:\\users\\JOE', [`${JOE}.bak`]: 'C:\\Users\\joe' } }
    const paths = await pathsOf(machine)
    expect(paths).toEqual([
      'goto-assist-corporate C:\\Program Files (x86)\\LogMeIn\\GoToAssist Corporate',
      'anydesk C:\\Program Files (x86)\\anydesk',
      'anydesk C:\\ProgramData\\ANYDESK',
      'anydesk c:\\users\\JOE\\AppData\\Roaming\\AnyDesk',
    ])
  })

  it('looks where AppData was moved to, in the variables of its owner, and at the usual place too', async () => {
    const disk: StandInDisk = {
      'E:\\Roaming\\joe\\AnyDesk': 'folder',
      'C:\\Users\\joe\\AppData\\Roaming\\HopToDesk': 'folder',
      'C:\\Users\\joe\\Lokal\\ngrok': 'folder',
      'C:\\Users\\joe\\Lokal\\Temp\\TeamViewer': 'folder',
    }
    const moved = {
      [JOE]: { values: { AppData: text('E:\\Roaming\\joe', true), 'Local AppData': text('%USERPROFILE%\\Lokal', true) } },
      [ANN]: { values: { AppData: text('%USERPROFILE%\\AppData\\Roaming', true) } },
    }
    const folders = foldersOf(disk)
    const reading = await read({ moved, profiles: { [JOE]: '%SystemDrive%\\Users\\joe', [ANN]: 'C:\\Users\\ann' } }, folders)
    expect(reading).toEqual({
      status: 'ok',
      facts: {
        present: [
          { tool: 'anydesk', path: 'E:\\Roaming\\joe\\AnyDesk' },
          { tool: 'hoptodesk', path: 'C:\\Users\\joe\\AppData\\Roaming\\HopToDesk' },
          { tool: 'teamviewer', path: 'C:\\Users\\joe\\Lokal\\Temp\\TeamViewer' },
          { tool: 'ngrok', path: 'C:\\Users\\joe\\Lokal\\ngrok' },
        ],
      },
    })
    expect(folders.asked.filter((each) => each.startsWith('C:\\Users\\ann\\'))).toEqual(['C:\\Users\\ann\\AppData'])
  })

  it('notes a profile that refuses once, and keeps the others', () => {
    const disk: StandInDisk = { 'C:\\Users\\joe\\AppData': 5, 'C:\\Users\\ann\\AppData\\Roaming\\AnyDesk': 'folder' }
    expect(read({ disk, profiles: { [JOE]: 'C:\\Users\\joe', [ANN]: 'C:\\Users\\ann' } })).toEqual({
      status: 'ok',
      incomplete: true,
      facts: { present: [{ tool: 'anydesk', path: 'C:\\Users\\ann\\AppData\\Roaming\\AnyDesk' }] },
      notes: [
        'C:\\Users\\joe\\AppData was not looked at: FindFirstFileW for C:\\Users\\joe\\AppData ended with error 5; missing right: FILE_LIST_DIRECTORY',
      ],
    })
  })

  it('names the first of many profiles that refuse and counts the others', async () => {
    const profiles = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`S-1-5-21-1-2-3-${index}`, `C:\\Users\\u${index}`]))
    const disk = Object.fromEntries(Object.values(profiles).map((folder) => [folder, 5]))
    const reading = await read({ disk, profiles })
    expect(reading).toMatchObject({ incomplete: true, notes: { length: 21 } })
    expect(reading).toHaveProperty('notes.20', 'and 10 more places were not looked at')
  })

  it.each([
    { name: 'a profile on another machine', profiles: { [JOE]: '\\\\files\\profiles\\joe' }, place: '\\\\files\\profiles\\joe' },
    { name: 'a profile on a drive of the network', profiles: { [JOE]: 'H:\\joe' }, place: 'H:\\joe' },
    { name: 'a profile behind a variable that nobody set', profiles: { [JOE]: '%HOMESHARE%\\joe' }, place: '%HOMESHARE%\\joe' },
    { name: 'a profile behind a variable of the reader', profiles: { [JOE]: '%APPDATA%\\joe' }, place: '%APPDATA%\\joe' },
    {
      name: 'AppData on another machine',
      profiles: { [JOE]: 'C:\\Users\\joe' },
      moved: { [JOE]: { values: { AppData: text('\\\\files\\joe\\Roaming') } } },
      place: '\\\\files\\joe\\Roaming',
    },
  ])('does not touch $name', async ({ place, ...machine }) => {
    const folders = foldersOf({})
    expect(await read(machine, folders)).toEqual({
      status: 'ok',
      incomplete: true,
      facts: { present: [] },
      notes: [`${place} is not a folder of this machine and was not looked at`],
    })
    expect(folders.asked.filter((each) => !each.startsWith('C:\\'))).toEqual([])
  })

  it('tells a folder that is a link, and does not follow one', () => {
    const disk: StandInDisk = { 'C:\\Program Files\\AnyDesk': 'link', 'C:\\Program Files\\Citrix': 'link', 'C:\\Users\\joe': 'mount-point' }
    expect(read({ disk })).toEqual({
      status: 'ok',
      incomplete: true,
      facts: { present: [{ tool: 'anydesk', path: 'C:\\Program Files\\AnyDesk' }] },
      notes: ['C:\\Program Files\\Citrix is a link and was not followed'],
    })
  })

  it('says where a folder was too full to look at all of it', () => {
    const reading = read({ disk: { 'C:\\ProgramData\\AnyDesk': 'folder' }, cut: ['C:\\ProgramData'] })
    expect(reading).toMatchObject({
      incomplete: true,
      facts: { present: [{ tool: 'anydesk' }] },
      notes: ['C:\\ProgramData has more than 20000 entries: the rest was not looked at'],
    })
  })

  it.each([
    {
      name: 'the list of profiles',
      machine: { profileList: 5 },
      note: 'the profiles of this machine are not known: RegOpenKeyExW for HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList ended with error 5',
    },
    {
      name: 'the names in it',
      machine: { profileList: { listing: 5 } },
      note: 'the profiles of this machine are not known: RegEnumKeyExW ended with error 5',
    },
    {
      name: 'one of them',
      machine: { profiles: { [JOE]: 5 } },
      note: `the profile of ${JOE} is not known: RegOpenKeyExW for ${JOE} ended with error 5`,
    },
    {
      name: 'where AppData is',
      machine: { profiles: { [JOE]: 'C:\\Users\\joe' }, moved: { [JOE]: 5 } },
      note: `moved folders of ${JOE} are not known: RegOpenKeyExW for HKEY_USERS\\${JOE}\\${SHELL_FOLDERS} ended with error 5`,
    },
    {
      name: 'a variable of the machine',
      machine: { environment: WITHOUT_32_BIT },
      note: '%ProgramFiles(x86)% is not a folder of this machine and was not looked at',
    },
  ])('keeps the rest where $name is not known', ({ machine, note }) => {
    expect(read({ disk: { 'C:\\ProgramData\\AnyDesk': 'folder' }, ...machine })).toEqual({
      status: 'ok',
      incomplete: true,
      facts: { present: [{ tool: 'anydesk', path: 'C:\\ProgramData\\AnyDesk' }] },
      notes: [note],
    })
  })

  it('asks little of a server with many profiles', async () => {
    const profiles = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`S-1-5-21-1-2-3-${index}`, `C:\\Users\\u${index}`]))
    const disk = Object.fromEntries(Object.values(profiles).flatMap((folder) => [[`${folder}\\AppData\\Local\\Temp`, 'folder'] as const]))
    const folders = foldersOf(disk)
    await read({ profiles }, folders)
    expect(folders.asked.length).toBeLessThan(100 * 12 + 100)
  })
})
