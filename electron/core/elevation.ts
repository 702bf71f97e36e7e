import type { Elevator } from '../win32/elevate.ts'

/** Whether this process may read everything, and the way to one that may. */
export interface Elevation {
  /** full administrator token, or root; null: it could not be told */
  readonly isElevated: boolean | null
  /** starting again with more rights is possible here */
  readonly canElevate: boolean
  /** asks the person; resolves when they have decided */
  startElevated(program: string, folder: string, parameters: string): ElevatedStartResult
}

export type ElevatedStartResult =
  | { readonly kind: 'started' }
  | { readonly kind: 'declined' }
  /** `code`: what Windows said */
  | { readonly kind: 'failed'; readonly code: number }

/** What this machine offers; Windows is called on Windows only, and not before this is asked for. */
export async function openElevation(platform: NodeJS.Platform): Promise<Elevation> {
  if (platform !== 'win32') {
    return { isElevated: process.getuid?.() === 0, canElevate: false, startElevated: () => ({ kind: 'failed', code: 0 }) }
  }
  const { createNativeAccess, koffiSource } = await import('../win32/library.ts')
  const { createProcessToken } = await import('../win32/token.ts')
  const { createElevator } = await import('../win32/elevate.ts')
  const native = createNativeAccess(koffiSource)
  const elevated = createProcessToken(native).elevated()
  return elevationOf(elevated.ok ? elevated.value : null, createElevator(native))
}

/** From what Windows said about this process: one that is elevated already is not started again. */
export function elevationOf(isElevated: boolean | null, elevator: Elevator): Elevation {
  return {
    isElevated,
    canElevate: isElevated === false,
    startElevated: (file, folder, parameters) => {
      const result = elevator.startElevated({ file, folder, parameters })
      if (result.ok) return { kind: 'started' }
      const { code } = result.failure
      return code === ERROR_CANCELLED ? { kind: 'declined' } : { kind: 'failed', code }
    },
  }
}

/** winerror.h: the person refused, or did not give the password. */
const ERROR_CANCELLED = 1223
