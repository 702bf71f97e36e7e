import type { Com, ComClass, ComMethod } from './com.ts'
import { succeeded, type Win32Result } from './result.ts'

/** What UI Automation says of the element that has the focus. */
export interface FocusedElement {
  readonly processId: number
  readonly isPassword: boolean
  readonly isEnabled: boolean
}

export interface FocusedElementReader {
  /** ERROR class not registered (0x80040154): this Windows has no UI Automation. */
  focusedElement(): Win32Result<FocusedElement>
}

/** CUIAutomation and IUIAutomation of uiautomationclient.h. */
const AUTOMATION: ComClass = {
  name: 'CUIAutomation',
  classId: 'ff48dba4-60ef-4201-aa87-54103eef594e',
  interfaceId: '30cbe57d-d9d0-452a-ab13-7ac5ac4825ee',
}

const POINTER_BYTES = 8

/**
 * A method by its place in the interface of uiautomationclient.h, counted from IUnknown's first.
 *
 * The headers of mingw-w64 do not have these interfaces, so the places are not among the measured layouts.
 */
function method(name: string, place: number, parameters: string): ComMethod {
  return { name, offset: place * POINTER_BYTES, parameters }
}

const GET_FOCUSED_ELEMENT = method('IUIAutomation::GetFocusedElement', 8, '_Out_ uintptr_t *element')
const PROCESS_ID = method('IUIAutomationElement::get_CurrentProcessId', 20, '_Out_ int32_t *value')
const IS_ENABLED = method('IUIAutomationElement::get_CurrentIsEnabled', 28, '_Out_ int32_t *value')
const IS_PASSWORD = method('IUIAutomationElement::get_CurrentIsPassword', 35, '_Out_ int32_t *value')

/** Asks UI Automation, which also knows the fields of toolkits that draw their controls themselves. */
export function createFocusedElementReader(com: Com): FocusedElementReader {
  return {
    focusedElement: () =>
      com.create(AUTOMATION, (automation) =>
        automation.object(
          GET_FOCUSED_ELEMENT,
          (result) => [result],
          (element) => {
            const processId = element.number(PROCESS_ID)
            if (!processId.ok) return processId
            const isPassword = element.number(IS_PASSWORD)
            if (!isPassword.ok) return isPassword
            const isEnabled = element.number(IS_ENABLED)
            if (!isEnabled.ok) return isEnabled
            return succeeded({ processId: processId.value, isPassword: isPassword.value !== 0, isEnabled: isEnabled.value !== 0 })
          },
        ),
      ),
  }
}
