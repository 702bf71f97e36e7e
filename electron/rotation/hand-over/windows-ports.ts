import { createClipboard } from '#electron/win32/clipboard.ts'
import { createCom } from '#electron/win32/com.ts'
import { createDisplayProtection, type DisplayProtection } from '#electron/win32/display-protection.ts'
import { createFocusedElementReader } from '#electron/win32/focused-element.ts'
import { createFocusedFieldReader } from '#electron/win32/focused-field.ts'
import { createKeyboardInput } from '#electron/win32/keyboard-input.ts'
import type { NativeAccess } from '#electron/win32/library.ts'
import { createProcessIntegrity } from '#electron/win32/process-integrity.ts'
import { createProcessList } from '#electron/win32/process-list.ts'
import { createRegistry } from '#electron/win32/registry.ts'
import { createRemoteDisplay } from '#electron/win32/remote-display.ts'
import { createTerminalSessions } from '#electron/win32/terminal-sessions.ts'
import type { TypingPorts } from './into-field.ts'
import type { ClipboardPorts } from './onto-clipboard.ts'
import type { SurroundingsPorts } from './read-surroundings.ts'

export interface WindowsHandOver {
  readonly typing: Omit<TypingPorts, 'wait'>
  readonly clipboard: ClipboardPorts['clipboard']
  readonly protection: DisplayProtection
  readonly surroundings: Omit<SurroundingsPorts, 'remoteToolOf'>
}

/** Everything of Windows that a hand-over needs; nothing is loaded before it is used. */
export function createWindowsHandOver(native: NativeAccess): WindowsHandOver {
  const processes = createProcessList(native)
  return {
    typing: {
      field: createFocusedFieldReader(native),
      element: createFocusedElementReader(createCom(native)),
      processes,
      integrity: createProcessIntegrity(native),
      keyboard: createKeyboardInput(native),
    },
    clipboard: createClipboard(native),
    protection: createDisplayProtection(native),
    surroundings: {
      display: createRemoteDisplay(native),
      sessions: createTerminalSessions(native),
      processes,
      registry: createRegistry(native),
    },
  }
}
