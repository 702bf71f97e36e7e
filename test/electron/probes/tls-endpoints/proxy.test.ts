import { describe, expect, it } from 'vitest'

import { proxyFor } from '#electron/probes/tls-endpoints/proxy.ts'

const PROXY = 'http://proxy.example.com:3128'
const HOST = 'crm.example.com'

describe('proxy', () => {
  it.each([
    { name: 'as it is', environment: { HTTPS_PROXY: PROXY }, expected: { host: 'proxy.example.com', port: 3128, authorization: null } },
    {
      name: 'in small letters',
      environment: { https_proxy: PROXY },
      expected: { host: 'proxy.example.com', port: 3128, authorization: null },
    },
    { name: 'without a scheme', environment: { HTTPS_PROXY: 'proxy:3128' }, expected: { host: 'proxy', port: 3128, authorization: null } },
    { name: 'without a port', environment: { HTTPS_PROXY: 'http://proxy' }, expected: { host: 'proxy', port: 80, authorization: null } },
    {
      name: 'that is an address',
      environment: { HTTPS_PROXY: 'http://[::1]:8080' },
      expected: { host: '::1', port: 8080, authorization: null },
    },
    {
      name: 'with a password',
      environment: { HTTPS_PROXY: 'http://anna:a%3Ab%@proxy:1' },
      expected: { host: 'proxy', port: 1, authorization: `Basic ${Buffer.from('anna:a%3Ab%').toString('base64')}` },
    },
    {
      name: 'with a password that is encoded',
      environment: { HTTPS_PROXY: 'http://anna:a%3Ab@proxy:1' },
      expected: { host: 'proxy', port: 1, authorization: `Basic ${Buffer.from('anna:a:b').toString('base64')}` },
    },
  ])('is taken $name', ({ environment, expected }) => {
    expect(proxyFor(HOST, environment)).toEqual(expected)
  })

  it.each([
    { name: 'none is named', environment: {} },
    { name: 'it is empty', environment: { HTTPS_PROXY: ' ' } },
    { name: 'it makes no sense', environment: { HTTPS_PROXY: 'http://' } },
    { name: 'it is spoken to otherwise than by HTTP', environment: { HTTPS_PROXY: 'socks5://proxy:1080' } },
    { name: 'every host is excepted', environment: { HTTPS_PROXY: PROXY, NO_PROXY: '*' } },
    { name: 'the host is excepted', environment: { HTTPS_PROXY: PROXY, no_proxy: 'localhost,CRM.example.com:443' } },
    { name: 'the domain is excepted', environment: { HTTPS_PROXY: PROXY, NO_PROXY: 'example.com' } },
    { name: 'the domain is excepted with a dot', environment: { HTTPS_PROXY: PROXY, NO_PROXY: '.example.com' } },
    { name: 'the domain is excepted with a star', environment: { HTTPS_PROXY: PROXY, NO_PROXY: '*.example.com' } },
  ])('is not taken where $name', ({ environment }) => {
    expect(proxyFor(HOST, environment)).toBeNull()
  })

  it('is taken where only another host is excepted', () => {
    expect(proxyFor(HOST, { HTTPS_PROXY: PROXY, NO_PROXY: 'm.example.com,xample.com' })).not.toBeNull()
  })
})
