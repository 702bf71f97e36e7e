import { describe, expect, it } from 'vitest'

import {
  comparablePath,
  compileInstallPath,
  fileNameOf,
  folderOf,
  isUnderSystem32,
  splitInstallPath,
} from '#shared/catalogue/install-path.ts'

describe('compileInstallPath', () => {
  it.each([
    ['64-bit programs', '%ProgramFiles%\\AnyDesk', 'c:\\program files\\anydesk\\anydesk.exe', true],
    ['32-bit programs', '%ProgramFiles%\\AnyDesk', 'c:\\program files (x86)\\anydesk\\anydesk.exe', true],
    ['the short name of the folder', '%ProgramFiles%\\AnyDesk', 'c:\\progra~2\\anydesk\\anydesk.exe', true],
    ['another drive', '%ProgramFiles%\\AnyDesk', 'd:\\program files\\anydesk\\anydesk.exe', true],
    ['a deeper folder', '%ProgramFiles%\\Kaseya', 'c:\\program files\\kaseya\\1\\2\\x.exe', true],
    ['a longer folder name', '%ProgramFiles%\\Level', 'c:\\program files\\level design\\level.exe', false],
    ['the folder of another root', '%ProgramFiles%\\AnyDesk', 'c:\\programdata\\anydesk\\x.exe', false],
    ['any profile', '%LocalAppData%\\GoTo Resolve Applet', 'c:\\users\\anna\\appdata\\local\\goto resolve applet\\1.tmp\\x.exe', true],
    [
      'the 32-bit system profile',
      '%LocalAppData%\\GoTo Resolve Applet',
      'c:\\windows\\syswow64\\config\\systemprofile\\appdata\\local\\goto resolve applet\\x.exe',
      true,
    ],
    ['a service profile', '%AppData%\\RustDesk', 'c:\\windows\\serviceprofiles\\localservice\\appdata\\roaming\\rustdesk\\x.exe', true],
    ['a wildcard inside', '%ProgramFiles%\\ScreenConnect Client (*)', 'c:\\program files (x86)\\screenconnect client (ab)\\x.exe', true],
    ['the root of a drive', '%SystemDrive%\\komari', 'c:\\komari\\x.exe', true],
  ])('%s', (_, glob, path, expected) => {
    expect(compileInstallPath(glob).holds(path)).toBe(expected)
  })
  it('tells the folder itself from what lies in it', () => {
    const path = compileInstallPath('%ProgramFiles%\\AnyDesk')
    expect([path.isFolder('c:\\program files\\anydesk'), path.holds('c:\\program files\\anydesk')]).toEqual([true, false])
  })
  it('refuses a path without a known variable', () => {
    expect(() => compileInstallPath('C:\\Program Files\\x')).toThrow('install path without a known variable')
  })
})

describe('splitInstallPath', () => {
  it.each([
    ['%ProgramData%\\A\\B', { variable: '%ProgramData%', folder: 'A\\B' }],
    ['%ProgramData%', undefined],
    ['%ProgramData%\\', undefined],
    ['%Home%\\A', undefined],
    ['', undefined],
  ])('%s', (path, expected) => {
    expect(splitInstallPath(path)).toEqual(expected)
  })
})

describe('comparablePath', () => {
  it.each([
    ['quotes and arguments', '"C:\\Program Files\\A B\\x.exe" -service', 'c:\\program files\\a b\\x.exe'],
    ['arguments without quotes', 'C:\\A\\x.exe -k netsvcs', 'c:\\a\\x.exe'],
    ['an open quote', '"C:\\A\\x.exe', 'c:\\a\\x.exe'],
    ['a device prefix', '\\??\\C:\\A\\x.exe', 'c:\\a\\x.exe'],
    ['a long path', '\\\\?\\C:\\A\\x.exe', 'c:\\a\\x.exe'],
    ['a native system root', '\\SystemRoot\\System32\\drivers\\x.sys', 'c:\\windows\\system32\\drivers\\x.sys'],
    ['a variable', '%windir%\\System32\\x.exe', 'c:\\windows\\system32\\x.exe'],
    ['a bare System32', 'System32\\drivers\\x.sys', 'c:\\windows\\system32\\drivers\\x.sys'],
    ['slashes', 'C:/A/x.exe', 'c:\\a\\x.exe'],
    ['nothing', '  ', ''],
  ])('%s', (_, path, expected) => {
    expect(comparablePath(path)).toBe(expected)
  })
})

describe('isUnderSystem32', () => {
  it.each([
    ['c:\\windows\\system32\\x.exe', true],
    ['c:\\windows\\sysnative\\x.exe', true],
    ['c:\\windows\\system32\\config\\systemprofile\\appdata\\local\\x.exe', true],
    ['c:\\windows\\syswow64\\config\\systemprofile\\appdata\\local\\x.exe', false],
    ['c:\\windows\\system32x\\x.exe', false],
    ['', false],
  ])('%s', (path, expected) => {
    expect(isUnderSystem32(path)).toBe(expected)
  })
})

describe('parts of a path', () => {
  it('are its file and its folder', () => {
    expect([fileNameOf('c:\\a\\x.exe'), folderOf('c:\\a\\x.exe')]).toEqual(['x.exe', 'c:\\a'])
    expect([fileNameOf('x.exe'), folderOf('x.exe')]).toEqual(['x.exe', ''])
  })
})
