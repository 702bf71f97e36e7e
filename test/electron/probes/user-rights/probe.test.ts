import { describe, expect, it } from 'vitest'
import { userRightsProbe } from '#electron/probes/user-rights/probe.ts'
import { userRights } from '#electron/probes/user-rights.data.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import type { Windows } from '#electron/win32/windows.ts'
import { templateOf } from '../../policy/template-samples.ts'
import { domainPolicy, listOf, type MachineFiles, places, policyMachines, refusedList, serversPolicy } from '../policy-machine.ts'
import { accountPartsOf, contextOf, type StandInAccounts, windowsOf } from '../stand-in-windows.ts'

const NAMES: Readonly<Record<string, string>> = { 'S-1-5-32-544': 'BUILTIN\\Administrators', 'S-1-5-21-1-2-3-1001': 'ERP01\\svc' }
const accounts: Windows['accounts'] = { sidOf: () => succeeded(null), nameOf: (sid) => succeeded(NAMES[sid] ?? null) }

function read(rights: StandInAccounts['rights'], parts: Partial<Windows> = {}) {
  const windows = windowsOf({ ...accountPartsOf(rights === undefined ? {} : { rights }), accounts, ...parts })
  return userRightsProbe.read(contextOf(windows, { environment: { SystemRoot: '/no/such/folder' } }))
}

function rightsOf(reading: Awaited<ReturnType<typeof read>>) {
  if (reading.status !== 'ok') throw new Error('no rights')
  return reading.facts.rights
}

describe('user-rights', () => {
  it('asks for every right, and one that nobody holds is an empty list', async () => {
    const reading = await read({ SeServiceLogonRight: ['S-1-5-21-1-2-3-1001', 'S-1-5-21-8-8-8-1'], SeDebugPrivilege: ['S-1-5-32-544'] })
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

  it('lists a holder once', async () => {
    expect(rightsOf(await read({ SeDebugPrivilege: ['S-1-5-18', 'S-1-5-18'] })).SeDebugPrivilege).toHaveLength(1)
  })

  it('leaves out a right that refuses, with a note, and one that this Windows does not have, without', async () => {
    const reading = await read({ SeDebugPrivilege: ['S-1-5-32-544'], SeDenyRemoteInteractiveLogonRight: 5, SeSyncAgentPrivilege: null })
    expect(reading).toMatchObject({
      status: 'ok',
      incomplete: true,
      notes: [expect.stringMatching(/^the holders of SeDenyRemoteInteractiveLogonRight are not known: .* ended with error 5$/)],
    })
    expect(rightsOf(reading)).not.toHaveProperty('SeDenyRemoteInteractiveLogonRight')
    expect(rightsOf(reading)).not.toHaveProperty('SeSyncAgentPrivilege')
  })

  it('does not ask a domain again that could not be asked', async () => {
    const asked: string[] = []
    const nameOf = (sid: string) => {
      asked.push(sid)
      return sid.startsWith('S-1-5-21-8') ? refused('LookupAccountSidW', 1789, { subject: sid }) : succeeded('x')
    }
    const rights = { SeBatchLogonRight: ['S-1-5-21-8-8-8-1', 'S-1-5-21-8-8-8-2', 'S-1-5-18'], SeDebugPrivilege: ['S-1-5-18'] }
    const reading = await read(rights, { accounts: { ...accounts, nameOf } })
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
  ])('has no facts where $name', async ({ rights, status }) => {
    expect(await read(rights)).toMatchObject({ status, reason: expect.stringMatching(/^Lsa/) })
  })

  describe('with group policies', () => {
    const machine = policyMachines()
    const template = (...lines: readonly string[]): Buffer => templateOf('[Privilege Rights]', ...lines)
    const readOn = async (files: MachineFiles, list = listOf(domainPolicy, serversPolicy)) =>
      await userRightsProbe.read(machine(list, files, { ...accountPartsOf({ rights: { SeDebugPrivilege: ['S-1-5-32-544'] } }), accounts }))

    it('says which policy brings a right back that is changed here, and nothing of the rights that no step changes', async () => {
      const reading = await readOn({
        [places.cachedTemplate('gpt00000.dom')]: template(
          'SeDenyRemoteInteractiveLogonRight = *S-1-5-32-546',
          'SeDebugPrivilege = *S-1-5-32-544',
        ),
        [places.cachedTemplate('gpt00001.inf')]: template('sedenyremoteinteractivelogonright =', 'SeRemoteInteractiveLogonRight = Büro'),
      })
      expect(reading).toMatchObject({
        status: 'ok',
        notes: [
          'SeDenyRemoteInteractiveLogonRight, SeRemoteInteractiveLogonRight are set by the policy "Server – Größe"; a change made on this server is undone',
        ],
      })
      expect(reading).not.toHaveProperty('incomplete')
      expect(reading).toHaveProperty('facts.setByPolicy', [
        { policy: 'Server – Größe', rights: ['SeDenyRemoteInteractiveLogonRight', 'SeRemoteInteractiveLogonRight'] },
      ])
    })

    it.each([
      { name: 'the list of policies refuses', files: {}, list: refusedList },
      { name: 'a template cannot be read', files: { [places.cachedTemplate('gpt00000.dom')]: null }, list: listOf(domainPolicy) },
    ])('keeps every right and says what is not known where $name', async ({ files, list }) => {
      const reading = await readOn(files, list)
      expect(reading).toMatchObject({
        status: 'ok',
        notes: [expect.stringMatching(/^whether a policy sets user rights is not wholly known: /)],
      })
      expect(Object.keys(rightsOf(reading))).toEqual([...userRights])
      expect(reading).not.toHaveProperty('incomplete')
    })
  })
})
