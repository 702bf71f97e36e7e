import type { Facts } from '../../facts/index.ts'
import type { Language } from './machine.ts'
import { domainControllerRightRows, userRightRows } from './user-rights.data.ts'

type Holder = Facts['user-rights']['rights'][string][number]

/** Rights as Windows Server assigns them by default, and `added` holders by constant. */
export function userRights(
  language: Language,
  added: { readonly [constant: string]: readonly Holder[] } = {},
  role: 'server' | 'domain-controller' = 'server',
): Facts['user-rights'] {
  const rows = new Map([...userRightRows, ...(role === 'domain-controller' ? domainControllerRightRows : [])])
  const rights = Object.fromEntries(
    [...rows].map(([constant, sids]) => [
      constant,
      [...sids.map((sid) => ({ sid, name: nameOf(sid, language) })), ...(added[constant] ?? [])],
    ]),
  )
  return { rights: { ...rights, ...extra(added, rights) } }
}

/** A right that the defaults leave out. */
function extra(added: { readonly [constant: string]: readonly Holder[] }, known: { readonly [constant: string]: unknown }) {
  return Object.fromEntries(Object.entries(added).filter(([constant]) => !Object.hasOwn(known, constant)))
}

function nameOf(sid: string, language: Language): string | null {
  const names = holderNames[sid]
  return names === undefined ? null : names[language]
}

const holderNames: { readonly [sid: string]: { readonly [Key in Language]: string } | undefined } = {
  'S-1-1-0': { en: 'Everyone', de: 'Jeder' },
  'S-1-5-6': { en: 'NT AUTHORITY\\SERVICE', de: 'NT-AUTORITÄT\\DIENST' },
  'S-1-5-9': { en: 'NT AUTHORITY\\ENTERPRISE DOMAIN CONTROLLERS', de: 'NT-AUTORITÄT\\DOMÄNENCONTROLLER DER ORGANISATION' },
  'S-1-5-11': { en: 'NT AUTHORITY\\Authenticated Users', de: 'NT-AUTORITÄT\\Authentifizierte Benutzer' },
  'S-1-5-19': { en: 'NT AUTHORITY\\LOCAL SERVICE', de: 'NT-AUTORITÄT\\LOKALER DIENST' },
  'S-1-5-20': { en: 'NT AUTHORITY\\NETWORK SERVICE', de: 'NT-AUTORITÄT\\NETZWERKDIENST' },
  'S-1-5-32-544': { en: 'BUILTIN\\Administrators', de: 'VORDEFINIERT\\Administratoren' },
  'S-1-5-32-545': { en: 'BUILTIN\\Users', de: 'VORDEFINIERT\\Benutzer' },
  'S-1-5-32-548': { en: 'BUILTIN\\Account Operators', de: 'VORDEFINIERT\\Konten-Operatoren' },
  'S-1-5-32-549': { en: 'BUILTIN\\Server Operators', de: 'VORDEFINIERT\\Server-Operatoren' },
  'S-1-5-32-550': { en: 'BUILTIN\\Print Operators', de: 'VORDEFINIERT\\Druck-Operatoren' },
  'S-1-5-32-554': { en: 'BUILTIN\\Pre-Windows 2000 Compatible Access', de: 'VORDEFINIERT\\Prä-Windows 2000 kompatibler Zugriff' },
  'S-1-5-32-551': { en: 'BUILTIN\\Backup Operators', de: 'VORDEFINIERT\\Sicherungs-Operatoren' },
  'S-1-5-32-555': { en: 'BUILTIN\\Remote Desktop Users', de: 'VORDEFINIERT\\Remotedesktopbenutzer' },
  'S-1-5-32-559': { en: 'BUILTIN\\Performance Log Users', de: 'VORDEFINIERT\\Leistungsprotokollbenutzer' },
  'S-1-5-80-0': { en: 'NT SERVICE\\ALL SERVICES', de: 'NT SERVICE\\ALL SERVICES' },
  'S-1-5-80-3139157870-2983391045-3678747466-658725712-1809340420': { en: 'NT SERVICE\\WdiServiceHost', de: 'NT SERVICE\\WdiServiceHost' },
  'S-1-5-90-0': { en: 'Window Manager\\Window Manager Group', de: 'Window Manager\\Window Manager Group' },
}
