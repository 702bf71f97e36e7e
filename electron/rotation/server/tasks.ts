import { type AccountLookup, createAccountLookup } from '../../win32/accounts.ts'
import { createCom } from '../../win32/com.ts'
import type { NativeAccess } from '../../win32/library.ts'
import type { Win32Result } from '../../win32/result.ts'
import { createSystemInformation, type SystemInformation } from '../../win32/system-information.ts'
import { createTaskRegistration, type TaskRegistration } from '../../win32/task-registration.ts'
import type { RegisteredTask } from '../../win32/task-scheduler.ts'
import { unknown } from './account-codes.ts'
import { type Acted, acted, notDone } from './acted.ts'
import type { SecretText } from './secret-text.ts'
import { passwordPrincipal, saysTheSame } from './task-definition.ts'

/** Changes scheduled tasks that keep a password. */
export interface TaskHands {
  /** Lets a task run as an account with its password, and leaves everything else as it is; the task is not started by it. */
  updateTask(path: string, account: string, password: SecretText): Promise<Acted>
  /** The account whose password the task keeps, as it is written there; null: it keeps none, or it could not be read. */
  accountOf(path: string): Promise<string | null>
}

export interface TaskPorts {
  readonly tasks: TaskRegistration
  readonly accounts: Pick<AccountLookup, 'sidOf'>
  readonly system: Pick<SystemInformation, 'computerName'>
}

/** The hands on this machine. */
export function openTaskHands(native: NativeAccess): TaskHands {
  return createTaskHands({
    tasks: createTaskRegistration(native, createCom(native)),
    accounts: createAccountLookup(native),
    system: createSystemInformation(native),
  })
}

export function createTaskHands(ports: TaskPorts): TaskHands {
  return {
    updateTask: async (path, account, password) => updateTask(ports, path, account, password),
    accountOf: async (path) => {
      const found = ports.tasks.task(path)
      return found.ok && found.value !== null ? (passwordPrincipal(found.value.definition)?.account ?? null) : null
    },
  }
}

/** SCHED_S_BATCH_LOGON_PROBLEM of winerror.h: registered, but the account may not sign in as a batch job. */
const BATCH_LOGON_PROBLEM = 0x4131c

/**
 * Answers after which the task is as it was: Win32 codes for access, paths, parameters and the sign-in with which the scheduler tries the
 * password, and its own refusals of an account or a definition.
 */
const NOT_DONE: ReadonlySet<number> = new Set([
  5, 87, 126, 127, 1312, 1314, 1326, 1327, 1328, 1329, 1330, 1331, 1332, 1385, 1723, 1727, 1793, 1907, 1909, 0x8004130f, 0x80041310,
  0x80041311, 0x80041312, 0x80041315, 0x80041316, 0x80041317, 0x80041318, 0x80041319, 0x8004131a, 0x80040154, 0x80004001,
])

/** ERROR_FILE_NOT_FOUND and ERROR_PATH_NOT_FOUND, of a task or its folder. */
const GONE: ReadonlySet<number> = new Set([2, 3])
const NOT_THERE = 'task-not-there'

/** Small codes are known by their decimal form, HRESULTs by their hexadecimal one. */
const codeOf = (code: number): string =>
  code > 0xffff ? `windows-0x${code.toString(16).toUpperCase().padStart(8, '0')}` : `windows-${code}`

function updateTask({ tasks, accounts, system }: TaskPorts, path: string, account: string, password: SecretText): Acted {
  const before = read(tasks.task(path))
  if ('code' in before) return notDone(before.code)
  const principal = passwordPrincipal(before.definition)
  if (principal === null) return notDone('task-stores-no-password')
  const computer = system.computerName()
  if (!computer.ok) return notDone(codeOf(computer.failure.code))
  const user = qualified(account, computer.value)
  const { orInteractive } = principal
  const updated = password.use((text) => tasks.update({ ...before, path, user, password: text.subarray(0, -ZERO_BYTES), orInteractive }))
  if (!updated.ok) {
    const { code } = updated.failure
    if (GONE.has(code)) return notDone(NOT_THERE)
    return { kind: 'failed', code: codeOf(code), outcome: NOT_DONE.has(code) ? 'not-done' : 'unknown' }
  }
  const after = read(tasks.task(path))
  if ('code' in after) return unknown(after.code)
  const now = passwordPrincipal(after.definition)
  if (now === null || now.orInteractive !== orInteractive) return unknown('task-keeps-no-password')
  if (!isSameAccount(accounts, now.account, user)) return unknown('task-runs-as-other')
  if (!saysTheSame(before.definition, after.definition) || after.enabled !== before.enabled) return unknown('task-changed-otherwise')
  return updated.value === BATCH_LOGON_PROBLEM ? unknown('task-may-not-sign-in') : acted
}

/** Bytes of the zero at the end of a text in UTF-16. */
const ZERO_BYTES = 2

function read(found: Win32Result<RegisteredTask | null>): RegisteredTask | { readonly code: string } {
  if (!found.ok) return { code: codeOf(found.failure.code) }
  return found.value ?? { code: NOT_THERE }
}

/** The account with the name of this computer where it has none, or a dot: a bare name could be one of the domain. */
function qualified(account: string, computer: string): string {
  if (account.startsWith('.\\')) return `${computer}\\${account.slice(2)}`
  return /[\\@]/.test(account) ? account : `${computer}\\${account}`
}

const SID = /^S-1-/i

/** By their SIDs; names alone are compared only where Windows knows neither. */
function isSameAccount(accounts: TaskPorts['accounts'], one: string, other: string): boolean {
  const [first, second] = [one, other].map((account) => (SID.test(account) ? account : sidOf(accounts, account)))
  if (first === null && second === null) return one.toLowerCase() === other.toLowerCase()
  return first === second
}

function sidOf(accounts: TaskPorts['accounts'], account: string): string | null {
  const found = accounts.sidOf(account)
  return found.ok ? found.value : null
}
