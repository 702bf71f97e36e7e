import type { PlannedLogin } from '../plan.ts'
import { isOfDomain } from './account.ts'
import { instanceOf } from './dependants.ts'
import { domainLockOut } from './domain-account.ts'
import type { LoginToChange } from './input.ts'
import { type PreflightWorld, sameName } from './world.ts'

/** What a plan has to hold of a login and only a preflight can tell. */
export interface PlannedRules
  extends Pick<PlannedLogin, 'key' | 'changedBy' | 'minimumAgeHours' | 'historyCount' | 'lockOut'>,
    Partial<Pick<PlannedLogin, 'account'>> {}

const HOURS_PER_DAY = 24

const NOT_KNOWN = { minimumAgeHours: null, historyCount: null, lockOut: 'unknown' } as const
const NO_RULES = { minimumAgeHours: 0, historyCount: 0, lockOut: 'none' } as const

/** The rules that bind whoever sets a password again, as the plan of a rotation holds them. */
export function plannedRulesOf(world: PreflightWorld, login: LoginToChange): PlannedRules {
  const { key } = login
  if (login.kind === 'erp') return { key, changedBy: 'you', ...NOT_KNOWN }
  if (login.kind === 'sql-server') return { key, changedBy: 'app', ...sqlRules(world, login) }
  const account = login.change.kind === 'new-user' ? world.accounts.resolve(login.change.newName) : world.accountOf(login)
  // Managed and virtual accounts are refused before any plan is made of them.
  if (account.kind !== 'local' || isOfDomain(world, account)) {
    return { key, account: 'domain', changedBy: 'you', ...NOT_KNOWN, lockOut: domainLockOut(world, login) }
  }
  const badPasswords = login.change.kind === 'new-user' ? 0 : (world.accounts.localUser(account)?.badPasswordCount ?? null)
  return { key, account: 'local', changedBy: 'app', ...rulesOf(world, login, badPasswords, true) }
}

function sqlRules(world: PreflightWorld, login: LoginToChange): Omit<PlannedRules, 'key' | 'changedBy'> {
  const name = instanceOf(login)
  const isNew = login.change.kind === 'new-user'
  const known = world
    .facts('sql-server')
    ?.instances.find((instance) => sameName(instance.name, name))
    ?.logins.find((other) => sameName(other.name, login.name))
  if (!isNew && known?.policyChecked === false) return NO_RULES
  if (!isNew && known?.policyChecked !== true) return NOT_KNOWN
  const reading = world.input.readings.sqlServers?.find(({ instance }) => sameName(instance, name))
  const state = reading?.logins.find((other) => sameName(other.name, login.name))?.state
  const badPasswords = isNew ? 0 : state?.status === 'read' ? state.value.badPasswords : null
  // Nothing documents whether SQL Server holds age and history against an administrator: a reset is not taken to be free of them.
  return rulesOf(world, login, badPasswords, false)
}

function rulesOf(
  world: PreflightWorld,
  { change }: LoginToChange,
  badPasswords: number | null,
  resetIsFree: boolean,
): Pick<PlannedRules, 'minimumAgeHours' | 'historyCount' | 'lockOut'> {
  const policy = world.facts('account-policy')
  if (policy === undefined) return NOT_KNOWN
  const isFree = resetIsFree && change.kind === 'new-password' && change.how === 'reset'
  const days = policy.minPasswordAgeDays
  const threshold = policy.lockoutThreshold
  return {
    minimumAgeHours: isFree ? 0 : days === undefined ? null : days * HOURS_PER_DAY,
    historyCount: isFree ? 0 : policy.passwordHistory,
    lockOut: threshold === 0 ? 'none' : badPasswords === null ? 'unknown' : { threshold, badPasswords },
  }
}
