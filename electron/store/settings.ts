import { join } from 'node:path'

import type { FolderLocks } from './folder-locks.ts'
import { makeFolder, readText, removeLeftOvers, setAside, setAsideIn } from './record-file.ts'
import { refuse } from './refusal.ts'

export interface SettingsPorts<Values extends object> {
  /** the data folder */
  readonly folder: string
  readonly locks: FolderLocks
  readonly now: () => Date
  /** what holds where the file says nothing */
  readonly defaults: Values
  /** takes the values of the file that are good, each by itself; the others count as not there */
  readonly understand: (stored: { readonly [key: string]: unknown }) => Partial<Values>
}

/** The settings of this user; both methods may throw StoreRefusal. */
export interface SettingsStore<Values extends object> {
  read(): Promise<Values>
  /** changes the given values alone: what another process set meanwhile stays */
  change(patch: Partial<Values>): Promise<Values>
  /** paths of damaged files that were set aside */
  damaged(): Promise<readonly string[]>
}

const NAME = 'settings'

/**
 * Settings in `settings.json` of the data folder, kept by `conf` for this user alone.
 *
 * Changed under the lock of the folder. A file that is no JSON object is set aside under another name, and the defaults hold.
 */
export function createSettingsStore<Values extends object>(ports: SettingsPorts<Values>): SettingsStore<Values> {
  const { folder, locks, defaults, understand } = ports
  const path = join(folder, `${NAME}.json`)
  const alone = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await makeFolder(folder)
    return await locks.alone(folder, async () => {
      await removeLeftOvers(folder)
      const text = await readText(path)
      if (text !== null && !isObject(text)) await setAside(path, ports.now)
      return await work().catch((error: unknown) => refuse('not-written', path, error))
    })
  }
  const open = async () => {
    const { default: Conf } = await import('conf')
    return new Conf<Record<string, unknown>>({
      cwd: folder,
      configName: NAME,
      configFileMode: 0o600,
      clearInvalidConfig: false,
      accessPropertiesByDotNotation: false,
    })
  }
  const valuesIn = (stored: { readonly [key: string]: unknown }): Values => ({ ...defaults, ...understand(stored) })
  return {
    read: async () => {
      // A file is renamed into its place whole, so a sound one is read as it lies; only what has to be mended needs the lock.
      const text = await readText(path).catch(() => null)
      if (text !== null && isObject(text)) return valuesIn(JSON.parse(text) as Record<string, unknown>)
      return alone(async () => valuesIn((await open()).store))
    },
    change: (patch) =>
      alone(async () => {
        const file = await open()
        const given = Object.entries(patch).filter(([, value]) => value !== undefined)
        if (given.length > 0) file.set(Object.fromEntries(given))
        return valuesIn(file.store)
      }),
    damaged: () => setAsideIn(folder),
  }
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
