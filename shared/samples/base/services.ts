import type { Facts } from '../../facts/index.ts'
import type { Language } from './machine.ts'
import { domainControllerServiceRows, type ServiceRow, sessionHostServiceRows, windowsServiceRows } from './windows-services.data.ts'

export type Service = Facts['services']['services'][number]

const SYSTEM32 = 'C:\\Windows\\system32'

/** The three service accounts as the service control manager stores them, in every language. */
export const systemAccount = { account: 'LocalSystem', accountSid: 'S-1-5-18' } as const
export const localServiceAccount = { account: 'NT AUTHORITY\\LocalService', accountSid: 'S-1-5-19' } as const
const networkServiceAccount = { account: 'NT AUTHORITY\\NetworkService', accountSid: 'S-1-5-20' } as const

/** Services of Windows itself; `changes` says what differs on this server, by service name. */
export function windowsServices(language: Language, changes: { readonly [name: string]: Partial<Service> } = {}): Service[] {
  return windowsServiceRows.map((row) => ({ ...fromRow(row, language), ...changes[row[0]] }))
}

/** What the role of a domain controller adds. */
export function domainControllerServices(language: Language): Service[] {
  return domainControllerServiceRows.map((row) => fromRow(row, language))
}

/** What the roles of Remote Desktop Services add. */
export function sessionHostServices(language: Language): Service[] {
  return sessionHostServiceRows.map((row) => fromRow(row, language))
}

/** A member of a domain keeps its secure channel to it all the time. */
export const domainMemberChanges: { readonly [name: string]: Partial<Service> } = {
  Netlogon: { state: 'running', startMode: 'auto', delayedStart: false },
}

/** The order in which the service control manager lists them. */
export function inServiceOrder(services: readonly Service[]): Service[] {
  return services.toSorted((one, other) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1))
}

function fromRow([name, english, german, account, program, state, startMode, delayed]: ServiceRow, language: Language): Service {
  return {
    name,
    displayName: language === 'de' ? german : english,
    ...accounts[account],
    executable: program.includes('\\') ? program : `${SYSTEM32}\\${program}.exe`,
    state,
    startMode,
    ...(startMode === 'auto' ? { delayedStart: delayed === true } : {}),
  }
}

const accounts = { system: systemAccount, local: localServiceAccount, network: networkServiceAccount } as const
