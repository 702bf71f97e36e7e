import type { Facts } from '#shared/facts/index.ts'
import type { ManagedObject } from '../../win32/management-instrumentation.ts'
import { errorCodes } from '../../win32/result.ts'

export type Product = Facts['antivirus']['products'][number]

export const defenderClass = {
  namespace: 'ROOT\\Microsoft\\Windows\\Defender',
  className: 'MSFT_MpComputerStatus',
  properties: [
    'AMRunningMode',
    'AMServiceEnabled',
    'AntivirusEnabled',
    'RealTimeProtectionEnabled',
    'AntivirusSignatureLastUpdated',
  ] as const,
}

export const securityCenterClass = {
  namespace: 'ROOT\\SecurityCenter2',
  className: 'AntiVirusProduct',
  properties: ['displayName', 'instanceGuid', 'productState'] as const,
}

export type DefenderStatus = ManagedObject<(typeof defenderClass.properties)[number]>
export type ReportedProduct = ManagedObject<(typeof securityCenterClass.properties)[number]>

/** Codes that say that there is nobody to ask. */
export const NOBODY: ReadonlySet<number> = new Set([errorCodes.invalidNamespace, errorCodes.invalidClass])

export const DEFENDER_NAME = 'Microsoft Defender Antivirus'

/** The mode in which Defender protects; in every other it leaves that to somebody else. A constant that Windows does not translate. */
const PROTECTING_MODE = 'normal'

/** Under which Defender reports itself to the Security Center. */
const DEFENDER_INSTANCE = '{d68ddc3a-831f-4fae-9e44-da132c1acf46}'

/**
 * Parts of productState. Microsoft does not describe the number; these are the values of WSC_SECURITY_PRODUCT_STATE and
 * WSC_SECURITY_SIGNATURE_STATUS (iwscapi.h) in their places. Off is 0, snoozed 0x2000, expired 0x3000.
 */
const STATE_MASK = 0xf000
const STATE_ON = 0x1000
const SIGNATURES_MASK = 0xf0

/** No signatures are older: a time before this is the zero of a product that has never been updated. */
const EARLIEST_SIGNATURES = Date.UTC(2000, 0, 1)

/** Null: what came is not the status of Defender. */
export function describeDefender(status: DefenderStatus): Product | null {
  const { AMRunningMode: mode, AMServiceEnabled: service, AntivirusEnabled: antivirus, RealTimeProtectionEnabled: realTime } = status
  if (typeof antivirus !== 'boolean') return null
  return {
    name: DEFENDER_NAME,
    enabled: antivirus && service !== false && isProtecting(mode),
    realTime: typeof realTime === 'boolean' ? realTime : null,
    signaturesUpdatedAt: managedTime(status.AntivirusSignatureLastUpdated),
  }
}

/** A Windows that does not tell the mode has only the one. */
function isProtecting(mode: DefenderStatus['AMRunningMode']): boolean {
  return typeof mode !== 'string' || mode.trim().toLowerCase() === PROTECTING_MODE
}

export function isDefender(product: ReportedProduct): boolean {
  return typeof product.instanceGuid === 'string' && product.instanceGuid.toLowerCase() === DEFENDER_INSTANCE
}

/** A product as it reports itself; when its signatures were updated it does not tell. Null: it gave no name or state. */
export function describeReported({ displayName, productState }: ReportedProduct): { product: Product; outdated: boolean } | null {
  if (typeof displayName !== 'string' || typeof productState !== 'number') return null
  const enabled = (productState & STATE_MASK) === STATE_ON
  return {
    product: { name: displayName, enabled, realTime: enabled, signaturesUpdatedAt: null },
    outdated: (productState & SIGNATURES_MASK) !== 0,
  }
}

const MANAGED_TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.\d{6}([+-]\d{3})$/

/** An instant of a CIM datetime such as `20261117070248.123000+060`, where the end is the offset in minutes. */
export function managedTime(value: DefenderStatus[keyof DefenderStatus]): string | null {
  const parts = typeof value === 'string' ? MANAGED_TIME.exec(value)?.slice(1).map(Number) : undefined
  if (parts === undefined) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, offsetMinutes = 0] = parts
  const time = Date.UTC(year, month - 1, day, hour, minute - offsetMinutes, second)
  return time >= EARLIEST_SIGNATURES ? new Date(time).toISOString() : null
}
