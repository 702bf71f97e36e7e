import { describe, expect, it } from 'vitest'

import { profileNames } from '#electron/probes/local-users/profile-names.ts'
import { emptyProfile, type Profile } from '#shared/formats/profile.ts'

const DOMAIN = { dnsName: 'acme.example', netbiosName: 'ACME' }

const namesOf = (profile: Partial<Profile>, domain: Parameters<typeof profileNames>[1] = DOMAIN) =>
  profileNames({ ...emptyProfile, ...profile }, domain, 'DC01')

describe('profile-names', () => {
  it.each([
    { name: 'a bare name', given: 'vendor', names: ['vendor'] },
    { name: 'this machine by a dot', given: '.\\vendor', names: ['vendor'] },
    { name: 'this machine by its name', given: 'dc01\\vendor', names: ['vendor'] },
    { name: 'the flat name of the domain', given: 'acme\\vendor', names: ['vendor'] },
    { name: 'the DNS name of the domain', given: 'vendor@ACME.example', names: ['vendor'] },
    { name: 'spaces around it', given: '  vendor ', names: ['vendor'] },
    { name: 'another domain', given: 'OTHER\\vendor', names: [] },
    { name: 'another domain by its DNS name', given: 'vendor@other.example', names: [] },
    { name: 'nothing', given: ' ', names: [] },
    { name: 'a domain without a name', given: 'ACME\\', names: [] },
  ])('reads $name', ({ given, names }) => {
    expect(namesOf({ remoteAccessUsers: [given] })).toEqual(names)
  })

  it('takes remote-access users and the accounts of sync tools, each once', () => {
    const syncTools = [{ name: 'ERP Driver', windowsAccount: 'ACME\\Sync' }, { name: 'Other', windowsAccount: 'VENDOR' }, { name: 'None' }]
    expect(namesOf({ remoteAccessUsers: ['vendor'], syncTools })).toEqual(['VENDOR', 'Sync'])
    expect(namesOf({})).toEqual([])
  })

  it('leaves out qualified names where the names of the domain are not known', () => {
    expect(namesOf({ remoteAccessUsers: ['ACME\\vendor', 'other'] }, { dnsName: null, netbiosName: null })).toEqual(['other'])
  })
})
