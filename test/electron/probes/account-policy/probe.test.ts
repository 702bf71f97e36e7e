import { describe, expect, it } from 'vitest'

import { accountPolicyProbe } from '#electron/probes/account-policy/probe.ts'
import type { AccountModals } from '#electron/win32/account-modals.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import { templateOf } from '../../policy/template-samples.ts'
import { domainPolicy, listOf, type MachineFiles, places, policyMachines, refusedList, serversPolicy } from '../policy-machine.ts'
import { contextOf, windowsOf } from '../stand-in-windows.ts'

function read(parts: Partial<AccountModals> = {}) {
  const windows = windowsOf()
  const accountModals = { ...windows.accountModals, ...parts }
  return accountPolicyProbe.read(contextOf({ ...windows, accountModals }, { environment: { SystemRoot: '/no/such/folder' } }))
}

const FACTS = {
  minPasswordLength: 14,
  minPasswordAgeDays: 1,
  passwordHistory: 24,
  maxPasswordAgeDays: 42,
  lockoutThreshold: 10,
  lockoutMinutes: 15,
}

describe('account-policy', () => {
  it('reads the policy in days and minutes', async () => {
    expect(await read()).toEqual({ status: 'ok', facts: FACTS })
  })

  it('keeps "never" apart from zero', async () => {
    const passwords = () => succeeded({ minLength: 0, maxAgeSeconds: null, minAgeSeconds: 0, history: 0 })
    const lockout = () => succeeded({ threshold: 0, durationSeconds: null })
    expect(await read({ passwords, lockout })).toMatchObject({
      facts: { minPasswordLength: 0, minPasswordAgeDays: 0, maxPasswordAgeDays: null, lockoutThreshold: 0, lockoutMinutes: null },
    })
  })

  it.each([
    { name: 'passwords', code: 5, status: 'denied' },
    { name: 'passwords', code: 124, status: 'unsupported' },
    { name: 'lockout', code: 1722, status: 'failed' },
    { name: 'lockout', code: 2140, status: 'failed' },
  ] as const)('is $status where the rules of $name refuse with $code, and never a policy of zeros', async ({ name, code, status }) => {
    expect(await read({ [name]: () => refused('NetUserModalsGet', code) })).toEqual({
      status,
      reason: `NetUserModalsGet ended with error ${code}`,
    })
  })

  describe('with group policies', () => {
    const machine = policyMachines()
    const template = (...lines: readonly string[]): Buffer => templateOf('[System Access]', ...lines)
    const domain = places.cachedTemplate('gpt00000.dom')
    const servers = places.cachedTemplate('gpt00001.inf')
    const LIST = listOf(domainPolicy, serversPolicy)
    const readOn = async (files: MachineFiles, list = LIST, controller = false) => {
      const role = () =>
        succeeded({ kind: controller ? 'domain-controller' : 'domain', dnsName: 'acme.example', netbiosName: 'ACME' } as const)
      return await accountPolicyProbe.read(machine(list, files, { membership: { role, join: role } }))
    }
    const complex = template('PasswordComplexity = 1')
    const simple = template('PasswordComplexity = 0')
    const silent = template('MinimumPasswordAge = 1')

    it.each<{ name: string; files: MachineFiles; controller?: boolean; complexity: boolean | undefined }>([
      { name: 'a policy asks for it', files: { [domain]: complex, [servers]: silent }, complexity: true },
      { name: 'a policy does not', files: { [domain]: silent, [servers]: simple }, complexity: false },
      { name: 'a later policy decides otherwise', files: { [domain]: complex, [servers]: simple }, complexity: false },
      { name: 'no policy decides', files: { [domain]: silent, [servers]: silent }, complexity: undefined },
      {
        name: 'the setting stands twice',
        files: { [domain]: template('PasswordComplexity=1', 'PasswordComplexity=0'), [servers]: silent },
        complexity: undefined,
      },
      {
        name: 'the setting is no switch',
        files: { [domain]: template('PasswordComplexity = yes'), [servers]: silent },
        complexity: undefined,
      },
      {
        name: 'a line is broken',
        files: { [domain]: template('PasswordComplexity = 1', 'PasswordComplexity'), [servers]: silent },
        complexity: undefined,
      },
      {
        name: 'a template that could decide is cut',
        files: { [domain]: complex, [servers]: silent.subarray(0, -2) },
        complexity: undefined,
      },
      {
        name: 'only policies of the domain count, as on its controllers',
        files: { [domain]: complex, [servers]: simple },
        controller: true,
        complexity: true,
      },
      {
        name: 'no policy of the domain decides, as on its controllers',
        files: { [domain]: silent, [servers]: simple },
        controller: true,
        complexity: undefined,
      },
    ])('knows whether passwords must be complex where $name', async ({ files, controller, complexity }) => {
      const reading = await readOn(files, LIST, controller)
      expect(reading).toMatchObject({ status: 'ok', facts: FACTS })
      expect(reading.status === 'ok' && reading.facts.complexity).toBe(complexity)
    })

    it('does not decide where a policy has settings that are kept nowhere on this machine', async () => {
      const reading = await readOn({ [places.domainTemplate('{31B2F340-016D-11D2-945F-00C04FB984F9}')]: complex })
      expect(reading).toMatchObject({ status: 'ok', facts: FACTS })
      expect(reading).not.toHaveProperty('facts.complexity')
    })

    it('does not decide whose accounts these are where the role of the machine is not known', async () => {
      const nowhere = () => refused('DsRoleGetPrimaryDomainInformation', 1722)
      const system = { ...windowsOf().system, version: () => refused('RtlGetVersion', 127) }
      const parts = { membership: { role: nowhere, join: nowhere }, system }
      const reading = await accountPolicyProbe.read(machine(LIST, { [domain]: complex, [servers]: silent }, parts))
      expect(reading).toEqual({ status: 'ok', facts: FACTS })
    })

    it('says which policy sets the rules', async () => {
      const files = {
        [domain]: template('MinimumPasswordLength=14', 'LockoutBadCount=10', 'NewGuestName="x"'),
        [servers]: template('lockoutbadcount=5'),
      }
      expect(await readOn(files)).toMatchObject({
        notes: [
          'MinimumPasswordLength is set by the policy "Default Domain Policy"; a change made on this server is undone',
          'LockoutBadCount is set by the policy "Server – Größe"; a change made on this server is undone',
        ],
      })
    })

    it.each([
      { name: 'the list of policies refuses', files: {}, list: refusedList },
      { name: 'a template cannot be read', files: { [domain]: null, [servers]: complex }, list: LIST },
    ])('keeps the facts and says what is not known where $name', async ({ files, list }) => {
      const reading = await readOn(files, list)
      expect(reading).toMatchObject({
        status: 'ok',
        facts: FACTS,
        notes: expect.arrayContaining([expect.stringMatching(/^whether a policy sets the rules for passwords is not wholly known: /)]),
      })
      expect(reading).not.toHaveProperty('facts.complexity')
      expect(reading).not.toHaveProperty('incomplete')
    })
  })
})
