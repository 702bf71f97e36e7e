import { describe, expect, it } from 'vitest'

import { isLocalPolicy, readAppliedPolicies } from '#electron/probes/applied-policies.ts'
import { appliedPolicy, DOMAIN_DEFAULT, domainPolicy, listOf, localPolicy, refusedList, SERVERS, serversPolicy } from './policy-machine.ts'
import { number, registryOf, type StandInRegistry, text } from './stand-in-windows.ts'

const read = (registry: StandInRegistry) => readAppliedPolicies(registryOf(registry))

describe('applied policies', () => {
  it('are listed in the order in which they were applied', () => {
    expect(read(listOf(localPolicy, domainPolicy, serversPolicy))).toEqual({
      ok: true,
      value: [
        { id: 'Local Group Policy', displayName: 'Richtlinien der lokalen Gruppe', linkedToDomain: false, hasSecuritySettings: false },
        { id: DOMAIN_DEFAULT, displayName: 'Default Domain Policy', linkedToDomain: true, hasSecuritySettings: true },
        { id: SERVERS, displayName: 'Server – Größe', linkedToDomain: false, hasSecuritySettings: true },
      ],
    })
  })

  it('are ordered by number, not by letter', () => {
    const policies = Array.from({ length: 12 }, (_, index) => appliedPolicy(SERVERS, `P${index}`, 4))
    const [[path = '', list] = []] = Object.entries(listOf(...policies))
    if (typeof list !== 'object') throw new Error('no list')
    const byLetter = Object.fromEntries(Object.entries(list.subkeys ?? {}).sort(([left], [right]) => (left < right ? -1 : 1)))
    const answer = read({ [path]: { subkeys: { ...byLetter, Other: localPolicy } } })
    expect(answer.ok && answer.value.map((policy) => policy.displayName)).toEqual(policies.map((_, index) => `P${index}`))
  })

  it('are none where Windows never applied one', () => {
    expect(read({})).toEqual({ ok: true, value: [] })
  })

  it('are not known where the list refuses', () => {
    expect(read(refusedList)).toMatchObject({ ok: false, failure: { function: 'RegOpenKeyExW', code: 5 } })
    const [path = ''] = Object.keys(refusedList)
    expect(read({ [path]: { listing: 5 } })).toMatchObject({ ok: false, failure: { function: 'RegEnumKeyExW', code: 5 } })
  })

  it('keep their place where one of them refuses or is broken', () => {
    const broken = { values: { GPOName: number(1), DisplayName: 5, GPOLink: text('3') } }
    const unknown = { id: null, displayName: null, linkedToDomain: null, hasSecuritySettings: null }
    expect(read(listOf(localPolicy, 5, broken, domainPolicy))).toMatchObject({
      value: [{ id: 'Local Group Policy' }, unknown, unknown, { id: DOMAIN_DEFAULT }],
    })
  })

  it.each([
    { id: SERVERS, local: false },
    { id: SERVERS.toLowerCase(), local: false },
    { id: 'Local Group Policy', local: true },
    { id: 'Richtlinien der lokalen Gruppe', local: true },
    { id: `${SERVERS}\\..\\..`, local: true },
    { id: null, local: false },
  ])('are of this machine by their name: $id', ({ id, local }) => {
    expect(isLocalPolicy({ id, displayName: null, linkedToDomain: null, hasSecuritySettings: null })).toBe(local)
  })
})
