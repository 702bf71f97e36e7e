// Registers a task as its owner would, with a password. Arguments: path of the task, file with its definition, user, password.
import { readFileSync } from 'node:fs'

import { variantOf } from '#electron/win32/com-values.ts'
import { layouts } from '#electron/win32/layouts.ts'
import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'
import { succeeded } from '#electron/win32/result.ts'
import { inRootFolder, method, POINTER_BYTES } from './task-folder.ts'

const [path = '', definitionFile = '', user = '', password = ''] = process.argv.slice(2)

/** VT_BSTR of wtypes.h, TASK_CREATE and TASK_LOGON_PASSWORD of taskschd.h. */
const VT_BSTR = 8
const TASK_CREATE = 2
const TASK_LOGON_PASSWORD = 1

/** Place of ITaskFolder::RegisterTask. */
const REGISTER_TASK = 16

const native = createNativeAccess(koffiSource)
const allocate = native.bind('oleaut32.dll', 'uintptr_t __stdcall SysAllocString(str16 text)', 'status')

function textVariant(text: string): Buffer {
  const variant = variantOf()
  variant.writeUInt16LE(VT_BSTR, layouts.VARIANT.vt)
  variant.writeBigUInt64LE(BigInt(Number(allocate(text))), layouts.VARIANT.bstrVal)
  return variant
}

const register = method(
  'RegisterTask',
  REGISTER_TASK * POINTER_BYTES,
  'uintptr_t path, uintptr_t xml, int32_t flags, uint8_t *user, uint8_t *password, int32_t logon, uint8_t *sddl, _Out_ uintptr_t *task',
)
const task = [{ text: path }, { text: readFileSync(definitionFile, 'utf8') }, TASK_CREATE] as const
const owner = [textVariant(user), textVariant(password), TASK_LOGON_PASSWORD, variantOf()] as const
const registered = inRootFolder(native, (folder) =>
  folder.object(
    register,
    (result) => [...task, ...owner, result],
    () => succeeded(null),
  ),
)
if (!registered.ok) throw new Error(JSON.stringify(registered.failure))
