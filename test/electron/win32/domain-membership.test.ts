import { describe, expect, it } from 'vitest'

import { createDomainMembershipReader } from '#electron/win32/domain-membership.ts'
import { layouts } from '#electron/win32/layouts.ts'
import { standIn } from './stand-in.ts'

interface Role {
  readonly role: number
  readonly flat: string | null
  readonly dns: string | null
}

function directoryRole({ role, flat, dns }: Role, status = 0) {
  const freed: unknown[] = []
  const windows = standIn((self) => ({
    'netapi32.dll': {
      DsRoleGetPrimaryDomainInformation: (_server, level, output) => {
        const layout = layouts.DSROLE_PRIMARY_DOMAIN_INFO_BASIC
        const bytes = Buffer.alloc(layout.size)
        bytes.writeUInt32LE(role, layout.MachineRole)
        bytes.writeBigUInt64LE(flat === null ? 0n : self.placeText(flat), layout.DomainNameFlat)
        bytes.writeBigUInt64LE(dns === null ? 0n : self.placeText(dns), layout.DomainNameDns)
        ;(output as bigint[])[0] = self.placeBytes(bytes)
        return level === 1 ? status : 87
      },
      DsRoleFreeMemory: (address) => freed.push(address),
    },
  }))
  return { reader: createDomainMembershipReader(windows.native), freed }
}

function joinState(state: number, name: string, status = 0) {
  const freed: unknown[] = []
  const windows = standIn((self) => ({
    'netapi32.dll': {
      NetGetJoinInformation: (_server, text, joined) => {
        ;(text as bigint[])[0] = self.placeText(name)
        ;(joined as number[])[0] = state
        return status
      },
      NetApiBufferFree: (address) => freed.push(address),
    },
  }))
  return { reader: createDomainMembershipReader(windows.native), freed }
}

describe('domain-membership', () => {
  it.each([
    { name: 'standalone workstation', role: 0, kind: 'workgroup' },
    { name: 'member workstation', role: 1, kind: 'domain' },
    { name: 'standalone server', role: 2, kind: 'workgroup' },
    { name: 'member server', role: 3, kind: 'domain' },
    { name: 'backup domain controller', role: 4, kind: 'domain-controller' },
    { name: 'primary domain controller', role: 5, kind: 'domain-controller' },
  ])('knows a $name', ({ role, kind }) => {
    const { reader, freed } = directoryRole({ role, flat: 'ACME', dns: 'acme.example' })
    const names = kind === 'workgroup' ? { dnsName: null, netbiosName: null } : { dnsName: 'acme.example', netbiosName: 'ACME' }
    expect(reader.role()).toEqual({ ok: true, value: { kind, ...names } })
    expect(freed).toHaveLength(1)
  })

  it('leaves out names that the domain does not have', () => {
    const { reader } = directoryRole({ role: 3, flat: 'ACME', dns: null })
    expect(reader.role()).toEqual({ ok: true, value: { kind: 'domain', dnsName: null, netbiosName: 'ACME' } })
  })

  it.each([
    { name: 'a status', role: 0, status: 1722, code: 1722 },
    { name: 'a role that Windows does not have', role: 9, status: 0, code: 13 },
  ])('fails on $name of the directory role', ({ role, status, code }) => {
    expect(directoryRole({ role, flat: null, dns: null }, status).reader.role()).toMatchObject({ ok: false, failure: { code } })
  })

  it.each([
    { state: 1, membership: { kind: 'workgroup', dnsName: null, netbiosName: null } },
    { state: 2, membership: { kind: 'workgroup', dnsName: null, netbiosName: null } },
    { state: 3, membership: { kind: 'domain', dnsName: null, netbiosName: 'ACME' } },
  ])('reads join state $state', ({ state, membership }) => {
    const { reader, freed } = joinState(state, 'ACME')
    expect(reader.join()).toEqual({ ok: true, value: membership })
    expect(freed).toHaveLength(1)
  })

  it.each([
    { name: 'a status', state: 3, status: 5, code: 5 },
    { name: 'an unknown join state', state: 0, status: 0, code: 13 },
  ])('fails on $name of the join information', ({ state, status, code }) => {
    expect(joinState(state, 'ACME', status).reader.join()).toMatchObject({ ok: false, failure: { code } })
  })

  it('is unsupported where Windows has neither function', () => {
    const reader = createDomainMembershipReader(standIn({}).native)
    expect([reader.role(), reader.join()]).toMatchObject([{ failure: { code: 126 } }, { failure: { code: 126 } }])
  })
})
