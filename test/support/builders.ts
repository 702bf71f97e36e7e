import type { Facts } from '#shared/facts/index.ts'

export const testHost: Facts['host'] = {
  name: 'ERP01',
  membership: 'workgroup',
  domain: null,
  netbiosDomain: null,
  os: { product: 'Windows Server 2022 Standard', build: '20348.2655', server: true },
  bootedAt: '2026-02-20T03:00:00Z',
}

let nextRelativeId = 1000

const MACHINE = 'S-1-5-21-111-222-333'

export function localUser(name: string, more: Partial<Facts['local-users']['users'][number]> = {}): Facts['local-users']['users'][number] {
  nextRelativeId += 1
  return {
    name,
    sid: `${MACHINE}-${nextRelativeId}`,
    fullName: '',
    comment: '',
    enabled: true,
    lockedOut: false,
    passwordRequired: true,
    passwordExpires: true,
    passwordLastSet: '2026-01-01T00:00:00Z',
    lastLogon: null,
    ...more,
  }
}

export function service(
  name: string,
  account: string,
  more: Partial<Facts['services']['services'][number]> = {},
): Facts['services']['services'][number] {
  return {
    name,
    displayName: name,
    account,
    accountSid: null,
    executable: `C:\\Program Files\\${name}\\${name}.exe`,
    state: 'running',
    startMode: 'auto',
    ...more,
  }
}

export function program(name: string, more: Partial<Facts['programs']['programs'][number]> = {}): Facts['programs']['programs'][number] {
  return { name, publisher: '', version: '1.0', installedOn: null, location: null, uninstallCommand: null, scope: 'machine', ...more }
}

type SqlInstance = Facts['sql-server']['instances'][number]
type SqlLogin = SqlInstance['logins'][number]

/** A login of SQL Server that may do nothing. */
export function sqlLogin(name: string, more: Partial<SqlLogin> = {}): SqlLogin {
  return {
    name,
    sid: '0x8f01',
    kind: 'sql',
    enabled: true,
    policyChecked: true,
    expirationChecked: false,
    passwordLastSet: null,
    serverRoles: [],
    serverPermissions: [],
    databases: [],
    ...more,
  }
}

/** An instance that was read whole. */
export function sqlInstance(name: string, logins: readonly SqlLogin[], more: Partial<SqlInstance> = {}): SqlInstance {
  return { name, version: '16', databases: [], visibility: 'full', logins, ...more }
}
