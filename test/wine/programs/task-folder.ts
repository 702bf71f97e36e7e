import { type ComMethod, type ComObject, createCom } from '#electron/win32/com.ts'
import { variantOf } from '#electron/win32/com-values.ts'
import { layouts } from '#electron/win32/layouts.ts'
import type { NativeAccess } from '#electron/win32/library.ts'
import type { Win32Result } from '#electron/win32/result.ts'

const SCHEDULER = {
  name: 'TaskScheduler',
  classId: '0f87369f-a4e5-4cfc-bd3e-73e6154572dd',
  interfaceId: '2faba4c7-4da9-4013-9697-20cc3fd40f85',
}

export const POINTER_BYTES = 8

export function method(name: string, offset: number, parameters: string): ComMethod {
  return { name, offset, parameters }
}

const { ITaskServiceVtbl } = layouts
const connect = method('Connect', ITaskServiceVtbl.Connect, 'uint8_t *server, uint8_t *user, uint8_t *domain, uint8_t *password')
const getFolder = method('GetFolder', ITaskServiceVtbl.GetFolder, 'uintptr_t path, _Out_ uintptr_t *folder')

/** Opens the root folder of the task scheduler for as long as `reader` runs. */
export function inRootFolder<Value>(native: NativeAccess, reader: (folder: ComObject) => Win32Result<Value>): Win32Result<Value> {
  return createCom(native).create(SCHEDULER, (service) => {
    const connected = service.call(connect, variantOf(), variantOf(), variantOf(), variantOf())
    return connected.ok ? service.object(getFolder, (result) => [{ text: '\\' }, result], reader) : connected
  })
}
