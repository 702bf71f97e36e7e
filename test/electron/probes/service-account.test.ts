import { describe, expect, it } from 'vitest'

import { createAccountResolver, readLocalAuthority } from '#electron/probes/service-account.ts'
import { refused, succeeded, type Win32Result } from '#electron/win32/result.ts'
import { windowsOf } from './stand-in-windows.ts'

function resolverOf(answer: (name: string) => Win32Result<string | null>) {
  const asked: string[] = []
  const sidOf = (name: string): Win32Result<string | null> => {
    asked.push(name)
    return answer(name)
  }
  return { resolve: createAccountResolver({ sidOf, nameOf: () => succeeded(null) }, 'ERP01'), asked }
}

describe('service-account', () => {
  it.each([
    { account: 'LocalSystem', sid: 'S-1-5-18' },
    { account: 'localsystem', sid: 'S-1-5-18' },
    { account: 'NT AUTHORITY\\SYSTEM', sid: 'S-1-5-18' },
    { account: 'NT AUTHORITY\\LocalService', sid: 'S-1-5-19' },
    { account: 'NT Authority\\Local Service', sid: 'S-1-5-19' },
    { account: 'NT AUTHORITY\\NetworkService', sid: 'S-1-5-20' },
  ])('knows $account without asking', ({ account, sid }) => {
    const { resolve, asked } = resolverOf(() => succeeded(null))
    expect(resolve(account)).toEqual({ sid, failure: null })
    expect(asked).toEqual([])
  })

  it.each([
    { account: '.\\svc_sync', asks: 'ERP01\\svc_sync' },
    { account: 'ACME\\svc_sync', asks: 'ACME\\svc_sync' },
    { account: 'svc_sync@acme.example', asks: 'svc_sync@acme.example' },
    { account: 'NT SERVICE\\MSSQLSERVER', asks: 'NT SERVICE\\MSSQLSERVER' },
  ])('asks for $account as $asks, once', ({ account, asks }) => {
    const { resolve, asked } = resolverOf(() => succeeded('S-1-5-21-1-2-3-1001'))
    expect(resolve(account)).toEqual({ sid: 'S-1-5-21-1-2-3-1001', failure: null })
    expect(resolve(account.toUpperCase()).sid).toBe('S-1-5-21-1-2-3-1001')
    expect(asked).toEqual([asks])
  })

  it('has no SID for a name that nobody has', () => {
    expect(resolverOf(() => succeeded(null)).resolve('.\\gone')).toEqual({ sid: null, failure: null })
  })

  it.each([
    { form: 'DOMAIN\\name', names: ['ACME\\a', 'acme\\b'] },
    { form: 'name@domain', names: ['a@acme.example', 'b@ACME.example'] },
  ])('asks a domain that does not answer once ($form), and others still', ({ names }) => {
    const { resolve, asked } = resolverOf((name) =>
      name.toLowerCase().includes('acme') ? refused('LookupAccountNameW', 1789) : succeeded('S-1-5-18'),
    )
    const resolved = names.map((name) => resolve(name))
    expect(resolved).toMatchObject([
      { sid: null, failure: { code: 1789 } },
      { sid: null, failure: { code: 1789 } },
    ])
    expect(resolve('.\\here').sid).toBe('S-1-5-18')
    expect(asked).toEqual([names[0], 'ERP01\\here'])
  })

  it('reads the dot as the domain on a domain controller and as the computer elsewhere', () => {
    const controller = windowsOf({
      membership: {
        role: () => succeeded({ kind: 'domain-controller', dnsName: 'acme.example', netbiosName: 'ACME' }),
        join: () => refused('NetGetJoinInformation', 5),
      },
    })
    expect(readLocalAuthority(controller)).toEqual({ ok: true, value: 'ACME' })
    expect(readLocalAuthority(windowsOf())).toEqual({ ok: true, value: 'ERP01' })
  })
})
