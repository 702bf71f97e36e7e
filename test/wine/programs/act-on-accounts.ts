// Does one act after the other to users and scheduled tasks, as the password change does. Arguments: output file, JSON file with the acts,
// JSON with libraries of this folder by the system library whose functions they replace.
import { readFileSync, writeFileSync } from 'node:fs'

import { readDomainAccounts } from '#electron/rotation/dependants/domain-accounts.ts'
import { openAccountHands } from '#electron/rotation/server/accounts.ts'
import { openDomainAccountHands } from '#electron/rotation/server/accounts-domain.ts'
import { secretText } from '#electron/rotation/server/secret-text.ts'
import { openTaskHands } from '#electron/rotation/server/tasks.ts'
import type { SignInKind } from '#electron/win32/account-sign-in.ts'
import { createCom } from '#electron/win32/com.ts'
import { createDomainAccounts } from '#electron/win32/domain-accounts.ts'
import { createTaskRegistration } from '#electron/win32/task-registration.ts'
import { openReplacedWindows } from './replaced-libraries.ts'

/** Acts with their arguments; those with `domain` are done to accounts of domains. `register` asks the task scheduler itself, with the definition and the switch as given. */
export type Step =
  | readonly ['changePassword', user: string, old: string, next: string]
  | readonly ['resetPassword', user: string, next: string]
  | readonly ['createUser', user: string, next: string, comment: string]
  | readonly ['removeUser' | 'disableUser' | 'exists' | 'passwordAge', user: string]
  | readonly ['signIn', user: string, password: string, kind: SignInKind]
  | readonly ['domain-exists' | 'domain-passwordAge' | 'domain-read', account: string]
  | readonly ['domain-signIn', account: string, password: string, kind: SignInKind]
  | readonly ['updateTask', path: string, account: string, password: string]
  | readonly ['accountOf' | 'task', path: string]
  | readonly ['register', path: string, user: string, password: string, definition: string, enabled: boolean]

const [outputFile = '', stepsFile = '', replacements = '{}'] = process.argv.slice(2)
const { native, outstanding } = openReplacedWindows(JSON.parse(replacements))
const accounts = openAccountHands(native)
const domainAccounts = openDomainAccountHands(native)
const tasks = openTaskHands(native)
const registration = createTaskRegistration(native, createCom(native))

async function act(step: Step): Promise<unknown> {
  const [, name] = step
  switch (step[0]) {
    case 'changePassword':
      return await accounts.changePassword(name, secretText(step[2]), secretText(step[3]))
    case 'resetPassword':
      return await accounts.resetPassword(name, secretText(step[2]))
    case 'createUser':
      return await accounts.createUser(name, secretText(step[2]), step[3])
    case 'signIn':
      return await accounts.signIn(name, secretText(step[2]), step[3])
    case 'domain-exists':
      return await domainAccounts.exists(name)
    case 'domain-passwordAge':
      return await domainAccounts.passwordAge(name)
    case 'domain-read':
      return (await readDomainAccounts(createDomainAccounts(native), [name]))[name]
    case 'domain-signIn':
      return await domainAccounts.signIn(name, secretText(step[2]), step[3])
    case 'updateTask':
      return await tasks.updateTask(name, step[2], secretText(step[3]))
    case 'accountOf':
      return await tasks.accountOf(name)
    case 'task':
      return registration.task(name)
    case 'register': {
      const [, path, user, password, definition, enabled] = step
      return registration.update({ path, user, definition, enabled, password: Buffer.from(password, 'utf16le'), orInteractive: false })
    }
    default:
      return await accounts[step[0]](name)
  }
}

const steps: readonly Step[] = JSON.parse(readFileSync(stepsFile, 'utf8'))
const results: unknown[] = []
for (const step of steps) results.push(await act(step))
writeFileSync(outputFile, JSON.stringify({ results, outstanding: outstanding() }))
