import type { SecretWindow } from '../rotation/hand-over/desk.ts'
import type { DisplayReach } from '../rotation/hand-over/surroundings.ts'

export type { DrawOutcome, SecretWindow, WindowRefusal } from '../rotation/hand-over/desk.ts'

/** What a host's window for secrets is given. */
export interface SecretWindowPorts {
  /** `local`, or why the pixels of this session go elsewhere. */
  readonly display: () => DisplayReach
  /** Whether captures get nothing of the window with this HWND; null: Windows did not tell. */
  readonly isExcluded: (handle: Uint8Array) => boolean | null
  readonly randomBytes: (count: number) => Uint8Array
  readonly wait: (durationMs: number) => Promise<void>
}

/** A host with windows makes one that captures do not show. */
export type OpenSecretWindow = (ports: SecretWindowPorts) => SecretWindow
