import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { proxyFor } from '#electron/probes/connector/proxy-address.ts'

const WEB = { host: 'comms.example', port: 443 }
const PLAIN = { host: 'comms.example', port: 80 }

function machine(servers: string | null, bypass: string | null = null) {
  return { servers, bypass }
}

describe('proxy-address', () => {
  it.each([
    { name: 'one for all', servers: 'proxy:8080', target: WEB, proxy: { host: 'proxy', port: 8080 } },
    { name: 'one without a port', servers: 'proxy.example', target: WEB, proxy: { host: 'proxy.example', port: 80 } },
    { name: 'one as an address', servers: 'http://proxy:3128/', target: WEB, proxy: { host: 'proxy', port: 3128 } },
    { name: 'one of the sixth version', servers: '[2001:db8::1]:8080', target: WEB, proxy: { host: '2001:db8::1', port: 8080 } },
    { name: 'that of its protocol', servers: 'http=a:80;HTTPS=b:8443', target: WEB, proxy: { host: 'b', port: 8443 } },
    { name: 'that of plain HTTP', servers: 'http=a:81 https=b:8443', target: PLAIN, proxy: { host: 'a', port: 81 } },
    { name: 'the common one beside that of another protocol', servers: 'http=a:80;c:1', target: WEB, proxy: { host: 'c', port: 1 } },
    { name: 'none of its protocol', servers: 'ftp=a:80', target: WEB, proxy: null },
    { name: 'another kind', servers: 'socks5://a:1080', target: WEB, proxy: null },
    { name: 'a port beyond 65535', servers: 'proxy:65536', target: WEB, proxy: null },
    { name: 'port 0', servers: 'proxy:0', target: WEB, proxy: null },
  ])('finds $name', ({ servers, target, proxy }) => {
    expect(proxyFor(target, machine(servers), {})).toEqual(proxy)
  })

  it.each([
    { name: 'a name', bypass: 'comms.example', host: 'COMMS.example', direct: true },
    { name: 'a pattern', bypass: '<local>; *.example', host: 'comms.example', direct: true },
    { name: 'an address', bypass: '10.*', host: '10.1.2.3', direct: true },
    { name: 'names without a dot', bypass: '<local>', host: 'erp01', direct: true },
    { name: 'names without a dot alone', bypass: '<local>', host: 'erp01.example', direct: false },
    { name: 'another name', bypass: 'other.example', host: 'comms.example', direct: false },
  ])('leaves out the proxy of the machine for $name: $direct', ({ bypass, host, direct }) => {
    expect(proxyFor({ host, port: 443 }, machine('proxy:8080', bypass), {}) === null).toBe(direct)
  })

  it.each([
    { name: 'is set', environment: { HTTPS_PROXY: 'http://proxy:3128' }, proxy: { host: 'proxy', port: 3128 } },
    { name: 'is set in small letters', environment: { https_proxy: 'proxy:3128' }, proxy: { host: 'proxy', port: 3128 } },
    { name: 'is not set', environment: {}, proxy: null },
    { name: 'exempts the host', environment: { HTTPS_PROXY: 'proxy:1', NO_PROXY: 'a, comms.example' }, proxy: null },
    { name: 'exempts the domain', environment: { HTTPS_PROXY: 'proxy:1', NO_PROXY: '.example' }, proxy: null },
    { name: 'exempts everything', environment: { HTTPS_PROXY: 'proxy:1', NO_PROXY: '*' }, proxy: null },
    { name: 'exempts another', environment: { HTTPS_PROXY: 'proxy:1', NO_PROXY: 'ms.example' }, proxy: { host: 'proxy', port: 1 } },
  ])('takes the variable where the machine has no proxy and it $name', ({ environment, proxy }) => {
    expect(proxyFor(WEB, machine(null), environment)).toEqual(proxy)
    expect(proxyFor(WEB, null, environment)).toEqual(proxy)
  })

  it('asks the machine first', () => {
    expect(proxyFor(WEB, machine('proxy:1'), { HTTPS_PROXY: 'other:2' })).toEqual({ host: 'proxy', port: 1 })
  })

  it('never shows a user or a password', () => {
    const word = fc.stringMatching(/^[a-z0-9!$;:.%-]{1,12}$/)
    fc.assert(
      fc.property(word, word, (user, password) => {
        const proxy = proxyFor(WEB, null, { HTTPS_PROXY: `http://u${user}:${password}@proxy:3128` })
        expect(proxy).toEqual({ host: 'proxy', port: 3128 })
      }),
    )
  })

  it('never throws, whatever is set', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (servers, bypass) => {
        proxyFor(WEB, machine(servers, bypass), {})
      }),
    )
  })
})
