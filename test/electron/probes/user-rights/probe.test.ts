import { describe, expect, it } from 'vitest'
import { userRightsProbe } from '#electron/probes/user-rights/probe.ts'
import { userRights } from '#electron/probes/user-rights.data.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import type { Windows } from '#electron/win32/windows.ts'
import { accountPartsOf, contextOf, type StandInAccounts, windowsOf } from '../stand-in-windows.ts'

const NAMES: Readonly<Record<string, string>> = { 'S-1-5-32-544': 'BUILTIN\\Administrators', 'S-1-5-21-1-2-3-1001': 'ERP01\\svc' }
const accounts: Windows['accounts'] = { sidOf: () => succeeded(null), nameOf: (sid) => succeeded(NAMES[sid] ?? null) }

function read(rights: StandInAccounts['rights'], parts: Partial<Windows> = {}) {
  const windows = windowsOf({ ...accountPartsOf(rights === undefined ? {} : { rights }), accounts, ...parts })
  return userRightsProbe.read(contextOf(windows))
}

function rightsOf(reading: ReturnType<typeof read>) {
  if (reading instanceof Promise || reading.status !== 'ok') throw new Error('no rights')
  return reading.facts.rights
}

describe('user-rights', () => {
  it('asks for every right, and one that nobody holds is an empty list', () => {
    const reading = read({ SeServiceLogonRight: ['S-1-5-21-1-2-3-1001', 'S-1-5-21-8-8-8-1'], SeDebugPrivilege: ['S-1-5-32-544'] })
    const rights = rightsOf(reading)
    expect(Object.keys(rights)).toEqual([...userRights])
    expect(rights).toMatchObject({
      SeServiceLogonRight: [
        { sid: 'S-1-5-21-1-2-3-1001', name: 'ERP01\\svc' },
        { sid: 'S-1-5-21-8-8-8-1', name: null },
      ],
      SeDebugPrivilege: [{ sid: 'S-1-5-32-544', name: 'BUILTIN\\Administrators' }],
      SeDenyRemoteInteractiveLogonRight: [],
    })
    expect(reading).not.toHaveProperty('incomplete')
  })

  it('knows the ten account rights and no right twice', () => {
    expect(userRights.filter((right) => right.endsWith('LogonRight'))).toHaveLength(10)
    expect(new Set(userRights).size).toBe(userRights.length)
  })

  it('lists a holder once', () => {
    expect(rightsOf(read({ SeDebugPrivilege: ['S-1-5-18', 'S-1-5-18'] })).SeDebugPrivilege).toHaveLength(1)
  })

  it('leaves out a right that refuses, with a note, and one that this Windows does not have, without', () => {
    const reading = read({ SeDebugPrivilege: ['S-1-5-32-544'], SeDenyRemoteInteractiveLogonRight: 5, SeSyncAgentPrivilege: null })
    expect(reading).toMatchObject({
      status: 'ok',
      incomplete: true,
      notes: [expect.stringMatching(/^the holders of SeDenyRemoteInteractiveLogonRight are not known: .* ended with error 5$/)],
    })
    expect(rightsOf(reading)).not.toHaveProperty('SeDenyRemoteInteractiveLogonRight')
    expect(rightsOf(reading)).not.toHaveProperty('SeSyncAgentPrivilege')
  })

  it('does not ask a domain again that could not be asked', () => {
    const asked: string[] = []
    const nameOf = (sid: string) => {
      asked.push(sid)
      return sid.startsWith('S-1-5-21-8') ? refused('LookupAccountSidW', 1789, { subject: sid }) : succeeded('x')
    }
    const rights = { SeBatchLogonRight: ['S-1-5-21-8-8-8-1', 'S-1-5-21-8-8-8-2', 'S-1-5-18'], SeDebugPrivilege: ['S-1-5-18'] }
    const reading = read(rights, { accounts: { ...accounts, nameOf } })
    expect(asked).toEqual(['S-1-5-21-8-8-8-1', 'S-1-5-18'])
    expect(reading).toMatchObject({
      incomplete: true,
      notes: ['names of accounts of S-1-5-21-8-8-8 are not known: LookupAccountSidW for S-1-5-21-8-8-8-1 ended with error 1789'],
    })
  })

  it.each([
    { name: 'the policy refuses', rights: 5, status: 'denied' },
    { name: 'Windows has no such policy', rights: 127, status: 'unsupported' },
    { name: 'the server does not answer', rights: 0xc0020017, status: 'failed' },
    { name: 'nobody holds any right, which no Windows has', rights: {}, status: 'failed' },
    { name: 'every right refuses', rights: Object.fromEntries(userRights.map((right) => [right, 5])), status: 'denied' },
    { name: 'one right refuses and nobody holds another', rights: { SeNetworkLogonRight: 5 }, status: 'denied' },
  ])('has no facts where $name', ({ rights, status }) => {
    expect(read(rights)).toMatchObject({ status, reason: expect.stringMatching(/^Lsa/) })
  })
})
