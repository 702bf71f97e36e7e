import { isOfDomain, judgeAccount, judgeNewUser } from './account.ts'
import { type Dependant, dependantsOf } from './dependants.ts'
import { judgeDomainLockOut } from './domain-account.ts'
import { found, type PreflightFinding } from './findings.ts'
import { type DependantGraph, graphOf } from './graph.ts'
import type { LoginToChange, PreflightInput } from './input.ts'
import { judgeDependants, judgeSight } from './judge-dependants.ts'
import { judgeMachine } from './machine.ts'
import { judgeLength, judgeWindowsPassword } from './password-rules.ts'
import { type PhaseDoer, phasesOf } from './phases.ts'
import { type PlannedRules, plannedRulesOf } from './planned-rules.ts'
import { judgeServices, type StopOrder } from './services.ts'
import { judgeSqlLogin } from './sql-login.ts'
import { BATCH_RIGHT, judgeRight, SERVICE_RIGHT } from './user-rights.ts'
import { createPreflightWorld, type PreflightWorld } from './world.ts'

/** What stands in the way of a change, what is done by hand, and what a person should know first. */
export interface Preflight {
  /** of the machine first, then login by login as they were chosen */
  readonly findings: readonly PreflightFinding[]
  readonly phases: readonly PhaseDoer[]
  /** nothing stands in the way */
  readonly canStart: boolean
  readonly dependants: DependantGraph
  /** the sync tool's services, those that depend on others first; null: not known */
  readonly stopOrder: StopOrder
  /** what the plan of the rotation holds of each login */
  readonly rules: readonly PlannedRules[]
}

/** Asks everything that can refuse later before anything changes; what is not known is never taken for harmless. */
export function judgePreflight(input: PreflightInput): Preflight {
  const world = createPreflightWorld(input)
  const dependants = new Map(input.logins.map((login) => [login.key, dependantsOf(world, login)]))
  const services = judgeServices(world)
  const findings = [
    ...judgeMachine(world),
    ...services.findings,
    ...judgeSight(world, [...dependants.values()].flat()),
    ...input.logins.flatMap((login) => judgeLogin(world, login, dependants.get(login.key) ?? [])),
  ]
  return {
    findings,
    phases: phasesOf(world, findings, dependants),
    canStart: findings.every(({ level }) => level !== 'stop'),
    dependants: graphOf(world, dependants),
    stopOrder: services.stopOrder,
    rules: input.logins.map((login) => plannedRulesOf(world, login)),
  }
}

function judgeLogin(world: PreflightWorld, login: LoginToChange, dependants: readonly Dependant[]): readonly PreflightFinding[] {
  const uses = judgeDependants(world, login, dependants)
  switch (login.kind) {
    case 'windows':
      return [...judgeWindows(world, login), ...judgeRights(world, login, dependants), ...uses]
    case 'sql-server':
      return [...judgeSqlLogin(world, login), ...uses]
    case 'erp':
      return [found('by-hand', 'erp-by-hand', login.key), ...judgeLength(login)]
  }
}

function judgeWindows(world: PreflightWorld, login: LoginToChange): readonly PreflightFinding[] {
  const { change } = login
  const account = change.kind === 'new-user' ? world.accounts.resolve(change.newName) : world.accountOf(login)
  const standing = change.kind === 'new-user' ? judgeNewUser(world, login, change.newName) : judgeAccount(world, login)
  if (isOfDomain(world, account)) {
    return [...standing, found('warn', 'policy-of-domain', login.key), ...judgeLength(login), judgeDomainLockOut(world, login)]
  }
  // Windows, or the domain, keeps the others' passwords: there is no rule to hold against them.
  return account.kind === 'local' ? [...standing, ...judgeWindowsPassword(world, login)] : standing
}

/** The rights that its own services and tasks need, of the account that they will run as. */
function judgeRights(world: PreflightWorld, login: LoginToChange, dependants: readonly Dependant[]): readonly PreflightFinding[] {
  const { change } = login
  const account = change.kind === 'new-user' ? world.accounts.resolve(change.newName) : world.accountOf(login)
  if (account.kind !== 'local' && account.kind !== 'domain') return []
  const own = dependants.filter(({ ownedBy }) => ownedBy === 'sync-tool')
  return [
    ...(own.some(({ kind }) => kind === 'service') ? judgeRight(world, login, account, SERVICE_RIGHT) : []),
    ...(own.some(({ kind }) => kind === 'task') ? judgeRight(world, login, account, BATCH_RIGHT) : []),
  ]
}
