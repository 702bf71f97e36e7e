import type { Facts } from '#shared/facts/index.ts'
import { parseTask } from '../../policy/task-xml.ts'
import { describeFailure } from '../../win32/result.ts'
import type { RegisteredTask } from '../../win32/task-scheduler.ts'
import type { Windows } from '../../win32/windows.ts'
import { maskCredentials } from '../credential-masking.ts'
import type { Probe } from '../probe.ts'
import { createNotebook, type Notebook, refusal } from '../reading.ts'
import { readLocalAuthority } from '../service-account.ts'
import { createTaskAccounts, type TaskAccount } from './task-account.ts'

type Task = Facts['scheduled-tasks']['tasks'][number]

/**
 * Scheduled tasks of all folders, hidden ones and those of Windows itself included.
 *
 * Source: ITaskService, IRegisteredTask::get_Xml. A task or folder that refuses is named in a note. The task scheduler leaves out what
 * this account may not see, so without administrator rights the list is never whole.
 */
export const scheduledTasksProbe: Probe<'scheduled-tasks'> = {
  id: 'scheduled-tasks',
  area: 'management',
  read: ({ windows }) => {
    const localAuthority = readLocalAuthority(windows)
    if (!localAuthority.ok) return refusal(localAuthority.failure)
    const listing = windows.tasks.list()
    if (!listing.ok) return refusal(listing.failure)
    const { tasks: registered, failures } = listing.value
    const [firstFailure] = failures
    if (registered.length === 0 && firstFailure !== undefined) return refusal(firstFailure)
    const notebook = createNotebook()
    noteHiddenTasks(windows, notebook)
    for (const failure of failures) notebook.gap(`left out: ${describeFailure(failure)}`)
    const accountOf = createTaskAccounts(windows.accounts, localAuthority.value)
    const tasks = registered.flatMap((task) => describeTask(task, accountOf, notebook))
    return notebook.reading({ tasks })
  },
}

function noteHiddenTasks(windows: Windows, notebook: Notebook): void {
  const elevated = windows.token.elevated()
  if (!elevated.ok) notebook.gap(`whether Windows shows all tasks is not known: ${describeFailure(elevated.failure)}`)
  else if (!elevated.value) notebook.gap('without administrator rights Windows does not show all tasks')
}

function describeTask(registered: RegisteredTask, accountOf: (written: string) => TaskAccount, notebook: Notebook): readonly Task[] {
  const { path } = registered
  const definition = parseTask(registered.definition)
  if (definition === null || definition.account === null) {
    notebook.gap(`task ${path} is left out: its definition ${definition === null ? 'cannot be read' : 'names no account'}`)
    return []
  }
  const { account, sid, failure } = accountOf(definition.account)
  if (failure !== null) notebook[sid === null ? 'gap' : 'remark'](`account of task ${path}: ${describeFailure(failure)}`)
  const command = maskCredentials(definition.command)
  if (command.masked) notebook.remark(`${path}: an argument that looks like a password was masked`)
  if (definition.actions > 1) notebook.remark(`${path} has ${definition.actions} actions: only the first is listed`)
  const { elevated, storesPassword } = definition
  const enabled = registered.enabled && definition.enabled
  return [{ path, account, accountSid: sid, enabled, elevated, storesPassword, command: command.text }]
}
