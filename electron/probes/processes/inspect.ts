import { errorCodes, type Win32Failure, type Win32Result } from '../../win32/result.ts'
import type { Windows } from '../../win32/windows.ts'

/** What a process tells about itself; a part that it refuses is null and has its failure. */
export interface Inspected {
  readonly path: string | null
  readonly pathFailure: Win32Failure | null
  readonly ownerSid: string | null
  readonly ownerFailure: Win32Failure | null
}

/** ERROR_INVALID_PARAMETER: no process has this id any more. */
const PROCESS_HAS_ENDED = 87

/**
 * Path and owner of a process by its id; null: it has ended since it was listed.
 *
 * The owner comes from its token or, where that may not be read, from the session manager, which is asked once.
 */
export function createInspector(windows: Windows): (id: number) => Inspected | null {
  let fromSessions: Win32Result<ReadonlyMap<number, string>> | undefined
  const withoutToken = (id: number, failure: Win32Failure): Pick<Inspected, 'ownerSid' | 'ownerFailure'> => {
    if (failure.code !== errorCodes.accessDenied) return { ownerSid: null, ownerFailure: failure }
    fromSessions ??= windows.processes.ownerSids()
    const sid = fromSessions.ok ? fromSessions.value.get(id) : undefined
    return sid === undefined ? { ownerSid: null, ownerFailure: failure } : { ownerSid: sid, ownerFailure: null }
  }
  return (id) => {
    const opened = windows.processes.open(id, (process) => ({ path: process.imagePath(), owner: process.ownerSid() }))
    if (!opened.ok) {
      const { failure } = opened
      return failure.code === PROCESS_HAS_ENDED ? null : { path: null, pathFailure: failure, ...withoutToken(id, failure) }
    }
    const { path, owner } = opened.value
    return {
      path: path.ok ? path.value : null,
      pathFailure: path.ok ? null : path.failure,
      ...(owner.ok ? { ownerSid: owner.value, ownerFailure: null } : withoutToken(id, owner.failure)),
    }
  }
}
