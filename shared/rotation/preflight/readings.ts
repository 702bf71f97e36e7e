/**
 * What was read for one question, or why it was not.
 *
 * `gaps` are lines on what of it could not be seen: an empty list with gaps proves nothing.
 */
export type Reading<Value> =
  | { readonly status: 'read'; readonly value: Value; readonly gaps: readonly string[] }
  | { readonly status: 'denied' | 'unsupported' | 'failed'; readonly reason: string }

/** Places outside of services and tasks that keep the name of a Windows account, mostly with its password. */
export const namedUseKinds = [
  'iis-pool',
  'iis-virtual-directory',
  'iis-anonymous-user',
  'iis-configuration',
  'dcom-application',
  'com-plus-application',
  'stored-credential',
  'mapped-drive',
] as const

/** Something that names a Windows account. */
export interface NamedUse {
  readonly kind: (typeof namedUseKinds)[number]
  /** as the place itself calls it: a pool, a site with its path, a class id, a target, a drive */
  readonly name: string
  /** as it is written there, mostly without a SID */
  readonly account: string
}

/** Places of SQL Server that keep the name of a login or of a Windows account. */
export const sqlUseKinds = ['sql-credential', 'linked-server', 'agent-proxy', 'agent-job'] as const

/** Something of SQL Server that names a login or a Windows account; `agent-job` keeps the name of its owner alone. */
export interface SqlUse {
  readonly kind: (typeof sqlUseKinds)[number]
  readonly name: string
  readonly account: string
}

/** State of one login, by LOGINPROPERTY; null: SQL Server does not track it. */
export interface SqlLoginState {
  readonly locked: boolean | null
  readonly expired: boolean | null
  readonly mustChange: boolean | null
  readonly badPasswords: number | null
}

/** What one instance tells beyond its facts. */
export interface SqlServerReading {
  /** HOST or HOST\INSTANCE, as in the facts */
  readonly instance: string
  /** Windows accounts alone may sign in */
  readonly windowsOnly: Reading<boolean>
  /** what the account that would change the password may do */
  readonly rights: Reading<{ readonly controlServer: boolean; readonly alterAnyLogin: boolean }>
  /** the server is part of an availability group or could be */
  readonly highAvailability: Reading<boolean>
  readonly uses: Reading<readonly SqlUse[]>
  readonly logins: readonly {
    readonly name: string
    readonly state: Reading<SqlLoginState>
    /** programs that are signed in with it now, as they call themselves */
    readonly sessions: Reading<readonly string[]>
  }[]
}

/** A policy with the user rights that it sets; whatever is changed there on this server is undone. */
export interface PolicyRights {
  /** as its administrators call it */
  readonly policy: string
  /** constants in any case, e.g. SeServiceLogonRight */
  readonly rights: readonly string[]
}

/** A service with the services that have to run before it. */
export interface ServiceDependencies {
  readonly name: string
  readonly needs: readonly string[]
}

/** An account of a domain as the controller that leads the domain knows it. */
export interface DomainAccountState {
  /**
   * Failed sign-ins at which the policy of the whole domain locks an account; 0: never; null: not told.
   *
   * A fine-grained policy may give this one account another number, which nobody but the directory itself tells.
   */
  readonly lockoutThreshold: number | null
  /** null: the domain has no account of this name */
  readonly account: {
    readonly enabled: boolean
    readonly lockedOut: boolean
    /** wrong passwords since the last sign-in that came about; null: not told */
    readonly badPasswords: number | null
    /** null: never */
    readonly expiresAt: string | null
  } | null
}

/** Everything that is read for a preflight beside the facts; what is absent was not asked. */
export interface PreflightReadings {
  readonly webServer?: Reading<readonly NamedUse[]> | undefined
  readonly distributedComponents?: Reading<readonly NamedUse[]> | undefined
  readonly componentApplications?: Reading<readonly NamedUse[]> | undefined
  readonly storedCredentials?: Reading<readonly NamedUse[]> | undefined
  readonly mappedDrives?: Reading<readonly NamedUse[]> | undefined
  readonly serviceDependencies?: Reading<readonly ServiceDependencies[]> | undefined
  /** when local accounts expire, by bare name; null: never */
  readonly accountExpiry?: Readonly<Record<string, Reading<string | null>>> | undefined
  /** accounts of domains, by the names of the logins */
  readonly domainAccounts?: Readonly<Record<string, Reading<DomainAccountState>>> | undefined
  /** the security templates of the policies that apply here */
  readonly policyRights?: Reading<readonly PolicyRights[]> | undefined
  /** an entry was written, read and removed */
  readonly keychain?: Reading<true> | undefined
  /** bytes that are free where the journal lies */
  readonly journalSpace?: Reading<number> | undefined
  readonly sqlServers?: readonly SqlServerReading[] | undefined
}
