import { namedUseKinds, sqlUseKinds } from './readings.ts'

/** What may hold a copy of a login's password or its name, beside the person. */
export const dependantKinds = ['service', 'task', ...namedUseKinds, ...sqlUseKinds] as const
export type DependantKind = (typeof dependantKinds)[number]

/**
 * Every finding that a preflight can have; texts hang on these names and journals hold them.
 *
 * One is added, never given another meaning.
 */
export const preflightKeys = [
  // the machine and the session
  'elevation-held',
  'elevation-missing',
  'facts-old',
  'host-not-known',
  'no-login-chosen',
  'session-not-known',
  'keychain-works',
  'keychain-refuses',
  'keychain-not-known',
  'journal-space-enough',
  'journal-space-short',
  'journal-space-not-known',
  // the sync tool's services
  'sync-services-found',
  'sync-services-none',
  'sync-services-missing',
  'service-order-circular',
  'service-order-not-known',
  'service-disabled',
  'service-busy',
  'dependents-stop-too',
  'restart-follows',
  // Windows accounts
  'account-found',
  'account-missing',
  'account-missing-in-domain',
  'account-not-known',
  'account-of-domain',
  'account-disabled',
  'account-locked',
  'account-expired',
  'account-expiry-not-known',
  'account-built-in',
  'account-virtual',
  'account-managed',
  'account-of-sql-server',
  'account-of-this-session',
  'account-signed-in',
  'sessions-not-known',
  'new-user-free',
  'new-user-exists',
  'new-user-not-known',
  'new-user-of-domain',
  // rules for passwords
  'policy-not-known',
  'policy-of-domain',
  'password-too-short',
  'password-too-long',
  'password-length-fits',
  'complexity-met',
  'complexity-not-known',
  'minimum-age',
  'minimum-age-passed',
  'minimum-age-not-known',
  'minimum-age-closes-back',
  'history-closes-back',
  'password-will-expire',
  'cannot-change-password',
  'change-permission-not-known',
  'reset-loses-secrets',
  'sign-ins-never-lock',
  'sign-in-tests-open',
  'sign-in-tests-closed',
  'domain-sign-in-open',
  'domain-sign-in-closed',
  'lock-out-not-known',
  // user rights
  'right-held',
  'right-will-be-granted',
  'right-set-by-policy',
  'right-denied',
  'right-not-known',
  // logins of SQL Server and of the ERP
  'sql-not-known',
  'sql-login-found',
  'sql-login-missing',
  'sql-login-not-known',
  'sql-login-of-windows',
  'sql-login-disabled',
  'sql-login-locked',
  'sql-login-must-change',
  'sql-login-state-not-known',
  'sql-policy-off',
  'sql-policy-on',
  'sql-policy-not-known',
  'sql-windows-only',
  'sql-mixed-mode',
  'sql-mode-not-known',
  'sql-right-held',
  'sql-right-missing',
  'sql-right-not-known',
  'sql-replicas',
  'sql-replicas-none',
  'sql-replicas-not-known',
  'sql-sessions',
  'sql-sessions-none',
  'sql-sessions-not-known',
  'erp-by-hand',
  // who else depends
  'updated-service',
  'updated-task',
  ...dependantKinds.map((kind) => `used-by-${kind}` as const),
  'uses-none',
  'uses-not-known',
  'uses-partly-known',
] as const

export type PreflightKey = (typeof preflightKeys)[number]

/** `stop`: nothing begins. `by-hand`: a person does it. `warn`: to be known first. `ok`: looked at, and as it should be. */
export type PreflightLevel = 'stop' | 'by-hand' | 'warn' | 'ok'

/** What a person can do about a dependant. */
export const adviceKeys = ['give-own-user', 'do-by-hand', 'stays-with-old-user', 'owner-alone'] as const
export type AdviceKey = (typeof adviceKeys)[number]

/** Places that were asked for who else depends. */
export const usePlaces = [
  'services',
  'scheduled-tasks',
  'web-server',
  'distributed-components',
  'component-applications',
  'stored-credentials',
  'mapped-drives',
  'sql-server',
] as const
export type UsePlace = (typeof usePlaces)[number]

export type PreflightParams = Readonly<Record<string, string | number | readonly string[]>>

export interface PreflightFinding {
  readonly key: PreflightKey
  readonly level: PreflightLevel
  /** key of the login; null: it is about the machine or the whole change */
  readonly login: string | null
  readonly params: PreflightParams
  readonly advice?: AdviceKey
}

export function found(level: PreflightLevel, key: PreflightKey, login: string | null, params: PreflightParams = {}): PreflightFinding {
  return { key, level, login, params }
}
