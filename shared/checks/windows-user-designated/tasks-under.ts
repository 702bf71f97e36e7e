import type { Account } from '../../accounts/account.ts'
import type { Facts } from '../../facts/index.ts'
import type { InstalledTool } from '../../sync-tool/installed-tool.ts'
import { liesUnder } from '../../sync-tool/patterns.ts'
import { type Found, type Input, nameOf } from './finding.ts'

type Task = Facts['scheduled-tasks']['tasks'][number]

/** Tasks that Windows brings along. */
const WINDOWS_TASKS = '\\microsoft\\'

/**
 * Tasks under the account that are not the sync tool's own.
 *
 * Where the services were not seen the tool's folders are not known, and its own tasks would look like strangers: nothing is said.
 */
export function tasksUnder(account: Account, tool: InstalledTool, input: Input): readonly Found[] {
  const { facts, accounts } = input
  if (facts.services === undefined) return []
  const isOther = (task: Task): boolean =>
    !task.path.toLowerCase().startsWith(WINDOWS_TASKS) &&
    !tool.folders.some((folder) => liesUnder(task.command, folder)) &&
    accounts.same(accounts.resolve(task.account, task.accountSid), account)
  return (facts['scheduled-tasks']?.tasks ?? []).filter(isOther).flatMap((task) => judge(task, nameOf(account, input)))
}

function judge(task: Task, account: string): readonly Found[] {
  if (!task.enabled && !task.storesPassword) return []
  const kind = task.enabled ? 'task' : 'disabled-task'
  return [
    {
      verdict: task.enabled ? 'fail' : 'attention',
      message: { id: `${kind}s`, params: { tasks: [task.path], account } },
      evidence: [{ probe: 'scheduled-tasks', subject: task.path, kind, params: { command: task.command, account: task.account } }],
    },
  ]
}
