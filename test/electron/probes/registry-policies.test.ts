import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { readRegistryPolicies, whoSets } from '#electron/probes/registry-policies.ts'
import { encodeRegistryPolicy, numberEntry, textEntry } from '../policy/encode-registry-policy.ts'
import {
  appliedPolicy,
  DOMAIN_DEFAULT,
  listOf,
  type MachineFiles,
  places,
  policyMachines,
  refusedList,
  SERVERS,
  usualList,
} from './policy-machine.ts'

const KEY = 'SOFTWARE\\Policies\\Acme'
const sets = (value: number): Buffer => encodeRegistryPolicy([numberEntry(KEY, 'Mode', value)])
const deletes = encodeRegistryPolicy([textEntry(KEY, '**del.mode', ' ')])

describe('registry policies', () => {
  const machine = policyMachines()

  it.each<{ name: string; files: MachineFiles; title: string | undefined }>([
    { name: 'no file', files: {}, title: undefined },
    { name: 'the local policy alone', files: { [places.localRegistry]: sets(1) }, title: 'the local group policy' },
    {
      name: "a domain's policy after the local one",
      files: { [places.localRegistry]: sets(1), [places.domainRegistry(DOMAIN_DEFAULT)]: sets(2) },
      title: 'the policy "Default Domain Policy"',
    },
    {
      name: 'the last of two policies of a domain',
      files: { [places.domainRegistry(SERVERS)]: sets(3), [places.domainRegistry(DOMAIN_DEFAULT)]: sets(2) },
      title: 'the policy "Server – Größe"',
    },
    {
      name: 'a policy that a later one takes back',
      files: { [places.localRegistry]: sets(1), [places.domainRegistry(SERVERS)]: deletes },
      title: undefined,
    },
    {
      name: 'a policy that is no longer applied',
      files: { [places.domainRegistry('{99999999-2222-3333-4444-555555555555}')]: sets(9) },
      title: undefined,
    },
  ])('name who sets a value: $name', async ({ files, title }) => {
    const policies = await readRegistryPolicies(machine(usualList, files))
    expect(policies.unread).toEqual([])
    expect(whoSets(policies, KEY.toUpperCase(), 'MODE')?.title).toBe(title)
  })

  it('call a policy without a name by its number', async () => {
    const nameless = { values: { GPOName: { kind: 'text', text: SERVERS, expandable: false } } } as const
    const policies = await readRegistryPolicies(machine(listOf(nameless), { [places.domainRegistry(SERVERS)]: sets(1) }))
    expect(whoSets(policies, KEY, 'Mode')?.title).toBe(`the policy ${SERVERS}`)
  })

  it('never leave the folder of the copies, whatever the name of a policy says', async () => {
    const astray = appliedPolicy('../../../../..', 'Astray', 4)
    const context = machine(listOf(astray), { [places.localRegistry]: sets(1), [places.domainRegistry(SERVERS)]: sets(1) })
    const policies = await readRegistryPolicies(context)
    expect(policies.policies.map(({ title }) => title)).toEqual(['the local group policy'])
  })

  it('say which file is cut, and keep what stands before the cut', async () => {
    const cut = encodeRegistryPolicy([numberEntry(KEY, 'Mode', 1), numberEntry(KEY, 'Other', 1)]).subarray(0, -2)
    const context = machine(usualList, { [places.localRegistry]: cut })
    const policies = await readRegistryPolicies(context)
    expect(policies.unread).toEqual([
      `${join(context.windowsFolder, places.localRegistry)}: the file ends inside an entry at byte ${cut.length}`,
    ])
    expect(whoSets(policies, KEY, 'Mode')?.title).toBe('the local group policy')
  })

  it.each<{ name: string; registry: typeof usualList; files: MachineFiles; unread: RegExp }>([
    {
      name: 'a file that is none',
      registry: usualList,
      files: { [places.localRegistry]: Buffer.from('no policy') },
      unread: /Registry\.pol: expected a registry policy/,
    },
    {
      name: 'a folder in place of a file',
      registry: usualList,
      files: { [places.localRegistry]: null },
      unread: /Registry\.pol could not be read: EISDIR$/,
    },
    {
      name: 'a file of a domain that cannot be read',
      registry: usualList,
      files: { [places.domainRegistry(SERVERS)]: null },
      unread: /Registry\.pol could not be read: EISDIR$/,
    },
    { name: 'a list that refuses', registry: refusedList, files: {}, unread: /^RegOpenKeyExW .* ended with error 5/ },
  ])('say what could not be read: $name', async ({ registry, files, unread }) => {
    const policies = await readRegistryPolicies(machine(registry, files))
    expect(policies.unread).toEqual([expect.stringMatching(unread)])
    expect(policies.policies).toEqual([])
  })

  it('read the others where one refuses', async () => {
    const files = { [places.localRegistry]: null, [places.domainRegistry(SERVERS)]: sets(1) }
    const policies = await readRegistryPolicies(machine(usualList, files))
    expect(policies.unread).toHaveLength(1)
    expect(whoSets(policies, KEY, 'Mode')?.title).toBe('the policy "Server – Größe"')
  })

  it('refuse a file that no policy could be', async () => {
    const policies = await readRegistryPolicies(machine(usualList, { [places.localRegistry]: Buffer.alloc(16 * 1024 * 1024 + 1) }))
    expect(policies.unread).toEqual([expect.stringMatching(/has 16777217 bytes, more than the 16777216 that are read$/)])
  })

  it.each([
    { name: 'is not set', environment: {} },
    { name: 'leads to another machine', environment: { SystemRoot: '\\\\server\\share' } },
    { name: 'leads there with other slashes', environment: { SystemRoot: '//server/share' } },
  ])('are not looked for where the Windows folder $name', async ({ environment }) => {
    const policies = await readRegistryPolicies({ ...machine(usualList), environment })
    expect(policies).toEqual({ policies: [], unread: ['the Windows folder is not known'] })
  })
})
