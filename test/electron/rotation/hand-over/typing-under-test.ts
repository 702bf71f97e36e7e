import type { TypingPorts } from '#electron/rotation/hand-over/into-field.ts'
import type { FocusedElement } from '#electron/win32/focused-element.ts'
import type { FocusedField } from '#electron/win32/focused-field.ts'
import type { ModifierKey } from '#electron/win32/keyboard-input.ts'
import { refused, succeeded, type Win32Result } from '#electron/win32/result.ts'

export const TOOL = 'C:\\Program Files\\Sync\\Sync.exe'
export const PROCESS = 4711
export const FIELD: FocusedField = { window: 0x50n, processId: PROCESS, baseClass: 'Edit', hasPasswordStyle: true, isLocked: false }

/** What has the focus at each look, the last one stays; what the others say. */
export interface TypingWorld {
  readonly focus?: readonly (FocusedField | null | 'refused')[]
  readonly element?: Win32Result<FocusedElement>
  readonly image?: Win32Result<string | null>
  readonly ended?: boolean
  readonly levels?: Readonly<Record<'own' | 'other', number | 'refused'>>
  readonly held?: readonly ModifierKey[]
  /** What is in the field before. */
  readonly before?: number
  /** How many units the field takes; null: it tells no length. */
  readonly takes?: number | null
  /** How many units the system accepts. */
  readonly accepts?: number
}

/** A desktop on which a field has the focus; `typed` is what arrived at the keyboard. */
export function typingWorld(world: TypingWorld = {}) {
  const typed: string[] = []
  const waits: number[] = []
  let looks = 0
  let arrived = world.before ?? 0
  const level = (value: number | 'refused' = 0x2000): Win32Result<number> =>
    value === 'refused' ? refused('OpenProcessToken', 5) : succeeded(value)
  const ports: TypingPorts = {
    field: {
      focused: () => {
        const states = world.focus ?? [FIELD]
        const state = states[Math.min(looks, states.length - 1)] ?? null
        looks += 1
        return state === 'refused' ? refused('GetGUIThreadInfo', 5) : succeeded(state)
      },
      textLength: () => (world.takes === null ? succeeded(0) : succeeded(arrived)),
    },
    element: { focusedElement: () => world.element ?? refused('CoCreateInstance', 0x80040154) },
    processes: {
      open: (_id, reader) =>
        world.ended === true
          ? refused('OpenProcess', 87)
          : succeeded(reader({ imagePath: () => world.image ?? succeeded(TOOL), ownerSid: () => refused('OpenProcessToken', 5) })),
    },
    integrity: { level: (id) => level(id === null ? world.levels?.own : world.levels?.other) },
    keyboard: {
      heldModifiers: () => world.held ?? [],
      type: (utf16) => {
        const units = utf16.byteLength / 2
        const accepted = Math.min(units, world.accepts ?? units)
        if (accepted === 0) return refused('SendInput', 5)
        typed.push(Buffer.from(utf16).toString('utf16le'))
        arrived += Math.min(accepted, world.takes ?? accepted)
        return succeeded(accepted)
      },
    },
    wait: async (durationMs) => void waits.push(durationMs),
  }
  return { ports, typed, waits }
}
