import type { Account } from '../../accounts/account.ts'
import { askedLogins } from '../../sql-login/asked-logins.ts'
import { findLogin } from '../../sql-login/login.ts'
import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'

type Rule = RuleOf<typeof definition>
type Input = Parameters<Rule>[0]
type Found = ReturnType<Rule>[number]

/** Tasks that Windows brings along. */
const WINDOWS_TASKS = '\\microsoft\\'

/** What only the sync tool had: its Windows users, SQL logins and tasks. What can still sign in is open, the rest is only named. */
export function leftovers(input: Input): readonly Found[] {
  // A built-in account is a part of Windows and stays.
  const accounts = input.syncTools.tools.flatMap((tool) => tool.accounts).filter((account) => account.kind !== 'built-in')
  return [...accounts.flatMap((account) => userLeft(account, input)), ...loginsLeft(input), ...tasksLeft(accounts, input)]
}

function userLeft(account: Account, { accounts }: Input): readonly Found[] {
  const user = accounts.localUser(account)
  if (user === undefined) return []
  const id = user.enabled ? 'account-enabled' : 'account-disabled'
  const evidence = [{ probe: 'local-users', subject: user.name, kind: id } as const]
  return [{ verdict: user.enabled ? 'attention' : 'pass', message: { id, params: { accounts: [user.name] } }, evidence }]
}

function loginsLeft({ facts, profile, syncTools, accounts }: Input): readonly Found[] {
  const instances = facts['sql-server']?.instances ?? []
  return askedLogins(profile, syncTools)
    .logins.flatMap((asked) => findLogin(instances, asked.name, accounts))
    .map(({ login, instance }) => {
      const id = login.enabled ? 'login-enabled' : 'login-disabled'
      return {
        verdict: login.enabled ? 'attention' : 'pass',
        message: { id, params: { logins: [login.name] } },
        evidence: [{ probe: 'sql-server', subject: `${instance.name} / ${login.name}`, kind: id }],
      }
    })
}

function tasksLeft(own: readonly Account[], { facts, accounts }: Input): readonly Found[] {
  return (facts['scheduled-tasks']?.tasks ?? [])
    .filter((task) => {
      const account = accounts.resolve(task.account, task.accountSid)
      return !task.path.toLowerCase().startsWith(WINDOWS_TASKS) && own.some((known) => accounts.same(known, account))
    })
    .map((task) => ({
      verdict: 'pass',
      message: { id: 'tasks-left', params: { tasks: [task.path] } },
      evidence: [{ probe: 'scheduled-tasks', subject: task.path, kind: 'task', params: { account: task.account } }],
    }))
}
