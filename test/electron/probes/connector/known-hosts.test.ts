import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readKnownHosts } from '#electron/probes/connector/known-hosts.ts'

describe('known-hosts', () => {
  it.each([
    {
      name: 'names and addresses',
      text: 'Comms.Example,192.0.2.7 ssh-rsa AAAA\n2001:db8::1 ssh-rsa AAAA',
      hosts: ['comms.example', '192.0.2.7', '2001:db8::1'],
    },
    { name: 'ports', text: '[comms.example]:2222 ssh-rsa AAAA\r\n[2001:db8::1]:22 ssh-rsa AAAA', hosts: ['comms.example', '2001:db8::1'] },
    { name: 'one host once', text: 'a.example ssh-rsa AAAA\nA.EXAMPLE ssh-ed25519 BBBB\n', hosts: ['a.example'] },
    { name: 'an authority', text: '@cert-authority a.example ssh-rsa AAAA', hosts: ['a.example'] },
    { name: 'what was revoked', text: '@revoked a.example ssh-rsa AAAA', hosts: [] },
    { name: 'comments and empty lines', text: '# a.example ssh-rsa AAAA\n\n   \n', hosts: [] },
    { name: 'hashed names', text: '|1|F1E1KeoE/eEWhi10WpGv4OdiO6Y=|3988QV0VE8wmZL7suNrYQLITLCg= ssh-rsa AAAA', hosts: [] },
    { name: 'patterns', text: '*.example,!b.example,c?.example ssh-rsa AAAA', hosts: [] },
    { name: 'lines that are cut', text: 'a.example ssh-rsa', hosts: [] },
    { name: 'what would end a line', text: 'a.example\\r\\nX ssh-rsa AAAA', hosts: [] },
    { name: 'a name longer than DNS allows', text: `${'a'.repeat(254)} ssh-rsa AAAA`, hosts: [] },
  ])('reads $name', ({ text, hosts }) => {
    expect(readKnownHosts(text)).toEqual(hosts)
  })

  it('gives nothing that is more than a host, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (words) => {
        for (const host of readKnownHosts(words.join(' '))) expect(host).toMatch(/^[a-z0-9.:%-]+$/)
      }),
    )
  })
})
