import type { ElectronParts } from './electron-parts.ts'
import { awaitLock, knock, type LockOptions, type OwnLock, takeLock } from './own-lock.ts'

/** The right to be the only running app. */
export interface Instance {
  /** gives the right up for a moment, so that another process can take it */
  release(): Promise<void>
  /** takes it back; false: somebody else has it now */
  retake(): Promise<boolean>
}

export type Claim = { readonly kind: 'claimed'; readonly instance: Instance } | { readonly kind: 'shown' | 'out-of-reach' }

/**
 * Makes this process the only one, or brings the other to the front.
 *
 * Electron's own lock is asked first; it does not see an instance with other rights, hence the second. `out-of-reach`: the other one
 * holds the lock and could not be told to come forward.
 */
export async function claimInstance(
  electron: Pick<ElectronParts, 'app'>,
  options: LockOptions & { readonly isRelaunched: boolean },
): Promise<Claim> {
  const { app } = electron
  if (!app.requestSingleInstanceLock()) return { kind: 'shown' }
  let lock: OwnLock | null = await (options.isRelaunched ? awaitLock(options) : takeLock(options))
  if (lock === null) return { kind: (await knock(options)) ? 'shown' : 'out-of-reach' }
  app.on('second-instance', options.onKnock)
  return {
    kind: 'claimed',
    instance: {
      release: async () => {
        app.releaseSingleInstanceLock()
        await lock?.release()
        lock = null
      },
      retake: async () => {
        lock = app.requestSingleInstanceLock() ? await takeLock(options) : null
        return lock !== null
      },
    },
  }
}
