import { describe, expect, it } from 'vitest'
import { defaultDataFolder } from '#electron/store/data-folder.ts'

describe('defaultDataFolder', () => {
  it.each([
    ['Windows', 'win32', { LOCALAPPDATA: 'D:\\Local' }, 'C:\\Users\\x', 'D:\\Local\\ERP Checkup'],
    ['Windows without its variable', 'win32', {}, 'C:\\Users\\x', 'C:\\Users\\x\\AppData\\Local\\ERP Checkup'],
    ['Windows with an empty variable', 'win32', { LOCALAPPDATA: '' }, 'C:\\Users\\x', 'C:\\Users\\x\\AppData\\Local\\ERP Checkup'],
    ['Linux', 'linux', {}, '/home/x', '/home/x/.local/share/erp-checkup'],
    ['Linux with a place of its own', 'linux', { XDG_DATA_HOME: '/data' }, '/home/x', '/data/erp-checkup'],
    [
      'Linux with a relative place, which the specification says to ignore',
      'linux',
      { XDG_DATA_HOME: 'data' },
      '/home/x',
      '/home/x/.local/share/erp-checkup',
    ],
    ['macOS', 'darwin', {}, '/Users/x', '/Users/x/Library/Application Support/ERP Checkup'],
  ] as const)('is that of %s', (_name, platform, environment, home, folder) => {
    expect(defaultDataFolder(environment, platform, home)).toBe(folder)
  })
})
