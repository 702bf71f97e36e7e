/** Well-known SIDs (Microsoft, "Well-known SIDs"); groups and built-in accounts are recognised by these alone. */
export const wellKnownSids = {
  everyone: 'S-1-1-0',
  interactive: 'S-1-5-4',
  authenticatedUsers: 'S-1-5-11',
  localSystem: 'S-1-5-18',
  localService: 'S-1-5-19',
  networkService: 'S-1-5-20',
  localAccount: 'S-1-5-113',
  localAccountAdministrator: 'S-1-5-114',
  administrators: 'S-1-5-32-544',
  remoteDesktopUsers: 'S-1-5-32-555',
} as const

const DOMAIN_ACCOUNT = /^S-1-5-21-\d+-\d+-\d+-(\d+)$/

/** Relative identifier of a machine or domain account, e.g. 500 for the built-in administrator; null for any other SID. */
export function relativeIdentifier(sid: string | null): number | null {
  const match = sid === null ? null : DOMAIN_ACCOUNT.exec(sid)
  return match ? Number(match[1]) : null
}

/** Administrator, Guest, DefaultAccount and WDAGUtilityAccount: made by Windows, whatever they are called. */
export function isWindowsMadeUser(sid: string | null): boolean {
  return [500, 501, 503, 504].includes(relativeIdentifier(sid) ?? 0)
}

/** Domain Admins, Schema Admins or Enterprise Admins of whatever domain. */
export function isDomainAdministratorsGroup(sid: string): boolean {
  return [512, 518, 519].includes(relativeIdentifier(sid) ?? 0)
}

export function isVirtualAccountSid(sid: string): boolean {
  return sid.startsWith('S-1-5-80-')
}
