import type { Com, ComMethod, ComObject } from './com.ts'
import { variantOf } from './com-values.ts'
import { layouts } from './layouts.ts'
import { errorCodes, succeeded, type Win32Failure, type Win32Result } from './result.ts'

export interface RegisteredTask {
  /** Folders and name, e.g. `\Sync\Nightly`. */
  readonly path: string
  /** Whether the task is switched on as it is registered; its definition has a switch of its own. */
  readonly enabled: boolean
  /** The definition as XML. */
  readonly definition: string
}

/** The tasks that this account may see; the task scheduler leaves out the others without a word. */
export interface TaskListing {
  readonly tasks: readonly RegisteredTask[]
  /** Folders and tasks that refused, by their path or that of their folder. */
  readonly failures: readonly Win32Failure[]
}

export interface TaskScheduler {
  list(): Win32Result<TaskListing>
}

const TASK_SCHEDULER = {
  name: 'TaskScheduler',
  classId: '0f87369f-a4e5-4cfc-bd3e-73e6154572dd',
  interfaceId: '2faba4c7-4da9-4013-9697-20cc3fd40f85',
}

/** TASK_ENUM_HIDDEN of taskschd.h. */
const WITH_HIDDEN = 1

const READ_FOLDER = { missingRight: 'reading the folder of the task' }
const READ_TASK = { missingRight: 'reading the task' }

const service = {
  connect: {
    name: 'ITaskService::Connect',
    offset: layouts.ITaskServiceVtbl.Connect,
    parameters: 'uint8_t *server, uint8_t *user, uint8_t *domain, uint8_t *password',
    missingRight: 'using the task scheduler',
  },
  folder: {
    name: 'ITaskService::GetFolder',
    offset: layouts.ITaskServiceVtbl.GetFolder,
    parameters: 'uintptr_t path, _Out_ uintptr_t *folder',
    ...READ_FOLDER,
  },
}

/** Lists of folders and of tasks have the same shape. */
interface Members {
  readonly list: ComMethod
  readonly flags: number
  readonly count: ComMethod
  readonly item: ComMethod
}

const LIST_PARAMETERS = 'int32_t flags, _Out_ uintptr_t *list'
const COUNT_PARAMETERS = '_Out_ int32_t *count'
const ITEM_PARAMETERS = 'uint8_t *index, _Out_ uintptr_t *item'

const folders: Members = {
  flags: 0,
  list: { name: 'ITaskFolder::GetFolders', offset: layouts.ITaskFolderVtbl.GetFolders, parameters: LIST_PARAMETERS, ...READ_FOLDER },
  count: { name: 'ITaskFolderCollection::get_Count', offset: layouts.ITaskFolderCollectionVtbl.get_Count, parameters: COUNT_PARAMETERS },
  item: { name: 'ITaskFolderCollection::get_Item', offset: layouts.ITaskFolderCollectionVtbl.get_Item, parameters: ITEM_PARAMETERS },
}

const tasks: Members = {
  flags: WITH_HIDDEN,
  list: { name: 'ITaskFolder::GetTasks', offset: layouts.ITaskFolderVtbl.GetTasks, parameters: LIST_PARAMETERS, ...READ_FOLDER },
  count: {
    name: 'IRegisteredTaskCollection::get_Count',
    offset: layouts.IRegisteredTaskCollectionVtbl.get_Count,
    parameters: COUNT_PARAMETERS,
  },
  item: {
    name: 'IRegisteredTaskCollection::get_Item',
    offset: layouts.IRegisteredTaskCollectionVtbl.get_Item,
    parameters: ITEM_PARAMETERS,
    ...READ_TASK,
  },
}

const TEXT_PARAMETERS = '_Out_ uintptr_t *text'
const folderPath = { name: 'ITaskFolder::get_Path', offset: layouts.ITaskFolderVtbl.get_Path, parameters: TEXT_PARAMETERS }
const task = {
  path: { name: 'IRegisteredTask::get_Path', offset: layouts.IRegisteredTaskVtbl.get_Path, parameters: TEXT_PARAMETERS, ...READ_TASK },
  enabled: {
    name: 'IRegisteredTask::get_Enabled',
    offset: layouts.IRegisteredTaskVtbl.get_Enabled,
    parameters: '_Out_ int16_t *enabled',
    ...READ_TASK,
  },
  definition: { name: 'IRegisteredTask::get_Xml', offset: layouts.IRegisteredTaskVtbl.get_Xml, parameters: TEXT_PARAMETERS, ...READ_TASK },
}

/** Asks the task scheduler of this machine; nothing is ever registered, started or changed. */
export function createTaskScheduler(com: Com): TaskScheduler {
  return {
    list: () =>
      inRootFolder(com, (root) => {
        const found: RegisteredTask[] = []
        const failures: Win32Failure[] = []
        readFolder(root, '\\', found, failures)
        return succeeded({ tasks: found, failures })
      }),
  }
}

/** Opens the folder of all tasks of this machine for as long as `reader` runs. */
export function inRootFolder<Value>(com: Com, reader: (root: ComObject) => Win32Result<Value>): Win32Result<Value> {
  return com.create(TASK_SCHEDULER, (scheduler) => {
    const connected = scheduler.call(service.connect, variantOf(), variantOf(), variantOf(), variantOf())
    return connected.ok ? scheduler.object(service.folder, (result) => [{ text: '\\' }, result], reader) : connected
  })
}

function readFolder(folder: ComObject, path: string, found: RegisteredTask[], failures: Win32Failure[]): void {
  const note = (failure: Win32Failure, subject: string): void => {
    // Gone since it was listed.
    if (failure.code !== errorCodes.fileNotFound) failures.push({ ...failure, subject })
  }
  each(folder, tasks, path, note, (item) => {
    const read = readTask(item)
    if (read.ok) found.push(read.value)
    else note(read.failure, read.failure.subject ?? `a task in ${path}`)
  })
  each(folder, folders, path, note, (item) => {
    const name = item.text(folderPath)
    if (name.ok) readFolder(item, name.value, found, failures)
    else note(name.failure, `a folder in ${path}`)
  })
}

function each(
  folder: ComObject,
  members: Members,
  path: string,
  note: (failure: Win32Failure, subject: string) => void,
  reader: (item: ComObject) => void,
): void {
  const walked = folder.object(
    members.list,
    (result) => [members.flags, result],
    (list) => {
      const count = list.number(members.count)
      if (!count.ok) return count
      for (let index = 1; index <= count.value; index += 1) {
        const item = list.object(
          members.item,
          (result) => [variantOf(index), result],
          (object) => succeeded(reader(object)),
        )
        if (!item.ok) note(item.failure, `number ${index} in ${path}`)
      }
      return count
    },
  )
  if (!walked.ok) note(walked.failure, path)
}

export function readTask(item: ComObject): Win32Result<RegisteredTask> {
  const path = item.text(task.path)
  if (!path.ok) return path
  const about = { subject: path.value }
  const enabled = item.number(task.enabled)
  if (!enabled.ok) return { ok: false, failure: { ...enabled.failure, ...about } }
  const definition = item.text(task.definition)
  if (!definition.ok) return { ok: false, failure: { ...definition.failure, ...about } }
  return succeeded({ path: path.value, enabled: enabled.value !== 0, definition: definition.value })
}
