import type { Com, ComMethod, ComObject } from './com.ts'
import { textVariantOf, variantOf } from './com-values.ts'
import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { errorCodes, succeeded, type Win32Result } from './result.ts'
import { inRootFolder, type RegisteredTask, readTask } from './task-scheduler.ts'

/** A task as it shall be registered again. */
export interface TaskUpdate extends RegisteredTask {
  readonly user: string
  /** UTF-16LE without a zero at its end */
  readonly password: Uint8Array
  /** whether the task may also run with the token of whoever is signed in, without the password */
  readonly orInteractive: boolean
}

export interface TaskRegistration {
  /** One task by its path; null: there is none. */
  task(path: string): Win32Result<RegisteredTask | null>
  /** Registers a task that is there once more, with the password; gives the success code, which may hold a warning. */
  update(update: TaskUpdate): Win32Result<number>
}

/** TASK_UPDATE, TASK_DISABLE and TASK_IGNORE_REGISTRATION_TRIGGERS of taskschd.h; the last keeps the task from being started by this. */
const UPDATE = 0x4
const DISABLE = 0x8
const START_NOTHING = 0x20

/** TASK_LOGON_PASSWORD and TASK_LOGON_INTERACTIVE_TOKEN_OR_PASSWORD. */
const BY_PASSWORD = 1
const INTERACTIVE_OR_PASSWORD = 6

const { GetTask, RegisterTask } = layouts.ITaskFolderVtbl

const getTask: ComMethod = {
  name: 'ITaskFolder::GetTask',
  offset: GetTask,
  parameters: 'uintptr_t path, _Out_ uintptr_t *task',
  missingRight: 'reading the task',
}
const registerTask: ComMethod = {
  name: 'ITaskFolder::RegisterTask',
  offset: RegisterTask,
  parameters:
    'uintptr_t path, uintptr_t xml, int32_t flags, uint8_t *user, uint8_t *password, int32_t logon, uint8_t *sddl, _Out_ uintptr_t *task',
  missingRight: 'changing the task',
}

const isMissing = (code: number): boolean => code === errorCodes.fileNotFound || code === errorCodes.pathNotFound

/** Reads single tasks of this machine and gives them another password; none is ever made, started or removed. */
export function createTaskRegistration(native: NativeAccess, com: Com): TaskRegistration {
  return {
    task: (path) => {
      const found = inRootFolder(com, (root) => root.object(getTask, (result) => [{ text: path }, result], readTask))
      return !found.ok && isMissing(found.failure.code) ? succeeded(null) : found
    },
    update: (update) => inRootFolder(com, (root) => register(native, root, update)),
  }
}

function register(native: NativeAccess, root: ComObject, update: TaskUpdate): Win32Result<number> {
  const { path, definition, enabled, orInteractive } = update
  const user = textVariantOf(native, Buffer.from(update.user, 'utf16le'))
  const password = textVariantOf(native, update.password)
  try {
    const flags = UPDATE | START_NOTHING | (enabled ? 0 : DISABLE)
    const logOn = orInteractive ? INTERACTIVE_OR_PASSWORD : BY_PASSWORD
    const owner = [user.variant, password.variant, logOn, variantOf()] as const
    return root.object(
      registerTask,
      (result) => [{ text: path }, { text: definition }, flags, ...owner, result],
      (_task, code) => succeeded(code),
    )
  } finally {
    // SECURITY: both are kept until here, and the one that is secret leaves nothing behind.
    user.memory.fill(0)
    password.memory.fill(0)
  }
}
