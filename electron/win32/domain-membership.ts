import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { toAddress } from './memory.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'

export interface DomainMembership {
  readonly kind: 'workgroup' | 'domain' | 'domain-controller'
  /** DNS name of the domain; null in a workgroup and for a domain that has none. */
  readonly dnsName: string | null
  /** Flat name of the domain; null in a workgroup. */
  readonly netbiosName: string | null
}

export interface DomainMembershipReader {
  /** What the directory role interface says; the full answer. */
  role(): Win32Result<DomainMembership>
  /** What the workstation service says: whether the machine is joined and the flat name, but never whether it is a controller. */
  join(): Win32Result<DomainMembership>
}

const DS_ROLE_PRIMARY_DOMAIN_INFO_BASIC = 1

/** DSROLE_MACHINE_ROLE of dsrole.h: standalone and member workstation, standalone and member server, backup and primary controller. */
const MACHINE_ROLES: readonly DomainMembership['kind'][] = [
  'workgroup',
  'domain',
  'workgroup',
  'domain',
  'domain-controller',
  'domain-controller',
]

/** NETSETUP_JOIN_STATUS of lmjoin.h. Zero is "unknown" and no answer. */
const JOIN_STATES: { readonly [status: number]: DomainMembership['kind'] } = { 1: 'workgroup', 2: 'workgroup', 3: 'domain' }

export function createDomainMembershipReader(native: NativeAccess): DomainMembershipReader {
  const getRole = native.bind(
    'netapi32.dll',
    'uint32_t __stdcall DsRoleGetPrimaryDomainInformation(str16 server, int level, _Out_ uintptr_t *buffer)',
    'status',
  )
  const freeRole = native.bind('netapi32.dll', 'void __stdcall DsRoleFreeMemory(uintptr_t buffer)', 'status')
  const getJoin = native.bind(
    'netapi32.dll',
    'uint32_t __stdcall NetGetJoinInformation(str16 server, _Out_ uintptr_t *name, _Out_ int *status)',
    'status',
  )
  const freeBuffer = native.bind('netapi32.dll', 'uint32_t __stdcall NetApiBufferFree(uintptr_t buffer)', 'status')

  const textAt = (address: bigint): string | null => (address === 0n ? null : native.wideStringAt(address) || null)

  return {
    role: () => {
      const pointer = [0n]
      const status = Number(getRole(null, DS_ROLE_PRIMARY_DOMAIN_INFO_BASIC, pointer))
      const address = toAddress(pointer[0])
      if (status !== 0) return refused('DsRoleGetPrimaryDomainInformation', status)
      if (address === 0n) return refused('DsRoleGetPrimaryDomainInformation', errorCodes.invalidData)
      const layout = layouts.DSROLE_PRIMARY_DOMAIN_INFO_BASIC
      try {
        const bytes = Buffer.from(native.bytesAt(address, layout.size))
        const kind = MACHINE_ROLES[bytes.readUInt32LE(layout.MachineRole)]
        if (kind === undefined) return refused('DsRoleGetPrimaryDomainInformation', errorCodes.invalidData)
        if (kind === 'workgroup') return succeeded({ kind, dnsName: null, netbiosName: null })
        return succeeded({
          kind,
          dnsName: textAt(bytes.readBigUInt64LE(layout.DomainNameDns)),
          netbiosName: textAt(bytes.readBigUInt64LE(layout.DomainNameFlat)),
        })
      } finally {
        freeRole(address)
      }
    },
    join: () => {
      const pointer = [0n]
      const joined = [0]
      const status = Number(getJoin(null, pointer, joined))
      const kind = JOIN_STATES[Number(joined[0])]
      const address = toAddress(pointer[0])
      try {
        if (status !== 0) return refused('NetGetJoinInformation', status)
        if (kind === undefined) return refused('NetGetJoinInformation', errorCodes.invalidData)
        return succeeded({ kind, dnsName: null, netbiosName: kind === 'workgroup' ? null : textAt(address) })
      } finally {
        if (address !== 0n) freeBuffer(address)
      }
    },
  }
}
