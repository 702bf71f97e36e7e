import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseEndpoint, serverNameOf } from '#electron/probes/tls-endpoints/endpoint-address.ts'

describe('endpoint-address', () => {
  it.each([
    {
      given: 'https://crm.example.com/sagecrm',
      url: 'https://crm.example.com/sagecrm',
      host: 'crm.example.com',
      port: 443,
      path: '/sagecrm',
    },
    { given: '  https://CRM.example.com:8443 ', url: 'https://CRM.example.com:8443', host: 'crm.example.com', port: 8443, path: '/' },
    { given: 'crm.example.com/crm', url: 'https://crm.example.com/crm', host: 'crm.example.com', port: 443, path: '/crm' },
    { given: 'crm:8443', url: 'https://crm:8443', host: 'crm', port: 8443, path: '/' },
    { given: 'http://crm.example.com', url: 'https://crm.example.com', host: 'crm.example.com', port: 443, path: '/' },
    { given: 'http://crm.example.com:80/a', url: 'https://crm.example.com/a', host: 'crm.example.com', port: 443, path: '/a' },
    { given: 'HTTPS://crm.example.com./', url: 'https://crm.example.com./', host: 'crm.example.com', port: 443, path: '/' },
    { given: 'https://10.0.0.5/', url: 'https://10.0.0.5/', host: '10.0.0.5', port: 443, path: '/' },
    { given: 'https://[2001:DB8::5]:444/', url: 'https://[2001:DB8::5]:444/', host: '2001:db8::5', port: 444, path: '/' },
    { given: 'https://bücher.example/', url: 'https://bücher.example/', host: 'xn--bcher-kva.example', port: 443, path: '/' },
    { given: 'https://anna:hunter2@crm.example.com/', url: 'https://crm.example.com/', host: 'crm.example.com', port: 443, path: '/' },
    {
      given: 'https://crm.example.com/a?key=hunter2#hunter2',
      url: 'https://crm.example.com/a',
      host: 'crm.example.com',
      port: 443,
      path: '/a',
    },
  ])('reads $given', ({ given, ...expected }) => {
    expect(parseEndpoint(given)).toEqual({ kind: 'usable', ...expected })
  })

  it.each([
    { given: 'http://crm.example.com:8080/', url: 'http://crm.example.com:8080/', error: 'not an https address' },
    { given: 'ftp://crm.example.com', url: 'ftp://crm.example.com', error: 'not an https address' },
    { given: 'https://', url: 'https://', error: 'not a valid address' },
    { given: 'https:///path', url: 'https:///path', error: 'not a valid address' },
    { given: 'https://.', url: 'https://.', error: 'not a valid address' },
    { given: 'our crm', url: 'our crm', error: 'not a valid address' },
    { given: 'https:\\\\crm', url: 'https:\\\\crm', error: 'not a valid address' },
    { given: 'https://crm:99999', url: 'https://crm:99999', error: 'not a valid address' },
    { given: 'https://anna:hun/ter2@crm', url: 'https://crm', error: 'not a valid address' },
    { given: 'ftp://anna:hunter2@crm', url: 'ftp://crm', error: 'not an https address' },
    { given: `https://crm/${'a'.repeat(3000)}`, url: `https://crm/${'a'.repeat(1988)}…`, error: 'the address is too long' },
  ])('says why $given cannot be asked', ({ given, ...expected }) => {
    expect(parseEndpoint(given)).toEqual({ kind: 'unusable', ...expected })
  })

  it('never throws and never shows what stands before an at sign of the host', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(parseEndpoint(`https://${before}hunter2@${after.replaceAll('@', '')}`).url.split('/')[2] ?? '').not.toContain('hunter2@')
      }),
    )
  })

  it('has no name for an address', () => {
    expect(['crm.example.com', '10.0.0.5', '::1'].map(serverNameOf)).toEqual(['crm.example.com', null, null])
  })
})
