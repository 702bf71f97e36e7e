import type { KeyboardInput } from '#electron/win32/keyboard-input.ts'
import type { HeldSecret } from './held-secret.ts'
import { type ExpectedField, type FieldPorts, type ProvenField, proveField, type RefusedField, refusedField } from './prove-field.ts'

/** What became of typing. Lengths are UTF-16 units; they are all that is ever told. */
export type FieldOutcome =
  | RefusedField
  /** `verified`: the field says that it holds as much; else it does not tell. */
  | { readonly kind: 'typed'; readonly length: number; readonly verified: boolean }
  /** The field holds less than was typed: it has a limit of its own. */
  | { readonly kind: 'cut-short'; readonly length: number; readonly inField: number }
  /** Windows or another program took only so many keys; the field holds a part. */
  | { readonly kind: 'blocked'; readonly length: number; readonly accepted: number }
  /** The focus left while keys were on their way; `inField` null: the field does not tell how many reached it. */
  | { readonly kind: 'moved'; readonly length: number; readonly accepted: number; readonly inField: number | null }

export interface TypingPorts extends FieldPorts {
  readonly keyboard: KeyboardInput
  wait(durationMs: number): Promise<void>
}

/** A program takes typed keys out of its queue within this time, or is busy. */
const LOOKS = 20
const LOOK_PAUSE_MS = 50

/**
 * Types the secret into the password box that has the focus.
 *
 * The proof is made twice, the second time right before the keys go out in one call: what lies between cannot be closed, so what became
 * of the keys is looked at afterwards.
 */
export async function typeIntoField(ports: TypingPorts, expected: ExpectedField, secret: HeldSecret): Promise<FieldOutcome> {
  const proven = proveField(ports, expected)
  if (proven.kind === 'refused') return proven
  // What the field holds already would become a part of the password.
  if ((lengthIn(ports, proven) ?? 0) > 0) return refusedField('not-empty')
  if (ports.keyboard.heldModifiers().length > 0) return refusedField('key-held')
  const again = proveField(ports, expected)
  if (again.kind === 'refused') return again
  if (again.field.window !== proven.field.window) return refusedField('focus-moved')
  const length = secret.length()
  const typed = secret.use((utf16) => ports.keyboard.type(utf16))
  if (!typed.ok) return { kind: 'refused', reason: 'not-told', failure: typed.failure }
  const { inField, hasMoved } = await settle(ports, proven, typed.value)
  if (typed.value < length && !hasMoved) return { kind: 'blocked', length, accepted: typed.value }
  if (inField === length) return { kind: 'typed', length, verified: true }
  if (hasMoved) return { kind: 'moved', length, accepted: typed.value, inField }
  return inField === null ? { kind: 'typed', length, verified: false } : { kind: 'cut-short', length, inField }
}

/** How often the focus is looked at while the person goes to the field; a field counts once it had the focus twice. */
const FIELD_PAUSE_MS = 250

/**
 * Waits for the person to put the cursor into the field, then types.
 *
 * Whoever asks for it has the focus in a window of this product. What hinders is waited out; the last of it is told when the time is over.
 */
export async function typeOnceReady(
  ports: TypingPorts,
  expected: ExpectedField,
  secret: HeldSecret,
  waitForMs: number,
): Promise<FieldOutcome> {
  let before: bigint | null = null
  for (let waitedMs = 0; ; waitedMs += FIELD_PAUSE_MS) {
    if (secret.length() === 0) return refusedField('ended')
    const proven = proveField(ports, expected)
    const window = proven.kind === 'proven' ? proven.field.window : null
    let hindrance = proven.kind === 'proven' ? refusedField('focus-moved') : proven
    if (window !== null && window === before) {
      const outcome = await typeIntoField(ports, expected, secret)
      if (outcome.kind !== 'refused') return outcome
      hindrance = outcome
    }
    if (waitedMs >= waitForMs) return hindrance
    before = window
    await ports.wait(FIELD_PAUSE_MS)
  }
}

/** Null: the control does not tell, which is what a zero of a password box means to another program. */
function lengthIn(ports: TypingPorts, { field, isEditControl }: ProvenField): number | null {
  if (!isEditControl) return null
  const length = ports.field.textLength(field.window)
  return length.ok && length.value > 0 ? length.value : null
}

/** Looks until everything arrived, or for as long as a program may need. */
async function settle(ports: TypingPorts, proven: ProvenField, expected: number): Promise<{ inField: number | null; hasMoved: boolean }> {
  let inField = lengthIn(ports, proven)
  let hasMoved = isElsewhere(ports, proven)
  for (let look = 1; look < LOOKS && inField !== expected; look += 1) {
    await ports.wait(LOOK_PAUSE_MS)
    inField = lengthIn(ports, proven)
    hasMoved ||= isElsewhere(ports, proven)
  }
  return { inField, hasMoved }
}

function isElsewhere({ field }: TypingPorts, proven: ProvenField): boolean {
  const focused = field.focused()
  return !focused.ok || focused.value?.window !== proven.field.window
}
