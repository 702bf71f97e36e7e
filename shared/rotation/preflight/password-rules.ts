import { found, type PreflightFinding } from './findings.ts'
import type { LoginToChange } from './input.ts'
import type { PreflightWorld } from './world.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Failed sign-ins that are left before a lock-out at which none is risked any more: others may fail at the same time. */
export const CLOSED_MARGIN = 2

/** What the rules of Windows are held against. */
export interface RuledPassword {
  /** instant at which the present one was set; null: not known or never */
  readonly lastSet: string | null
  /** null: not known */
  readonly badPasswords: number | null
  /** the user itself has to change it: an administrator's reset minds neither age nor history */
  readonly isChange: boolean
  /** there is no present password that age and history could be of */
  readonly isNew: boolean
}

/** The length against the target; the policy is judged apart because it may not apply. */
export function judgeLength(login: LoginToChange): readonly PreflightFinding[] {
  const { length, longest } = login
  if (longest === null || length <= longest) return []
  return [found('stop', 'password-too-long', login.key, { length, longest })]
}

/** The policy of this server against the password that is planned, and what it means for the way back. */
export function judgePolicy(world: PreflightWorld, login: LoginToChange, password: RuledPassword): readonly PreflightFinding[] {
  const policy = world.facts('account-policy')
  if (policy === undefined) return [found('warn', 'policy-not-known', login.key), found('warn', 'lock-out-not-known', login.key)]
  const { length } = login
  const minimum = policy.minPasswordLength
  const complexity = policy.complexity
  const back = password.isChange && !password.isNew
  return [
    length < minimum
      ? found('stop', 'password-too-short', login.key, { length, minimum })
      : found('ok', 'password-length-fits', login.key, { length, minimum }),
    // Whatever is generated has every class of characters and no name in it.
    ...(complexity === undefined ? [found('warn', 'complexity-not-known', login.key)] : [found('ok', 'complexity-met', login.key)]),
    ...(password.isNew ? [] : judgeAge(world, login, password, policy.minPasswordAgeDays)),
    ...(back && policy.passwordHistory > 0 ? [found('warn', 'history-closes-back', login.key, { count: policy.passwordHistory })] : []),
    ...judgeLockOut(login, policy.lockoutThreshold, password),
  ]
}

function judgeAge(
  world: PreflightWorld,
  login: LoginToChange,
  { lastSet, isChange }: RuledPassword,
  days: number | undefined,
): readonly PreflightFinding[] {
  if (days === 0) return [found('ok', 'minimum-age-passed', login.key)]
  if (days === undefined) return [found('warn', 'minimum-age-not-known', login.key)]
  const closesBack = isChange ? [found('warn', 'minimum-age-closes-back', login.key, { count: days })] : []
  if (lastSet === null) return [found('warn', 'minimum-age-not-known', login.key), ...closesBack]
  const possibleMs = Date.parse(lastSet) + days * DAY_MS
  if (possibleMs <= world.nowMs) return [found('ok', 'minimum-age-passed', login.key), ...closesBack]
  const params = { count: days, possibleAt: new Date(possibleMs).toISOString() }
  return [found(isChange ? 'stop' : 'warn', 'minimum-age', login.key, params), ...closesBack]
}

function judgeLockOut(login: LoginToChange, threshold: number, { badPasswords, isNew }: RuledPassword): readonly PreflightFinding[] {
  if (threshold === 0) return [found('ok', 'sign-ins-never-lock', login.key)]
  const bad = isNew ? 0 : badPasswords
  if (bad === null) return [found('warn', 'lock-out-not-known', login.key)]
  const margin = Math.max(threshold - bad, 0)
  const params = { count: margin, threshold }
  return [
    margin <= CLOSED_MARGIN
      ? found('warn', 'sign-in-tests-closed', login.key, params)
      : found('ok', 'sign-in-tests-open', login.key, params),
  ]
}

/** Rules of the account database for a local Windows account; those of a domain are not visible from here. */
export function judgeWindowsPassword(world: PreflightWorld, login: LoginToChange): readonly PreflightFinding[] {
  const { change } = login
  if (change.kind === 'new-user') {
    return [...judgeLength(login), ...judgePolicy(world, login, { lastSet: null, badPasswords: null, isChange: false, isNew: true })]
  }
  const isChange = change.how === 'change'
  const user = world.accounts.localUser(world.accountOf(login))
  const maximum = world.facts('account-policy')?.maxPasswordAgeDays ?? null
  return [
    ...judgeLength(login),
    ...judgePolicy(world, login, {
      lastSet: user?.passwordLastSet ?? null,
      badPasswords: user?.badPasswordCount ?? null,
      isChange,
      isNew: false,
    }),
    ...(user?.passwordExpires === true && maximum !== null ? [found('warn', 'password-will-expire', login.key, { count: maximum })] : []),
    ...(isChange ? changePermission(login, user?.cannotChangePassword) : [found('warn', 'reset-loses-secrets', login.key)]),
  ]
}

/** The flag forbids the change by the user itself, and never an administrator's reset. */
function changePermission(login: LoginToChange, cannotChange: boolean | undefined): readonly PreflightFinding[] {
  if (cannotChange === undefined) return [found('warn', 'change-permission-not-known', login.key)]
  return cannotChange ? [found('stop', 'cannot-change-password', login.key)] : []
}
