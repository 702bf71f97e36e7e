import { describe, expect, it } from 'vitest'

import { accountGroupsProbe } from '#electron/probes/account-groups/probe.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import type { Windows } from '#electron/win32/windows.ts'
import {
  accountPartsOf,
  contextOf,
  number,
  registryOf,
  type StandInAccounts,
  type StandInService,
  serviceManagerOf,
  text,
  windowsOf,
} from '../stand-in-windows.ts'

const ACCOUNTS: Readonly<Record<string, string>> = {
  'ACME\\svc_erp': 'S-1-5-21-7-7-7-1001',
  'ACME\\svc_two': 'S-1-5-21-7-7-7-1002',
  'ERP01\\local': 'S-1-5-21-1-2-3-1003',
  'NT SERVICE\\Sync': 'S-1-5-80-1-2-3-4-5',
  Administrators: 'S-1-5-32-544',
}

const accounts: Windows['accounts'] = {
  sidOf: (name) => (name.startsWith('LOST\\') ? refused('LookupAccountNameW', 1789) : succeeded(ACCOUNTS[name] ?? null)),
  nameOf: (sid) => succeeded(Object.entries(ACCOUNTS).find(([, known]) => known === sid)?.[0] ?? null),
}

function serviceOf(name: string, account: string | number): StandInService {
  const configuration = typeof account === 'number' ? account : ({ startMode: 'auto', imagePath: 'x.exe', account } as const)
  return { listed: { name, displayName: name, state: 'stopped' }, configuration }
}

function read(names: readonly (string | number)[], standIn: StandInAccounts, parts: Partial<Windows> = {}) {
  const services = serviceManagerOf(names.map((account, index) => serviceOf(`S${index}`, account)))
  const windows = windowsOf({ ...accountPartsOf(standIn), accounts, services, ...parts })
  return accountGroupsProbe.read(contextOf(windows))
}

const ERP = { name: 'ACME\\svc_erp', sid: 'S-1-5-21-7-7-7-1001' }

describe('account-groups', () => {
  it('resolves each account of a person or service once, and neither built-in nor virtual ones', () => {
    const names = ['ACME\\svc_erp', 'acme\\svc_erp', 'ACME\\svc_erp', 'LocalSystem', 'NT SERVICE\\Sync', '.\\local', '.\\nobody']
    const tokens = { 'S-1-5-21-7-7-7-1001': ['S-1-5-21-7-7-7-512'], 'S-1-5-21-1-2-3-1003': ['S-1-5-32-545'] }
    expect(read(names, { tokens })).toEqual({
      status: 'ok',
      facts: {
        accounts: [
          { ...ERP, groups: ['S-1-5-21-7-7-7-512'], complete: true },
          { name: '.\\local', sid: 'S-1-5-21-1-2-3-1003', groups: ['S-1-5-32-545'], complete: true },
        ],
      },
    })
  })

  it('tells the local groups where the domain does not answer, and that these are not all', () => {
    expect(read(['ACME\\svc_erp'], { groupsOfUser: { 'ACME\\svc_erp': ['Administrators', 'Unknown'] } })).toEqual({
      status: 'ok',
      incomplete: true,
      facts: { accounts: [{ ...ERP, groups: ['S-1-5-32-544'], complete: false }] },
      notes: [
        'group Unknown of ACME\\svc_erp is left out: LookupAccountNameW for Unknown ended with error 1332',
        'domain groups of ACME\\svc_erp are not known: AuthzInitializeContextFromSid for S-1-5-21-7-7-7-1001 ended with error 1355',
      ],
    })
  })

  it('leaves out an account whose groups nobody tells, rather than show it without groups', () => {
    const reading = read(['ACME\\svc_erp', '.\\local'], { tokens: { 'S-1-5-21-1-2-3-1003': ['S-1-5-32-545'] } })
    expect(reading).toMatchObject({
      status: 'ok',
      incomplete: true,
      facts: { accounts: [{ name: '.\\local' }] },
      notes: [expect.stringMatching(/^account ACME\\svc_erp is left out: /)],
    })
  })

  it.each([
    { name: 'does not answer', code: 1355, asked: ['S-1-5-21-7-7-7-1001'] },
    { name: 'refuses one account', code: 5, asked: ['S-1-5-21-7-7-7-1001', 'S-1-5-21-7-7-7-1002'] },
  ])('asks a domain that $name as often as makes sense', ({ code, asked }) => {
    const sids: string[] = []
    const groupsOf = (sid: string) => {
      sids.push(sid)
      return refused('AuthzInitializeContextFromSid', code, { subject: sid })
    }
    expect(read(['ACME\\svc_erp', 'ACME\\svc_two'], {}, { authorization: { groupsOf } })).toMatchObject({ incomplete: true })
    expect(sids).toEqual(asked)
  })

  it('says where a service or its account is not known', () => {
    expect(read([5, 'LOST\\svc', 1060], {})).toEqual({
      status: 'ok',
      incomplete: true,
      facts: { accounts: [] },
      notes: [
        'the account of service S0 is not known: OpenServiceW for S0 ended with error 5',
        'account LOST\\svc is left out: LookupAccountNameW ended with error 1789',
      ],
    })
  })

  it('takes the account of a service that refuses from the registry', () => {
    const key = '64-bit HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\S0'
    const values = { Start: number(2), ImagePath: text('x.exe'), ObjectName: text('ACME\\svc_erp') }
    const tokens = { 'S-1-5-21-7-7-7-1001': ['S-1-1-0'] }
    expect(read([5], { tokens }, { registry: registryOf({ [key]: { values } }) })).toMatchObject({
      status: 'ok',
      facts: { accounts: [{ ...ERP, complete: true }] },
    })
  })

  it('has no facts without the list of services', () => {
    const refusing = { connect: () => refused('OpenSCManagerW', 5) }
    expect(read([], {}, { services: refusing })).toEqual({ status: 'denied', reason: 'OpenSCManagerW ended with error 5' })
    const list = () => refused('EnumServicesStatusExW', 1722)
    const listing: Windows['services'] = {
      connect: (reader) => succeeded(reader({ list, configuration: list })),
    }
    expect(read([], {}, { services: listing })).toMatchObject({ status: 'failed' })
  })
})
