import { posix, win32 } from 'node:path'

/**
 * Where this user's records lie.
 *
 * `LOCALAPPDATA` on Windows, `XDG_DATA_HOME` elsewhere where it is an absolute path; an elevated copy of the program under the same
 * user finds the same folder. `home` is the user's home folder.
 */
export function defaultDataFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string): string {
  if (platform === 'win32') return win32.join(environment.LOCALAPPDATA || win32.join(home, 'AppData', 'Local'), 'ERP Checkup')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'ERP Checkup')
  const given = environment.XDG_DATA_HOME
  return posix.join(given?.startsWith('/') ? given : posix.join(home, '.local', 'share'), 'erp-checkup')
}
