import { describe, expect, it } from 'vitest'

import { namedEndpoints } from '#shared/checks/endpoint.ts'
import { endpoint } from '../../support/endpoints.ts'

/** Which of the addresses in the facts are taken for the one in the profile. */
const seenAs = (address: string, ...urls: readonly string[]): readonly string[] =>
  namedEndpoints(
    [address],
    urls.map((url) => endpoint({ url })),
  ).flatMap(({ seen }) => seen.map(({ facts, samePath }) => `${facts.url}${samePath ? '' : ' (other path)'}`))

describe('endpoint', () => {
  const same: readonly (readonly [name: string, profile: string, facts: string])[] = [
    ['as written', 'https://crm.example.com', 'https://crm.example.com'],
    ['case of scheme and host', 'HTTPS://CRM.Example.com/crm', 'https://crm.example.com/crm'],
    ['the usual port', 'https://crm.example.com:443', 'https://crm.example.com'],
    ['a slash at the end', 'https://crm.example.com/crm/', 'https://crm.example.com/crm'],
    ['a dot at the end of the host', 'https://crm.example.com.', 'https://crm.example.com'],
    ['query and fragment', 'https://crm.example.com/crm?a=1#b', 'https://crm.example.com/crm'],
    ['spaces around it', ' https://crm.example.com ', 'https://crm.example.com'],
    ['no scheme', 'crm.example.com/crm', 'https://crm.example.com/crm'],
    ['no scheme, with a port', 'crm.example.com:8443', 'https://crm.example.com:8443'],
    ['plain http on its port', 'http://crm.example.com', 'https://crm.example.com'],
    ['plain http with its port', 'http://crm.example.com:80/', 'https://crm.example.com:443'],
    ['plain http on another port', 'http://crm.example.com:8080', 'http://CRM.example.com:8080/'],
    ['an IPv6 address', 'https://[2001:DB8::1]:8443/crm', 'https://[2001:db8::1]:8443/crm'],
  ]
  it.each(same)('takes for the same: %s', (_name, address, url) => {
    expect(seenAs(address, url)).toEqual([url])
  })

  const other: readonly (readonly [name: string, profile: string, facts: string])[] = [
    ['another host', 'https://crm.example.com', 'https://erp.example.com'],
    ['another port', 'https://crm.example.com', 'https://crm.example.com:8443'],
    ['plain http on another port', 'http://crm.example.com:8080', 'https://crm.example.com:8080'],
    ['plain http on the port of https', 'http://crm.example.com:443', 'https://crm.example.com'],
    ['another scheme', 'ftp://crm.example.com', 'https://crm.example.com'],
    ['a host in the path', 'https://example.com/crm.example.com', 'https://crm.example.com'],
    ['a host that looks like a user name', 'https://crm.example.com@evil.example', 'https://crm.example.com'],
  ]
  it.each(other)('takes for another: %s', (_name, address, url) => {
    expect(seenAs(address, url)).toEqual([])
  })

  it('prefers the same path, and says where only another was seen', () => {
    const [root, crm] = ['https://crm.example.com/', 'https://crm.example.com/crm']
    expect(seenAs('https://crm.example.com/crm', root, crm)).toEqual([crm])
    expect(seenAs('https://crm.example.com/web', root, crm)).toEqual([`${root} (other path)`, `${crm} (other path)`])
    expect(seenAs('https://crm.example.com/CRM', crm)).toEqual([`${crm} (other path)`])
  })

  it('names each address once, by its first spelling, and leaves out blank ones', () => {
    const given = ['https://crm.example.com/crm', '', 'https://CRM.example.com:443/crm/', '  ', 'https://crm.example.com/web']
    expect(namedEndpoints(given, []).map(({ address }) => address)).toEqual(['https://crm.example.com/crm', 'https://crm.example.com/web'])
  })

  it.each([
    ['https://jane:secret@crm.example.com/crm', 'https://crm.example.com/crm'],
    ['https://jane:sec@ret@crm.example.com/crm', 'https://crm.example.com/crm'],
    ['jane:secret@crm.example.com/crm', 'crm.example.com/crm'],
    ['https://crm.example.com/crm?mail=jane@example.com', 'https://crm.example.com/crm?mail=jane@example.com'],
  ])('shows no user name and password: %s', (given, shown) => {
    const [named] = namedEndpoints([given], [endpoint({ url: 'https://crm.example.com/crm' })])
    expect(named?.address).toBe(shown)
    expect(named?.seen).toHaveLength(1)
  })
})
