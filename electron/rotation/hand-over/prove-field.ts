import type { FocusedElementReader } from '#electron/win32/focused-element.ts'
import type { FocusedField, FocusedFieldReader } from '#electron/win32/focused-field.ts'
import type { ProcessIntegrity } from '#electron/win32/process-integrity.ts'
import type { ProcessList } from '#electron/win32/process-list.ts'
import type { Win32Failure, Win32Result } from '#electron/win32/result.ts'

/** Whose password box is expected: absolute paths of the program's executables. A title proves nothing, everybody can write it. */
export interface ExpectedField {
  readonly imagePaths: readonly string[]
}

export type FieldRefusal =
  | 'nothing-focused'
  | 'other-program'
  | 'no-password-box'
  | 'locked'
  | 'higher-integrity'
  | 'key-held'
  | 'not-empty'
  | 'focus-moved'
  /** The hand-over was called off before. */
  | 'ended'
  /** Windows did not tell; `failure` says which call. */
  | 'not-told'

export interface RefusedField {
  readonly kind: 'refused'
  readonly reason: FieldRefusal
  readonly failure: Win32Failure | null
}

/** What a proof needs of Windows. */
export interface FieldPorts {
  readonly field: FocusedFieldReader
  readonly element: FocusedElementReader
  readonly processes: Pick<ProcessList, 'open'>
  readonly integrity: ProcessIntegrity
}

export interface ProvenField {
  readonly kind: 'proven'
  readonly field: FocusedField
  /** An edit control of Windows tells how much is in it. */
  readonly isEditControl: boolean
}

/** Class of the edit control of Windows, whose styles are known. */
const EDIT_CLASS = 'edit'

/** Proves that keys go to a password box of the expected program that takes them; whatever is not told is not proven. */
export function proveField(ports: FieldPorts, expected: ExpectedField): ProvenField | RefusedField {
  const focused = ports.field.focused()
  if (!focused.ok) return notTold(focused.failure)
  const field = focused.value
  if (field === null) return refusedField('nothing-focused')
  const opened = ports.processes.open(field.processId, (process) => process.imagePath())
  const image = opened.ok ? opened.value : opened
  if (!image.ok) return notTold(image.failure)
  if (!isExpected(image.value, expected)) return refusedField('other-program')
  return refusalOfLevel(ports.integrity, field.processId) ?? provePasswordBox(ports, field)
}

export function refusedField(reason: FieldRefusal): RefusedField {
  return { kind: 'refused', reason, failure: null }
}

function notTold(failure: Win32Failure): RefusedField {
  return { kind: 'refused', reason: 'not-told', failure }
}

/** Windows compares paths without case. */
function isExpected(imagePath: string | null, { imagePaths }: ExpectedField): boolean {
  return imagePath !== null && imagePaths.some((path) => path !== '' && path.toLowerCase() === imagePath.toLowerCase())
}

/** Windows drops keys for a program of a higher level without saying so. */
function refusalOfLevel(integrity: ProcessIntegrity, processId: number): RefusedField | null {
  const own: Win32Result<number> = integrity.level(null)
  if (!own.ok) return notTold(own.failure)
  const other = integrity.level(processId)
  if (!other.ok) return notTold(other.failure)
  return other.value > own.value ? refusedField('higher-integrity') : null
}

/** The control's own style, or the word of UI Automation for toolkits that draw their controls themselves. */
function provePasswordBox({ element }: FieldPorts, field: FocusedField): ProvenField | RefusedField {
  const isEditControl = field.baseClass.toLowerCase() === EDIT_CLASS
  if (isEditControl && field.isLocked) return refusedField('locked')
  if (isEditControl && field.hasPasswordStyle) return { kind: 'proven', field, isEditControl }
  const focused = element.focusedElement()
  if (!focused.ok) return { kind: 'refused', reason: 'no-password-box', failure: focused.failure }
  if (focused.value.processId !== field.processId) return refusedField('focus-moved')
  if (!focused.value.isPassword) return refusedField('no-password-box')
  return focused.value.isEnabled ? { kind: 'proven', field, isEditControl } : refusedField('locked')
}
