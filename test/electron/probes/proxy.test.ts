import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { machineProxyOf, proxyFor } from '#electron/probes/proxy.ts'
import type { MachineProxy } from '#electron/win32/proxy-settings.ts'
import { refused, succeeded, type Win32Result } from '#electron/win32/result.ts'

const HOST = 'crm.example.com'
const WEB = { host: HOST, port: 443 }
const PLAIN = { host: HOST, port: 80 }
const PROXY = 'http://proxy.example.com:3128'
const FOUND = { host: 'proxy.example.com', port: 3128, authorization: null }

function machine(servers: string | null, bypass: string | null = null): () => MachineProxy {
  return () => ({ servers, bypass })
}

const noMachine = (): null => null

function basic(credentials: string): string {
  return `Basic ${Buffer.from(credentials).toString('base64')}`
}

describe('the proxy of the variable', () => {
  it.each([
    { name: 'as it is', environment: { HTTPS_PROXY: PROXY }, expected: FOUND },
    { name: 'in small letters', environment: { https_proxy: PROXY }, expected: FOUND },
    { name: 'with blanks around it', environment: { HTTPS_PROXY: ` ${PROXY} ` }, expected: FOUND },
    { name: 'beside an empty one', environment: { HTTPS_PROXY: '', https_proxy: PROXY }, expected: FOUND },
    { name: 'without a scheme', environment: { HTTPS_PROXY: 'proxy.example.com:3128' }, expected: FOUND },
    { name: 'without a port', environment: { HTTPS_PROXY: 'http://proxy.example.com' }, expected: { ...FOUND, port: 80 } },
    { name: 'that is an address', environment: { HTTPS_PROXY: 'http://[::1]:3128' }, expected: { ...FOUND, host: '::1' } },
    {
      name: 'with a password',
      environment: { HTTPS_PROXY: 'http://anna:a%3Ab%@proxy.example.com:3128' },
      expected: { ...FOUND, authorization: basic('anna:a%3Ab%') },
    },
    {
      name: 'with a password that is encoded',
      environment: { HTTPS_PROXY: 'http://anna:a%3Ab@proxy.example.com:3128' },
      expected: { ...FOUND, authorization: basic('anna:a:b') },
    },
    {
      name: 'with signs in the password that divide elsewhere',
      environment: { HTTPS_PROXY: 'http://anna:a:b@c@proxy.example.com:3128/' },
      expected: { ...FOUND, authorization: basic('anna:a:b@c') },
    },
    {
      name: 'with a user alone',
      environment: { HTTPS_PROXY: 'anna@proxy.example.com:3128' },
      expected: { ...FOUND, authorization: basic('anna:') },
    },
  ])('is taken $name', ({ environment, expected }) => {
    expect(proxyFor(WEB, noMachine, environment)).toEqual(expected)
    expect(proxyFor(WEB, machine(null), environment)).toEqual(expected)
  })

  it.each([
    { name: 'none is named', environment: {} },
    { name: 'it is empty', environment: { HTTPS_PROXY: ' ' } },
    { name: 'it makes no sense', environment: { HTTPS_PROXY: 'http://' } },
    { name: 'it is spoken to otherwise than by HTTP', environment: { HTTPS_PROXY: 'socks5://proxy:1080' } },
    { name: 'every host is excepted', environment: { HTTPS_PROXY: PROXY, NO_PROXY: '*' } },
    { name: 'the host is excepted', environment: { HTTPS_PROXY: PROXY, no_proxy: 'localhost,CRM.example.com:443' } },
    { name: 'the domain is excepted', environment: { HTTPS_PROXY: PROXY, NO_PROXY: 'a, example.com' } },
    { name: 'the domain is excepted with a dot', environment: { HTTPS_PROXY: PROXY, NO_PROXY: '.example.com' } },
    { name: 'the domain is excepted with a star', environment: { HTTPS_PROXY: PROXY, NO_PROXY: '*.example.com' } },
  ])('is not taken where $name', ({ environment }) => {
    expect(proxyFor(WEB, noMachine, environment)).toBeNull()
  })

  it('is taken where only another host is excepted', () => {
    expect(proxyFor(WEB, noMachine, { HTTPS_PROXY: PROXY, NO_PROXY: 'm.example.com,xample.com' })).toEqual(FOUND)
  })

  it.each([
    { name: 'is set', environment: { HTTPS_PROXY: PROXY }, expected: FOUND },
    { name: 'excepts the host', environment: { HTTPS_PROXY: PROXY, NO_PROXY: HOST }, expected: null },
    { name: 'is not understood', environment: { HTTPS_PROXY: 'socks5://proxy:1080' }, expected: null },
  ])('decides alone where it $name: the machine is not asked', ({ environment, expected }) => {
    const ask = (): never => {
      throw new Error('the machine was asked')
    }
    expect(proxyFor(WEB, ask, environment)).toEqual(expected)
  })

  it('never shows a user or a password but to the proxy', () => {
    const word = fc.stringMatching(/^[a-z0-9!$;:.%-]{1,12}$/)
    fc.assert(
      fc.property(word, word, (user, password) => {
        const proxy = proxyFor(WEB, noMachine, { HTTPS_PROXY: `http://u${user}:${password}@proxy.example.com:3128` })
        expect(proxy).toEqual({ ...FOUND, authorization: expect.stringMatching(/^Basic [\w+/]+=*$/) })
      }),
    )
  })
})

describe('the proxy of the machine', () => {
  it.each([
    { name: 'one for all', servers: 'proxy:8080', target: WEB, proxy: { host: 'proxy', port: 8080 } },
    { name: 'one without a port', servers: 'proxy.example', target: WEB, proxy: { host: 'proxy.example', port: 80 } },
    { name: 'one as an address', servers: 'http://proxy:3128/', target: WEB, proxy: { host: 'proxy', port: 3128 } },
    { name: 'one of the sixth version', servers: '[2001:db8::1]:8080', target: WEB, proxy: { host: '2001:db8::1', port: 8080 } },
    { name: 'that of its protocol', servers: 'http=a:80;HTTPS=b:8443', target: WEB, proxy: { host: 'b', port: 8443 } },
    { name: 'that of plain HTTP', servers: 'http=a:81 https=b:8443', target: PLAIN, proxy: { host: 'a', port: 81 } },
    { name: 'the common one beside that of another protocol', servers: 'http=a:80;c:1', target: WEB, proxy: { host: 'c', port: 1 } },
    { name: 'the highest port', servers: 'proxy:65535', target: WEB, proxy: { host: 'proxy', port: 65_535 } },
  ])('is $name', ({ servers, target, proxy }) => {
    expect(proxyFor(target, machine(servers), {})).toEqual({ ...proxy, authorization: null })
  })

  it.each([
    { name: 'is of another protocol', servers: 'ftp=a:80' },
    { name: 'is of another kind', servers: 'socks5://a:1080' },
    { name: 'is of another kind in the way of WinHTTP', servers: 'socks=a:1080' },
    { name: 'has a port beyond 65535', servers: 'proxy:65536' },
    { name: 'has port 0', servers: 'proxy:0' },
    { name: 'is empty', servers: '' },
  ])('is none where it $name', ({ servers }) => {
    expect(proxyFor(WEB, machine(servers), {})).toBeNull()
  })

  it.each([
    { name: 'a name', bypass: 'comms.example', host: 'COMMS.example', direct: true },
    { name: 'a name with a port', bypass: 'comms.example:443', host: 'comms.example', direct: true },
    { name: 'a pattern', bypass: '<local>; *.example', host: 'comms.example', direct: true },
    { name: 'what lies below a dot', bypass: '.example', host: 'comms.example', direct: true },
    { name: 'an address', bypass: '10.*', host: '10.1.2.3', direct: true },
    { name: 'an address of the sixth version', bypass: '[2001:db8::1]:443', host: '2001:db8::1', direct: true },
    { name: 'names without a dot', bypass: '<local>', host: 'erp01', direct: true },
    { name: 'names without a dot alone', bypass: '<local>', host: 'erp01.example', direct: false },
    { name: 'names, not addresses', bypass: '<local>', host: '2001:db8::1', direct: false },
    { name: 'another name', bypass: 'other.example', host: 'comms.example', direct: false },
    { name: 'a domain, which is not what lies below it', bypass: 'example', host: 'comms.example', direct: false },
  ])('is left out for $name: $direct', ({ bypass, host, direct }) => {
    expect(proxyFor({ host, port: 443 }, machine('proxy:8080', bypass), {}) === null).toBe(direct)
  })

  it('has exceptions of its own: NO_PROXY alone says nothing', () => {
    expect(proxyFor(WEB, machine('proxy.example.com:3128'), { NO_PROXY: '*' })).toEqual(FOUND)
  })

  it('never throws, whatever is set', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (servers, bypass, variable) => {
        proxyFor(WEB, machine(servers, bypass), {})
        proxyFor(WEB, noMachine, { HTTPS_PROXY: variable, NO_PROXY: bypass })
      }),
    )
  })

  it.each<{ name: string; answer: Win32Result<MachineProxy>; expected: MachineProxy | null; notes: readonly string[] }>([
    { name: 'answers', answer: succeeded({ servers: 'a:1', bypass: null }), expected: { servers: 'a:1', bypass: null }, notes: [] },
    {
      name: 'refuses',
      answer: refused('WinHttpGetDefaultProxyConfiguration', 127),
      expected: null,
      notes: ['the proxy of this machine is not known: WinHttpGetDefaultProxyConfiguration ended with error 127'],
    },
  ])('is read once, and only when it is wanted: Windows $name', ({ answer, expected, notes }) => {
    let asked = 0
    const noted: string[] = []
    const proxySettings = {
      machineProxy: () => {
        asked += 1
        return answer
      },
    }
    const machineProxy = machineProxyOf({ proxySettings }, (note) => noted.push(note))
    expect(asked).toBe(0)
    expect([machineProxy(), machineProxy()]).toEqual([expected, expected])
    expect(asked).toBe(1)
    expect(noted).toEqual(notes)
  })
})
