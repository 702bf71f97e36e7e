import type { Facts } from '../../facts/index.ts'
import { windowsTaskRows } from './scheduled-tasks.data.ts'

export type Task = Facts['scheduled-tasks']['tasks'][number]

/** Tasks of Windows itself, and `added` ones. Principals stand there as the task files have them: by SID. */
export function scheduledTasks(added: readonly Task[] = []): Facts['scheduled-tasks'] {
  const own = windowsTaskRows.map(([path, principal, elevated, enabled, command]) => ({
    path,
    account: principals[principal],
    accountSid: principals[principal],
    enabled,
    elevated,
    storesPassword: false,
    command,
  }))
  return { tasks: [...own, ...added] }
}

const principals = {
  system: 'S-1-5-18',
  local: 'S-1-5-19',
  network: 'S-1-5-20',
  users: 'S-1-5-32-545',
  administrators: 'S-1-5-32-544',
  interactive: 'S-1-5-4',
} as const
