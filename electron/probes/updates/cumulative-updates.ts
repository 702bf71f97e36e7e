import type { RegistryKey } from '../../win32/registry.ts'
import { describeFailure, type Win32Result } from '../../win32/result.ts'
import type { Notebook } from '../reading.ts'

/** Packages of cumulative updates of Windows, in every language: those of .NET, of the servicing stack and definitions have other names. */
const CUMULATIVE_UPDATE = 'package_for_rollupfix~'

/** CurrentState of a package that is in use: installed, or for good. One that waits for a restart (0x60) does not protect yet. */
const IN_USE: ReadonlySet<bigint> = new Set([0x70n, 0x80n])

/** 100-nanosecond steps from 1601, as Windows counts, to milliseconds from 1970. */
const STEPS_PER_MS = 10_000n
const EPOCH_MS = 11_644_473_600_000n

/**
 * When the newest cumulative update that is in use was installed; null: there is none, or it could not be told, which is noted.
 *
 * Source: the key `Component Based Servicing\Packages`, values CurrentState, InstallTimeHigh and InstallTimeLow (UTC).
 */
export function newestCumulativeUpdate(servicing: RegistryKey, notebook: Notebook): string | null {
  const listed = servicing.subkey('Packages', (packages) => readTimes(packages, notebook))
  const times = listed.ok ? listed.value : listed
  if (!times.ok) {
    notebook.gap(`installed updates are not known: ${describeFailure(times.failure)}`)
    return null
  }
  if (times.value.length === 0) {
    notebook.remark('no cumulative update is in use')
    return null
  }
  return new Date(Math.max(...times.value)).toISOString()
}

function readTimes(packages: RegistryKey, notebook: Notebook): Win32Result<readonly number[]> {
  const names = packages.subkeyNames()
  if (!names.ok) return names
  const times = names.value
    .filter((name) => name.toLowerCase().startsWith(CUMULATIVE_UPDATE))
    .flatMap((name) => {
      const opened = packages.subkey(name, readTime)
      const time = opened.ok ? opened.value : opened
      if (!time.ok) notebook.gap(`update ${name} is left out: ${describeFailure(time.failure)}`)
      else if (time.value === undefined) notebook.gap(`update ${name} is left out: it has no state or time`)
      return time.ok && typeof time.value === 'number' ? [time.value] : []
    })
  return { ok: true, value: times }
}

/** In milliseconds from 1970; null: not in use, undefined: a value is missing. */
function readTime(update: RegistryKey): Win32Result<number | null | undefined> {
  const values: bigint[] = []
  for (const name of ['CurrentState', 'InstallTimeHigh', 'InstallTimeLow']) {
    const value = update.value(name)
    if (!value.ok) return value
    if (value.value?.kind !== 'number') return { ok: true, value: undefined }
    values.push(value.value.number)
  }
  const [state = 0n, high = 0n, low = 0n] = values
  if (!IN_USE.has(state)) return { ok: true, value: null }
  const ms = Number(((high << 32n) | low) / STEPS_PER_MS - EPOCH_MS)
  return { ok: true, value: ms > 0 ? ms : undefined }
}
