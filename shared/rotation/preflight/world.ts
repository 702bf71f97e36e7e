import type { Account } from '../../accounts/account.ts'
import { type AccountDirectory, createAccountDirectory } from '../../accounts/directory.ts'
import type { Facts } from '../../facts/index.ts'
import type { LoginToChange, PreflightInput, PreflightProbe } from './input.ts'

/** The input with what every part of the judgement needs. */
export interface PreflightWorld {
  readonly input: PreflightInput
  readonly accounts: AccountDirectory
  /** Undefined: not collected. */
  facts<Id extends PreflightProbe>(id: Id): Facts[Id] | undefined
  /** The facts were collected, and nothing of them is missing. */
  isWhole(id: PreflightProbe): boolean
  /** The Windows account of a login. */
  accountOf(login: LoginToChange): Account
  readonly nowMs: number
}

export function createPreflightWorld(input: PreflightInput): PreflightWorld {
  const { probes } = input.snapshot
  const facts = <Id extends PreflightProbe>(id: Id): Facts[Id] | undefined => {
    const answer = probes[id]
    return answer?.status === 'ok' ? answer.facts : undefined
  }
  const accounts = createAccountDirectory({
    host: facts('host'),
    'local-users': facts('local-users'),
    'local-groups': facts('local-groups'),
    'account-groups': facts('account-groups'),
    services: facts('services'),
    'scheduled-tasks': facts('scheduled-tasks'),
    logons: facts('logons'),
  })
  return {
    input,
    accounts,
    facts,
    isWhole: (id) => {
      const answer = probes[id]
      return answer?.status === 'ok' && answer.incomplete !== true
    },
    accountOf: (login) => accounts.resolve(login.name),
    nowMs: Date.parse(input.now),
  }
}

/** Names of Windows and SQL Server are compared without case. */
export function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}

/** A service of SQL Server: its account is changed with the tools of SQL Server alone. */
export function isSqlServerService(name: string): boolean {
  return /^(?:mssql(?:server|\$.*|fdlauncher.*|serverolapservice)|sql(?:serveragent|agent\$.*|browser|writer)|msolap\$.*|reportserver.*|sqlserverreportingservices|msdtsserver.*)$/i.test(
    name,
  )
}
