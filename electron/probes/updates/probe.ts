import type { Facts } from '#shared/facts/index.ts'
import type { Registry, RegistryKey } from '../../win32/registry.ts'
import { errorCodes, type Win32Result } from '../../win32/result.ts'
import type { Probe, ProbeReading } from '../probe.ts'
import { createNotebook, refusal } from '../reading.ts'
import { newestCumulativeUpdate } from './cumulative-updates.ts'

const CURRENT_VERSION = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion'
const SERVICING = `${CURRENT_VERSION}\\Component Based Servicing`
const RESTART_REQUIRED = `${CURRENT_VERSION}\\WindowsUpdate\\Auto Update\\RebootRequired`

/**
 * Windows updates.
 *
 * Source: the registry of the servicing stack and of Windows Update. The date of the last success that Windows Update itself tells counts
 * definitions too, and titles of its history are translated: neither is read. Files that wait to be renamed
 * (PendingFileRenameOperations) are no pending restart: every other setup program leaves some behind.
 */
export const updatesProbe: Probe<'updates'> = {
  id: 'updates',
  area: 'programs',
  read: ({ windows }) => {
    const reading = windows.registry.key(keyOf(SERVICING), (servicing) => readUpdates(servicing, windows.registry))
    return reading.ok ? reading.value : refusal(reading.failure)
  },
}

function readUpdates(servicing: RegistryKey, registry: Registry): ProbeReading<Facts['updates']> {
  const marks = [exists(servicing.subkey('RebootPending', () => null)), exists(registry.key(keyOf(RESTART_REQUIRED), () => null))]
  const rebootPending = marks.some((mark) => mark.ok && mark.value)
  const refusedMark = marks.find((mark) => !mark.ok)
  // One mark is proof; that there is none takes a look at both.
  if (!rebootPending && refusedMark?.ok === false) return refusal(refusedMark.failure)
  const notebook = createNotebook()
  const lastInstalledAt = newestCumulativeUpdate(servicing, notebook)
  return notebook.reading({ lastInstalledAt, rebootPending })
}

function exists(opened: Win32Result<null>): Win32Result<boolean> {
  if (opened.ok) return { ok: true, value: true }
  return opened.failure.code === errorCodes.fileNotFound ? { ok: true, value: false } : opened
}

function keyOf(path: string) {
  return { root: 'HKEY_LOCAL_MACHINE', path, view: '64-bit' } as const
}
