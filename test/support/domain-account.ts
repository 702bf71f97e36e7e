import type { DomainAccount } from '#electron/win32/domain-accounts.ts'

/** An account that can sign in, as the controller of its domain tells of it. */
export const domainAccount = (changes: Partial<DomainAccount> = {}): DomainAccount => ({
  name: 'svc_erp',
  sid: 'S-1-5-21-1-2-3-1104',
  fullName: '',
  comment: '',
  flags: 0x10200,
  passwordAgeSeconds: 3600,
  passwordExpired: false,
  lastLogonSeconds: 0,
  badPasswordCount: 0,
  expiresSeconds: null,
  ...changes,
})
